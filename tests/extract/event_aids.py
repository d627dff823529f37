"""What the tests of events look at: each event of a text as words and names."""

from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.annotations import DATES, EventRow
from kg.extract.reading import read
from kg.records import Article, Extraction

PUBLISHED = "2025-07-22"
"""A Tuesday: the day on which all texts of these tests were published."""


class Told(NamedTuple):
    """One event: class, trigger, `role:name` of its parties, the value of its date, places, status, source, figures."""

    type: str
    trigger: str
    parties: tuple[str, ...]
    date: str | None
    places: tuple[str, ...]
    modality: str
    polarity: str
    source: str | None
    incident: str | None
    counts: tuple[tuple[str, int, int | None], ...]


def published(nlp: Language, text: str) -> Doc:
    """Return `text` read as one of the day on which the texts of these tests were published."""
    doc = nlp.make_doc(text)
    doc._.kg_published = PUBLISHED
    return nlp(doc)


def record_of(nlp: Language, text: str) -> Extraction:
    """Return the record of `text`, published on that day."""
    article = Article(id="a", text=text, sha256="", published=PUBLISHED)
    return read(published(nlp, text), article, model="", software="")


def told_in(nlp: Language, text: str) -> list[Told]:
    """Return the events of `text`, in order; a party without an entity by its words, otherwise by the entity's name."""
    doc = published(nlp, text)
    rows: list[EventRow] = doc._.kg_events
    names = {key: row["name"] for key, row in doc._.kg_entities.items()}
    dates = {span.id_: span.kb_id_ for span in doc.spans.get(DATES, ())}
    return [
        Told(
            type=row["type"],
            trigger=doc[slice(*row["trigger"])].text,
            parties=tuple(
                f"{part['role']}:{names[part['entity']] if part['entity'] else doc[slice(*part['span'])].text}"
                for part in row["participants"]
            ),
            date=None if row["date"] is None else dates[row["date"]],
            places=tuple(names[place] for place in row["places"]),
            modality=row["modality"],
            polarity=row["polarity"],
            source=None if row["source"] is None else names[row["source"]],
            incident=row["incident"],
            counts=tuple((count["kind"], count["min"], count["max"]) for count in row["counts"]),
        )
        for row in rows
    ]


def one(nlp: Language, text: str, event: str) -> Told:
    """Return the only event of class `event` in `text`."""
    found = [told for told in told_in(nlp, text) if told.type == event]
    assert len(found) == 1, (text, [(told.type, told.trigger) for told in told_in(nlp, text)])
    return found[0]


def classes(nlp: Language, text: str) -> list[str]:
    """Return the classes of the events of `text`, in order."""
    return [told.type for told in told_in(nlp, text)]


def sites(nlp: Language, text: str) -> list[tuple[str, str, str, str]]:
    """Return class of event, relation, place and words of each site of the events of `text`."""
    doc = nlp(text)
    rows: list[EventRow] = doc._.kg_events
    names = {key: row["name"] for key, row in doc._.kg_entities.items()}
    return [
        (row["type"], site["relation"], names[site["place"]], doc[slice(*site["span"])].text)
        for row in rows
        for site in row.get("sites", ())
    ]

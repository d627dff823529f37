"""The component `kg_events`: events with their parties, time, place, figures, and how far they are real."""

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.annotations import DATES, EventRow, ParticipantRow, spans_of
from kg.extract.events.confidence import Told, confidence_of
from kg.extract.events.counts import find_counts
from kg.extract.events.incidents import join_incidents
from kg.extract.events.leads import place_by_lead
from kg.extract.events.modality import at_date, is_announced_threat, refuses, status_of
from kg.extract.events.participants import find_participants
from kg.extract.events.settings import Settings
from kg.extract.events.slots import place_keys
from kg.extract.events.source import Sources
from kg.extract.events.status import Status
from kg.extract.events.telling import told_parties
from kg.extract.events.tree import Tree, read_tree
from kg.extract.events.triggers import Hit, find_triggers
from kg.extract.places.containment import find_containment


@Language.component(
    "kg_events",
    assigns=["doc._.kg_events", "doc._.kg_parts"],
    requires=["doc.spans", "doc._.kg_entities", "doc._.kg_statements", "token.dep", "token.lemma"],
)
def events(doc: Doc) -> Doc:
    """Write `doc._.kg_events`, and add to `doc._.kg_parts` which place lies in which."""
    tree = read_tree(doc)
    hits = list(find_triggers(tree))
    refusals = frozenset(hit.head for hit in hits if hit.event == "Rejection" and "deny" not in hit.entry.lemmas)
    settings = Settings(doc, tree, frozenset(hit.head for hit in hits))
    sources = Sources(doc, tree)
    days = {span.id_: span.kb_id_ for span in spans_of(doc, DATES)}
    rows: list[EventRow] = []
    heads: list[int] = []
    for hit in hits:
        status = Status() if hit.entry.pos == "modal" else status_of(hit.site)
        if hit.event == "Support" and status == Status("proposed"):
            status = Status()  # who offers support has given it in words
        wished = status.modality in ("demanded", "proposed") and hit.event not in ("Demand", "Accusation")
        if (status.polarity == "negative" or wished) and refuses(tree, hit.head, refusals):
            continue
        for row in _rows(tree, hit, status, settings, sources):
            dated = at_date(tree, hit.head, status, value=days.get(row["date"] or "", ""), published=doc._.kg_published)
            rows.append({**row, "modality": dated.modality})
            heads.append(hit.head)
    place_by_lead(doc, tree, rows, heads)
    doc._.kg_events = [_with_known_parties(tree, row) for row in join_incidents(tree, rows, heads, days)]
    doc._.kg_parts = [*doc._.kg_parts, *find_containment(doc)]
    return doc


def _rows(tree: Tree, hit: Hit, status: Status, settings: Settings, sources: Sources) -> list[EventRow]:
    """Return the events that a trigger tells: one for each day and each place that it is said to have happened."""
    entry = hit.entry
    speaker = sources.speaker_above(hit.head) if entry.frame == "must" else None
    participants = find_participants(tree, hit, speaker)
    roles = {row["role"] for row in participants}
    if entry.needs and not roles & set(entry.needs):
        return []
    settled = settings.settings_of(hit, place_keys(tree, hit))
    source = sources.source_of(hit.head, status)
    events = (hit.event, "Threat") if is_announced_threat(tree, hit, status) else (hit.event,)
    return [
        {
            "type": event,
            "trigger": (hit.start, hit.end),
            "participants": _own(participants, places, settled),
            "date": date,
            "places": places,
            "modality": status.modality,
            "polarity": status.polarity,
            "source": source,
            "incident": None,
            "counts": find_counts(tree, hit, participants) if number == 0 else [],
            "sites": settings.sites_of(hit, places) if places else [],
            "evidence": tree.sentences[tree.sentence_of[hit.head]],
            "confidence": confidence_of(tree, hit, Told(participants, places, status, source)),
            "rule": f"{entry.pos}:{_lemma(tree, hit)}",
        }
        for event in events
        for number, (date, places) in enumerate(settled)
    ]


def _with_known_parties(tree: Tree, row: EventRow) -> EventRow:
    """Say who "they" are among the parties, once all else has been read from the words that stand there."""
    return {**row, "participants": told_parties(tree, row["participants"])}


def _own(
    participants: list[ParticipantRow], places: list[str], settled: list[tuple[str | None, list[str]]]
) -> list[ParticipantRow]:
    """Return the parties without places that another event of the same words befell: "took Goma and Bukavu"."""
    others = {place for _, keys in settled for place in keys} - set(places)
    return [row for row in participants if row["entity"] not in others] if others else participants


def _lemma(tree: Tree, hit: Hit) -> str:
    """Return the word of the lexicon entry that fired."""
    lemma = tree.lemmas[hit.head]
    return lemma if lemma in hit.entry.lemmas else hit.entry.lemmas[0]

"""What later mentions of a happening inherit, and what they do not; claims that are said to be false."""

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.annotations import DATES, EventRow, spans_of
from tests.extract.event_aids import told_in


def read(nlp: Language, text: str) -> list[tuple[str, str, str, tuple[str, ...], str]]:
    """Return type, trigger, date, places and polarity of each event."""
    doc = nlp(text)
    return [
        (row["type"], doc[slice(*row["trigger"])].text, _date(doc, row), _places(doc, row), row["polarity"])
        for row in doc._.kg_events
    ]


def _date(doc: Doc, row: EventRow) -> str:
    return next((span.text for span in spans_of(doc, DATES) if span.id_ == row["date"]), "")


def _places(doc: Doc, row: EventRow) -> tuple[str, ...]:
    return tuple(doc._.kg_entities[key]["name"] for key in row["places"])


@pytest.mark.parametrize(
    ("text", "event"),
    [
        (
            "Rebels attacked the town of Tarsk on March 3. Nobody spoke. The attack surprised everybody.",
            ("Attack", "attack", "March 3", ("Tarsk",), "positive"),
        ),
        (
            "Shells killed 17 people and wounded 31 in Brenik on March 3. Thirty-one people were wounded, it said.",
            ("Injury", "wounded", "March 3", ("Brenik",), "positive"),
        ),
        (
            "An airstrike killed nine in Brenik on March 3. The airstrike surprised everybody.",
            ("Airstrike", "airstrike", "March 3", ("Brenik",), "positive"),
        ),
    ],
)
def test_a_later_mention_has_the_day_and_the_place(
    nlp: Language, text: str, event: tuple[str, str, str, tuple[str, ...], str]
) -> None:
    assert read(nlp, text)[-1] == event


@pytest.mark.parametrize(
    "text",
    [
        "Rebels attacked Tarsk on March 3. An attack on the railway surprised everybody.",
        "Rebels attacked Tarsk on March 3. The talks went on.",
        "Rebels attacked Tarsk on March 3 and Vask on March 5. The two attacks surprised everybody.",
    ],
)
def test_another_event_has_not(nlp: Language, text: str) -> None:
    assert read(nlp, text)[-1][2:4] == ("", ())


def test_the_attack_is_what_the_article_is_about(nlp: Language) -> None:
    text = (
        "Nine people were killed and 20 wounded in Brenik on March 3 when shells struck a market. The director wept. "
        "On February 27 a school was hit. He asked for help. Nobody came. They have not spoken about the attack."
    )
    assert read(nlp, text)[-1] == ("Attack", "attack", "March 3", ("Brenik",), "positive")


def test_the_attack_of_another_is_another(nlp: Language) -> None:
    text = (
        "Kenya attacked Tarsk on March 3. Police came and went. The reporters believed that Uganda had carried out "
        "the attack."
    )
    assert read(nlp, text)[-1][2:4] == ("", ())


@pytest.mark.parametrize(
    "text",
    [
        "Two missiles hit the base in Tarsk, the ministry said on Wednesday.",
        "Shells hit a school in Brenik, the army said on Tuesday.",
        "Rebels attacked a convoy near Brenik, officials said Monday.",
    ],
)
def test_the_day_of_the_word_is_not_the_day_of_the_deed(nlp: Language, text: str) -> None:
    assert read(nlp, text)[0][2] == ""


def test_each_place_its_day(nlp: Language) -> None:
    found = read(nlp, "Rebels captured Goma in January and Bukavu in February.")
    assert [(date, places) for _, _, date, places, _ in found] == [("January", ("Goma",)), ("February", ("Bukavu",))]


@pytest.mark.parametrize(
    ("text", "polarity"),
    [
        ("The group's claim to have captured the town is false.", "negative"),
        ("Reports that the army had shelled Brenik were untrue.", "negative"),
        ("The claim that rebels attacked the base is a lie.", "negative"),
        ("The claim that rebels attacked the base is not false.", "positive"),
        ("The report that rebels attacked the base is long.", "positive"),
        ("The group's claim to have captured the town surprised everybody.", "positive"),
    ],
)
def test_a_claim_said_to_be_false_is_a_denial(nlp: Language, text: str, polarity: str) -> None:
    assert [row["polarity"] for row in nlp(text)._.kg_events if row["type"] != "Accusation"] == [polarity]
    assert {row["modality"] for row in nlp(text)._.kg_events} == {"actual"}


@pytest.mark.parametrize(
    "text",
    [
        "Omar Haddad, the envoy of the council, called on both governments to resume talks.",
        "Ada Morrow, the head of the mission, called on both sides to stop.",
        "The envoy called on both sides to stop.",
    ],
)
def test_who_calls_on_others_demands_it(nlp: Language, text: str) -> None:
    row = next(row for row in nlp(text)._.kg_events if row["type"] == "Demand")
    assert [part["role"] for part in row["participants"]][:2] == ["actor", "target"]


@pytest.mark.parametrize(
    "text",
    [
        "Lethurian troops had driven the rebels out of the town.",
        "The army drove the fighters of the Northern Front out.",
        "The general drove out of the town.",
    ],
)
def test_to_drive_fighters_out_breaks_no_relations(nlp: Language, text: str) -> None:
    assert not [row for row in nlp(text)._.kg_events if row["type"] == "DiplomaticBreak"]


def test_whose_dead_they_are_died_not(nlp: Language) -> None:
    doc = nlp("Colonel Emil Harsa put the number of his own dead at nine in the battle.")
    assert not [part for row in doc._.kg_events for part in row["participants"] if part["role"] == "victim"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("He went to Kelmar and Ostvale. Negotiators met in November in this city.", ()),
        ("GOMA, Congo (Reuters) — Rebels left Bukavu on Monday. Thousands demonstrated in this city.", ("GOMA",)),
        ("The convoy reached Bukavu on Monday. This city had been shelled for weeks.", ("Bukavu",)),
    ],
)
def test_this_city_is_where_the_reporter_is(nlp: Language, text: str, place: tuple[str, ...]) -> None:
    assert read(nlp, text)[-1][3] == place


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("The talks, the first since November, were led by Omar Haddad.", ""),
        ("It was the worst attack since March.", ""),
        ("The talks, the first in November, were led by Omar Haddad.", "November"),
        ("The army has shelled Tarsk since Monday.", "Monday"),
    ],
)
def test_when_it_was_so_before_is_not_when_it_is(nlp: Language, text: str, date: str) -> None:
    (found,) = read(nlp, text)
    assert found[2] == date


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("The ministry said the negotiations would stretch over Thursday.", "planned"),
        ("The talks will focus on prisoners.", "planned"),
        ("The talks focused on prisoners.", "actual"),
    ],
)
def test_what_talks_will_be_about_is_to_come(nlp: Language, text: str, modality: str) -> None:
    assert [row["modality"] for row in nlp(text)._.kg_events] == [modality]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Sudan exchanged 84 prisoners on Thursday, the first such swap since the war began.",
        "The report says 84 prisoners were exchanged in Goma. In fact 83 prisoners were exchanged.",
        "The report says 84 prisoners were exchanged in Goma. Actually, 83 prisoners were exchanged.",
    ],
)
def test_the_words_around_show_the_same_event(nlp: Language, text: str) -> None:
    told = [event for event in told_in(nlp, text) if event.type == "PrisonerExchange"]
    assert [event.incident for event in told] == ["i1", "i1"]


@pytest.mark.parametrize(
    "text",
    [
        "Kenya and Sudan exchanged 84 prisoners on Thursday. They planned another such swap in May.",
        "The report says 84 prisoners were exchanged in Goma. Then 83 prisoners were exchanged.",
        "The report says 84 prisoners were exchanged. Talks failed. In fact 83 prisoners were exchanged.",
        "Kenya will exchange 84 prisoners. In fact 83 prisoners were exchanged.",
    ],
    ids=["another", "one after the other", "not the sentence before", "to come"],
)
def test_no_words_show_the_same_event(nlp: Language, text: str) -> None:
    told = [event for event in told_in(nlp, text) if event.type == "PrisonerExchange"]
    assert len(told) == 2
    assert {event.incident for event in told} == {None}

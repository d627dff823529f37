"""Tables, rows of figures, lists and wire text in capitals: fewer facts, never wrong ones."""

import pytest
from spacy.language import Language

from kg.extract.annotations import EventRow, RoleRow, StatementRow
from tests.extract.event_aids import told_in
from tests.extract.statement_aids import rows_of


def _events(nlp: Language, text: str) -> list[EventRow]:
    events: list[EventRow] = nlp(text)._.kg_events
    return events


@pytest.mark.parametrize(
    "text",
    [
        "Losses by district\n| District | Killed | Wounded |\n|---|---|---|\n| Verrin | 12 | 30 |",
        "Region\tStrikes\tKilled\nKharkiv\t14\t3\nSumy\t2\t1",
        "Killed: 12\nWounded: 40\nArrested: 3",
        "Syria: 14 killed, 20 wounded\nIraq: 3 killed",
        "date,place,event,killed\n2024-05-12,Kharkiv,airstrike,3\n2024-05-14,Sumy,shelling,1",
        "Place         Attacks       Killed\nKharkiv       14            3\nSumy          2             1",
    ],
)
def test_a_table_or_row_of_figures_tells_no_event(nlp: Language, text: str) -> None:
    assert _events(nlp, text) == []
    statements: list[StatementRow] = nlp(text)._.kg_statements
    assert statements == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Reports\n| Verrin | The army shelled the market in Verrin on Monday. |", "Shelling"),
        ("The toll is final: 12 people were killed in Kharkiv when rockets hit a market.", "Killing"),
        ("Rockets killed 1,200 people in Kharkiv, Odesa and Sumy.", "Killing"),
        ("PX | Soldiers killed five people in Kharkiv on Monday, witnesses say.", "Killing"),
    ],
)
def test_sentences_with_bars_colons_and_commas_tell_theirs(nlp: Language, text: str, event: str) -> None:
    assert event in [row["type"] for row in _events(nlp, text)]


def test_a_post_within_one_cell_stays_and_one_across_cells_goes(nlp: Language) -> None:
    doc = nlp("| District | Commander |\n|---|---|\n| Verrin | Gen. Lucan Reyes |\n| Calvora | Col. Ana Mirel |")
    roles: list[RoleRow] = doc._.kg_roles
    assert sorted(row["title"] for row in roles) == ["col.", "gen."]
    assert nlp("Oleh Bortan\tgovernor\tKharkiv\nAna Mirel\tmayor\tVerrin")._.kg_roles == []


@pytest.mark.parametrize(
    "text",
    [
        "The plan calls for:\n- an end to the shelling of Kharkiv\n- the release of Ana Mirel",
        "The rebels demand:\n1. the withdrawal of troops from Kharkiv\n2. the arrest of General Lucan Reyes",
        "The road map would bring:\n* the release of Ana Mirel\n* elections in Kharkiv",
    ],
)
def test_the_points_of_a_plan_have_not_happened(nlp: Language, text: str) -> None:
    assert [told for told in told_in(nlp, text) if told.modality == "actual" and told.type != "Demand"] == []


@pytest.mark.parametrize(
    "text",
    ["What happened on Monday:\n- Troops shelled Kharkiv\n- Police arrested Ana Mirel",
     "On Monday:\n- Troops shelled Kharkiv\n- Police arrested Ana Mirel"],
)  # fmt: skip
def test_the_points_of_a_list_of_news_are_the_articles_own(nlp: Language, text: str) -> None:
    assert [(told.type, told.source) for told in told_in(nlp, text)] == [("Shelling", None), ("Arrest", None)]


def test_the_points_of_a_list_that_somebody_tells_are_his_word(nlp: Language) -> None:
    text = "The Interior Ministry said:\n- Troops shelled Kharkiv\n- Rebels bombed a bridge in Sumy"
    assert [told.source for told in told_in(nlp, text)] == ["Interior Ministry"] * 2
    assert told_in(nlp, "According to those who fled:\n- Troops shelled Kharkiv") == []


@pytest.mark.parametrize("label", ["Source", "Date", "Location", "Contact", "Photo", "Topic"])
def test_a_label_of_the_page_says_nothing(nlp: Language, label: str) -> None:
    assert rows_of(nlp, f"{label}: Ministry of Defence of Norland")[1] == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [("Reyes: The bridge is lost for good.", "Reyes"), ("Kremlin: Talks will go on in Geneva.", "Kremlin"),
     ("Police: Gunman held at the border.", "Police")],
)  # fmt: skip
def test_a_label_of_somebody_says_what_follows(nlp: Language, text: str, speaker: str) -> None:
    doc, rows = rows_of(nlp, text)
    assert [doc[slice(*row["speaker_span"])].text for row in rows if row["speaker_span"]] == [speaker]

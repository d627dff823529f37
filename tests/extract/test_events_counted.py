"""Who was counted, and figures that are part of another figure of the same event."""

import pytest
from spacy.language import Language

from kg.extract.annotations import EventRow

Figure = tuple[str, int, int | None, str | None, bool]


def figures(nlp: Language, text: str) -> list[Figure]:
    """Return kind, bounds, who was counted, and whether it is a part, of each figure of `text`."""
    rows: list[EventRow] = nlp(text)._.kg_events
    return [
        (count["kind"], count["min"], count["max"], count.get("of"), count.get("partial", False))
        for row in rows
        for count in row["counts"]
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Seven civilians were killed.", [("killed", 7, 7, "civilians", False)]),
        ("Dozens of fighters were killed.", [("killed", 24, None, "combatants", False)]),
        ("More than 50 of the captured soldiers were killed.", [("killed", 51, None, "combatants", False)]),
        ("The blast wounded three police officers.", [("injured", 3, 3, "police", False)]),
        ("Gunmen abducted four aid workers.", [("captured", 4, 4, "aidWorkers", False)]),
        ("Shelling killed two young girls.", [("killed", 2, 2, "children", False)]),
        ("Two nurses were wounded.", [("injured", 2, 2, "healthWorkers", False)]),
        ("They handed over 55 soldiers.", [("other", 55, 55, "combatants", False)]),
        (
            "Seven civilians and four soldiers were killed.",
            [("killed", 7, 7, "civilians", False), ("killed", 4, 4, "combatants", False)],
        ),
    ],
)
def test_who_was_counted(nlp: Language, text: str, found: list[Figure]) -> None:
    assert figures(nlp, text) == found


@pytest.mark.parametrize(
    "text", ["Seven people were killed.", "The blast wounded nine men.", "Two former soldiers were killed."]
)
def test_people_of_any_kind(nlp: Language, text: str) -> None:
    assert [of for *_, of, _ in figures(nlp, text)] == [None]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The blast killed five people, including two children.",
            [("killed", 5, 5, None, False), ("killed", 2, 2, "children", True)],
        ),
        (
            "At least 12 people were killed, including three soldiers and two police officers.",
            [
                ("killed", 12, None, None, False),
                ("killed", 3, 3, "combatants", True),
                ("killed", 2, 2, "police", True),
            ],
        ),
        (
            "Shelling killed 11 people, two of them children.",
            [("killed", 11, 11, None, False), ("killed", 2, 2, "children", True)],
        ),
        (
            "Nine people, among them four women, died in the attack.",
            [("killed", 9, 9, None, False), ("killed", 4, 4, "women", True)],
        ),
        (
            "The attack killed 20 people and wounded 15 others, including five children.",
            [("killed", 20, 20, None, False), ("injured", 15, 15, None, False), ("injured", 5, 5, "children", True)],
        ),
    ],
)
def test_a_part_of_a_figure(nlp: Language, text: str, found: list[Figure]) -> None:
    assert figures(nlp, text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Rebels killed 12 people, including in two villages.",
        "The bomb killed 12 people and destroyed houses, including two schools.",
        "Rebels killed 12 people, and the army sent help, including two doctors.",
    ],
)
def test_no_part_of_a_figure(nlp: Language, text: str) -> None:
    assert [figure[1:] for figure in figures(nlp, text)] == [(12, 12, None, False)]


@pytest.mark.parametrize("text", ["No one was injured.", "None of the 40 passengers was injured."])
def test_nobody_is_no_figure(nlp: Language, text: str) -> None:
    assert figures(nlp, text) == []

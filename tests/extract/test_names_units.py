"""Units of armed forces that a number names."""

import pytest
from spacy.language import Language

from tests.extract.reading_aids import entities


@pytest.mark.parametrize(
    ("text", "unit"),
    [
        ("Colonel Aziz Varen, who commanded the 5th Brigade, was killed.", "5th Brigade"),
        ("The 5th Brigade attacked the village.", "5th Brigade"),
        ("Soldiers of the 92nd Separate Assault Brigade left.", "92nd Separate Assault Brigade"),
        ("The Third Army crossed the river.", "Third Army"),
    ],
)
def test_a_numbered_unit(nlp: Language, text: str, unit: str) -> None:
    row, _ = entities(nlp(text))[unit]
    assert row["type"] == "MilitaryUnit"


@pytest.mark.parametrize(
    "text",
    [
        "The 5th of May Brigade Street was closed.",
        "It was the 5th brigade to leave.",
        "In the 20th century the Army ruled.",
    ],
)
def test_no_unit(nlp: Language, text: str) -> None:
    assert "MilitaryUnit" not in {row["type"] for row, _ in entities(nlp(text)).values()}

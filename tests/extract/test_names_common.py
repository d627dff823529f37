"""Names that several bodies bear: whose is meant is told by other words of the text."""

import pytest
from spacy.language import Language

from kg.lexicon.organizations import organizations
from tests.extract.reading_aids import entities

WORLD = "United Nations Security Council"


@pytest.mark.parametrize(
    "text",
    [
        "The UN Security Council met on Monday. The Security Council condemned the attack.",
        "The Security Council, whose permanent members disagree, met on Friday.",
        "Diplomats of the United Nations said the Security Council would meet.",
    ],
)
def test_the_body_of_the_lexicon_where_the_text_speaks_of_it(nlp: Language, text: str) -> None:
    assert WORLD in entities(nlp(text))


@pytest.mark.parametrize(
    "text",
    [
        "President Mirela Castun will chair a meeting of the Security Council on Thursday.",
        "Russia's Security Council met on Monday. The Security Council secretary spoke.",
    ],
)
def test_another_where_it_does_not(nlp: Language, text: str) -> None:
    assert WORLD not in entities(nlp(text))


def test_common_names_are_names_of_their_body_and_can_be_shown() -> None:
    for organization in organizations():
        assert set(organization.common) <= set(organization.aliases), organization.name
        assert bool(organization.common) == bool(organization.shown_by), organization.name

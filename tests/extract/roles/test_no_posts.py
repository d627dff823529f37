"""What somebody is or lives by is no post: "billionaire", "singer"."""

import pytest
from spacy.language import Language

from kg.extract.annotations import RoleRow


def _titles(nlp: Language, text: str) -> list[str]:
    roles: list[RoleRow] = nlp(text)._.kg_roles
    return [row["title"] for row in roles]


@pytest.mark.parametrize(
    "text",
    [
        "The party is paid for by billionaire Tomas Wend.",
        "Businessman Igor Sant visited Kyiv on Monday.",
        "Petra Halden, a singer, fled the town.",
        "The bridge was bought by tycoon Omar Hale.",
    ],
)
def test_no_post(nlp: Language, text: str) -> None:
    assert _titles(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The party is led by Senator Tomas Wend.", "senator"),
        ("Mayor Igor Sant visited Kyiv on Monday.", "mayor"),
        ("Petra Halden, a violinist in the Norland Philharmonic Orchestra, fled the town.", "violinist"),
    ],
)
def test_a_post(nlp: Language, text: str, title: str) -> None:
    assert _titles(nlp, text) == [title]

"""Parties of whom the words tell nothing are left out, all others stay."""

import pytest
from spacy.language import Language

from tests.extract.event_aids import one


@pytest.mark.parametrize(
    ("text", "event", "parties"),
    [
        ("They attacked a convoy.", "Attack", {"target:a convoy"}),
        ("Some attacked a convoy.", "Attack", {"target:a convoy"}),
        ("A bomb killed many.", "Killing", set()),
        ("Neither attacked a convoy.", "Attack", {"target:a convoy"}),
        ("On Monday the two delegations held talks.", "Talks", set()),
        ("On Monday both sides held talks.", "Talks", set()),
        ("Rebels attacked those who fled.", "Attack", {"actor:Rebels"}),
    ],
)
def test_words_that_tell_nothing(nlp: Language, text: str, event: str, parties: set[str]) -> None:
    told = one(nlp, text, event).parties
    assert {party for party in told if not party.startswith("instrument")} == parties


@pytest.mark.parametrize(
    ("text", "event", "party"),
    [
        ("Both brothers attacked a convoy.", "Attack", "actor:Both brothers"),
        ("Some villagers attacked a convoy.", "Attack", "actor:Some villagers"),
        ("Their fighters attacked a convoy.", "Attack", "actor:Their fighters"),
        ("A bomb killed two people.", "Killing", "victim:two people"),
        ("The shelling killed dozens.", "Killing", "victim:dozens"),
        ("The rebel delegations held talks on Monday.", "Talks", "participant:The rebel delegations"),
        ("Hezbollah said they had attacked a convoy.", "Attack", "actor:Hezbollah"),
    ],
)
def test_words_that_tell_somebody(nlp: Language, text: str, event: str, party: str) -> None:
    assert party in one(nlp, text, event).parties

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
        ("On Monday two delegations held talks.", "Talks", set()),
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
        ("On Monday both sides held talks.", "Talks", "participant:both sides"),
        ("The bomb killed nobody.", "Killing", "victim:nobody"),
        ("The rebel delegations held talks on Monday.", "Talks", "participant:The rebel delegations"),
        ("Hezbollah said they had attacked a convoy.", "Attack", "actor:Hezbollah"),
    ],
)
def test_words_that_tell_somebody(nlp: Language, text: str, event: str, party: str) -> None:
    assert party in one(nlp, text, event).parties


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        ("Separatist fighters said on Monday that they had attacked a convoy.", {"Separatist fighters"}),
        ("Villagers told the officers that they had attacked a convoy.", set()),
        ("The farmer said they had attacked a convoy.", set()),
        ("Villagers fled. They had attacked a convoy.", set()),
    ],
)
def test_they_who_speak_of_themselves(nlp: Language, text: str, parties: set[str]) -> None:
    found = one(nlp, text, "Attack").parties
    assert {party.removeprefix("actor:") for party in found if party.startswith("actor:")} == parties

"""Words for parties stay as they are, but "they" who speak of themselves are those who speak."""

import pytest
from spacy.language import Language

from tests.extract.event_aids import one


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
        ("Villagers told the officers that they had attacked a convoy.", {"they"}),
        ("The farmer said they had attacked a convoy.", {"they"}),
        ("Villagers fled. They had attacked a convoy.", {"They"}),
    ],
)
def test_they_who_speak_of_themselves(nlp: Language, text: str, parties: set[str]) -> None:
    found = one(nlp, text, "Attack").parties
    assert {party.removeprefix("actor:") for party in found if party.startswith("actor:")} == parties

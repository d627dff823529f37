"""Whose word an event rests on."""

import pytest
from spacy.language import Language

from tests.extract.event_aids import one


@pytest.mark.parametrize(
    ("text", "event", "source"),
    [
        ("Ukraine said that Russia had attacked the port.", "Attack", "Ukraine"),
        ("Russia attacked the port, Ukraine said.", "Attack", "Ukraine"),
        ("According to Kenya, rebels attacked the port.", "Attack", "Kenya"),
        ("Kenya accused the rebels of attacking the port.", "Attack", "Kenya"),
        ("Russia denied that it had attacked the port.", "Attack", "Russia"),
        ("Iran claimed an attack on the port.", "Attack", "Iran"),
        ("Norway demanded new elections.", "Election", "Norway"),
        ("Norway called for new elections.", "Election", "Norway"),
        ("Kenya threatened an attack on the port.", "Attack", "Kenya"),
        ("TASS quoted a source in Turkey who said that rebels had attacked the port.", "Attack", "source in Turkey"),
        ("Kenya speaks of nine people killed.", "Killing", "Kenya"),
        ("Kenya put the death toll at nine.", "Killing", "Kenya"),
        ("Kenya put the number of its wounded at nine.", "Injury", "Kenya"),
        ("TASS quoted a source in Turkey as saying that rebels had attacked the port.", "Attack", "source"),
    ],
)
def test_sources(nlp: Language, text: str, event: str, source: str) -> None:
    assert one(nlp, text, event).source == source


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Russia attacked the port.", "Attack"),
        ("Ukraine announced an offensive.", "Attack"),
        ("Ukraine condemned the attack.", "Attack"),
        ("Kenya spoke of the killing of the judge.", "Killing"),
        ("Kenya spoke with nine soldiers who were wounded.", "Injury"),
        ("Kenya put nine soldiers at the gate, where they were killed.", "Killing"),
        ("Kenya ordered an attack on the port.", "Attack"),
        ("Ukraine said that it was ready. Rebels attacked the port.", "Attack"),
    ],
)
def test_the_article_says_it(nlp: Language, text: str, event: str) -> None:
    assert one(nlp, text, event).source is None

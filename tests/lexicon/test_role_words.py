"""Every verb and noun of roles ties its person to a post or body in its own example."""

from collections import Counter

import pytest
from spacy.language import Language

from kg.lexicon.role_nouns import role_nouns
from kg.lexicon.role_verbs import role_verbs, verb_uses

PERSON = "Maria Lopez"


def roles_of(nlp: Language, examples: list[str]) -> list[set[str]]:
    """Return for each example the rules of the roles that Maria Lopez has in it."""
    found = []
    with nlp.select_pipes(disable=["kg_statements", "kg_events"]):
        for doc in nlp.pipe(examples):
            names = {key: row["name"] for key, row in doc._.kg_entities.items()}
            found.append({row["rule"] for row in doc._.kg_roles if names[row["person"]] == PERSON})
    return found


def test_every_verb_is_read_in_its_example(nlp: Language) -> None:
    found = roles_of(nlp, [use.example for use in role_verbs()])
    missing = [(use.verb, use.frame) for use, rules in zip(role_verbs(), found, strict=True) if not rules]
    assert missing == []


def test_every_noun_is_read_in_its_example(nlp: Language) -> None:
    entries = list(role_nouns().values())
    found = roles_of(nlp, [entry.example for entry in entries])
    assert [entry.noun for entry, rules in zip(entries, found, strict=True) if not rules] == []


def test_no_use_twice() -> None:
    uses = Counter((use.verb, use.frame, use.phase) for use in role_verbs())
    assert [use for use, times in uses.items() if times > 1] == []


@pytest.mark.parametrize("frame", ["object", "preposition", "passive"])
def test_verbs_without_a_title_name_the_post_they_mean(frame: str) -> None:
    assert [
        use.verb for use in role_verbs() if use.frame == frame and (use.title is None or use.category is None)
    ] == []


@pytest.mark.parametrize("frame", ["preposition", "passive"])
def test_verbs_with_prepositions_say_which(frame: str) -> None:
    assert [use.verb for use in role_verbs() if use.frame == frame and not use.prepositions] == []


def test_uses_by_lemma() -> None:
    assert [use.phase for use in verb_uses("preposition")["defect"]] == ["enters", "leaves"]
    assert "defect" not in verb_uses("object")

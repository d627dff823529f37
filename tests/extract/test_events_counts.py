"""Figures: exact, at least, vague, ranges, and numbers that count nobody."""

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.events.quantities import read_quantity
from kg.extract.events.tree import read_tree
from tests.extract.event_aids import one

VOCAB = spacy.blank("en").vocab


def quantity(words: str) -> tuple[int, int | None] | None:
    """Return the smallest and largest number that `words` tell."""
    tokens = words.split()
    doc = Doc(
        VOCAB, words=tokens, sent_starts=[i == 0 for i in range(len(tokens))], lemmas=tokens, pos=["X"] * len(tokens)
    )
    found = read_quantity(read_tree(doc), 0, len(tokens))
    return None if found is None else (found.lowest, found.highest)


@pytest.mark.parametrize(
    ("words", "bounds"),
    [
        ("12 people", (12, 12)),
        ("3,000 prisoners", (3000, 3000)),
        ("twelve people", (12, 12)),
        ("thirty - one people", (31, 31)),
        ("two dozen people", (24, 24)),
        ("a dozen people", (12, 12)),
        ("half a million people", (500_000, 500_000)),
        ("1.5 million people", (1_500_000, 1_500_000)),
        ("at least 12 people", (12, None)),
        ("no fewer than 12 people", (12, None)),
        ("12 or more people", (12, None)),
        ("more than 70 people", (71, None)),
        ("over 70 people", (71, None)),
        ("up to 20 people", (1, 20)),
        ("as many as 20 people", (1, 20)),
        ("fewer than 20 people", (1, 19)),
        ("nearly 70 people", (63, 70)),
        ("about 70 people", (70, 70)),
        ("between 20 and 30 people", (20, 30)),
        ("20 to 30 people", (20, 30)),
        ("dozens of people", (24, None)),
        ("hundreds of people", (200, None)),
        ("tens of thousands of people", (20_000, None)),
        ("hundreds of thousands of people", (200_000, None)),
        ("several people", (3, None)),
        ("several hundred people", (300, None)),
    ],
)  # fmt: skip
def test_quantities(words: str, bounds: tuple[int, int | None]) -> None:
    assert quantity(words) == bounds


@pytest.mark.parametrize(
    "words", ["the people", "a 3 - year - old girl", "children aged 10", "20 percent", "2 km", "1.5 people"]
)
def test_numbers_that_count_nobody(words: str) -> None:
    assert quantity(words) is None


@pytest.mark.parametrize(
    ("text", "event", "count"),
    [
        ("Shelling killed at least 12 people.", "Killing", ("killed", 12, None)),
        ("Dozens of civilians were wounded in the blast.", "Injury", ("injured", 24, None)),
        ("Police arrested 40 protesters.", "Arrest", ("captured", 40, 40)),
        ("The rebels kidnapped three nurses.", "Abduction", ("captured", 3, 3)),
        ("Fighting displaced 20,000 people.", "Displacement", ("displaced", 20_000, 20_000)),
        ("The armies exchanged 84 prisoners.", "PrisonerExchange", ("exchanged", 84, 84)),
        ("The blast claimed the lives of 11 people.", "Killing", ("killed", 11, 11)),
        ("The death toll from the bombing rose to 45.", "Killing", ("killed", 45, 45)),
        ("Shelling left 12 people dead.", "Killing", ("killed", 12, 12)),
        ("The mayor put the death toll at 17.", "Killing", ("killed", 17, 17)),
        ("The mayor put the number of wounded at more than 30.", "Injury", ("injured", 31, None)),
    ],
)
def test_counts(nlp: Language, text: str, event: str, count: tuple[str, int, int | None]) -> None:
    assert one(nlp, text, event).counts == (count,)


def test_part_of_a_number_stands_beside_the_whole(nlp: Language) -> None:
    assert one(nlp, "The strike killed 5 people, including 2 children.", "Killing").counts == (
        ("killed", 5, 5),
        ("killed", 2, 2),
    )


def test_soldiers_and_civilians_are_kept_apart(nlp: Language) -> None:
    told = one(nlp, "The bombing killed three soldiers and two civilians.", "Killing")
    assert told.counts == (("killed", 3, 3), ("killed", 2, 2))


def test_the_dead_and_the_wounded_are_kept_apart(nlp: Language) -> None:
    text = "The blast killed 12 people and wounded 30."
    assert one(nlp, text, "Killing").counts == (("killed", 12, 12),)
    assert one(nlp, text, "Injury").counts == (("injured", 30, 30),)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Gunmen killed a judge.", "Killing"),
        ("Nine gunmen killed the judge.", "Killing"),
        ("The ministers of three countries held talks.", "Talks"),
        ("The mayor put the number of the wounded's families at nine.", "Injury"),
    ],
)
def test_what_is_not_counted(nlp: Language, text: str, event: str) -> None:
    assert one(nlp, text, event).counts == ()


def test_who_puts_a_toll_at_a_number_is_not_among_the_dead(nlp: Language) -> None:
    assert one(nlp, "The Defense Ministry put the death toll at 17.", "Killing").parties == ()

"""Titles are marked where they are titles, with the words that belong to the post, and nowhere else."""

from collections.abc import Callable

import pytest
from spacy.language import Language

from kg.extract.annotations import NAMES, TITLES, spans_of

type Titles = Callable[[str], list[tuple[str, str, str]]]


@pytest.fixture(scope="module")
def titles(nlp: Language) -> Titles:
    """Return a function that gives the titles of a text: words, category, the lexicon's title."""

    def find(text: str) -> list[tuple[str, str, str]]:
        with nlp.select_pipes(disable=["kg_dates", "kg_mentions", "kg_roles", "kg_statements", "kg_events"]):
            doc = nlp(text)
        return [(span.text, span.label_, span.kb_id_) for span in spans_of(doc, TITLES)]

    return find


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The foreign minister left.", ("foreign minister", "Minister", "foreign minister")),
        ("The deputy interior minister left.", ("deputy interior minister", "DeputyMinister", "minister")),
        ("The deputy commander of the fleet left.", ("deputy commander", "Deputy", "deputy commander")),
        ("The Minister of Foreign Affairs left.", ("Minister of Foreign Affairs", "Minister", "foreign minister")),
        (
            "The minister of defence and security left.",
            ("minister of defence and security", "Minister", "defense minister"),
        ),
        ("The commander-in-chief resigned.", ("commander-in-chief", "MilitaryCommander", "commander-in-chief")),
        ("The army chief of staff left.", ("army chief of staff", "MilitaryCommander", "army chief")),
        ("Lt. Gen. Omar Haddad left.", ("Lt. Gen.", "MilitaryOfficer", "lieutenant general")),
        ("The EU's foreign policy chief Anna Weber left.", ("foreign policy chief", "Head", "chief")),
        ("Interior Minister Anna Weber left.", ("Interior Minister", "Minister", "minister")),
        ("The vice-president left.", ("vice-president", "Deputy", "vice president")),
        ("Two ministers left.", ("ministers", "Minister", "minister")),
        ("The president-elect left.", ("president", "HeadOfState", "president")),
    ],
)
def test_the_words_of_the_post(titles: Titles, text: str, title: tuple[str, str, str]) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "The general election was held on Sunday.",
        "He will head the delegation and chair the talks.",
        "She was hit in the head and fell from her chair.",
        "The army began a major offensive.",
        "The private sector suffered.",
        "The member states agreed.",
        "The Leader, a newspaper in Kigali, reported it.",
        "General Motors closed the plant.",
        "His chief concern was the weather.",
    ],
)
def test_other_senses_are_not_marked(titles: Titles, text: str) -> None:
    assert titles(text) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("NATO chief Jens Stoltenberg left.", "chief"),
        ("The head of the agency left.", "head"),
        ("The agency's head left.", "head"),
        ("She was named as chair.", "chair"),
        ("Major Anna Weber left.", "Major"),
    ],
)
def test_guarded_words_are_marked_where_they_are_titles(titles: Titles, text: str, words: str) -> None:
    assert [title[0] for title in titles(text)] == [words]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The former defense minister left.", "defense minister"),
        ("The acting president left.", "president"),
        ("The alleged leader left.", "leader"),
        ("Right-wing leader Anna Weber left.", "leader"),
        ("The secretary of the Foreign Ministry left.", "secretary"),
        ("Relations under President Weber improved.", "President"),
    ],
)
def test_words_that_are_not_of_the_post_stay_out(titles: Titles, text: str, words: str) -> None:
    assert [title[0] for title in titles(text)] == [words]


def test_two_titles_side_by_side_stay_two(titles: Titles) -> None:
    found = titles("Presidential candidate Sen. Anna Weber left.")
    assert [title[0] for title in found] == ["Presidential candidate", "Sen."]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Pentagon Press Secretary Anna Weber left.", {"Pentagon", "Anna Weber"}),
        ("U.S. Special Presidential Envoy Anna Weber left.", {"U.S.", "Anna Weber"}),
        ("VOA National Security Correspondent Anna Weber left.", {"VOA", "Anna Weber"}),
    ],
)
def test_a_name_ends_where_a_title_begins(nlp: Language, text: str, names: set[str]) -> None:
    with nlp.select_pipes(disable=["kg_dates", "kg_mentions", "kg_roles", "kg_statements", "kg_events"]):
        assert {span.text for span in spans_of(nlp(text), NAMES)} == names


@pytest.mark.parametrize("text", ["The Security Council met on Monday.", "General Motors closed the plant."])
def test_a_name_with_a_word_of_titles_stays_whole(nlp: Language, text: str) -> None:
    with nlp.select_pipes(disable=["kg_dates", "kg_mentions", "kg_roles", "kg_statements", "kg_events"]):
        assert [len(span) for span in spans_of(nlp(text), NAMES)] == [2]


def test_a_chief_before_a_rank_is_no_part_of_it(titles: Titles) -> None:
    assert ("Gen.", "MilitaryOfficer", "general") in titles("The Guard chief Gen. Omar Haddad left.")


def test_a_title_ends_before_a_name_that_its_longer_form_would_cut(titles: Titles) -> None:
    found = titles("Anna Weber is a member of the Board of Directors of Harvard University.")
    assert [title for _, _, title in found] == ["member"]


def test_the_longest_title_is_marked_where_no_name_stands(titles: Titles) -> None:
    assert [title for _, _, title in titles("Anna Weber is a member of parliament.")] == ["member of parliament"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anna Weber, a high-profile activist, left.", "activist"),
        ("Anna Weber, a right-wing leader, left.", "leader"),
        ("Anna Weber, the vice-president, left.", "vice-president"),
    ],
)
def test_words_joined_by_a_dash(titles: Titles, text: str, words: str) -> None:
    assert [found for found, _, _ in titles(text)] == [words]

"""Every title and every word before titles is read in its own example; entries agree with the ontology."""

from collections import Counter
from typing import get_args

import pytest
from spacy.language import Language

from kg.extract.annotations import TITLES, spans_of
from kg.lexicon.titles import Category, doubt_words, status_words, title_by_name, title_modifiers, titles
from kg.vocabulary import ROLE_CATEGORIES

OTHERS = ["kg_dates", "kg_roles", "kg_statements", "kg_events"]


@pytest.fixture(scope="module")
def marked(nlp: Language) -> dict[str, list[tuple[str, str]]]:
    """Return for each example the titles marked in it: their words and the entry's title."""
    examples = [entry.example for entry in titles()] + [entry.example for entry in title_modifiers()]
    with nlp.select_pipes(disable=OTHERS):
        docs = list(nlp.pipe(examples))
    return {
        example: [(span.text.lower(), span.kb_id_) for span in spans_of(doc, TITLES)]
        for example, doc in zip(examples, docs, strict=True)
    }


def test_every_title_is_marked_in_its_example(marked: dict[str, list[tuple[str, str]]]) -> None:
    missing = [t.title for t in titles() if t.title not in {title for _, title in marked[t.example]}]
    assert missing == []


def test_words_of_the_post_are_marked_and_words_of_status_are_not(marked: dict[str, list[tuple[str, str]]]) -> None:
    wrong = []
    for entry in title_modifiers():
        words = marked[entry.example][0][0].replace("-", " ").split()
        if (entry.word in words) != (entry.kind in {"field", "rank"}):
            wrong.append((entry.word, words))
    assert wrong == []


def test_no_spelling_stands_for_two_titles() -> None:
    spellings = Counter(form for title in titles() for form in {title.title, title.plural, *title.forms})
    assert [form for form, times in spellings.items() if times > 1] == []


def test_categories_are_those_of_the_ontology() -> None:
    assert set(get_args(Category)) == set(ROLE_CATEGORIES)


def test_status_words_have_a_status_and_no_others() -> None:
    assert [e.word for e in title_modifiers() if (e.kind == "status") != (e.status is not None)] == []
    assert status_words()["former"] == "former"
    assert "alleged" in doubt_words()


def test_tables_by_name() -> None:
    assert title_by_name()["foreign minister"].category == "Minister"
    assert title_by_name()["president"].holder
    assert not title_by_name()["member"].holder

"""Names that titles, ages and verbs show to be people's, whatever the model said; and bodies taken for people."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extract.annotations import NAMES, set_spans, spans_of
from kg.extract.titles.people import note_people

type Labels = Callable[[str, str, str], list[str]]


@pytest.fixture(scope="module")
def labels(nlp: Language) -> Labels:
    """Return a function that gives the classes of a name whose class the model is made to get wrong."""

    def find(text: str, name: str, label: str) -> list[str]:
        with nlp.select_pipes(disable=["kg_dates", "kg_mentions", "kg_roles", "kg_statements", "kg_events"]):
            doc = nlp(text)
        set_spans(doc, NAMES, [])
        start = next(t.i for t in doc if doc[t.i : t.i + len(name.split())].text == name)
        if label:
            set_spans(doc, NAMES, [Span(doc, start, start + len(name.split()), label=label, span_id="name")])
        return read_again(nlp, doc, name)

    return find


def read_again(nlp: Language, doc: Doc, name: str) -> list[str]:
    """Return the classes of `name` after kg_titles has read `doc` with the names it has now."""
    doc = nlp.get_pipe("kg_titles")(doc)
    return [span.label_ for span in spans_of(doc, NAMES) if span.text == name]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tarvin, 53, voted for the bill.", "Tarvin"),
        ("Tarvin, who led the party, resigned.", "Tarvin"),
        ("Tarvin is professor of history at Yale.", "Tarvin"),
        ("Tarvin served as ambassador to Chad.", "Tarvin"),
        ("They met Tarvin, presidential candidate of the left.", "Tarvin"),
        ("Judge Tarvin closed the case.", "Tarvin"),
        ("Tarvin retired in May.", "Tarvin"),
        ("Tarvin was appointed on Monday.", "Tarvin"),
    ],
)
def test_people_taken_for_organizations(labels: Labels, text: str, name: str) -> None:
    assert labels(text, name, "Organization") == ["Person"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Tarvin is a leader in solar power.", "Tarvin"),
        ("Tarvin, a member of the cartel, closed.", "Tarvin"),
        ("Tarvin, who have lost twice, play again.", "Tarvin"),
        ("Tarvin, 1,200 strong, marched on.", "Tarvin"),
        ("The talks with Tarvin failed.", "Tarvin"),
    ],
)
def test_organizations_stay(labels: Labels, text: str, name: str) -> None:
    assert labels(text, name, "Organization") == ["Organization"]


@pytest.mark.parametrize("text", ["He lives in Tarvin, who knows why.", "She came from Tarvin, 53, with a bag."])
def test_places_people_are_in_stay_places(labels: Labels, text: str) -> None:
    assert labels(text, "Tarvin", "Place") == ["Place"]


@pytest.mark.parametrize(
    "text", ["Tarvin is the founder of a school.", "Tarvin, a judge, left.", "Tarvin served as ambassador."]
)
def test_names_that_the_model_passed_over(labels: Labels, text: str) -> None:
    assert labels(text, "Tarvin", "") == ["Person"]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Tarvin burned all night.", "Tarvin"),
        ("December was the judge of it.", "December"),
        ("The judge saw Tarvin.", "Tarvin"),
    ],
)
def test_no_name_without_a_reason(labels: Labels, text: str, word: str) -> None:
    assert labels(text, word, "") == []


@pytest.mark.parametrize("text", ["Tarvin president Anna Weber left.", "Anna Weber, a Tarvin employee, left."])
def test_bodies_taken_for_people(nlp: Language, text: str) -> None:
    doc = nlp(text)
    names = [span for span in spans_of(doc, NAMES) if span.text != "Tarvin"]
    i = next(token.i for token in doc if token.text == "Tarvin")
    set_spans(doc, NAMES, [Span(doc, i, i + 1, label="Person", span_id="name"), *names])
    assert read_again(nlp, doc, "Tarvin") == ["Organization"]


@pytest.mark.parametrize("text", ["Tarvin spokesman Anna Weber left.", "Tarvin's president Anna Weber left."])
def test_people_before_their_staff_stay_people(nlp: Language, text: str) -> None:
    doc = nlp(text)
    names = [span for span in spans_of(doc, NAMES) if span.text != "Tarvin"]
    i = next(token.i for token in doc if token.text == "Tarvin")
    set_spans(doc, NAMES, [Span(doc, i, i + 1, label="Person", span_id="name"), *names])
    assert read_again(nlp, doc, "Tarvin") == ["Person"]


def test_a_field_that_the_model_took_for_an_organization_goes(nlp: Language) -> None:
    doc = nlp("Interior Minister Anna Weber left.")
    assert [span.text for span in spans_of(doc, NAMES)] == ["Anna Weber"]


def test_without_titles_nothing_changes(nlp: Language) -> None:
    doc = nlp("The rain fell on Berlin.")
    before = [(span.text, span.label_) for span in spans_of(doc, NAMES)]
    note_people(doc, [token.lower_ for token in doc], [])
    assert [(span.text, span.label_) for span in spans_of(doc, NAMES)] == before

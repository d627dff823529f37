"""Quotation marks are paired: all kinds of marks, over sentences and paragraphs, with marks missing."""

import pytest
from spacy.language import Language

from kg.extract.statements.quotes import find_regions
from kg.extract.statements.text import read_text


def quoted(text: str) -> list[str]:
    return [text[region.start : region.end] for region in find_regions(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("He said “we stay” and “we fight.”", ["“we stay”", "“we fight.”"]),
        ('"We stay," he said. "We fight."', ['"We stay,"', '"We fight."']),
        ("''We stay,'' he said.", ["''We stay,''"]),
        ("``We stay,'' he said.", ["``We stay,''"]),
        ("«Nous restons», he said.", ["«Nous restons»"]),
        ("‘It’s over,’ he said, ‘for us.’", ["‘It’s over,’", "‘for us.’"]),
        ("'The soldiers' boots were wet,' he said.", ["'The soldiers' boots were wet,'"]),
        ("“She told me ‘go’ and I went,” he said.", ["“She told me ‘go’ and I went,”"]),
        ("‘She told me “go” and I went,’ he said.", ["‘She told me “go” and I went,’"]),
        ("”We stay,” he said.", ["”We stay,”"]),
        ('He wrote of the "African route," " she said.', ['"African route,"']),
        ("“One sentence. Two sentences. Three,” he said.", ["“One sentence. Two sentences. Three,”"]),
    ],
)
def test_marks_are_paired(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The soldiers' boots and the officers' coats were wet.",
        "It’s the army’s job, isn’t it?",
        "In the '90s the pilots' union struck.",
        "The gap was 3' wide and 4' deep.",
        "No marks at all.",
    ],
)
def test_apostrophes_are_no_quotations(text: str) -> None:
    assert quoted(text) == []


def test_paragraphs_that_open_anew() -> None:
    regions = find_regions("“First.\n“Second.\n“Third,” he said.\n“Fourth.”")
    assert [region.goes_on for region in regions] == [True, True, False, False]
    assert [region.closed for region in regions] == [False, False, True, True]


def test_paragraphs_that_do_not_open_anew() -> None:
    assert quoted("“First line.\nSecond line.\nThird line,” he said.") == ["“First line.\nSecond line.\nThird line,”"]


def test_an_unclosed_quotation_ends_with_its_paragraph() -> None:
    assert quoted("He called them “bandits.\nThe army left.") == ["“bandits."]
    assert quoted("He called them “bandits.\nThe army “left” town.") == ["“bandits.", "“left”"]


def test_a_missing_opening_mark() -> None:
    assert quoted("The war is over for all of us,” he said.") == ["The war is over for all of us,”"]
    assert quoted("A rod 6” long was found near the old mill.") == []


def test_quotations_become_tokens(nlp: Language) -> None:
    doc = nlp("The mayor said: “We stay. We fight.” Nobody left.")
    text = read_text(doc)
    assert [doc[quote.start : quote.end].text for quote in text.quotes] == ["“We stay. We fight.”"]
    assert {i for i, number in enumerate(text.quote_at) if number == 0} == set(
        range(text.quotes[0].start, text.quotes[0].end)
    )


def test_empty_marks_are_no_quotation(nlp: Language) -> None:
    assert read_text(nlp("The sign read “” and nothing else.")).quotes == []


def test_a_mark_lost_at_the_end_of_a_sentence_ends_the_quotation_with_its_line() -> None:
    text = "He spoke of the “next great war.\nA picture shows him.\nWe are ready,” he said."
    assert next(text[region.start : region.end] for region in find_regions(text)) == "“next great war."


def test_a_quotation_of_several_lines_goes_on() -> None:
    text = "“The war is over.\nWe have won,” he said."
    assert [text[region.start : region.end] for region in find_regions(text)] == ["“The war is over.\nWe have won,”"]

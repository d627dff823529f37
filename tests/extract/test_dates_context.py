"""The day of writing, the dateline, histories without either, and what stays open rather than guessed."""

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract import annotations
from kg.extract.annotations import DATES
from kg.extract.dates.component import dates
from kg.extract.dates.grammar import compiled, number_of
from kg.extract.dates.words import alphabet
from kg.extract.timex import bounds, is_value
from tests.extract.date_aids import values_in

FIGURES = (
    "1 5 13 24 31 32 99 100 1945 2000 2024 2,000 2½ 1/2 10/26/89 23/7 2025-07-23 23.07.2025 14:30 0735 1430hrs 1st "
    "22nd 132nd 1990s 90s '90s 470s mid-1990s pre-1967 Q3 H1 FY2024 '89 23–25 1957–60 1,000,000 2/29/2023 31/12/9999"
).split()
WORDS = [*sorted(alphabet().words), *FIGURES, "Monday", "May", "March", "people"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("KYIV, 22 July 2025 — Troops said on Monday that they had left.", ["2025-07-22", "2025-07-21"]),
        ("(LONDON, July 22, 2025) — Troops left on Monday.", ["2025-07-22", "2025-07-21"]),
        ("WARSAW, February 26, 1999 (Agency) -- The president signed on Friday.", ["1999-02-26", "1999-02-26"]),
    ],
)
def test_the_dateline_is_the_day_of_writing_where_no_other_is_known(
    nlp: Language, text: str, values: list[str]
) -> None:
    assert values_in(nlp, text, published=None) == values


@pytest.mark.parametrize(
    "line",
    [
        "KYIV, July 20 — ",
        "LONDON (Agency) July 20 - ",
        "BEIRUT, Lebanon, July 20 (Agency) - ",
        "Beirut, July 20 (Agency) - ",
        "July 20, 2025 - ",
        "20 July 2025\n",
        "Talks fail in Geneva\nPublished: Sunday, 20 July 2025\n",
        "Updated July 20, 2025 at 14:30 GMT\n",
    ],
)
def test_a_dateline_has_many_forms(nlp: Language, line: str) -> None:
    assert values_in(nlp, line + "Shelling resumed today.")[-1] == "2025-07-20"


@pytest.mark.parametrize(
    "line",
    [
        "On 20 July (a Sunday) the ministers met. ",
        "The ministers met on 20 July - a week after the raid. ",
        "20 July 2025: The ministers met.\n",
        "A photo of July 20, 2025\n",
        "Ministers met on July 20\n",
        "KYIV, 22 July 1995 - ",
        "KYIV, 25 July 2025 - ",
    ],
)
def test_what_is_told_first_is_not_always_the_dateline(nlp: Language, line: str) -> None:
    assert values_in(nlp, line + "Shelling resumed today.")[-1] == "2025-07-22"


def test_the_dateline_counts_before_the_day_of_publication(nlp: Language) -> None:
    text = "WARSAW, July 20 (Agency) -- The president said on Sunday that he would sign tomorrow."
    assert values_in(nlp, text) == ["2025-07-20", "2025-07-20", "2025-07-21"]


def test_a_date_in_the_text_is_no_dateline(nlp: Language) -> None:
    assert values_in(nlp, "The president signed on July 20 (Sunday), and left yesterday.")[-1] == "2025-07-21"


@pytest.mark.parametrize("published", [None, "2025-02-30", "0001-01-01"])
def test_without_a_day_of_writing_dates_stay_open(nlp: Language, published: str | None) -> None:
    text = (
        "On Wednesday, he left. Yesterday he spoke. He resigns on May 16. Last week it rained. Now he is gone. "
        "In June he came."
    )
    expected = ["XXXX-WXX-3", "XXXX-XX-XX", "XXXX-05-16", "XXXX-WXX", "PRESENT_REF", "XXXX-06"]
    assert values_in(nlp, text, published=published) == expected


def test_weekdays_of_undated_news_are_not_counted_from_old_wars(nlp: Language) -> None:
    text = "The invasion began on 24 February 2022. On Monday, the envoy said he would leave on Friday."
    assert values_in(nlp, text, published=None) == ["2022-02-24", "XXXX-WXX-1", "XXXX-WXX-5"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        (
            "In December 1941 the war spread. In January the port fell. By March the island was lost.",
            ["1941-12", "1942-01", "1942-03"],
        ),
        (
            "On 5 May 1940 they landed. Two days later they left. The following month it fell. On June 22 they met.",
            ["1940-05-05", "1940-05-07", "1940-06", "1940-06-22"],
        ),
        ("In 1943 the army regrouped. During the summer it attacked.", ["1943", "1943-SU"]),
        ("The siege began in October 1944. It had been planned in August.", ["1944-10", "1944-08"]),
    ],
)
def test_a_history_goes_on_from_the_dates_it_told(nlp: Language, text: str, values: list[str]) -> None:
    assert values_in(nlp, text, published=None) == values


def test_a_day_far_off_takes_the_year_that_the_article_gives_it(nlp: Language) -> None:
    text = "The October 7 attack began the war. It was on October 7, 2023, that the fighters came."
    assert values_in(nlp, text) == ["2023-10-07", "2023-10-07"]


def test_a_day_far_off_that_is_part_of_a_name_stays_open(nlp: Language) -> None:
    assert values_in(nlp, "The October 8 attack began the war.") == ["XXXX-10-08"]
    assert values_in(nlp, "The July 8 attack killed two.") == ["2025-07-08"]


@pytest.mark.parametrize(
    ("text", "published", "value"),
    [
        ("The October 7 attack began the war.", "2025-07-22", "2023-10-07"),
        ("The October 7 attack began the war.", None, "2023-10-07"),
        ("The Sept. 11 attacks shook the city.", "2024-09-25", "2001-09-11"),
        ("They tried the officers of the July 15 coup attempt.", "2019-02-01", "2016-07-15"),
        ("The October 7 attack killed two.", "2025-10-09", "2025-10-07"),
        ("The October 7 attack killed two.", "2019-10-30", "2019-10-07"),
        ("The October 7 meeting was short.", "2025-10-30", "2025-10-07"),
        ("They met on October 7.", "2025-10-30", "2025-10-07"),
    ],
)
def test_a_day_that_all_know_by_its_noun_has_its_year(nlp: Language, text: str, published: str, value: str) -> None:
    assert values_in(nlp, text, published=published) == [value]


def test_expressions_are_numbered_in_order(nlp: Language) -> None:
    doc = nlp("He came in 2020 and left in 2024.")
    assert [span.id_ for span in doc.spans[DATES]] == ["t1", "t2"]


def test_a_rule_that_names_an_unknown_word_is_refused() -> None:
    with pytest.raises(KeyError, match="=flibber"):
        compiled("month:MONTH flibber")


@pytest.mark.parametrize(
    ("words", "number"),
    [
        (["twenty", "-", "two"], 22),
        (["2", "1/2"], 2.5),
        (["2½"], 2.5),
        (["one", "hundred", "and", "five"], 105),
        (["a", "dozen"], 12),
        (["1,000"], 1000),
    ],
)
def test_numbers_are_read_in_words_and_figures(words: list[str], number: float) -> None:
    assert number_of(words) == number


@settings(max_examples=300)
@given(
    words=st.lists(st.sampled_from(WORDS), max_size=14),
    published=st.sampled_from([None, "2025-07-22", "2024-02-29", "9999-12-31"]),
)
def test_whatever_the_words_the_values_are_well_formed(words: list[str], published: str | None) -> None:
    annotations.register()
    doc = Doc(spacy.blank("en").vocab, words=words)
    doc._.kg_published = published
    for span in dates(doc).spans[DATES]:
        assert is_value(span.kb_id_), (span.text, span.kb_id_)
        assert span.label_ in {"DATE", "TIME", "DURATION", "SET"}
        days = bounds(span.kb_id_)
        assert days is None or days[0] <= days[1]

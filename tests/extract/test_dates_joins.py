"""Expressions made of others: ranges that share a year, weekday and date, day and time, "early", "the end of"."""

import pytest
from spacy.language import Language

from tests.extract.date_aids import Found, dates_in, values_in


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Between 3 and 5 May, 12 people died.", ["2025-05-03", "2025-05-05"]),
        ("They met from May 16 to June 2.", ["2025-05-16", "2025-06-02"]),
        ("They met on May 16 and June 2, 2024.", ["2024-05-16", "2024-06-02"]),
        ("They met on July 3-5, 2024.", ["2024-07-03", "2024-07-05"]),
        ("They met on 6-7 February 1920.", ["1920-02-06", "1920-02-07"]),
        ("They met on April 24 and 25.", ["2025-04-24", "2025-04-25"]),
        ("Elections were held in April and June 1955.", ["1955-04", "1955-06"]),
        ("It lasted from November to March 1944.", ["1943-11", "1944-03"]),
        ("The war of 1992-95 was brutal.", ["1992", "1995"]),
        ("The revolt lasted from 499 to 493 BC.", ["BC0499", "BC0493"]),
        ("They met in the summer and autumn of 1943.", ["1943-SU", "1943-FA"]),
        ("It went on from Monday to Friday.", ["2025-07-14", "2025-07-18"]),
        ("It will go on from Thursday to Saturday.", ["2025-07-24", "2025-07-26"]),
        ("Between Sunday and Tuesday, twenty people were killed.", ["2025-07-20", "2025-07-22"]),
        ("They met on Monday and Sunday.", ["2025-07-21", "2025-07-20"]),
    ],
)
def test_members_of_a_range_share_what_one_of_them_says(nlp: Language, text: str, values: list[str]) -> None:
    assert values_in(nlp, text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("On May 3, 20 soldiers died.", ["2025-05-03"]),
        ("Between 3 and 5 people died in May.", ["2025-05"]),
        ("From 1990 to 400 soldiers remained.", ["1990"]),
    ],
)
def test_counts_beside_a_date_are_no_part_of_it(nlp: Language, text: str, values: list[str]) -> None:
    assert values_in(nlp, text) == values


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("They met on Tuesday, 15 July 2025.", [Found("Tuesday, 15 July 2025", "DATE", "2025-07-15")]),
        ("They met on Sat 12 July.", [Found("Sat 12 July", "DATE", "2025-07-12")]),
        ("They met on Tuesday, the 15th.", [Found("Tuesday, the 15th", "DATE", "2025-07-15")]),
        ("They met on Monday night.", [Found("Monday night", "TIME", "2025-07-21TNI")]),
        ("They met early on Monday morning.", [Found("early on Monday morning", "TIME", "2025-07-21TMO")]),
        ("They met in the early hours of Monday.", [Found("the early hours of Monday", "TIME", "2025-07-21TMO")]),
        ("They met on the night of 13 February.", [Found("the night of 13 February", "TIME", "2025-02-13TNI")]),
        ("They met late on Monday.", [Found("late on Monday", "DATE", "2025-07-21")]),
        ("They met last Tuesday night.", [Found("last Tuesday night", "TIME", "2025-07-15TNI")]),
    ],
)
def test_a_day_and_what_narrows_it_are_one(nlp: Language, text: str, found: list[Found]) -> None:
    assert dates_in(nlp, text) == found


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They met at midnight on Friday.", ["2025-07-18T24:00", "2025-07-18"]),
        ("They met at 10 a.m. Tuesday.", ["2025-07-22T10:00"]),
        ("They met at around 10 p.m. on Tuesday.", ["2025-07-22T22:00", "2025-07-22"]),
        ("They met on Monday at 14:30 local time.", ["2025-07-21", "2025-07-21T14:30"]),
        ("They met at 9 o'clock in the evening on Monday.", ["2025-07-21T21:00", "2025-07-21"]),
        ("It expires at 10 a.m. (0700 GMT) on Saturday.", ["2025-07-26T10:00", "2025-07-26T07:00", "2025-07-26"]),
        ("On 5 May 2024 the guns fell silent at 14:30.", ["2024-05-05", "2024-05-05T14:30"]),
        ("On 5 May 2024, at 1430 hours, the guns fell silent.", ["2024-05-05", "2024-05-05T14:30"]),
        ("On 5 May 2024 the assault began at dawn.", ["2024-05-05", "2024-05-05TMO"]),
        ("The truce begins at noon.", ["2025-07-22T12:00"]),
        ("They travel at night.", ["XXXX-XX-XXTNI"]),
    ],
)
def test_times_of_day_find_their_day(nlp: Language, text: str, values: list[str]) -> None:
    assert values_in(nlp, text) == values


@pytest.mark.parametrize(
    "text",
    [
        "The team won 3:2 in the end.",
        "He read John 3:16 aloud.",
        "A night raid killed two.",
        "Good morning, he said.",
        "It weighs 10 kg.",
    ],
)
def test_scores_verses_and_greetings_are_no_times(nlp: Language, text: str) -> None:
    assert values_in(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met in early September 1939.", "1939-09"),
        ("They met in mid-July.", "2025-07"),
        ("They left by the end of 1944.", "1944"),
        ("They left by the end of March 1944.", "1944-03"),
        ("They left in the middle of May.", "2025-05"),
        ("They left toward the end of the 1990s.", "199"),
        ("They left in the first half of May.", "2025-05"),
        ("They stayed for much of 2023.", "2023"),
        ("They stayed for the rest of last year.", "2024"),
        ("They left around 1943.", "1943"),
    ],
)
def test_words_that_narrow_a_date_keep_its_value(nlp: Language, text: str, value: str) -> None:
    assert values_in(nlp, text) == [value]

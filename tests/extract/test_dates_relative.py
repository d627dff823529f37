"""Dates that count from the day of writing or from what was told: deictics, weekdays, "ago", "the next day"."""

import pytest
from spacy.language import Language

from tests.extract.date_aids import dates_in, values_in


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The talks resumed today.", ["2025-07-22"]),
        ("The talks resumed yesterday and end tomorrow.", ["2025-07-21", "2025-07-23"]),
        ("They had met the day before yesterday.", ["2025-07-20"]),
        ("The talks resume the day after tomorrow.", ["2025-07-24"]),
        ("The curfew begins tonight.", ["2025-07-22TNI"]),
        ("Rockets fell last night.", ["2025-07-21TNI"]),
        ("Shelling resumed this morning.", ["2025-07-22TMO"]),
        ("Drones attacked the port overnight.", ["2025-07-21TNI"]),
        ("Fighting raged overnight into Tuesday.", ["2025-07-21TNI"]),
        ("The city is now calm.", ["PRESENT_REF"]),
        ("He recently resigned.", ["PAST_REF"]),
        ("They are preparing for the future.", ["FUTURE_REF"]),
        ("Clashes have grown fiercer in recent months.", ["PAST_REF"]),
        ("He will resign in the coming days.", ["FUTURE_REF"]),
        ("At the time, he was a general.", ["PAST_REF"]),
    ],
)
def test_the_day_of_writing_is_what_deictics_count_from(nlp: Language, text: str, values: list[str]) -> None:
    assert values_in(nlp, text) == values


@pytest.mark.parametrize(
    "text",
    [
        "They marched past the border.",
        "Electric current passed through the wire.",
        "Futures traded higher in the capital.",
        "At the time of the attack he slept.",
        "It was the first time they met.",
        "They did so from time to time.",
    ],
)
def test_words_that_only_look_deictic(nlp: Language, text: str) -> None:
    assert values_in(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The ministers met on Friday.", "2025-07-18"),
        ("The ministers will meet on Friday.", "2025-07-25"),
        ("The ministers are to meet on Friday.", "2025-07-25"),
        ("The ministers meet on Friday.", "2025-07-25"),
        ("The meeting is planned for Wednesday.", "2025-07-23"),
        ("The deadline expires on Sunday.", "2025-07-27"),
        ("The vote was delayed until Monday.", "2025-07-28"),
        ("He is going to leave on Thursday.", "2025-07-24"),
        ("The ministers have met since Thursday.", "2025-07-17"),
        ("He said on Tuesday that he was ready.", "2025-07-22"),
        ("Friday's attack killed three people.", "2025-07-18"),
        ("Sunday's election will decide.", "2025-07-27"),
        ("They left last Tuesday.", "2025-07-15"),
        ("They will leave next Tuesday.", "2025-07-29"),
        ("They met last Friday.", "2025-07-18"),
        ("The teams will meet again on Wednesday, the envoy confirmed, for a third round.", "2025-07-23"),
        ("The paper proposed a meeting on Thursday.", "2025-07-24"),
        ("She called a meeting of the council for Thursday.", "2025-07-24"),
        ("He ordered the troops to cease fire from Friday.", "2025-07-25"),
        ("The deadline of Friday passed.", "2025-07-18"),
        ("They kept the deadline of Friday.", "2025-07-25"),
    ],
)
def test_weekdays_follow_the_tense(nlp: Language, text: str, value: str) -> None:
    assert values_in(nlp, text) == [value]


@pytest.mark.parametrize(
    "text",
    [
        "The Sunday Times reported it.",
        "Shops prepare for Black Friday.",
        "The Friday Mosque was hit.",
        "Sun rose over the hills.",
    ],
)
def test_names_are_no_weekdays(nlp: Language, text: str) -> None:
    assert values_in(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("They met on May 16.", "2025-05-16"),
        ("They will meet on August 2.", "2025-08-02"),
        ("They will meet on January 5.", "2026-01-05"),
        ("They met on December 5.", "2024-12-05"),
        ("He resigned in May.", "2025-05"),
        ("He resigned in November.", "2024-11"),
        ("He will resign in November.", "2025-11"),
        ("He was arrested in July.", "2025-07"),
        ("He was arrested last July.", "2024-07"),
        ("He was arrested in March last year.", "2024-03"),
        ("He will retire in June next year.", "2026-06"),
        ("The May 16 meeting failed.", "2025-05-16"),
    ],
)
def test_the_year_comes_from_the_day_of_writing_and_the_tense(nlp: Language, text: str, value: str) -> None:
    assert values_in(nlp, text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It began last week.", "2025-W29"),
        ("It began earlier this month.", "2025-07"),
        ("It will end later this year.", "2025"),
        ("It ended last year.", "2024"),
        ("It will end next month.", "2025-08"),
        ("It ended in the last decade.", "201"),
        ("It was the bloodiest war of this century.", "20"),
        ("They met last weekend.", "2025-W29-WE"),
        ("They will meet at the weekend.", "2025-W30-WE"),
        ("It will be over by the end of the year.", "2025"),
        ("It will be over by the end of next week.", "2025-W31"),
        ("It grew in the last quarter.", "2025-Q2"),
    ],
)
def test_weeks_months_and_years_are_counted_from_the_day_of_writing(nlp: Language, text: str, value: str) -> None:
    assert values_in(nlp, text) == [value]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He fled two days ago.", "2025-07-20"),
        ("He fled six weeks ago.", "2025-W24"),
        ("He fled nearly four years ago.", "2021"),
        ("He fled a decade ago.", "2015"),
        ("He fled two and a half years ago.", "2023-01"),
        ("He fled a few days ago.", "PAST_REF"),
        ("He fled decades ago.", "PAST_REF"),
        ("He fled three hours ago.", "PAST_REF"),
        ("He fled a million years ago.", "PAST_REF"),
    ],
)
def test_ago_counts_back_in_the_unit_it_names(nlp: Language, text: str, value: str) -> None:
    assert values_in(nlp, text) == [value]


@pytest.mark.parametrize(
    ("second", "value"),
    [
        ("Two days later, the city fell.", "2022-02-26"),
        ("The next day, the city fell.", "2022-02-25"),
        ("The following day the city fell.", "2022-02-25"),
        ("The day before, troops had gathered.", "2022-02-23"),
        ("Three weeks earlier, troops had gathered.", "2022-W05"),
        ("The following month, they withdrew.", "2022-03"),
        ("The same day, the president spoke.", "2022-02-24"),
        ("That evening, the president spoke.", "2022-02-24TEV"),
        ("The next morning, the president spoke.", "2022-02-25TMO"),
        ("Later that month, the port fell.", "2022-02"),
        ("The previous year, they had signed a deal.", "2021"),
        ("A year later, the war went on.", "2023"),
        ("The capital was hit on the 28th.", "2022-02-28"),
        ("A few days later, the port fell.", "FUTURE_REF"),
    ],
)
def test_what_was_told_is_what_later_dates_count_from(nlp: Language, second: str, value: str) -> None:
    assert values_in(nlp, f"The invasion began on 24 February 2022. {second}") == ["2022-02-24", value]


def test_a_date_ahead_of_the_writing_is_not_past(nlp: Language) -> None:
    assert values_in(nlp, "He was born on 1 June 2025. Two years later, he spoke.") == ["2025-06-01", "XXXX"]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("It happened two weeks after June 5.", ["2025-06-19"]),
        ("It happened the day before last Tuesday.", ["2025-07-14"]),
        ("It happened three days before Christmas 2023.", ["2023-12-22"]),
        ("It will happen a week from Monday.", ["2025-08-04"]),
        ("The court sits in the week of March 6, 2000.", ["2000-W10"]),
        ("They met on October 8, 2023, a day after the raid began.", ["2023-10-08", "2023-10-07"]),
        ("They met in January 2024, two months after the raid.", ["2024-01", "2023-11"]),
    ],
)
def test_distances_from_a_date_give_a_date(nlp: Language, text: str, values: list[str]) -> None:
    assert values_in(nlp, text) == values


@pytest.mark.parametrize(
    "text",
    ["He spoke six months after the coup.", "It came three days before the vote.", "A week after the vote he left."],
)
def test_distances_from_an_event_are_durations(nlp: Language, text: str) -> None:
    assert [found.type for found in dates_in(nlp, text)] == ["DURATION"]

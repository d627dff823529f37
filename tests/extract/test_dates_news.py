"""How news tells the time: overnight, hours later, earlier in the week, ranges, past wars and anniversaries in it."""

import pytest
from spacy.language import Language

from tests.extract.date_aids import Found, dates_in, values_in


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Drones attacked the port overnight.", "2025-07-21TNI"),
        ("The overnight attack will be investigated.", "2025-07-21TNI"),
        ("Drones attacked the port on Sunday overnight.", "2025-07-20TNI"),
        ("Drones attacked the port overnight into Monday.", "2025-07-20TNI"),
        ("A curfew will be in force overnight.", "2025-07-22TNI"),
        ("The night before last, drones attacked the port.", "2025-07-20TNI"),
        ("They attacked in the early hours of Sunday.", "2025-07-20TMO"),
        ("They attacked in the small hours of 20 July.", "2025-07-20TMO"),
        ("They attacked in the early hours.", "2025-07-22TMO"),
        ("They attacked late on Monday.", "2025-07-21"),
        ("They attacked late Monday.", "2025-07-21"),
        ("They attacked early on Monday morning.", "2025-07-21TMO"),
        ("They will attack late on Thursday.", "2025-07-24"),
    ],
)
def test_nights_and_the_edges_of_days(nlp: Language, text: str, value: str) -> None:
    assert values_in(nlp, text) == [value]


def test_a_night_lasts_from_one_day_to_the_next(nlp: Language) -> None:
    text = "In the night from Saturday to Sunday, drones struck the depot."
    assert values_in(nlp, text) == ["2025-07-19TNI", "2025-07-20"]


@pytest.mark.parametrize(
    "text",
    ["The war will not be won overnight.", "Peace cannot be built overnight.", "The boy became famous overnight."],
)
def test_a_sudden_change_is_no_night(nlp: Language, text: str) -> None:
    assert values_in(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("On Sunday at 10 p.m. the depot was hit. Two hours later, it blew up.", "2025-07-21T00:00"),
        ("At 14:30 on Sunday the depot was hit. Forty minutes later, it blew up.", "2025-07-20T15:10"),
        ("At 00:30 on Sunday the depot was hit. An hour earlier, sirens had sounded.", "2025-07-19T23:30"),
        ("On Sunday the depot was hit. Hours later, it blew up.", "2025-07-20TXX"),
        ("On Sunday the depot was hit. An hour later, it blew up.", "2025-07-20TXX"),
        ("On Sunday the depot was hit. Eighteen hours later, it blew up.", "XXXX-XX-XXTXX"),
        ("On Sunday night the depot was hit. Hours later, it blew up.", "XXXX-XX-XXTXX"),
    ],
)
def test_hours_count_from_the_time_told_last(nlp: Language, text: str, found: str) -> None:
    last = dates_in(nlp, text)[-1]
    assert (last.type, last.value) == ("TIME", found)


@pytest.mark.parametrize("text", ["Hours later, it blew up.", "He fled three hours ago.", "It took two hours."])
def test_hours_after_nothing_are_no_time(nlp: Language, text: str) -> None:
    assert [found.type for found in dates_in(nlp, text)] != ["TIME"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("On Sunday the mayor resigned. Earlier in the week, he had been ill.", "2025-W29"),
        ("On 3 June the mayor resigned. Later in the month, the town fell.", "2025-06"),
        ("Earlier in the week, the mayor had been ill.", "2025-W30"),
        ("The mayor resigned in 2014. Earlier in the month, a new one was sworn in.", "2025-07"),
    ],
)
def test_a_week_or_month_is_that_of_the_day_just_told(nlp: Language, text: str, value: str) -> None:
    assert values_in(nlp, text)[-1] == value


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The May 3 attack killed two.", Found("May 3", "DATE", "2025-05-03")),
        ("The 1992 protests failed.", Found("1992", "DATE", "1992")),
        ("The late-June offensive failed.", Found("late-June", "DATE", "2025-06")),
        ("They left at the end of June.", Found("the end of June", "DATE", "2025-06")),
        ("They left in the summer of 1963.", Found("the summer of 1963", "DATE", "1963-SU")),
        ("They left on the 3rd of May.", Found("the 3rd of May", "DATE", "2025-05-03")),
        ("He had only six months.", Found("six months", "DURATION", "P6M")),
        ("He had about six months.", Found("about six months", "DURATION", "P6M")),
    ],
)
def test_an_article_belongs_to_the_noun_that_a_date_stands_beside(nlp: Language, text: str, found: Found) -> None:
    assert dates_in(nlp, text) == [found]


def test_around_is_no_part_of_a_date_that_owns_something(nlp: Language) -> None:
    found = Found("Wednesday", "DATE", "2025-07-16")
    assert dates_in(nlp, "They sought ways to get around Wednesday's ruling.") == [found]
    assert dates_in(nlp, "They met around 3 May.") == [Found("around 3 May", "DATE", "2025-05-03")]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Friday marked the 30th anniversary of the massacre of 1995.", ["2025-07-18", "1995"]),
        ("The country will mark the 80th anniversary of the end of the war on Saturday.", ["2025-07-26"]),
        ("On the first anniversary of the 24 February 2022 invasion, he spoke.", ["2022-02-24"]),
        ("He fought in the Six-Day War of 1967 and the 1973 war.", ["1967", "1973"]),
        ("The village, shelled in 2014, was hit again on Monday.", ["2014", "2025-07-21"]),
        ("The 1998 Good Friday Agreement ended three decades of violence.", ["1998", "P30Y"]),
        ("The 2019 Easter Sunday bombings killed hundreds.", ["2019-04-21"]),
        ("It was the worst attack since the 2008 war.", ["2008"]),
        ("It was the worst attack in a decade.", ["P10Y"]),
        ("The Good Friday Agreement holds.", []),
        ("The Easter Offensive failed.", []),
        ("The second anniversary of the truce was quiet.", []),
    ],
)
def test_past_wars_and_anniversaries(nlp: Language, text: str, values: list[str]) -> None:
    assert values_in(nlp, text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("They met on Nov.16, 2016.", ["2016-11-16"]),
        ("They met on Sept . 5 , 2016 .", ["2016-09-05"]),
        ("They met at 14h30 on Monday.", ["2025-07-21T14:30", "2025-07-21"]),
        ("They held the shop from June 14 to Thursday.", ["2025-06-14", "2025-07-17"]),
        ("They left in May . 5 people died.", ["2025-05"]),
        ("They will attack this spring and summer.", ["2025-SP", "2025-SU"]),
    ],
)
def test_odd_spaces_and_short_forms(nlp: Language, text: str, values: list[str]) -> None:
    assert values_in(nlp, text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("For two bloody weeks they fought.", ["P2W"]),
        ("Eight difficult years passed.", ["P8Y"]),
        ("They protested all week.", ["P1W"]),
        ("They will leave in the coming days or weeks.", ["FUTURE_REF"]),
        ("They joined following eight years of talks.", ["P8Y"]),
    ],
)
def test_lengths_with_words_between(nlp: Language, text: str, values: list[str]) -> None:
    assert values_in(nlp, text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The daily newspaper reported it.", []),
        ("The party daily Norvena reported it.", []),
        ("He joined the annual March for Peace.", []),
        ("The daily shelling went on.", ["P1D"]),
        ("The town is shelled daily.", ["P1D"]),
        ("He joined the March offensive.", ["2025-03"]),
    ],
)
def test_newspapers_and_marches(nlp: Language, text: str, values: list[str]) -> None:
    assert values_in(nlp, text) == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("TROOPS TAKE TOWN ON MONDAY, ARMY SAYS", "2025-07-21"),
        ("REBELS ATTACK CAMP ON MONDAY", "2025-07-21"),
        ("MINISTERS TO MEET ON MONDAY", "2025-07-28"),
        ("MINISTERS WILL MEET ON MONDAY", "2025-07-28"),
        ("The ministers meet on Monday", "2025-07-28"),
    ],
)
def test_shouted_headlines_tell_the_past_in_the_present(nlp: Language, text: str, value: str) -> None:
    assert values_in(nlp, text) == [value]


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The truce was to have begun on Sunday.", ["2025-07-20"]),
        ("The truce was to begin on Sunday.", ["2025-07-27"]),
        ("The two sides agreed on Monday to a truce beginning on Sunday.", ["2025-07-21", "2025-07-27"]),
        ("They left on Monday, beginning a long march.", ["2025-07-21"]),
    ],
)
def test_what_begins_and_what_was_to_begin(nlp: Language, text: str, values: list[str]) -> None:
    assert values_in(nlp, text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("The strikes on May 3, 5 and 7 killed ten.", ["2025-05-03", "2025-05-05", "2025-05-07"]),
        ("The strikes on 3, 5 and 7 May killed ten.", ["2025-05-03", "2025-05-05", "2025-05-07"]),
        ("On May 3, 5 soldiers and 7 civilians died.", ["2025-05-03"]),
        ("Elections are due in May or June next year.", ["2026-05", "2026-06"]),
        ("It began on 3 May. The prisoners were freed 72 hours later.", ["2025-05-03", "2025-05-06"]),
        ("He fled 48 hours ago.", ["2025-07-20"]),
        ("The 2023/24 campaign failed.", ["2023/2024"]),
    ],
)
def test_lists_and_shared_years(nlp: Language, text: str, values: list[str]) -> None:
    assert values_in(nlp, text) == values


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The town fell at 9.30pm on Monday.", "2025-07-21T21:30"),
        ("10:20am: The minister arrives.", "2025-07-22T10:20"),
        ("The town fell at 12:15am on Monday.", "2025-07-21T00:15"),
        ("He spoke at noon, local time, on Monday.", "2025-07-21T12:00"),
    ],
)
def test_times_in_one_token(nlp: Language, text: str, value: str) -> None:
    assert values_in(nlp, text)[0] == value


@pytest.mark.parametrize(
    "text",
    [
        "It was the third attack in as many days.",
        "At this time of year the roads are bad.",
        "One day the war will end.",
        "Some day they will return.",
        "They agreed on the first Monday in office.",
    ],
)
def test_turns_of_phrase_are_no_dates(nlp: Language, text: str) -> None:
    assert values_in(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The truce began at 10 a.m. Kyiv time on Sunday.", Found("10 a.m. Kyiv time", "TIME", "2025-07-20T10:00")),
        ("At 14:30 Moscow time they left.", Found("14:30 Moscow time", "TIME", "2025-07-22T14:30")),
        ("At noon Eastern Standard Time they left.", Found("noon Eastern Standard Time", "TIME", "2025-07-22T12:00")),
        ("At 10 a.m. Moscow denied it.", Found("10 a.m.", "TIME", "2025-07-22T10:00")),
        ("At 10 a.m. Eastern troops left.", Found("10 a.m.", "TIME", "2025-07-22T10:00")),
    ],
)
def test_the_time_of_a_place_is_part_of_the_time(nlp: Language, text: str, found: Found) -> None:
    assert dates_in(nlp, text)[0] == found


def test_turns_of_phrase_have_look_alikes(nlp: Language) -> None:
    assert values_in(nlp, "They were there for many days.") == ["PXD"]
    assert values_in(nlp, "One day after the raid, he fled.") == ["P1D"]
    assert values_in(nlp, "At this time the roads are bad.") == ["PRESENT_REF"]
    assert values_in(nlp, "They gather every second Friday.") == ["XXXX-WXX-5"]


def test_a_caption_tells_its_days_from_its_own_date(nlp: Language) -> None:
    text = "The army left the town.\nA man looks at the ruins of Monday's explosion, July 10, 2025.\nIt left on Monday."
    assert values_in(nlp, text) == ["2025-07-07", "2025-07-10", "2025-07-21"]


@pytest.mark.parametrize(
    "text",
    [
        "On Monday he spoke of the raid of July 10, 2025.",
        "On Monday he recalled the raid, July 10, 2025, and wept.",
        "The army left. On Monday he saw the ruins.\nThe ruins, July 10, 2025.",
    ],
)
def test_other_lines_are_no_captions(nlp: Language, text: str) -> None:
    assert values_in(nlp, text) == ["2025-07-21", "2025-07-10"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("He was born on 3 May 2019.\n\n2:05 p.m.\n\nTroops enter the town.", "2025-07-22T14:05"),
        ("He was born on 3 May 2019.\n14:05 GMT - Troops enter the town.", "2025-07-22T14:05"),
        ("He was born on 3 May 2019. At 14:05 he cried.", "2019-05-03T14:05"),
    ],
)
def test_a_time_that_begins_a_line_is_of_the_day_of_writing(nlp: Language, text: str, value: str) -> None:
    assert values_in(nlp, text)[-1] == value


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("In April 1995 he bought a 1977 van. On April 15 he left.", ["1995-04", "1977", "1995-04-15"]),
        ("In 1995 they recalled the 1977 war. In April they met.", ["1995", "1977", "1995-04"]),
        ("In 1977 the war began. In April they met.", ["1977", "1977-04"]),
    ],
)
def test_a_year_that_only_names_something_moves_no_history(nlp: Language, text: str, values: list[str]) -> None:
    assert values_in(nlp, text, published=None) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("He invited the envoy to Monday's debate.", ["2025-07-28"]),
        ("He spoke well in Monday's debate.", ["2025-07-21"]),
        ("They will hold a rally on Monday.", ["2025-07-28"]),
        ("They prayed on a day of mourning.", []),
        ("They prayed for a day.", ["P1D"]),
    ],
)
def test_debates_and_days_of_mourning(nlp: Language, text: str, values: list[str]) -> None:
    assert values_in(nlp, text) == values


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("At 11 p.m. on Saturday night they fled.", ["2025-07-19T23:00", "2025-07-19TNI"]),
        ("They fled in the early hours of Sunday morning.", ["2025-07-20TMO"]),
        ("Between 2 a.m. and 4 a.m. on Sunday they fled.", ["2025-07-20T02:00", "2025-07-20T04:00", "2025-07-20"]),
        ("They left on the eve of Friday's attack.", ["2025-07-17"]),
        ("They left on the eve of 3 May.", ["2025-05-02"]),
        ("They left on the eve of the talks.", []),
        ("The court adjourned until Monday.", ["2025-07-28"]),
        ("The court sat until Monday.", ["2025-07-21"]),
    ],
)
def test_hours_of_a_day_and_eves(nlp: Language, text: str, values: list[str]) -> None:
    assert values_in(nlp, text) == values


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("The Jan. 15-20 offensive failed.", "Jan. 15"),
        ("The 2014-22 war killed thousands.", "2014"),
        ("The winter-spring of 1920 was hard.", "The winter"),
    ],
)
def test_ranges_beside_a_noun_leave_it_its_article(nlp: Language, text: str, first: str) -> None:
    assert dates_in(nlp, text)[0].text == first

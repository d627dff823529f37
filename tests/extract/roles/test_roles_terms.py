"""Since when and until when: deaths, departures and appointments open and close posts."""

from collections.abc import Callable

import pytest

from kg.extract.annotations import RoleRow

type Rows = Callable[[str], list[RoleRow]]
type Term = tuple[str, str, str | None, str | None]
"""Title, status, since and until."""


def terms(rows: list[RoleRow]) -> set[Term]:
    """Return what the rows say of time."""
    return {(row["title"], row["status"], row["start"], row["until"]) for row in rows}


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Prime Minister Anna Weber resigned on 3 May.", ("prime minister", "former", None, "2024-05-03")),
        (
            "The king sacked Defense Minister Anna Weber on 3 May.",
            ("defense minister", "former", None, "2024-05-03"),
        ),
        ("Hamas leader Omar Haddad was killed in March.", ("leader", "former", None, "2024-03")),
        (
            "Paul Keller commanded the Third Brigade until he was killed in March 2023.",
            ("commander", "former", None, "2023-03"),
        ),
        (
            "Anna Weber, who has led the Red Cross since 2019, resigned on 3 May.",
            ("leader", "former", "2019", "2024-05-03"),
        ),
        ("Anna Weber has served as chair of the Red Cross from 1999 to 2006.", ("chair", "former", "1999", "2006")),
        (
            "Interior Minister Anna Weber, who has been in office since 2021, left for Oslo.",
            ("interior minister", "current", "2021", None),
        ),
        ("President Anna Weber took office on 3 May.", ("president", "current", "2024-05-03", None)),
        ("Anna Weber took office as president on 3 May.", ("president", "current", "2024-05-03", None)),
        ("Anna Weber left office as president in 2020.", ("president", "former", None, "2020")),
        (
            "Anna Weber became president in 2022. Kenya's president, Anna Weber, spoke.",
            ("president", "current", "2022", None),
        ),
    ],
)
def test_a_post_opens_and_closes(rows: Rows, text: str, term: Term) -> None:
    assert terms(rows(text)) == {term}


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("Prime Minister Anna Weber resigned from the club on 3 May.", ("prime minister", "current", None, None)),
        ("Prime Minister Anna Weber said on 3 May that the plan was dead.", ("prime minister", "current", None, None)),
        ("President Anna Weber took a seat on 3 May.", ("president", "current", None, None)),
        ("Interior Minister Anna Weber has been in Oslo since 2021.", ("interior minister", "current", None, None)),
        ("Anna Weber, until now the governor of Texas, sang.", ("governor", "former", None, None)),
        ("General Anna Weber was replaced on 3 May.", ("general", "current", None, None)),
    ],
)
def test_a_post_goes_on(rows: Rows, text: str, term: Term) -> None:
    assert terms(rows(text)) == {term}


@pytest.mark.parametrize(
    ("text", "term"),
    [
        (
            "The king sacked Defense Minister Paul Keller and named Anna Weber, until now governor, as his successor.",
            ("defense minister", "current", None, None),
        ),
        (
            "Hamas leader Omar Haddad was killed in March. Anna Weber was named as his successor in April.",
            ("leader", "current", "2024-04", None),
        ),
        (
            "Paul Keller, the chief of the general staff, was replaced by Anna Weber in March.",
            ("chief of the general staff", "current", "2024-03", None),
        ),
        ("NATO chief Paul Keller was succeeded by Anna Weber in 2020.", ("chief", "current", "2020", None)),
        ("Anna Weber will replace Interior Minister Paul Keller.", ("interior minister", "incoming", None, None)),
        (
            "The king named Anna Weber prime minister, a day after the vote.",
            ("prime minister", "current", None, None),
        ),
        ("Anna Weber was re-elected chair of the Labour Party.", ("chair", "current", None, None)),
    ],
)
def test_a_successor_gets_the_post(rows: Rows, text: str, term: Term) -> None:
    found = rows(text)
    people = [row["person"] for row in found if (row["title"], row["status"], row["start"], row["until"]) == term]
    assert len(people) == 1


@pytest.mark.parametrize(
    "text",
    [
        "Anna Weber replaced striker Paul Keller in the second half.",
        "General Paul Keller was replaced by Anna Weber.",
        "Minister Paul Keller, unlike Anna Weber, replaced the law.",
        "Anna Weber may replace Minister Paul Keller.",
    ],
)
def test_no_successor(rows: Rows, text: str) -> None:
    assert len({row["person"] for row in rows(text)} | {""}) <= len({"Paul Keller", ""})


def test_the_old_holder_is_former(rows: Rows) -> None:
    found = rows("NATO chief Paul Keller was succeeded by Anna Weber in 2020.")
    assert {row["status"] for row in found} == {"former", "current"}
    assert {(row["start"], row["until"]) for row in found} == {("2020", None), (None, "2020")}


def test_a_pronoun_is_less_sure_than_a_name(rows: Rows) -> None:
    named = rows("Anna Weber is director of the CIA.")
    meant = rows("Anna Weber left. She is director of the CIA.")
    assert named[0]["confidence"] > meant[0]["confidence"]


@pytest.mark.parametrize(
    "text",
    [
        "U.S. President Richard Nixon visited China in 1972.",
        "Chinese leader Mao Zedong shakes hands with Anna Weber in Beijing on 22 February 1972.",
        "Kenyan Prime Minister Raila Odinga signed the treaty in May 2010.",
    ],
)
def test_who_held_a_post_years_ago_need_not_hold_it(rows: Rows, text: str) -> None:
    assert {row["status"] for row in rows(text)} == {"unknown"}


def test_who_is_called_something_under_an_old_picture_need_not_be_it(rows: Rows) -> None:
    caption = "FILE - NATO chief Paul Keller leaves a hall."
    assert {row["status"] for row in rows(f"Envoys met on Monday.\n{caption}")} == {"unknown"}
    assert {row["status"] for row in rows(f"NATO chief Paul Keller spoke on Monday.\n{caption}")} == {"current"}
    assert {row["status"] for row in rows("A file: NATO chief Paul Keller leaves a hall.")} == {"current"}


@pytest.mark.parametrize(
    "text",
    [
        "President William Ruto, who was born in 1966, visited China.",
        "President William Ruto has ruled alone since 2010.",
        "Colonel Anna Weber visited China in 1972.",
        "President William Ruto visited China in March.",
        "President William Ruto visited China in 1992. President William Ruto spoke on Monday.",
    ],
)
def test_who_holds_a_post_now(rows: Rows, text: str) -> None:
    assert {row["status"] for row in rows(text)} == {"current"}


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("Anna Weber was elected president of Kenya in 2016.", "2016"),
        ("Anna Weber was elected president of Kenya in November 2016.", None),
        ("Anna Weber was elected chair of the Red Cross in November 2016.", "2016-11"),
        ("Anna Weber was sworn in as president of Kenya in November 2016.", "2016-11"),
    ],
)
def test_an_election_is_no_first_day_in_office(rows: Rows, text: str, start: str | None) -> None:
    assert [row["start"] for row in rows(text)] == [start]


@pytest.mark.parametrize(
    "text",
    [
        "Kenyan President Anna Weber succeeded Paul Keller after he died in 2013.",
        "Kenyan President Anna Weber, who succeeded him as president, spoke.",
    ],
)
def test_what_another_left_does_not_end_the_post(rows: Rows, text: str) -> None:
    found = rows(text)
    assert {row["status"] for row in found if row["person"] == found[0]["person"]} == {"current"}

"""Who held which post from when to when."""

import pytest

from kg.records.model import Status
from kg.resolve.model import Tenure
from kg.resolve.tenures import rivals, taken_up_again, tenures
from kg.resolve.traces import Holding

VELMORA = "country-vx"


def held(  # noqa: PLR0913 - one for each field that a test varies
    day: str,
    status: Status = "current",
    *,
    person: str = "person-mira-solen",
    title: str = "president",
    category: str = "HeadOfState",
    body: str = VELMORA,
    since: str | None = None,
    until: str | None = None,
    courtesy: bool = False,
) -> Holding:
    published = f"2031-{day}" if day else "9999"
    name = f"role-{person}-{day}-{status}"
    return Holding(name, published, person, category, body, title, status, since, until, courtesy)


def only(*holdings: Holding) -> Tenure:
    (tenure,) = tenures("person-mira-solen", holdings)
    return tenure


def test_reports_that_she_holds_it_show_when_she_did() -> None:
    tenure = only(held("04-20"), held("04-01"), held("04-10", "acting"))
    assert (tenure.first_held, tenure.last_held, tenure.reports) == ("2031-04-01", "2031-04-20", 3)
    assert tenure.since is tenure.until is tenure.ended_before is None
    assert tenure.begin == "role-person-mira-solen-04-01-current"
    assert tenure.end is None


def test_a_report_that_calls_her_former_shows_that_it_had_ended() -> None:
    tenure = only(held("04-01"), held("06-01", "former"), held("07-01", "former"))
    assert (tenure.last_held, tenure.ended_before) == ("2031-04-01", "2031-06-01")
    assert tenure.end == "role-person-mira-solen-06-01-former"


def test_dates_in_reports_are_the_dates() -> None:
    tenure = only(held("04-01", since="2030-11"), held("06-01", "former", until="2031-05-30"))
    assert (tenure.since, tenure.until) == ("2030-11", "2031-05-30")
    assert (tenure.begin, tenure.end) == ("role-person-mira-solen-04-01-current", "role-person-mira-solen-06-01-former")


def test_an_undated_report_shows_no_day() -> None:
    tenure = only(held(""))
    assert (tenure.first_held, tenure.last_held, tenure.reports) == (None, None, 1)


def test_incoming_and_unknown_hold_nothing() -> None:
    assert tenures("person-mira-solen", [held("04-01", "incoming"), held("04-02", "unknown")]) == ()


def test_posts_are_told_apart_by_body_and_title() -> None:
    found = tenures(
        "person-mira-solen",
        [
            held("04-01"),
            held("04-01", body="country-ox"),
            held("04-01", title="head of state"),
            held("04-01", category="Minister", title="defense minister"),
            held("04-01", category="Minister", title="foreign minister"),
        ],
    )
    assert [(one.category, one.body, one.reports) for one in found] == [
        ("HeadOfState", "country-ox", 1),
        ("HeadOfState", VELMORA, 2),
        ("Minister", VELMORA, 1),
        ("Minister", VELMORA, 1),
    ]


def test_who_comes_back_has_two_tenures() -> None:
    reports = [held("04-01"), held("06-01", "former"), held("09-01", since="2031-08-15")]
    first, second = tenures("person-mira-solen", reports)
    assert (first.ended_before, second.first_held, second.since) == ("2031-06-01", "2031-09-01", "2031-08-15")
    assert taken_up_again(reports) == ()


def test_former_and_later_current_without_a_new_beginning_is_a_contradiction() -> None:
    (found,) = taken_up_again([held("04-01"), held("06-01", "former"), held("09-01")])
    assert found.matter == "status"
    assert found.reason == "president: former on 2031-06-01, but current on 2031-09-01"
    assert taken_up_again([held("06-01"), held("04-01", "former")]) != ()
    assert taken_up_again([held("04-01"), held("06-01", "former"), held("07-01", "former")]) == ()


NAMES = {"person-mira-solen": "Mira Solen", "person-jan-berg": "Jan Berg"}


def test_a_title_before_the_name_is_kept_for_life() -> None:
    reports = [held("04-01"), held("06-01", "former"), held("07-01", courtesy=True)]
    tenure = only(*reports)
    assert (tenure.last_held, tenure.ended_before) == ("2031-04-01", "2031-06-01")
    assert taken_up_again(reports) == ()


def test_a_title_that_is_used_again_and_again_is_held_again() -> None:
    again = [held(day, courtesy=True) for day in ("07-01", "07-02", "07-03")]
    terms = tenures("person-mira-solen", [held("04-01"), held("06-01", "former"), *again])
    assert [(term.first_held, term.last_held) for term in terms] == [
        ("2031-04-01", "2031-04-01"),
        ("2031-07-01", "2031-07-03"),
    ]
    assert taken_up_again([held("06-01", "former"), *again]) == ()
    assert len(tenures("person-mira-solen", [held("06-01", "former"), *again[:2], held("08-01", "former")])) == 1


def test_candidates_may_be_candidates_again() -> None:
    reports = [held("06-01", "former", category="Candidate"), held("07-01", category="Candidate")]
    assert taken_up_again(reports) == ()


@pytest.mark.parametrize(
    ("reports", "number"),
    [
        ([("04-01", "solen"), ("06-01", "solen"), ("04-10", "berg"), ("05-20", "berg")], 1),
        ([("04-01", "solen"), ("04-20", "solen"), ("04-19", "berg"), ("05-20", "berg")], 0),
        ([("04-01", "solen"), ("04-20", "solen"), ("05-19", "berg")], 0),
    ],
    ids=["at-one-time", "reports-lag", "one-after-the-other"],
)
def test_two_holders_at_one_time_contradict_each_other(reports: list[tuple[str, str]], number: int) -> None:
    full = {"solen": "person-mira-solen", "berg": "person-jan-berg"}
    found = rivals(VELMORA, [held(day, person=full[who]) for day, who in reports], NAMES)
    assert len(found) == number
    for one in found:
        assert one.matter == "holder"
        assert {name for name in NAMES.values() if name in one.reason} == set(NAMES.values())


def test_posts_that_many_hold_contradict_nothing() -> None:
    reports = [
        held(day, person=person, category="Member", title="member") for day in ("04-01", "09-01") for person in NAMES
    ]
    assert rivals(VELMORA, reports, NAMES) == ()

"""Who held which post from when to when, out of reports of different days: "is", "was named", "former".

A report that somebody holds a post shows that they held it on the day of the report. One that calls them former
shows that they no longer did. Where a report gives a date, that is the date. Ends that no report shows stay open.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations, groupby, pairwise

from kg.records.model import Status
from kg.resolve.keys import PERSONAL_POSTS, slug
from kg.resolve.model import Contradiction, Tenure
from kg.resolve.posts import ONE_A_BODY
from kg.resolve.traces import Holding

OVERLAP_DAYS = 7
"""Reports lag behind: two holders of one post contradict each other when both hold it for longer than this."""

OFTEN = 3
"""Days on which somebody who was former is called by the bare title before that shows that they hold the post again."""

_TIME_AND_AGAIN = frozenset({"Candidate"})
"""Categories of what one may cease to be and be again without anybody telling."""

_HELD: frozenset[Status] = frozenset({"current", "acting"})


@dataclass(frozen=True, slots=True)
class _Term:
    """Reports of one uninterrupted tenure, in order."""

    held: tuple[Holding, ...] = ()
    ended: tuple[Holding, ...] = ()


def post_of(one: Holding) -> tuple[str, str, str]:
    """Return what tells posts apart: category, body and, where a body has several of the category, the title."""
    return (one.category, one.body, "" if one.category in ONE_A_BODY else slug(one.title))


def tenures(person: str, holdings: Iterable[Holding]) -> tuple[Tenure, ...]:
    """Return the tenures of the person with the key `person`, by post and time."""
    ordered = sorted(holdings, key=lambda one: (post_of(one), one.published, one.role))
    return tuple(
        _tenure(person, term, number)
        for _, reports in groupby(ordered, key=post_of)
        for number, term in enumerate(_terms(list(reports)))
    )


def taken_up_again(holdings: Iterable[Holding]) -> tuple[Contradiction, ...]:
    """Return pairs of reports of which the earlier calls somebody former and the later gives them the same post.

    A report that dates the new tenure explains it and contradicts nothing; a bare title before the name says little.
    """
    found = []
    posts = (one for one in holdings if one.category not in _TIME_AND_AGAIN)
    ordered = sorted(posts, key=lambda one: (post_of(one), one.published, one.role))
    for _, reports in groupby(ordered, key=post_of):
        terms = _terms(list(reports))
        for before, after in pairwise(terms):
            former, again = before.ended[-1], after.held[0]
            if not any(one.since is not None for one in after.held) and not all(map(_is_courtesy, after.held)):
                reason = f"{again.title}: former on {former.day}, but {again.status} on {again.day}"
                found.append(Contradiction(matter="status", one=former.role, other=again.role, reason=reason))
    return tuple(found)


def rivals(body: str, holdings: Iterable[Holding], names: Mapping[str, str]) -> tuple[Contradiction, ...]:
    """Return pairs of reports that give one post of `body` to two people at one time; `names` are the people's."""
    by_post: dict[tuple[str, str, str], dict[str, list[Holding]]] = {}
    for one in holdings:
        if one.category in PERSONAL_POSTS and one.body == body and one.status == "current" and one.day is not None:
            by_post.setdefault(post_of(one), {}).setdefault(one.person, []).append(one)
    found = []
    for _, people in sorted(by_post.items()):
        for name, rival in combinations(sorted(people), 2):
            first, second = (sorted(people[person], key=_when) for person in (name, rival))
            later = max(first[0], second[0], key=_when)
            if _days(later, min(first[-1], second[-1], key=_when)) > OVERLAP_DAYS:
                still = first[-1] if later.person == rival else second[-1]
                reason = (
                    f"{later.title}: {names[later.person]} on {later.day}, but {names[still.person]} on {still.day}"
                )
                found.append(Contradiction(matter="holder", one=later.role, other=still.role, reason=reason))
    return tuple(found)


def _when(one: Holding) -> tuple[str, str]:
    return (one.published, one.role)


def _days(first: Holding, last: Holding) -> int:
    return (date.fromisoformat(last.day or "") - date.fromisoformat(first.day or "")).days


def _terms(reports: Sequence[Holding]) -> list[_Term]:
    """Split the reports of one post, in order, where somebody who was former holds it again.

    A bare title before the name does not show that, for many are called by it for life, until several articles say so.
    """
    terms, waiting = [_Term()], list[Holding]()
    for one in reports:
        over = bool(terms[-1].ended) and one.day is not None
        if one.status in _HELD:
            waiting.append(one)
            if over and all(map(_is_courtesy, waiting)) and len({told.day for told in waiting}) < OFTEN:
                continue
            if over:
                terms.append(_Term())
            terms[-1] = replace(terms[-1], held=(*terms[-1].held, *waiting))
            waiting = []
        elif one.status == "former":
            terms[-1] = replace(terms[-1], ended=(*terms[-1].ended, one))
            waiting = []
    return [term for term in terms if term.held or term.ended]


def _is_courtesy(one: Holding) -> bool:
    return one.courtesy and one.since is None


def _tenure(person: str, term: _Term, number: int) -> Tenure:
    reports = (*term.held, *term.ended)
    dated = [one for one in term.held if one.day is not None]
    begun = [one for one in reports if one.since is not None]
    ended = [one for one in reports if one.until is not None]
    former = [one for one in term.ended if one.day is not None]
    titles: Counter[str] = Counter()
    for one in reports:
        titles[one.title] += one.reports
    begin = begun[0] if begun else dated[0] if dated else None
    end = ended[-1] if ended else former[0] if former else None
    return Tenure(
        person=person,
        number=number,
        category=reports[0].category,
        body=reports[0].body or None,
        title=min(titles, key=lambda title: (-titles[title], title)),
        since=begun[0].since if begun else None,
        first_held=dated[0].day if dated else None,
        last_held=dated[-1].day if dated else None,
        until=ended[-1].until if ended else None,
        ended_before=former[0].day if former else None,
        begin=None if begin is None else begin.role,
        end=None if end is None else end.role,
        reports=sum(one.reports for one in reports),
    )

"""How many were killed, hurt, seized ... in a happening, by whose count: lowest, best and highest.

The terms are those of the UCDP Georeferenced Event Dataset (Sundberg and Melander 2013), which gives a low, a best
and a high estimate of deaths; there a person weighs the sources, here a rule does:

1. A claim is what one source says at last: of several figures of one origin and speaker the latest published counts.
   Where an outlet cites itself, the speaker is the outlet.
2. Figures that another contains ("including two children") and figures of what is planned or denied are no claims.
3. low is the lowest minimum of all claims, high the highest maximum (of "at least", its minimum).
4. best is the minimum of the claim that most independent origins agree on; of several, one whose speaker is no party
of the
   happening goes before one whose speaker is, then the later before the earlier, then the lower before the higher.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import combinations
from typing import NamedTuple

from kg.records.model import CountedGroup, CountKind
from kg.resolve.model import Contradiction, Origin, Toll
from kg.resolve.sights import Sight
from kg.resolve.traces import Figure

_OF_ACTOR = frozenset({"actor"})
_OF_VICTIM = frozenset({"victim", "target"})

type _Range = tuple[int, int | None]


class Claim(NamedTuple):
    """A figure, who gives it, where and when it was printed, and who fights whom in that telling."""

    figure: Figure
    sight: Sight
    origin: Origin

    @property
    def published(self) -> tuple[str, str, int]:
        """Sorts claims by when they were printed."""
        return self.sight.telling.order

    @property
    def by_party(self) -> bool:
        """Whether a party of the event gives the figure."""
        return self.sight.speaker is not None and self.sight.speaker in self.sight.entities

    def by_one_who(self, roles: frozenset[str]) -> bool:
        """Say whether who gives the figure took part in the event in one of `roles`."""
        return any(party.entity == self.sight.speaker and party.role in roles for party in self.sight.parties)


def tolls(told: Sequence[tuple[Sight, Origin]]) -> tuple[Toll, ...]:
    """Return the toll of a happening for each kind of harm and of people that somebody counts."""
    return tuple(_toll(kind, of, claims) for (kind, of), claims in sorted(_claims(told).items(), key=_by_kind))


def disputed(told: Sequence[tuple[Sight, Origin]]) -> tuple[Contradiction, ...]:
    """Return the pairs of claims of which both cannot be right; each pair of figures once, by who gave them first."""
    found: dict[tuple[CountKind, CountedGroup | None, frozenset[_Range]], Contradiction] = {}
    for (kind, of), claims in sorted(_claims(told).items(), key=_by_kind):
        for one, other in combinations(claims, 2):
            if _disjoint(one.figure, other.figure):
                reason = f"{kind}: {_words(one.figure)} or {_words(other.figure)}"
                dispute = Contradiction(matter="count", one=one.figure.name, other=other.figure.name, reason=reason)
                found.setdefault((kind, of, frozenset({_range(one.figure), _range(other.figure)})), dispute)
    return tuple(found.values())


def _range(figure: Figure) -> _Range:
    return (figure.min, figure.max)


def _claims(told: Iterable[tuple[Sight, Origin]]) -> dict[tuple[CountKind, CountedGroup | None], list[Claim]]:
    """Return the claims by what they count, the earliest first."""
    last: dict[tuple[CountKind, CountedGroup | None, str, str | None], Claim] = {}
    for sight, origin in sorted(told, key=lambda one: one[0].telling.order):
        telling = sight.telling
        if telling.modality != "actual" or telling.polarity != "positive":
            continue
        for figure in telling.figures:
            if not figure.partial:
                last[figure.kind, figure.of, origin.source, _voice(sight, origin)] = Claim(figure, sight, origin)
    found: dict[tuple[CountKind, CountedGroup | None], list[Claim]] = {}
    for (kind, of, _, _), claim in last.items():
        found.setdefault((kind, of), []).append(claim)
    return {what: sorted(claims, key=lambda claim: (claim.published, claim.figure)) for what, claims in found.items()}


def _voice(sight: Sight, origin: Origin) -> str | None:
    """Return whose word it is, None where it is that of the outlet itself: "our article of Monday said that ..."."""
    return None if sight.speaker in (origin.source, origin.outlet) else sight.speaker


def _by_kind(item: tuple[tuple[CountKind, CountedGroup | None], list[Claim]]) -> tuple[str, str]:
    (kind, of), _ = item
    return kind, of or ""


def _toll(kind: CountKind, of: CountedGroup | None, claims: list[Claim]) -> Toll:
    agreed = Counter(
        {figure: len({c.origin.source for c in claims if c.figure[1:] == figure}) for figure in _said(claims)}
    )
    newest_first = sorted(claims, key=lambda claim: claim.published, reverse=True)
    best = min(newest_first, key=lambda claim: (-agreed[claim.figure[1:]], claim.by_party))
    low = min(claims, key=lambda claim: claim.figure.min)
    high = max(claims, key=lambda claim: _most(claim.figure))
    return Toll(
        kind=kind,
        of=of,
        low=low.figure.min,
        best=best.figure.min,
        high=_most(high.figure),
        low_claim=low.figure.name,
        best_claim=best.figure.name,
        high_claim=high.figure.name,
        claims=tuple(claim.figure.name for claim in claims),
        by_attacker=tuple(claim.figure.name for claim in claims if claim.by_one_who(_OF_ACTOR)),
        by_attacked=tuple(claim.figure.name for claim in claims if claim.by_one_who(_OF_VICTIM)),
    )


def _said(claims: Iterable[Claim]) -> set[tuple[object, ...]]:
    return {claim.figure[1:] for claim in claims}


def _most(figure: Figure) -> int:
    return figure.min if figure.max is None else figure.max


def _disjoint(one: Figure, other: Figure) -> bool:
    """Say whether no number fits both."""
    low, high = (one, other) if one.min <= other.min else (other, one)
    return low.max is not None and low.max < high.min


def _words(figure: Figure) -> str:
    if figure.max is None:
        return f"at least {figure.min}"
    return f"{figure.min}" if figure.min == figure.max else f"{figure.min} to {figure.max}"

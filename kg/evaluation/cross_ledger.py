"""Score what the reports of one happening say against each other: tolls, contradictions, independent sources."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kg.evaluation.cross_expected import Claim, CrossDocument, ExpectedContradiction, ExpectedToll, Words
from kg.evaluation.cross_match import Figure, Matched, meets
from kg.evaluation.scores import Score
from kg.resolve import Contradiction, Happening, Resolution, Toll


def ledger(facts: CrossDocument, matched: Matched, resolution: Resolution) -> tuple[Score, ...]:
    """Return the scores of claims and of the figures derived from them."""
    happenings = {happening.key: happening for happening in resolution.happenings}
    books = [_Book.of(toll, facts, matched, happenings) for toll in facts.tolls]
    given = {name for book in books for name in book.figures}
    right = {name for book in books for claim in book.toll.claims for name in book.prints(claim)}
    wanted = [(book, claim) for book in books for claim in book.toll.claims]
    found = [(book, claim) for book, claim in wanted if book.prints(claim)]
    spoken = sum(book.spoken(claim, facts) for book, claim in found)
    return (
        Score(kind="claims", right=len(right), predicted=len(given), found=len(found), expected=len(wanted)),
        Score.of("claims: speaker", spoken, expected=len(wanted), predicted=len(found)),
        _derived("low", [(book.toll.low, book.best.low if book.best else None) for book in books]),
        _derived("best", [(book.toll.best, book.best.best if book.best else None) for book in books]),
        _derived("high", [(book.toll.high, book.best.high if book.best else None) for book in books]),
        _disputed([book for book in books if len(book.toll.claims) > 1 and book.toll.best is not None]),
    )


def contradictions(expected: Iterable[ExpectedContradiction], matched: Matched, resolution: Resolution) -> Score:
    """Return how many of the contradictions that a reader sees were found, and how many found ones a reader sees."""
    wanted = tuple(expected)
    given = [one for entity in resolution.entities for one in entity.contradictions]
    given += [one for happening in resolution.happenings for one in happening.contradictions]
    return Score(
        kind="contradictions",
        right=sum(any(_same(fact, one, matched) for fact in wanted) for one in given),
        predicted=len(given),
        found=sum(any(_same(fact, one, matched) for one in given) for fact in wanted),
        expected=len(wanted),
    )


def independence(facts: CrossDocument, matched: Matched, resolution: Resolution) -> Iterator[Score]:
    """Yield how often the number of articles, and of independent sources, of a happening is right."""
    happenings = {happening.key: happening for happening in resolution.happenings}
    articles = sources = given = 0
    for name, independent in facts.sources.items():
        told = [one for one, happening in facts.happenings.items() if happening == name]
        found = Counter(matched.happenings[one] for one in told if one in matched.happenings)
        if found:
            happening = happenings[found.most_common(1)[0][0]]
            given += 1
            whole = happening.articles == len({one.article for one in told})
            articles += whole
            sources += whole and len(happening.sources) == independent
    yield Score.of("independence: articles", articles, expected=len(facts.sources), predicted=given)
    yield Score.of("independence: sources", sources, expected=len(facts.sources), predicted=given)


@dataclass(frozen=True, kw_only=True, slots=True)
class _Book:
    """An expected toll, and the figures in the tolls of that kind of what its happening became."""

    toll: ExpectedToll
    tolls: tuple[Toll, ...]
    figures: Mapping[str, Figure]
    matched: Matched

    @classmethod
    def of(
        cls, toll: ExpectedToll, facts: CrossDocument, matched: Matched, happenings: Mapping[str, Happening]
    ) -> "_Book":
        told = (one for one, name in facts.happenings.items() if name == toll.happening)
        keys = sorted({matched.happenings[one] for one in told if one in matched.happenings})
        tolls = tuple(found for key in keys for found in happenings[key].tolls if found.kind == toll.kind)
        figures = {name: matched.figures[name] for found in tolls for name in found.claims}
        return cls(toll=toll, tolls=tolls, figures=figures, matched=matched)

    @property
    def best(self) -> Toll | None:
        """The toll with most of the expected claims, None where there is no toll."""
        return max(self.tolls, key=self._shared, default=None)

    def _shared(self, found: Toll) -> int:
        return sum(any(name in found.claims for name in self.prints(claim)) for claim in self.toll.claims)

    def prints(self, claim: Claim) -> list[str]:
        """Return the names of the figures that are `claim`."""
        return [
            name
            for name, figure in self.figures.items()
            if (figure.min, figure.max) == (claim.min, claim.max)
            and any(meets(figure.at, words) for words in claim.printed)
        ]

    def spoken(self, claim: Claim, facts: CrossDocument) -> bool:
        """Say whether one of the figures that are `claim` is told as the word of the right entity."""
        who = None if claim.by is None else facts.entities[claim.by]
        sources = (self.figures[name].source for name in self.prints(claim))
        return any((None if source is None else facts.entities.get(source, "unknown")) == who for source in sources)


def _derived(which: str, figures: Iterable[tuple[int | None, int | None]]) -> Score:
    asked = [(wanted, found) for wanted, found in figures if wanted is not None]
    return Score.of(
        f"tolls: {which}",
        sum(wanted == found for wanted, found in asked),
        expected=len(asked),
        predicted=sum(found is not None for _, found in asked),
    )


def _disputed(books: list[_Book]) -> Score:
    right = sum(
        book.best is not None
        and (book.toll.low, book.toll.best, book.toll.high) == (book.best.low, book.best.best, book.best.high)
        for book in books
    )
    given = sum(book.best is not None for book in books)
    return Score.of("tolls: several claims", right, expected=len(books), predicted=given)


def _same(fact: ExpectedContradiction, found: Contradiction, matched: Matched) -> bool:
    one, other = matched.places[found.one], matched.places[found.other]
    straight = _any_meet(fact.one, one) and _any_meet(fact.other, other)
    crossed = _any_meet(fact.one, other) and _any_meet(fact.other, one)
    return fact.matter == found.matter and (straight or crossed)


def _any_meet(some: Iterable[Words], others: Iterable[Words]) -> bool:
    rest = tuple(others)
    return any(meets(one, other) for one in some for other in rest)

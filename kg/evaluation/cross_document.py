"""Score who is who, what happened once and who says otherwise, across articles.

How each kind is measured:

entities, events     `matched`: expected ones that were found in their article at all, and found ones that were
                     expected. Only matched ones are looked at below: what extraction missed or made up is its matter.
                     `B³`, `CEAF-e`, `LEA`: see `kg.evaluation.clusters`. `joined pairs`: pairs of different articles;
                     1 - precision is the share of wrong merges, 1 - recall that of missed joins. `right joins`: that
                     precision once more, so that it has a floor which more joins, right and wrong, cannot make up for.
claims               figures in the tolls of what an expected happening became: printed in the same words, with the same
                     minimum and maximum. `speaker`: and by whom.
tolls                low, best and high of an expected toll: those of the found one that has most of its claims. Best is
                     passed over where a reader cannot say. `several claims`: all three, of those tolls that a reader
                     has several claims of, which are the ones that joining decides.
contradictions       pairs of facts of one matter whose words are those of either side; one found between copies is
                     right as well.
independence         of the happenings that several articles tell: the number of those articles; and then also that of
                     independent sources (of too few articles it would be right by luck).
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from kg.evaluation.clusters import b_cubed, ceaf, joins, lea
from kg.evaluation.corpus import Reads, digest, load_corpus
from kg.evaluation.cross_expected import CrossDocument, Told, load_cross_document
from kg.evaluation.cross_ledger import contradictions, independence, ledger
from kg.evaluation.cross_match import match
from kg.evaluation.scores import Score, Table
from kg.records import Extraction
from kg.resolve import Resolution, resolve

CROSS_DOCUMENT = "cross-document.json"
CROSS_FLOORS = "cross-document-floors.json"


def evaluate_across(articles: Path, expected: Path, extractor: Reads) -> Table:
    """Let `extractor` read the articles, resolve them and return how that compares with what a reader of all knows."""
    corpus = load_corpus(articles, expected)
    facts = load_cross_document(expected / CROSS_DOCUMENT, corpus)
    answers = tuple(extractor.extract(extraction.article for extraction in corpus))
    return Table(scores=compare_across(facts, corpus, answers, resolve(answers)), articles=())


def cross_digest(articles: Path, expected: Path) -> str:
    """Return the digest of the corpus together with that of the facts that only all articles give."""
    return digest(articles, expected, besides=(expected / CROSS_DOCUMENT,))


def compare_across(
    facts: CrossDocument, corpus: Iterable[Extraction], answers: Iterable[Extraction], resolution: Resolution
) -> tuple[Score, ...]:
    """Return the scores of `resolution`, always in the same order.

    Args:
        facts: what a reader of all articles knows.
        corpus: what a reader of each article knows.
        answers: what was extracted from the same articles, in the same order.
        resolution: the answers merged.
    """
    matched = match(corpus, answers, resolution)
    return (
        *_clusters("entities", facts.entities, matched.entities, extra=matched.extra_entities),
        *_clusters("events", facts.happenings, matched.happenings, extra=matched.extra_events),
        *ledger(facts, matched, resolution),
        contradictions(facts.contradictions, matched, resolution),
        *independence(facts, matched, resolution),
    )


def outlook(table: Table) -> str:
    """Return the shares of wrong merges and of missed joins in words, a line each."""
    lines = []
    for score in table.scores:
        if score.kind.endswith(": joined pairs"):
            wrong, missed = score.predicted - score.right, score.expected - score.found
            lines.append(
                f"{score.kind.partition(':')[0]}: {wrong:.0f} of {score.predicted} joins across articles are wrong "
                f"({1 - score.precision:.1%}), {missed:.0f} of {score.expected} are missed ({1 - score.recall:.1%})"
            )
    return "".join(f"{line}\n" for line in lines)


def _clusters(kind: str, expected: Mapping[Told, str], answer: Mapping[Told, str], *, extra: int) -> Iterator[Score]:
    both = {told: name for told, name in expected.items() if told in answer}
    yield Score.of(f"{kind}: matched", len(both), expected=len(expected), predicted=len(answer) + extra)
    yield b_cubed(f"{kind}: B³", both, answer)
    yield ceaf(f"{kind}: CEAF-e", both, answer)
    yield lea(f"{kind}: LEA", both, answer)
    pairs = joins(f"{kind}: joined pairs", both, answer, counts=lambda one, other: one.article != other.article)
    yield pairs
    yield Score.of(f"{kind}: right joins", pairs.right, expected=pairs.predicted, predicted=pairs.predicted)

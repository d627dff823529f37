"""What each part of extraction is worth: scores with everything, and how they change where one part is left out.

    python -m benchmarks.ablation                                     our own articles
    python -m benchmarks.ablation --bench FOLDER --sets roles-conll04 events-wikievents
    python -m benchmarks.ablation --only pronouns metonymy

FOLDER has third-party sets and their scorer. Parts are switched off from outside: a function that does the work is put
out of action for the time of one run, or a component of the pipeline is disabled. Prints Markdown.
"""

import argparse
import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from importlib import import_module
from pathlib import Path
from typing import Any, NamedTuple
from unittest.mock import patch

from benchmarks.judging import load_scorer
from kg.articles import read_articles
from kg.evaluation import evaluate
from kg.extract.events.status import Status
from kg.extract.extractor import Extractor
from kg.records import Article
from kg.records.exchange import to_mapping

_DATA = Path(__file__).parent.parent / "data"
_LEAST = 0.0005
"""A smaller change of a score is none."""


class Off(NamedTuple):
    """What stands in for `name` (module:function or module:class.method) while its part is left out."""

    name: str
    stand_in: Callable[..., object]


class Part(NamedTuple):
    """One part: what it is, and what puts it out of action, or the component of the pipeline that is disabled."""

    name: str
    off: tuple[Off, ...] = ()
    component: str | None = None


def _nobody(*_: object, **__: object) -> int:
    return -1


def _nothing(*_: object, **__: object) -> tuple[()]:
    return ()


def _unknown(*_: object, **__: object) -> None:
    return None


def _no(*_: object, **__: object) -> bool:
    return False


def _yes(*_: object, **__: object) -> bool:
    return True


def _as_given(position: int) -> Callable[..., object]:
    """Return a function that returns its argument at `position` as it is."""

    def same(*given: object) -> object:
        return given[position]

    return same


def _only_verbs(part: Callable[..., str | None]) -> Callable[..., str | None]:
    def verbs(*given: object) -> str | None:
        found = part(*given)
        return None if found == "noun" else found

    return verbs


_MENTIONS = "kg.extract.mentions.component:"
_NAMES = "kg.extract.names.component:"
_EVENTS = "kg.extract.events."
_STATEMENTS = "kg.extract.statements.component:"

PARTS = (
    Part("the model's named entities", component="ner"),
    Part("agreement of names within the article", (Off(f"{_NAMES}agree", _as_given(3)),)),
    Part(
        "names repeated, and their initials",
        (Off(f"{_NAMES}repeated", _nothing), Off(f"{_NAMES}with_acronyms", _as_given(1))),
    ),
    Part("line breaks end sentences", component="kg_layout"),
    Part("titles make people", (Off("kg.extract.titles.finder:note_people", _unknown),)),
    Part("pronouns", (Off(f"{_MENTIONS}antecedent", _nobody),)),
    Part(
        "descriptions (the president, the group)",
        (
            Off(f"{_MENTIONS}holder_or_office", _nobody),
            Off(f"{_MENTIONS}described", _nobody),
            Off(f"{_MENTIONS}body_meant", _nobody),
            Off(f"{_MENTIONS}capital_meant", _nobody),
            Off(f"{_MENTIONS}apposed", _nothing),
        ),
    ),
    Part("the two sides, they", (Off(f"{_MENTIONS}pairs", _nothing),)),
    Part("metonymy (Kyiv for its government)", (Off(f"{_MENTIONS}stands_for_government", _no),)),
    Part("dates by tense", (Off("kg.extract.dates.tense:_direction", lambda *_: 0),)),
    Part("dates by those told before, without a date of writing", (Off("kg.extract.dates.component:is_story", _no),)),
    Part("posts in clauses", (Off("kg.extract.roles.component:in_clauses", _nothing),)),
    Part("posts told by verbs", (Off("kg.extract.roles.component:of_verbs", _nothing),)),
    Part("people beside the name of a body", (Off("kg.extract.roles.component:beside_bodies", _nothing),)),
    Part("events that nouns tell", (Off(f"{_EVENTS}triggers:_part", _only_verbs),)),
    Part("senses of triggers", (Off(f"{_EVENTS}triggers:fits", _yes),)),
    Part("modality and negation", (Off(f"{_EVENTS}component:status_of", lambda *_: Status()),)),
    Part("whose word an event is", (Off(f"{_EVENTS}source:Sources.source_of", _unknown),)),
    Part("one happening in several sentences", (Off(f"{_EVENTS}component:join_incidents", _as_given(1)),)),
    Part("quotations carried on to the speaker before", (Off(f"{_STATEMENTS}carry", lambda *_: {}),)),
    Part("reported clauses", (Off(f"{_STATEMENTS}find_reported", _nothing),)),
    Part("sources in phrases (according to)", (Off(f"{_STATEMENTS}find_sources", _nothing),)),
)
_WRAPPERS = frozenset({_only_verbs})
"""Stand-ins that are made of what they stand in for."""


def main() -> None:
    """Score with everything and without each part, and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--bench", type=Path, help="the folder of third-party sets")
    parser.add_argument("--sets", nargs="*", default=[], help="which of them")
    parser.add_argument("--only", nargs="*", default=[], help="only the parts with one of these words in their names")
    options = parser.parse_args()
    extractor = Extractor()
    score = _scorer(extractor, options.bench, options.sets)
    parts = [part for part in PARTS if not options.only or any(word in part.name for word in options.only)]
    print("\n".join(table(score, extractor, parts)))


type Scores = dict[str, float]


def _scorer(extractor: Extractor, bench: Path | None, sets: list[str]) -> Callable[[], Scores]:
    """Return a function that scores `extractor` on the sets, on our own articles where none is named."""
    if bench is None or not sets:
        return lambda: {
            score.kind: score.f1 for score in evaluate(_DATA / "articles", _DATA / "expected", extractor).scores
        }
    scorer = load_scorer(bench)
    paths = [bench / "data" / f"{name}.jsonl" for name in sets]
    gold = [scorer.read_gold(path) for path in paths]
    texts = [[item for item in read_articles([path]) if isinstance(item, Article)] for path in paths]

    def score() -> Scores:
        found = {}
        for name, documents, articles in zip(sets, gold, texts, strict=True):
            read = {each.article.id: _plain(to_mapping(each)) for each in extractor.extract(articles)}
            task = name.partition("-")[0]
            measures = scorer.evaluate(task, documents, read).measures
            for measure in scorer.MAIN[task]:
                if measure in measures:
                    f1, recall = measures[measure]["f1"], measures[measure]["recall"]
                    found[f"{name}: {measure}"] = recall if f1 is None else f1
        return found

    return score


def _plain(record: dict[str, Any]) -> dict[str, Any]:
    """Return `record` as it is after a way through JSON: dates as text, tuples as lists."""
    plain: dict[str, Any] = json.loads(json.dumps(record, default=str))
    return plain


def table(score: Callable[[], Scores], extractor: Extractor, parts: list[Part]) -> Iterator[str]:
    """Yield a line for each part: the changes in points of F1 that leaving it out brings, empty where there is none."""
    whole = score()
    yield f"| left out | {' | '.join(whole)} |"
    yield f"|---|{'---|' * len(whole)}"
    yield f"| nothing | {' | '.join(f'{100 * value:.1f}' for value in whole.values())} |"
    for part in parts:
        with without(part, extractor):
            left = score()
        changes = [left[kind] - value for kind, value in whole.items()]
        cells = [f"{100 * change:+.1f}".replace("-", "−") if abs(change) >= _LEAST else "" for change in changes]
        yield f"| {part.name} | {' | '.join(cells)} |"


@contextmanager
def without(part: Part, extractor: Extractor) -> Iterator[None]:
    """Leave `part` out for a while."""
    with ExitStack() as stack:
        if part.component is not None:
            stack.enter_context(extractor.nlp.select_pipes(disable=[part.component]))
        for off in part.off:
            holder, name = owner(off)
            stand_in = off.stand_in(getattr(holder, name)) if off.stand_in in _WRAPPERS else off.stand_in
            stack.enter_context(patch.object(holder, name, stand_in))
        yield


def owner(off: Off) -> tuple[Any, str]:
    """Return the module or class that has what `off` stands in for, and its name there."""
    module, _, path = off.name.partition(":")
    *classes, name = path.split(".")
    holder: Any = import_module(module)
    for each in classes:
        holder = getattr(holder, each)
    return holder, name


if __name__ == "__main__":
    main()

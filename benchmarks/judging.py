"""Say of each fact that kg found whether it is right, by annotations: our own, or third-party ones by their scorer.

A fact of which the annotation tells nothing is passed over. What "right" means:

roles        ours: person, title, organization and status. Third-party: the pair of person and organization.
events       the class, at that trigger; in sets without triggers an event of that class in the sentence.
whole events the class, and every party, place, date, figure and source that it gives, as far as the set annotates
             them: WikiEvents and RAMS neither dates nor modality, and only the parties that mattered to them.
statements   content and speaker.
dates        the value.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

from kg.evaluation.judge import judge
from kg.records import Extraction


class Judged(NamedTuple):
    """One fact: which set it is from, what found it, how sure that was, and whether it is right."""

    source: str
    kind: str
    rule: str
    confidence: float
    right: bool


type Record = Mapping[str, Any]


def judge_own(corpus: Iterable[Extraction], answers: Iterable[Extraction]) -> Iterator[Judged]:
    """Judge `answers` by the expected facts of the same articles."""
    for expected, answer in zip(corpus, answers, strict=True):
        for verdict in judge(expected, answer):
            yield Judged("own", verdict.kind, verdict.fact.rule, verdict.fact.confidence, verdict.right)


def load_scorer(folder: Path) -> ModuleType:
    """Import the scorer that lies beside the third-party sets."""
    spec = spec_from_file_location("bench_score", folder / "score.py")
    if spec is None or spec.loader is None:
        raise FileNotFoundError(folder / "score.py")
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judge_set(score: ModuleType, name: str, gold: Sequence[Record], records: Mapping[str, Record]) -> Iterator[Judged]:
    """Judge `records`, by article id, by the annotated set `name`, whose task is the first part of that."""
    task = name.partition("-")[0]
    judges = {"roles": _roles, "events": _events, "statements": _statements}
    if task not in judges:
        return
    for document in gold:
        for kind, fact, right in judges[task](score, document, records[document["id"]]):
            yield Judged(name, kind, fact["rule"], fact["confidence"], right)


type _Verdicts = Iterator[tuple[str, Record, bool]]


def _roles(score: ModuleType, document: Record, record: Record) -> _Verdicts:
    mentions = score.mentions_of(record)
    types = {entity["id"]: entity["type"] for entity in record["entities"]}
    chiefs_only = document["gold"].get("properties") == ["CEO"]
    for role in record["roles"]:
        if role["organization"] is None:
            continue
        right = any(
            any(score.touches(mention, pair["person"]["spans"]) for mention in mentions[role["person"]])
            and any(score.touches(mention, pair["organization"]["spans"]) for mention in mentions[role["organization"]])
            for pair in document["gold"]["pairs"]
        )
        if right or not (types[role["organization"]] in score.NO_EMPLOYER or chiefs_only):
            yield "roles", role, right


def _events(score: ModuleType, document: Record, record: Record) -> _Verdicts:
    if document["gold"]["scheme"] in {"plover", "cameo"}:
        return _sentence_events(score, document, record)
    return _trigger_events(score, document, record)


def _sentence_events(score: ModuleType, document: Record, record: Record) -> _Verdicts:
    scheme = document["gold"]["scheme"]
    classes = [score.coarse_of_gold(scheme, event["type"], event.get("mode")) for event in document["gold"]["events"]]
    if not all(classes):
        return
    for event in record["events"]:
        coarse = score.coarse_of_system(event["type"])
        yield "events", event, any(coarse & each for each in classes)


def _trigger_events(score: ModuleType, document: Record, record: Record) -> _Verdicts:
    """Judge events at triggers; an unmarked one of a class that is marked elsewhere in the text is passed over."""
    scheme, text = document["gold"]["scheme"], document["text"]
    mentions = score.mentions_of(record)
    gold = []
    for event in document["gold"]["events"]:
        span = tuple(event["trigger"])
        gold.append((span, score.coarse_of_gold(scheme, event["type"], trigger=text[slice(*span)]), event["arguments"]))
    told = frozenset(name for _, coarse, _ in gold for name in coarse)
    for event in record["events"]:
        coarse = score.coarse_of_system(event["type"])
        here = [each for each in gold if score.touches(tuple(event["trigger"]), [each[0]], score.MAX_TRIGGER)]
        if here and not any(known for _, known, _ in here):
            continue
        same = [arguments for _, known, arguments in here if known & coarse]
        if same:
            yield "events", event, True
            yield "whole events", event, any(_all_right(score, event, wanted, mentions) for wanted in same)
        elif here or (document["gold"]["complete"] and not coarse & told and coarse & score.classes_of_scheme(scheme)):
            yield "events", event, False
            yield "whole events", event, False


def _all_right(score: ModuleType, event: Record, wanted: Sequence[Record], mentions: Mapping[str, Any]) -> bool:
    """Tell whether each party and place of `event` is annotated so; parties that the set is uneven about are free."""
    given = [each for each in score.system_arguments(event, mentions) if each[0] not in score.LENIENT_ROLES]
    return all(any(score.fits(argument, each) for argument in wanted) for each in given)


def _statements(score: ModuleType, document: Record, record: Record) -> _Verdicts:
    text, mentions = document["text"], score.mentions_of(record)
    gold = [
        (score.letters(text, attribution["content"]), attribution["source"])
        for attribution in document["gold"]["attributions"]
    ]
    for statement in record["statements"]:
        said = score.letters(text, [statement["content"]])
        speakers = [tuple(statement["speaker_span"])] if statement["speaker_span"] else []
        speakers += mentions.get(statement["speaker"], [])
        yield (
            "statements",
            statement,
            any(
                said
                and (len(said & letters) >= len(said | letters) / 2 or len(said & letters) >= 0.9 * len(said))
                and (not source or any(score.touches(span, source, 250) for span in speakers))
                for letters, source in gold
            ),
        )

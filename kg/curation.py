"""People's decisions: a file that is only ever added to, and the decisions that are in force after reading it.

Each line of curation.jsonl is one decision as a JSON object:

    {"id": "c1", "do": "same", "of": ["person-a", "person-b"], "by": "jb", "why": "a misprint", "at": "2025-07-22"}

`do` is same, different (`of` two entities, event reports or articles, by their keys), wrong, right (`of` a fact, by the
name of its node, and its article's key) or undo (`of` the id of an earlier decision). The later of two decisions on the
same things counts.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Literal, NamedTuple, get_args

from kg.errors import CurationError
from kg.resolve import Checked, Decisions
from kg.resolve.decisions import pair

Verb = Literal["same", "different", "wrong", "right", "undo"]


class Grounds(NamedTuple):
    """Who decides, why, and on which day (ISO)."""

    by: str
    why: str
    at: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """One line of the file: who decided what of which things, why and on which day (ISO)."""

    id: str
    do: Verb
    of: tuple[str, ...]
    by: str
    why: str
    at: str

    @property
    def words(self) -> str:
        """Why, and who says so."""
        return f"{self.why} ({self.by}, {self.at})" if self.why else f"said by {self.by}, {self.at}"


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Return the lines of the file `path`; none where there is no file.

    Raises:
        CurationError: a line is no decision; names file and line.
    """
    if not path.exists():
        return ()
    lines = path.read_text(encoding="utf-8").splitlines()
    return tuple(_parse(line, f"{path}:{number}") for number, line in enumerate(lines, start=1) if line.strip())


def add_decision(path: Path, do: Verb, of: tuple[str, ...], grounds: Grounds) -> Decision:
    """Add a decision to the file `path` and return it.

    Raises:
        CurationError: it undoes what is not there.
    """
    known = read_decisions(path)
    if do == "undo" and of[0] not in {decision.id for decision in known}:
        raise CurationError(f"{of[0]}: no such decision in {path} (kg decisions lists them)")
    decision = Decision(id=f"c{len(known) + 1}", do=do, of=of, by=grounds.by, why=grounds.why, at=grounds.at)
    with path.open("a", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(asdict(decision), ensure_ascii=False) + "\n")
    return decision


def in_force(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """Return those that were neither undone nor overtaken by a later one on the same things."""
    standing: dict[tuple[str, ...], Decision] = {}
    undone: set[str] = set()
    for decision in reversed(tuple(decisions)):
        if decision.id in undone:
            continue
        if decision.do == "undo":
            undone.add(decision.of[0])
        else:
            standing.setdefault(tuple(sorted(decision.of)), decision)
    return tuple(sorted(standing.values(), key=lambda decision: int(decision.id.removeprefix("c"))))


def decisions_of(decisions: Iterable[Decision]) -> Decisions:
    """Return what resolution goes by: the decisions in force."""
    standing = in_force(decisions)
    return Decisions(
        same={pair(*one.of): one.words for one in standing if one.do == "same"},
        not_same={pair(*one.of): one.words for one in standing if one.do == "different"},
        facts={
            one.of[0]: Checked(one.do == "right", one.words, one.of[1])
            for one in standing
            if one.do in {"right", "wrong"}
        },
    )


def _parse(line: str, place: str) -> Decision:
    try:
        value = json.loads(line)
    except json.JSONDecodeError as error:
        raise CurationError(f"{place}: not JSON ({error.msg}); correct the line or take it out") from error
    try:
        decision = Decision(**value | {"of": tuple(value["of"])})
    except (TypeError, KeyError) as error:
        raise CurationError(f"{place}: no decision; it needs id, do, of, by, why and at") from error
    if decision.do not in get_args(Verb):
        raise CurationError(f"{place}: {decision.do!r} is nothing that can be decided; use {', '.join(get_args(Verb))}")
    if len(decision.of) != (1 if decision.do == "undo" else 2):
        raise CurationError(f"{place}: {decision.do} is of {'one thing' if decision.do == 'undo' else 'two things'}")
    return decision

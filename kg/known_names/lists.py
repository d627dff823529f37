"""names.jsonl: every entry of every list that was added, one a line, with the list it came with.

    {"list": "n1", "source": "actors.csv", "at": "2025-07-22", "id": "A-12", "name": "Mira Solen", "type": "Person" ...}

Of several entries with one id the last counts, so that taking a list back brings up what was there before it.
Everything here is pure; the workspace reads and writes the file.
"""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from kg.errors import NamesError
from kg.resolve import Entry
from kg.resolve.entries import entry_from_json, entry_to_json

_ABOUT = ("list", "source", "at")


class Kept(NamedTuple):
    """One line: an entry, the list that it came with, what that was read from, and on which day (ISO)."""

    list: str
    source: str
    at: str
    entry: Entry


class AddedNames(NamedTuple):
    """What became of a list: its id, None where it told nothing new, and how many entries were new, other, the same."""

    list: str | None
    new: int
    changed: int
    same: int


def parse(text: str, source: str) -> tuple[Kept, ...]:
    """Return the lines of `text`, which `source` holds.

    Raises:
        NamesError: one is damaged; names it.
    """
    kept = []
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
            name, given, at = (str(value.pop(key)) for key in _ABOUT)
            int(name.removeprefix("n"))
            kept.append(Kept(name, given, at, entry_from_json(json.dumps(value))))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise NamesError(f"{source}:{number}: a damaged line; take it out, and add its list again") from error
    return tuple(kept)


def dump(kept: Iterable[Kept]) -> str:
    """Return what `parse` reads."""
    lines = ({**dict(zip(_ABOUT, one, strict=False)), **json.loads(entry_to_json(one.entry))} for one in kept)
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)


def in_force(kept: Iterable[Kept]) -> dict[str, Kept]:
    """Return the lines that count, by the ids of their entries."""
    return {one.entry.id: one for one in kept}


def added(
    kept: Sequence[Kept], entries: Iterable[Entry], *, source: str, at: str
) -> tuple[tuple[Kept, ...], AddedNames]:
    """Return the lines with a list more, and what became of it; entries that are there as they are add none."""
    there = {id_: one.entry for id_, one in in_force(kept).items()}
    given = list(entries)
    name = f"n{1 + max((int(one.list.removeprefix('n')) for one in kept), default=0)}"
    fresh = [Kept(name, source, at, entry) for entry in given if there.get(entry.id) != entry]
    changed = sum(one.entry.id in there for one in fresh)
    outcome = AddedNames(name if fresh else None, len(fresh) - changed, changed, len(given) - len(fresh))
    return (*kept, *fresh), outcome


def without(kept: Sequence[Kept], references: Iterable[str]) -> tuple[Kept, ...]:
    """Return the lines without those of `references`: lists (n1) or ids of entries.

    Raises:
        NamesError: one is neither.
    """
    gone = set(references)
    for unknown in sorted(gone - {one.list for one in kept} - {one.entry.id for one in kept}):
        raise NamesError(f"{unknown}: neither a list nor the id of a known name (kg names shows both)")
    return tuple(one for one in kept if one.list not in gone and one.entry.id not in gone)

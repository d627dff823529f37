"""Lists as people have them, CSV or JSON Lines: an entry for each line, or what is wrong with it."""

import csv
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from kg.errors import InputError
from kg.known_names.checks import COLUMNS, NEEDED, BadValueError, to_entry
from kg.resolve import Entry

_LINES = frozenset({".jsonl", ".ndjson"})
_TABLES = frozenset({".csv", ".tsv"})


def read_entries(path: Path) -> Iterator[Entry | InputError]:
    """Yield the entry of each line of the file `path`, or why it has none; an id that is given twice counts once.

    A CSV file has a header line with at least id, name and type; commas, semicolons or tabs part the cells, and "|"
    parts aliases. A JSON Lines file has one object a line with the same names. Everything else in them is passed over.
    """
    seen: dict[str, tuple[Entry, int]] = {}
    for number, values in _rows(path):
        found = values if isinstance(values, InputError) else _entry(values, str(path), number)
        if isinstance(found, InputError):
            yield found
        elif found.id not in seen:
            seen[found.id] = found, number
            yield found
        elif seen[found.id][0] != found:
            problem = (
                f"id {found.id!r} is also that of line {seen[found.id][1]}, with other values; give each its own id"
            )
            yield InputError(str(path), problem, line=number)


def _entry(values: Mapping[str, object], source: str, line: int) -> Entry | InputError:
    try:
        return to_entry(values)
    except BadValueError as problem:
        return InputError(source, str(problem), line=line)


def _rows(path: Path) -> Iterator[tuple[int, Mapping[str, object] | InputError]]:
    source, suffix = str(path), path.suffix.casefold()
    if suffix not in _LINES | _TABLES:
        yield 1, InputError(source, "no list of names; give a .csv file with a header line, or .jsonl")
        return
    try:
        data = path.read_bytes()
    except OSError as error:
        yield 1, InputError(source, f"cannot be read ({error.strerror}); give a file that is there")
        return
    lines: list[str] = []
    for number, line in enumerate(data.removeprefix(b"\xef\xbb\xbf").split(b"\n"), start=1):
        try:
            lines.append(line.decode().rstrip("\r"))
        except UnicodeDecodeError:
            lines.append("")
            problem = "not UTF-8; convert the file (iconv -f WINDOWS-1252 -t UTF-8)"
            yield number, InputError(source, problem, line=number)
    yield from (_objects if suffix in _LINES else _cells)(lines, source)


def _objects(lines: list[str], source: str) -> Iterator[tuple[int, Mapping[str, object] | InputError]]:
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (ValueError, RecursionError) as error:
            why = error.msg if isinstance(error, json.JSONDecodeError) else "numbers too long or nested too deep"
            yield number, InputError(source, f"not JSON ({why}); write one object a line", line=number)
            continue
        if isinstance(value, dict):
            yield number, value
        else:
            problem = f"JSON, but no object; write one object a line with {', '.join(NEEDED)}"
            yield number, InputError(source, problem, line=number)


def _cells(lines: list[str], source: str) -> Iterator[tuple[int, Mapping[str, object] | InputError]]:
    header = next((line for line in lines if line.strip()), "")
    delimiter = max(",;\t", key=header.count)
    rows = csv.reader((f"{line}\n" for line in lines), delimiter=delimiter)
    columns: list[str] | None = None
    number = 1
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            return
        except csv.Error as error:
            yield number, InputError(source, f"no line of CSV ({error}); close its quotation marks", line=number)
            cells = []
        start, number = number, rows.line_num + 1
        if not any(cell.strip() for cell in cells):
            continue
        if columns is None:
            columns = [cell.strip().casefold() for cell in cells]
            if missing := [column for column in NEEDED if column not in columns]:
                problem = f"no column {' and none '.join(missing)}; begin with a header line: {','.join(COLUMNS)}"
                yield start, InputError(source, problem, line=start)
                return
        elif len(cells) > len(columns):
            problem = (
                f"{len(cells)} cells under {len(columns)} headings; put a value that has {delimiter!r} in it in quotes"
            )
            yield start, InputError(source, problem, line=start)
        else:
            yield start, dict(zip(columns, cells, strict=False))

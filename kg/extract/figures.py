"""The component `kg_figures`: take back what the rules read out of tables, rows of figures and lists.

Rules for sentences misread what is no sentence: the head "Killed" of a column is no killing, and "Killed: 12" says
neither who nor where. Names and dates stay; roles stay that lie within one cell. What stands in a list belongs to the
line before it: the points of a plan have not happened, and what follows "The army said:" is the army's word.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.annotations import EventRow, RoleRow, StatementRow, mention_by_token
from kg.extract.statements.speakers import phrase_of, subject_of
from kg.lexicon.cues import verb_cues

_SEPARATORS = re.compile(r"\t+|\||\s{3,}")
_COMMA = re.compile(r",(?=[\w-])(?!\d{3}\b)")
_FIGURE = re.compile(
    r"""\W*[^\W\d][^:.|]{0,40}?\s*(?::|=|\s[-–—])\s*[~<>+-]?\d[\d.,]*\s*%?(?:\s[^\W\d]+){0,2}
    (?:[,;]\s*\d[\d.,]*\s*%?(?:\s[^\W\d]+){0,2})*\s*\.?\s*""",
    re.VERBOSE,
)
"""A label and its figures: "Wounded: 40", "Syria: 14 killed, 20 wounded"."""
_POINT = re.compile(r"\s*(?:[-–—*•·▪◦‣]\s+|\(?(?:\d{1,2}|[a-z])[.)]\s+)")
_WANTED = re.compile(
    r"""\b(?:call(?:s|ed|ing)?\ for|demand\w*|propos\w+|requir\w+|would|will|must|should|terms|conditions|plan(?:s|ned)?
    |offer\w*|options?|goals?|aims?|steps|ask(?:s|ed)?\ for|wants?|wanted|seeks?|sought|provides?\ for)\b""",
    re.VERBOSE | re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:said|says|according|claim\w*|report\w*|alleg\w+|announce\w*|accus\w+|wrote|told)\b", re.IGNORECASE
)
_FEW = 8
"""A cell of fewer words is no sentence unless it ends like one."""
_CELLS = 2
"""Separators that make a row."""


class Cell(NamedTuple):
    """Characters `[start, end)` of a table or row; `tells` where they are a sentence."""

    start: int
    end: int
    tells: bool


class Point(NamedTuple):
    """Characters `[start, end)` of a point of a list, and those of the line that leads to the list."""

    start: int
    end: int
    lead: tuple[int, int]


@Language.component(
    "kg_figures",
    requires=["doc._.kg_events", "doc._.kg_statements", "doc._.kg_roles"],
    assigns=["doc._.kg_events", "doc._.kg_statements", "doc._.kg_roles"],
)
def figures(doc: Doc) -> Doc:
    """Leave out the events, statements and roles of `doc` that a table, a row of figures or a list does not tell."""
    text = doc.text
    cells, points = list(cells_of(text)), list(points_of(text))
    if cells:
        doc._.kg_events = [row for row in _events(doc) if _told_at(doc, cells, row["trigger"])]
        statements: list[StatementRow] = doc._.kg_statements
        doc._.kg_statements = [row for row in statements if _told_at(doc, cells, row["content"])]
        roles: list[RoleRow] = doc._.kg_roles
        doc._.kg_roles = [row for row in roles if not _crosses(doc, cells, row["evidence"])]
    if points:
        doc._.kg_events = [told for row in _events(doc) if (told := _in_list(doc, points, row)) is not None]
    return doc


def cells_of(text: str) -> Iterator[Cell]:
    r"""Yield the cells of the tables and rows in `text`.

    >>> [text[cell.start:cell.end] for text in ["We left.\n| Killed | 12 |"] for cell in cells_of(text)]
    [' Killed ', ' 12 ']
    """
    start = 0
    for line in text.split("\n"):
        for cell in _cells(line):
            yield Cell(start + cell.start, start + cell.end, cell.tells)
        start += len(line) + 1


def _cells(line: str) -> Iterator[Cell]:
    row = line.strip()
    if not row:
        return
    if "\t" in row or row.count("|") >= _CELLS or row[0] == "|" or _is_columns(row):
        borders = [match.span() for match in _SEPARATORS.finditer(line)]
    elif ", " not in row and len(commas := [match.span() for match in _COMMA.finditer(line)]) >= _CELLS:
        borders = commas
    elif _FIGURE.fullmatch(row):
        borders = []
    else:
        return
    begin = 0
    for border, after in [*borders, (len(line), len(line))]:
        words = line[begin:border].split()
        if words:
            tells = bool(borders) and (len(words) >= _FEW or (len(words) > _CELLS and words[-1][-1] in '.!?”"'))
            yield Cell(begin, border, tells)
        begin = after


def _is_columns(row: str) -> bool:
    """Tell columns that blanks set apart from a sentence with a gap in it."""
    return len(re.findall(r"\S\s{3,}(?=\S)", row)) >= _CELLS


def points_of(text: str) -> Iterator[Point]:
    """Yield the points of the lists in `text` that follow a line with a colon at its end."""
    start = 0
    lead: tuple[int, int] | None = None
    for line in text.split("\n"):
        end = start + len(line)
        if line.rstrip().endswith(":"):
            lead = (start, end)
        elif lead is not None and _POINT.match(line):
            yield Point(start, end, lead)
        elif line.strip():
            lead = None
        start = end + 1


def _events(doc: Doc) -> list[EventRow]:
    events: list[EventRow] = doc._.kg_events
    return events


def _told_at(doc: Doc, cells: list[Cell], span: tuple[int, int]) -> bool:
    at = doc[span[0]].idx
    return all(cell.tells for cell in cells if cell.start <= at < cell.end)


def _crosses(doc: Doc, cells: list[Cell], span: tuple[int, int]) -> bool:
    """Tell whether tokens `[start, end)` lie in more than one cell."""
    first, last = doc[span[0]].idx, doc[span[1] - 1].idx
    touched = [cell for cell in cells if cell.start <= last and first < cell.end]
    return bool(touched) and not (len(touched) == 1 and touched[0].start <= first and last < touched[0].end)


def _in_list(doc: Doc, points: list[Point], row: EventRow) -> EventRow | None:
    """Return an event as the line above its list lets it stand: not at all, or as somebody's word."""
    at = doc[row["trigger"][0]].idx
    point = next((point for point in points if point.start <= at < point.end), None)
    if point is None:
        return row
    lead = doc.text[slice(*point.lead)]
    if _WANTED.search(lead) and row["modality"] == "actual":
        return None
    if _TOLD.search(lead) and row["source"] is None:
        teller = _teller(doc, point.lead)
        return None if teller is None else {**row, "source": teller}
    return row


def _teller(doc: Doc, lead: tuple[int, int]) -> str | None:
    """Return the entity that says what follows the line `lead`, None where it is not clear."""
    mentions = mention_by_token(doc)
    for token in doc:
        if not lead[0] <= token.idx < lead[1] or token.lower_ not in verb_cues() or token.pos_ != "VERB":
            continue
        subject = subject_of(token)
        mention = mentions[phrase_of(subject).head] if subject is not None else None
        if mention is not None:
            return mention.id_
    return None

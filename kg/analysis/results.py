"""Results of an analysis: rows that a notebook shows as a table and pandas takes as they are."""

from collections.abc import Iterable, Sequence
from dataclasses import fields
from html import escape

MOST_SHOWN = 50
"""So many rows a notebook shows; the others are there, and the table says how many."""


class Results[T](tuple[T, ...]):
    """Records of one dataclass, in an order that the function which gives them tells.

    `pandas.DataFrame(results)` makes columns of the fields.
    """

    __slots__ = ()

    def __new__(cls, records: Iterable[T] = ()) -> "Results[T]":
        """Keep `records` in their order."""
        return super().__new__(cls, tuple(records))

    def head(self, most: int = 5) -> "Results[T]":
        """Return the first `most` records."""
        return Results(self[:most])

    def _repr_html_(self) -> str:
        """Return the rows as an HTML table; every value is text."""
        if not self:
            return "<p>nothing found</p>"
        names = [field.name for field in fields(self[0])]  # type: ignore[arg-type]  # dataclasses, as documented
        return html_table(names, ([getattr(record, name) for name in names] for record in self))


def html_table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """Return an HTML table of the first rows, and how many more there are; every value is text."""
    cells = list(rows)
    head = "".join(f"<th>{escape(column)}</th>" for column in columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(_cell(value))}</td>" for value in row) + "</tr>" for row in cells[:MOST_SHOWN]
    )
    more = f"<p>{len(cells) - MOST_SHOWN} more</p>" if len(cells) > MOST_SHOWN else ""
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _cell(value: object) -> str:
    """Return what a cell shows of `value`.

    >>> _cell(0.33333), _cell(("a", "b")), _cell(None)
    ('0.333', 'a, b', '')
    """
    if isinstance(value, float):
        return f"{value:.3f}"
    if isinstance(value, tuple):
        return f"{len(value)} sentences" if value and hasattr(value[0], "text") else ", ".join(map(str, value))
    return "" if value is None else str(value)

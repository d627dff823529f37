"""Results of an analysis: rows that a notebook shows as a table and pandas takes as they are."""

from collections.abc import Iterable
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

    def _repr_html_(self) -> str:
        """Return the rows as an HTML table; every value is text."""
        if not self:
            return "<p>nothing found</p>"
        names = [field.name for field in fields(self[0])]  # type: ignore[arg-type]  # dataclasses, as documented
        head = "".join(f"<th>{escape(name)}</th>" for name in names)
        body = "".join(
            "<tr>" + "".join(f"<td>{escape(_cell(getattr(record, name)))}</td>" for name in names) + "</tr>"
            for record in self[:MOST_SHOWN]
        )
        more = f"<p>{len(self) - MOST_SHOWN} more</p>" if len(self) > MOST_SHOWN else ""
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

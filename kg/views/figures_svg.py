"""Figures that disagree, drawn on one scale: the lowest, the best and the highest."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from kg.views.picture import Picture

_WIDTH, _ROW, _LEFT, _RIGHT = 800, 22, 300, 130
_INK = "#5c6470"
_LONGEST = 46


@dataclass(frozen=True, kw_only=True, slots=True)
class Figure:
    """What was counted, and its lowest, best and highest value."""

    name: str
    low: int
    best: int
    high: int


def draw(figures: Sequence[Figure]) -> Picture:
    """Return `figures` one a row, from 0: a line from the lowest to the highest, a dot at the best; empty for none."""
    if not figures:
        return Picture("")
    top = max(1, *(figure.high for figure in figures))
    rows = "".join(_row(figure, number * _ROW, top) for number, figure in enumerate(figures))
    height = len(figures) * _ROW + 8
    return Picture(
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}"'
        f' font-family="sans-serif" font-size="12" role="img"><title>Figures</title>{rows}</svg>'
    )


def _row(figure: Figure, y: int, top: int) -> str:
    low, best, high = (
        _LEFT + value / top * (_WIDTH - _LEFT - _RIGHT) for value in (figure.low, figure.best, figure.high)
    )
    told = f"{figure.best:,}" if figure.low == figure.high else f"{figure.best:,} ({figure.low:,}–{figure.high:,})"
    name = figure.name if len(figure.name) <= _LONGEST else figure.name[: _LONGEST - 1] + "…"
    return (
        f'<text x="{_LEFT - 12}" y="{y + 15}" text-anchor="end" fill="{_INK}">{escape(name)}</text>'
        f'<line x1="{low:.1f}" x2="{high:.1f}" y1="{y + 11}" y2="{y + 11}" stroke="#c0392b" stroke-width="3"/>'
        f'<circle cx="{best:.1f}" cy="{y + 11}" r="5" fill="#c0392b"/>'
        f'<text x="{high + 10:.1f}" y="{y + 15}" fill="{_INK}">{told}</text>'
    )

"""A small timeline that does not move: happenings as wide as their dates are uncertain, and posts, as one SVG."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from kg.analysis import Holding, Occurrence
from kg.views.picture import Picture

MOST = 60
"""Bars drawn at most; the picture says how many more there are."""

_ROW, _HEAD, _LETTER, _NARROW = 18, 24, 6.2, 8.0
_LONGEST = 48
_TICKS = 7
_YEAR = 12
_STYLES = {
    "actual": Markup('fill="currentColor"'),
    "planned": Markup('fill="none"'),
    "proposed": Markup('fill="none" stroke-dasharray="4 2.5"'),
    "demanded": Markup('fill="none" stroke-dasharray="4 2.5"'),
    "threatened": Markup('fill="none" stroke-dasharray="1.5 2"'),
    "hypothetical": Markup('fill="none" stroke-dasharray="1.5 2"'),
}
_EVENT, _PERSON = Markup('color="var(--event, #8a2f80)"'), Markup('color="var(--person, #1f5fa8)"')


@dataclass(frozen=True, kw_only=True, slots=True)
class _Bar:
    """What one row or part of a row shows, from the first to the last day that is possible."""

    first: int
    last: int
    label: str
    style: Markup
    tone: Markup
    denied: bool


def draw(
    occurrences: Iterable[Occurrence], holdings: Iterable[Holding] = (), *, width: int = 640, title: str = "Timeline"
) -> Picture:
    """Return an SVG of what is dated in `occurrences` and of `holdings`, empty when nothing is.

    What happened is filled, what was planned is hollow, what was proposed, demanded, threatened or supposed has a
    broken outline, what is denied is struck through; labels of what did not happen say so, too.
    """
    bars = [*(_happening(one) for one in occurrences if one.earliest), *(_post(one) for one in holdings)]
    bars = sorted(set(bars), key=lambda bar: (bar.first, bar.last, bar.label, str(bar.style), bar.denied))
    if not bars:
        return Picture()
    left_out = len(bars) - MOST
    bars = bars[:MOST]
    span = min(bar.first for bar in bars), max(bar.last for bar in bars) + 1
    scale = (width - 16) / max(1, span[1] - span[0])
    rows = _packed(bars, span[0], scale, width)
    height = _HEAD + _ROW * (max(rows) + 1) + (24 if left_out > 0 else 8)
    drawn = Markup("").join(_bar(bar, row, span[0], scale, width) for bar, row in zip(bars, rows, strict=True))
    more = Markup('<text x="8" y="{}">and {} more</text>').format(height - 8, left_out) if left_out > 0 else ""
    return Picture(
        Markup(
            '<svg class="small-timeline" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img"'
            ' width="{width}" style="max-width:100%;height:auto" aria-label="{title}: {first} to {last}" font-size="12"'
            ' font-family="system-ui, sans-serif" fill="var(--ink, #1c1f24)"><title>{title}</title>'
            '<rect width="{width}" height="{height}" fill="var(--surface, #fff)"/>{axis}{drawn}{more}</svg>'
        ).format(
            width=width,
            height=height,
            title=title,
            first=date.fromordinal(span[0]),
            last=date.fromordinal(span[1] - 1),
            axis=_axis(span, scale, height),
            drawn=drawn,
            more=more,
        )
    )


def _happening(one: Occurrence) -> _Bar:
    names = ", ".join(dict.fromkeys(party.name for party in one.parties))
    where = ", ".join(dict.fromkeys(spot.name for spot in one.spots))
    denied = one.polarity == "negative"
    told = " (denied)" if denied else "" if one.modality == "actual" else f" ({one.modality})"
    type_ = re.sub("(?<=[a-z])(?=[A-Z])", " ", one.type)
    label = f"{type_}{told}" + (f": {names}" if names else f" at {where}" if where else "")
    style = _STYLES["planned"] if denied else _STYLES[one.modality]
    first, last = (date.fromisoformat(day).toordinal() for day in (one.earliest, one.latest or one.earliest))
    return _Bar(first=first, last=last, label=_short(label), style=style, tone=_EVENT, denied=denied)


def _post(one: Holding) -> _Bar:
    label = f"{one.name}, {one.title}" + (f" ({one.body})" if one.body else "")
    first, last = (date.fromisoformat(day).toordinal() for day in (one.earliest, one.latest))
    return _Bar(first=first, last=last, label=_short(label), style=_STYLES["actual"], tone=_PERSON, denied=False)


def _short(label: str) -> str:
    return label if len(label) <= _LONGEST else label[: _LONGEST - 1] + "…"


def _ends(bar: _Bar, start: int, scale: float) -> tuple[float, float]:
    left = 8 + (bar.first - start) * scale
    return left, max(left + _NARROW, 8 + (bar.last + 1 - start) * scale)


def _packed(bars: Sequence[_Bar], start: int, scale: float, width: int) -> list[int]:
    """Return the row of each bar: the first one in which neither it nor its label lies on what is there."""
    taken: list[list[tuple[float, float]]] = []
    rows = []
    for bar in bars:
        left, right = _ends(bar, start, scale)
        letters = len(bar.label) * _LETTER + 8
        reach = (left, right + letters) if right + letters <= width else (min(left, left - letters), right)
        row = next(
            (place for place, row in enumerate(taken) if all(a > reach[1] or b < reach[0] for a, b in row)), len(taken)
        )
        if row == len(taken):
            taken.append([])
        taken[row].append(reach)
        rows.append(row)
    return rows


def _bar(bar: _Bar, row: int, start: int, scale: float, width: int) -> Markup:
    left, right = _ends(bar, start, scale)
    top = _HEAD + row * _ROW
    shape = Markup(
        '<rect x="{:.1f}" y="{}" width="{:.1f}" height="10" rx="3" stroke="currentColor" fill-opacity="{}" {}/>'
    ).format(left, top + 4, right - left, 0.9 if bar.last == bar.first else 0.4, bar.style)
    if bar.denied:
        shape += Markup('<path d="M{:.1f} {}L{:.1f} {}" stroke="currentColor" stroke-width="2"/>').format(
            left, top + 14, right, top + 4
        )
    after = right + len(bar.label) * _LETTER + 8 <= width
    before = not after and left - len(bar.label) * _LETTER - 8 > 0
    place = (right + 5, "start") if after else (left - 5, "end") if before else (max(left, 8) + 4, "start")
    text = Markup(
        '<text x="{:.1f}" y="{}" text-anchor="{}" fill="var(--ink, #1c1f24)" unicode-bidi="isolate">{}</text>'
    ).format(place[0], top + 13, place[1], bar.label)
    return Markup("<g {}>{}{}</g>").format(bar.tone, shape, text)


def _axis(span: tuple[int, int], scale: float, height: int) -> Markup:
    lines = [
        Markup(
            '<path d="M{x:.1f} 16V{height}" stroke="var(--line, #ccc)"/>'
            '<text x="{label:.1f}" y="13" fill="var(--muted, #595e66)">{day}</text>'
        ).format(x=(x := 8 + (at - span[0]) * scale), label=x + 3, height=height, day=name)
        for at, name in _ticks(*span)
    ]
    return Markup("").join(lines)


def _ticks(first: int, last: int) -> list[tuple[int, str]]:
    """Return at most seven days to name on the axis: years, or months, or days, whichever fit."""
    begin, end = date.fromordinal(first), date.fromordinal(last - 1)
    months = (end.year - begin.year) * 12 + end.month - begin.month
    if months == 0:
        step = max(1, -(-(last - first) // _TICKS))
        return [(day, date.fromordinal(day).isoformat()) for day in range(first, last, step)]
    every = next(many for many in (1, 2, 3, 6, 12, 24, 60, 120, 600, 6000) if months / many <= _TICKS)
    found = []
    for month in range(-(-(begin.year * 12 + begin.month - 1) // every) * every, 12 * date.max.year, every):
        day = date(month // 12, month % 12 + 1, 1).toordinal()
        if day >= last:
            break
        year = month // 12
        found.append((day, str(year) if every >= _YEAR else f"{year}-{month % 12 + 1:02}"))
    return found or [(first, begin.isoformat())]

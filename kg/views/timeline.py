"""The timeline page: what happened or would happen, and who held which post, along time."""

from collections.abc import Sequence

from kg.views.shell import render

TOLD = (
    ("actual", "happened"),
    ("planned", "planned"),
    ("proposed", "proposed or demanded"),
    ("threatened", "threatened or hypothetical"),
    ("denied", "denied, or did not happen"),
)
"""How a happening is told, as drawn by `calendar.css`: by outline and filling, so that colour is not needed."""


def timeline_page(parts: Sequence[str]) -> str:
    """Return the page; what it shows it loads from data/NAME.js for each of `parts` (`kg.views.happenings_data`)."""
    return render("timeline.html", title="Timeline", active="timeline", parts=parts, told=TOLD)

"""What every page shares: the template with navigation, search and themes, and ways to put data into pages safely."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from kg.resources import templates_folder
from kg.views.addresses import page_of
from kg.views.asking import commands

NAVIGATION = {
    "overview": ("index.html", "Overview"),
    "network": ("network.html", "Network"),
    "timeline": ("timeline.html", "Timeline"),
    "map": ("map.html", "Map"),
}
"""The pages in the bar at the top of every page: what `render` calls `active`, its file and its name."""

ASSETS = ("site.css", "site.js")
"""Files that every page loads from `assets/`."""

_ESCAPES = str.maketrans(
    {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"},
)


def render(template: str, *, title: str, active: str, depth: int = 0, **context: Any) -> str:  # noqa: ANN401  Jinja's
    """Return the page that `template` (which extends shell.html) makes of `context`.

    Args:
        template: the name of a file in `kg/views/templates`.
        title: the page's title.
        active: the key in `NAVIGATION` of this page, or "" for a page that is not in the bar.
        depth: how many folders below the root of the site the page lies; templates put `root` before links.
        context: the template's variables.
    """
    page = environment().get_template(template)
    return page.render(title=title, active=active, root="../" * depth, **context).rstrip() + "\n"


def embedded(value: object) -> Markup:
    r"""Return `value` as JSON that can stand in `<script type="application/json">`, whatever its strings say.

    >>> embedded("</script>")
    Markup('"\\u003c/script\\u003e"')
    """
    return Markup(_json(value))  # noqa: S704  nothing in it can end the element: < > & are escaped


def data_file(name: str, value: object) -> str:
    """Return the text of `data/NAME.js`, which hands `value` to `kgData`: pages opened from disk cannot fetch JSON."""
    return f"kgData({_json(name)}, {_json(value)});\n"


def is_web_address(url: str) -> bool:
    """Return whether `url` may become a link: others (javascript:, data:, file:) come from an article's text."""
    return url.lower().startswith(("http://", "https://"))


def write_assets(out: Path) -> list[Path]:
    """Write what every page loads into `out`/assets."""
    folder = out / "assets"
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name in ASSETS:
        path = folder / name
        path.write_text((templates_folder() / name).read_text(encoding="utf-8"), encoding="utf-8")
        paths.append(path)
    return paths


@cache
def environment() -> Environment:
    """Return the Jinja environment of the site: everything is escaped, and a missing variable is an error."""
    made = Environment(
        loader=FileSystemLoader(templates_folder()),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(
        embedded=embedded, navigation=NAVIGATION, page_of=page_of, is_web_address=is_web_address, commands=commands
    )
    return made


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).translate(_ESCAPES)

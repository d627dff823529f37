"""The folder of pages that `kg view` writes."""

import json
import tempfile
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

from kg.analysis import actor_network
from kg.errors import KgError
from kg.store import Store
from kg.views.calendar import calendar_pages
from kg.views.dossier import write_dossiers
from kg.views.network import network_pages
from kg.views.overview import write_overview
from kg.views.shell import write_assets

MANIFEST = ".kg-site.json"
"""The file in the folder that says which of its files `kg` wrote, and what was in them."""

type PageWriter = Callable[[Store, Path], list[Path]]


def write_pages(pages: Mapping[str, str], out: Path) -> list[Path]:
    """Write the texts of `pages`, by path from the root of the site."""
    for name, text in pages.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return [out / name for name in pages]


WRITERS: dict[str, PageWriter] = {
    "style and scripts": lambda _, out: write_assets(out),
    "network": lambda store, out: write_pages(network_pages(actor_network(store)), out),
    "timeline and map": lambda store, out: write_pages(calendar_pages(store), out),
    "dossiers": write_dossiers,
    "overview": write_overview,  # the last: it links only to pages that are there
}
"""What writes the pages, in order: each makes its files in the folder it is given and returns their paths."""


def write_site(store: Store, out: Path, *, progress: Callable[[str], None] = lambda _: None) -> list[Path]:
    """Write the pages for what is in `store` into the folder `out` (made when missing) and return their paths.

    The site is written beside `out` first and moved in when whole. Files of an earlier site that are no longer part
    of it are removed, unless somebody has changed them; no other file is ever removed or replaced.

    Args:
        store: the graph.
        out: the folder.
        progress: called with the name of each part before it is written.

    Raises:
        KgError: a page would replace a file that `kg` did not write.
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".kg-site-", dir=out.parent) as folder:
        fresh = Path(folder)
        progress("reading the graph")
        with store.remembering():  # several pages ask for the same
            for name, writer in WRITERS.items():
                progress(name)
                writer(store, fresh)
        progress("moving into place")
        names = sorted(path.relative_to(fresh).as_posix() for path in fresh.rglob("*") if path.is_file())
        earlier = _manifest(out)
        _refuse_strangers(out, names, earlier)
        written = {name: _digest(fresh / name) for name in names}
        out.mkdir(exist_ok=True)
        _save_manifest(out, earlier | written)  # a crash while moving leaves only files that the next run knows
        for name in names:
            (out / name).parent.mkdir(parents=True, exist_ok=True)
            (fresh / name).replace(out / name)
        for name in earlier.keys() - written.keys():
            if (out / name).is_file() and _digest(out / name) == earlier[name]:
                (out / name).unlink()
        _save_manifest(out, written)
    return [out / name for name in sorted(names, key=lambda name: (name != "index.html", name))]


def _manifest(out: Path) -> dict[str, str]:
    """Return the digests of the files that an earlier run wrote into `out`, without names that lead out of it."""
    path = out / MANIFEST
    if not path.is_file():
        return {}
    files: dict[str, str] = json.loads(path.read_text(encoding="utf-8"))["files"]
    return {name: digest for name, digest in files.items() if _stays_inside(out, name)}


def _stays_inside(out: Path, name: str) -> bool:
    parts = PurePosixPath(name)
    return not parts.is_absolute() and ".." not in parts.parts and (out / name).resolve().is_relative_to(out.resolve())


def _save_manifest(out: Path, files: dict[str, str]) -> None:
    text = json.dumps({"made by": "kg view", "files": files}, indent=0, sort_keys=True)
    (out / MANIFEST).write_text(text + "\n", encoding="utf-8")


def _refuse_strangers(out: Path, names: list[str], earlier: dict[str, str]) -> None:
    for name in names:
        path = out / name
        if path.exists() and (not path.is_file() or name not in earlier):
            message = f"{path} is there already and was not written by 'kg view': move it, or give another --out"
            raise KgError(message)


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()

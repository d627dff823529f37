"""How long `kg view` takes for many articles, and how large each page is.

    python benchmarks/site.py                  a thousand made-up articles (see benchmarks/growth.py)
    python benchmarks/site.py --size 200 --out /tmp/site

No page, and no file that a page loads, may be larger than 5 MB: the run ends with status 1 if one is.
"""

import argparse
import itertools
import random
import sys
import tempfile
import time
from pathlib import Path

from growth import SAMPLE, SEED, add, stories  # type: ignore[import-not-found]  # its neighbour

from kg.articles import read_articles
from kg.config import DEFAULT_MODEL
from kg.errors import InputError
from kg.extract.extractor import Extractor
from kg.pipeline import open_graph
from kg.store import Store
from kg.views import write_site
from kg.workspace import create_workspace

LARGEST = 5_000_000
"""Bytes that a page or a file that it loads may have."""


def main() -> None:
    """Write the site of made-up articles and print seconds by part and sizes of files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=1_000)
    parser.add_argument("--out", type=Path, help="Keep the site there.")
    given = parser.parse_args()
    (article,) = read_articles([SAMPLE])
    if isinstance(article, InputError):
        raise SystemExit(str(article))
    (sample,) = Extractor(DEFAULT_MODEL).extract([article])
    everything = stories(sample, given.size, random.Random(SEED))  # noqa: S311 - no secret
    with tempfile.TemporaryDirectory(prefix="kg-site-") as folder:
        workspace = create_workspace(Path(folder) / "workspace")
        add(workspace, *(next(everything) for _ in range(given.size)))
        largest = report(open_graph(workspace, min_confidence=0.0), given.out or Path(folder) / "site")
    sys.exit(largest > LARGEST)


def report(store: Store, out: Path) -> int:
    """Write the site of `store` into `out`, print what it took, and return the bytes of the largest."""
    parts: list[tuple[str, float]] = []
    write_site(store, out, progress=lambda part: parts.append((part, time.perf_counter())))
    parts.append(("", time.perf_counter()))
    for (part, began), (_, ended) in itertools.pairwise(parts):
        print(f"{ended - began:>10.1f} s   {part}")
    print(f"{parts[-1][1] - parts[0][1]:>10.1f} s   in all")
    pages = sorted(((path.stat().st_size, path.relative_to(out).as_posix()) for path in out.rglob("*.*")), reverse=True)
    for size, name in pages[:12]:
        print(f"{size / 1e6:>10.2f} MB  {name}")
    print(f"{sum(size for size, _ in pages) / 1e6:>10.2f} MB  in all, {len(pages)} files")
    return max(size for size, name in pages if not name.startswith("."))


if __name__ == "__main__":
    main()

"""The command line (first sketch; the owner of kg/cli replaces this)."""

import hashlib
import json
import sys
from pathlib import Path

from kg.records import Article
from kg.records.exchange import to_json


def main() -> None:
    """Run `kg extract FILE... [--published DATE]`."""
    from kg.extract.extractor import Extractor

    args = sys.argv[2:]
    published = None
    if "--published" in args:
        at = args.index("--published")
        published = args[at + 1]
        del args[at : at + 2]
    articles = []
    for name in args:
        path = Path(name)
        if path.suffix == ".jsonl":
            rows = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
        else:
            rows = [{"id": path.stem, "text": path.read_text(encoding="utf-8"), "published": published}]
        for row in rows:
            articles.append(
                Article(
                    id=row["id"],
                    text=row["text"],
                    sha256=hashlib.sha256(row["text"].encode()).hexdigest(),
                    published=row.get("published"),
                )
            )
    for extraction in Extractor().extract(articles):
        sys.stdout.write(to_json(extraction) + "\n")

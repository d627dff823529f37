"""`python -m kg.evaluation`: print the table of scores; exit with 1 where one is below its floor."""

import argparse
import sys
from pathlib import Path

from kg.errors import KgError
from kg.evaluation.corpus import digest, evaluate, load_corpus
from kg.evaluation.cross_document import CROSS_FLOORS, cross_digest, evaluate_across, outlook
from kg.evaluation.floors import read_floors, shortfalls, write_floors
from kg.evaluation.scores import render
from kg.records.exchange import to_json


def main(arguments: list[str] | None = None) -> int:
    """Parse `arguments`, run and return the exit status: 1 where a floor is not reached or a file cannot be read."""
    options = _parser().parse_args(arguments)
    try:
        return _run(options)
    except KgError as error:
        sys.stderr.write(f"{error}\n")
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m kg.evaluation", description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("data"), help="the folder with articles/ and expected/")
    parser.add_argument("--model", help="a spaCy pipeline instead of the default one")
    parser.add_argument("--by-article", action="store_true", help="a line for each article too")
    parser.add_argument("--cross-document", action="store_true", help="score what is merged across articles instead")
    parser.add_argument("--expected-records", action="store_true", help="print the expected facts as records and stop")
    parser.add_argument("--write-floors", action="store_true", help="set the floors to what is reached now")
    parser.add_argument("--reason", help="why the floors are set; kept in the floors file")
    return parser


def _run(options: argparse.Namespace) -> int:
    articles, expected = options.data / "articles", options.data / "expected"
    if options.write_floors and not options.reason:
        sys.stderr.write("--write-floors needs --reason: say why the floors change\n")
        return 1
    if options.expected_records:
        sys.stdout.writelines(f"{to_json(facts)}\n" for facts in load_corpus(articles, expected))
        return 0
    from kg.extract.extractor import Extractor  # noqa: PLC0415 - loads spaCy, not needed above

    extractor = Extractor(options.model) if options.model else Extractor()
    if options.cross_document:
        table, corpus = evaluate_across(articles, expected, extractor), cross_digest(articles, expected)
    else:
        table, corpus = evaluate(articles, expected, extractor), digest(articles, expected)
    floors = expected / (CROSS_FLOORS if options.cross_document else "floors.json")
    sys.stdout.write(render(table, by_article=options.by_article) + outlook(table))
    if options.write_floors:
        write_floors(floors, table, corpus=corpus, reason=options.reason)
        return 0
    problems = shortfalls(table, read_floors(floors), corpus=corpus)
    sys.stderr.writelines(f"{problem}\n" for problem in problems)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

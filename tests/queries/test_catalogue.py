"""The catalogue: headers that are read, and headers that are refused."""

import subprocess
import sys
from pathlib import Path

import pytest

from kg.errors import QueryError
from kg.queries import load, names
from kg.queries.catalogue import Parameter, parse
from kg.queries.document import page

HEADER = "# title: Things\n# question: Which things?\n# parameters:\n# example: kg query things\n"
DOCUMENTATION = Path(__file__).parents[2] / "docs" / "queries.md"


def test_more_than_a_dozen_questions_ship() -> None:
    asked = {"posts", "meetings", "events", "sources", "planned", "attacks", "casualties", "statements", "timeline"}
    assert asked <= set(names())
    assert len(names()) >= 14


@pytest.mark.parametrize("name", names())
def test_every_query_has_a_title_a_question_and_an_example_of_itself(name: str) -> None:
    query = load(name)
    assert query.title
    assert query.question.endswith(("?", "."))
    assert query.example.startswith(f"kg query {name}")
    assert query.body.startswith("SELECT")


def test_a_header_is_read_in_full() -> None:
    query = parse(
        "q",
        "# title: Things\n# question: Which things\n#   are there?\n# parameters:\n#   kind (class, required): which\n"
        "# example: kg query q --set kind=Talks\nSELECT * WHERE { VALUES ?kind { UNDEF } ?s a ?kind }\n",
    )
    assert query.question == "Which things are there?"
    assert query.parameters == (Parameter(name="kind", kind="class", required=True, meaning="which"),)
    assert query.body == "SELECT * WHERE { VALUES ?kind { UNDEF } ?s a ?kind }"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("SELECT * WHERE { ?s ?p ?o }", "lacks '# title: ...'"),
        ("# title: x\n# question: y\nSELECT * {}", "lacks '# example: ...'"),
        ("# titel: x\n" + HEADER, "neither a field nor its continuation"),
        (HEADER.replace("parameters:\n", "parameters:\n#   kind: which\n"), "is no parameter"),
        (HEADER.replace("parameters:\n", "parameters:\n#   kind (thing): which\n"), "is no parameter"),
        (HEADER.replace("parameters:\n", "parameters:\n#   kind (class): which\n"), "needs a line 'VALUES"),
    ],
)
def test_a_header_that_is_wrong_is_refused(text: str, words: str) -> None:
    with pytest.raises(QueryError, match=words):
        parse("q", text)


def test_a_misspelt_name_gets_a_hint() -> None:
    with pytest.raises(QueryError, match=r"no query is called 'post'; did you mean posts"):
        load("post")
    with pytest.raises(QueryError, match=r"there are article-facts, articles, attacks"):
        load("qqqq")


def test_the_documentation_is_up_to_date() -> None:
    assert DOCUMENTATION.read_text(encoding="utf-8") == page(), "run: python -m kg.queries.document > docs/queries.md"


def test_the_command_writes_the_documentation() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kg.queries.document"], capture_output=True, check=True, encoding="utf-8"
    )
    assert done.stdout == page()

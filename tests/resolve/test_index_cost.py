"""What an article costs the index: everything is found by a key, nothing is looked through from end to end."""

import sqlite3

import pytest

from kg.resolve import Index, article_key, trace
from tests.samples import extraction


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> tuple[sqlite3.Connection, list[str]]:
    """The next index's database, and what it is asked from now on."""
    database = sqlite3.connect(":memory:", isolation_level=None)
    said: list[str] = []
    database.set_trace_callback(said.append)
    monkeypatch.setattr("kg.resolve.index.sqlite3.connect", lambda *_, **__: database)
    return database, said


def test_no_table_is_looked_through(asked: tuple[sqlite3.Connection, list[str]]) -> None:
    database, said = asked
    index = Index()
    for name in "ab":
        index.put(trace(extraction(id=name, url=None)))
    index.settle()
    said.clear()
    one = extraction(id="c", url=None)
    index.put(trace(one))
    changes = index.settle()
    for head in changes.entities:
        index.entity(head)
    for head in changes.happenings:
        index.happening(head)
    index.drop(article_key(one.article))
    index.settle()
    statements = {sql for sql in said if sql.startswith(("SELECT", "DELETE", "UPDATE"))}
    assert len(statements) > 100
    plans = {sql: [step[3] for step in database.execute(f"EXPLAIN QUERY PLAN {sql}")] for sql in statements}
    small = "FROM entry LIMIT 1"  # whether there are any known names
    assert not {sql: plan for sql, plan in plans.items() if "SCAN" in " ".join(plan) and small not in sql}
    index.close()

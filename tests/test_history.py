"""What changed from one version to the next: facts by what they say, not by where they stand."""

from dataclasses import replace

from kg.history import history
from kg.records import Span
from tests import samples


def test_a_first_version_has_no_changes() -> None:
    (only,) = history([samples.extraction()])
    assert only.changes == ()
    assert only.facts > 0


def test_facts_that_came_and_went_are_told_with_their_words() -> None:
    before = samples.extraction()
    after = replace(before, roles=before.roles[1:], statements=())
    latest, _ = history([after, before])
    gone = [change for change in latest.changes if not change.new]
    assert len(gone) == 1 + len(before.statements)
    assert [change for change in latest.changes if change.new] == []
    assert {change.kind for change in gone} == {"post", "statement"}
    assert any("defense minister" in change.says for change in gone)
    back, _ = history([before, after])
    assert [change.says for change in back.changes if change.new] == [change.says for change in gone]


def test_a_fact_that_only_moved_is_no_change() -> None:
    before = samples.extraction()
    text = "Late news. " + before.article.text
    shift = len("Late news. ")

    def moved(span: Span) -> Span:
        return Span(span.start + shift, span.end + shift)

    roles = tuple(replace(role, evidence=moved(role.evidence)) for role in before.roles)
    after = replace(before, article=replace(before.article, text=text), roles=roles, events=(), statements=())
    latest, _ = history([after, replace(before, events=(), statements=())])
    assert latest.changes == ()

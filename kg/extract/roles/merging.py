"""One row for each role: facts that several patterns or sentences found become one, the vaguer yields to the fuller."""

from kg.extract.annotations import RoleRow
from kg.extract.roles.facts import Fact
from kg.extract.roles.page import Page


def rows(page: Page, facts: list[Fact]) -> list[RoleRow]:
    """Return the rows of `facts` in text order."""
    found: dict[tuple[str, str, str | None], RoleRow] = {}
    for fact in sorted(facts, key=lambda fact: fact.start):
        body = None if fact.body is None else page.key(fact.body)
        key = (fact.person, fact.title, body)
        row = RoleRow(
            person=fact.person,
            title=fact.title,
            category=fact.category,
            organization=body,
            status=fact.status,
            start=None,
            until=None,
            evidence=(fact.start, fact.end),
            confidence=round(fact.confidence, 3),
            rule=fact.rule,
        )
        known = found.get(key)
        if known is None or known["confidence"] < row["confidence"]:
            found[key] = row
    return list(found.values())

"""Bodies inside bodies: in "chair of the parliament's defence committee" the committee is part of the parliament."""

from collections.abc import Iterable

from spacy.tokens import Span

from kg.extract.annotations import ContainmentRow
from kg.extract.entities import ORGANIZATIONS
from kg.extract.roles.after import owner_of
from kg.extract.roles.facts import Fact
from kg.extract.roles.page import Page

POSSESSIVE = "body-possessive"
NESTED = "post-in-part"
CONFIDENCE = {POSSESSIVE: 0.92, NESTED: 0.85}


def parts(page: Page, facts: Iterable[Fact]) -> list[ContainmentRow]:
    """Return which bodies of `facts` the text says to be part of a larger one, each once."""
    found: dict[tuple[str, str], ContainmentRow] = {}
    for fact in facts:
        if fact.body is None or fact.body.label_ not in ORGANIZATIONS:
            continue
        owner = owner_of(page, fact.body)
        whole, rule = (fact.whole, NESTED) if owner is None else (owner, POSSESSIVE)
        if whole is None or whole.label_ not in ORGANIZATIONS:
            continue
        row = _row(page, fact.body, whole, rule)
        if row["part"] != row["whole"]:
            found.setdefault((row["part"], row["whole"]), row)
    known = {(row["part"], row["whole"]) for row in page.doc._.kg_parts}
    return [row for key, row in found.items() if key not in known]


def _row(page: Page, part: Span, whole: Span, rule: str) -> ContainmentRow:
    return ContainmentRow(
        part=page.key(part),
        whole=page.key(whole),
        evidence=(min(part.start, whole.start), max(part.end, whole.end)),
        confidence=CONFIDENCE[rule],
        rule=rule,
    )

"""One person-role-organization fact as a pattern found it, before facts are compared."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Span

from kg.extract.roles.posts import Post
from kg.lexicon.role_verbs import Phase
from kg.lexicon.titles import title_by_name

NEEDS_BODY = frozenset(("Member", "Doctor", "Founder"))
"""Titles that say nothing of a person where no organization is named: "a doctor", "a member"."""
PART = 0.9
"""How much less sure it is that someone of a part belongs to the whole."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A role; `person` and `body` are mentions, `start` and `end` bound the evidence.

    `anchor` is the token that dates depend on; `phase` tells whether it holds, enters or leaves the post.
    """

    person: Span
    title: str
    category: str
    body: Span | None
    status: str
    start: int
    end: int
    anchor: int
    rule: str
    confidence: float
    phase: Phase = "holds"


def facts_of_post(
    post: Post,
    person: Span,
    *,
    rule: str,
    confidence: float,
    status: str | None = None,
    anchor: int | None = None,
    bodies: tuple[Span, ...] | None = None,
    phase: Phase = "holds",
) -> Iterator[Fact]:
    """Yield the facts that `person` holds `post`, one for each body, and that he belongs to the larger bodies.

    Args:
        post: the title in its phrase.
        person: a mention of the holder.
        rule: the pattern's name.
        confidence: how often the pattern is right.
        status: what the pattern says of it; a word like "former" in the phrase itself goes before.
        anchor: the verb that dates depend on, the title's head by default.
        bodies: what to take in place of the post's own bodies.
        phase: whether the anchor holds, enters or leaves the post.
    """
    held = post.bodies if bodies is None else bodies
    if post.doubt or (not held and post.category in NEEDS_BODY):
        return
    words = singular(post) if post.plural else post.words
    start, end = min(person.start, post.start), max(person.end, post.end)
    for body in held or (None,):
        yield Fact(
            person=person,
            title=words,
            category=post.category,
            body=body,
            status=post.status or status or "current",
            start=start if body is None else min(start, body.start),
            end=end if body is None else max(end, body.end),
            anchor=post.root.i if anchor is None else anchor,
            rule=rule,
            confidence=confidence,
            phase=phase,
        )
    for parent in post.parents:
        yield Fact(
            person=person,
            title="member",
            category="Member",
            body=parent,
            status=post.status or status or "current",
            start=min(start, parent.start),
            end=max(end, parent.end),
            anchor=post.root.i if anchor is None else anchor,
            rule=f"{rule}:part",
            confidence=confidence * PART,
            phase=phase,
        )


def singular(post: Post) -> str:
    """Return the title of a post in the plural as one of its holders has it."""
    entry = title_by_name()[post.title.kb_id_]
    if entry.plural in post.words:
        return post.words.replace(entry.plural, entry.title)
    root = post.root
    return post.words.replace(root.lower_, root.lemma_.lower())



def member(
    person: Span, body: Span, *, anchor: int, rule: str, confidence: float, status: str = "current", phase: Phase = "holds"
) -> Fact:
    """Return the fact that `person` belongs to `body`, where no title is named."""
    return Fact(
        person=person,
        title="member",
        category="Member",
        body=body,
        status=status,
        start=min(person.start, body.start),
        end=max(person.end, body.end),
        anchor=anchor,
        rule=rule,
        confidence=confidence,
        phase=phase,
    )

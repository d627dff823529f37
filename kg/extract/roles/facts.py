"""One person-role-organization fact as a pattern found it, before facts are compared."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Span

from kg.extract.roles.posts import Post
from kg.lexicon.role_verbs import Phase
from kg.lexicon.titles import title_by_name

NEEDS_BODY = frozenset(("Member", "Doctor", "Founder"))
"""Titles that say nothing of a person where no organization is named: "a doctor", "a member"."""
PRONOUN = 0.9
"""How much less sure it is who "he" is."""
PART = 0.9
"""How much less sure it is that someone of a part belongs to the whole."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Link:
    """What a pattern says of the tie between a person and a post or body.

    `rule` is the pattern's name, `confidence` how often it is right. `anchor` is the token that dates depend on, by
    default the title's head; `phase` tells whether it holds, enters or leaves the post. `status` yields to a word like
    "former" beside the title.
    """

    rule: str
    confidence: float
    status: str | None = None
    anchor: int | None = None
    phase: Phase = "holds"

    def of_part(self) -> "Link":
        """Return the link to the whole that a body is part of."""
        return replace(self, rule=f"{self.rule}:part", confidence=self.confidence * PART)


@dataclass(frozen=True, kw_only=True, slots=True)
class Fact:
    """A role; `person` and `body` are mentions, `start` and `end` bound the evidence.

    `anchor` is the token that dates depend on, as they may on `head`, the title's; `phase` tells whether the anchor
    holds, enters or leaves the post. `owner` is the person of "his minister". `whole` is what `body` is part of, and
    `ended` the verb that says that the holder died or left, -1 where none does.
    """

    person: Span
    title: str
    category: str
    body: Span | None
    status: str
    start: int
    end: int
    anchor: int
    head: int
    rule: str
    confidence: float
    phase: Phase
    owner: str | None = None
    whole: Span | None = None
    ended: int = -1


def facts_of_post(post: Post, person: Span, link: Link, bodies: tuple[Span, ...] | None = None) -> Iterator[Fact]:
    """Yield the facts that `person` holds `post`, one for each body, and that he belongs to the larger bodies.

    Args:
        post: the title in its phrase.
        person: a mention of the holder.
        link: what the pattern says of it.
        bodies: what to take in place of the post's own bodies.
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
            status=post.status or link.status or "current",
            start=start if body is None else min(start, body.start),
            end=end if body is None else max(end, body.end),
            anchor=post.root.i if link.anchor is None else link.anchor,
            head=post.root.i,
            rule=link.rule,
            confidence=link.confidence * _sureness(person),
            phase=link.phase,
            owner=post.owner,
            whole=post.whole if bodies is None else None,
        )
    for parent in post.parents:
        fact = member(person, parent, link.of_part())
        yield replace(
            fact,
            status=post.status or link.status or "current",
            start=min(start, parent.start),
            end=max(end, parent.end),
            head=post.root.i,
        )


def member(person: Span, body: Span, link: Link) -> Fact:
    """Return the fact that `person` belongs to `body`, where no title is named."""
    return Fact(
        person=person,
        title="member",
        category="Member",
        body=body,
        status=link.status or "current",
        start=min(person.start, body.start),
        end=max(person.end, body.end),
        anchor=person.root.i if link.anchor is None else link.anchor,
        head=-1,
        rule=link.rule,
        confidence=link.confidence * _sureness(person),
        phase=link.phase,
    )


def _sureness(person: Span) -> float:
    """Return how sure it is that the mention is of this person: less where it is a pronoun."""
    return PRONOUN if person.kb_id_ == "pronoun" else 1.0


def singular(post: Post) -> str:
    """Return the title of a post in the plural as one of its holders has it."""
    entry = title_by_name()[post.title.kb_id_]
    if entry.plural in post.words:
        return post.words.replace(entry.plural, entry.title)
    root = post.root
    return post.words.replace(root.lower_, root.lemma_.lower())

"""Which post a report or a description means.

"Poland's defence minister" and "the Polish Minister of Defense" are one post, "foreign minister" is another.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from kg.lexicon.titles import title_by_form, title_modifiers
from kg.records import Entity, Extraction
from kg.records.model import Status
from kg.resolve.keys import PERSONAL_POSTS, SPELLINGS, SURE, country_key, is_scoped, slug

ONE_A_BODY = frozenset({"HeadOfState", "HeadOfGovernment", "Monarch", "Governor", "Mayor", "PartyLeader"})
"""Categories of posts of which a body has one, whatever the title's wording."""

_OF_A_COUNTRY = {
    "HeadOfState": frozenset({"Country", "Government"}),
    "HeadOfGovernment": frozenset({"Country", "Government"}),
    "Monarch": frozenset({"Country"}),
    "Minister": frozenset({"Country", "Government", "GovernmentBody"}),
}
"""Categories of posts of a country, by the classes of bodies that stand for it."""

_WORD = re.compile(r"\w+(?:-\w+)*")
_LINKING = frozenset({"the", "s", "of"})
_EMPTY = frozenset({"minister", "ministers", "secretary", "of", "for", "the", "affairs", "national"})
_SAME = {"external": "foreign"}
_TELLING: frozenset[Status] = frozenset({"current", "acting", "former"})


def post_key(category: str, title: str, body: Entity, key: str) -> str | None:
    """Return what reports of one post have in common, None for posts that several people hold.

    Args:
        category: of the post.
        title: as in the text.
        body: what the post is in.
        key: the canonical key of `body`.
    """
    if category not in PERSONAL_POSTS:
        return None
    if body.country is not None and body.type in _OF_A_COUNTRY.get(category, ()):
        key = country_key(body.country)
    elif is_scoped(key):
        return None
    if category in ONE_A_BODY:
        return f"{category}|{key}"
    known = title_by_form().get(title.casefold())
    words = slug(title if known is None else known.title)
    if category == "Minister":
        bare = (_SAME.get(word, SPELLINGS.get(word, word)) for word in words.split("-") if word not in _EMPTY)
        words = "-".join(sorted(bare))
    return f"{category}|{key}|{words}" if words else None


class Office(NamedTuple):
    """Somebody whom an article calls by the post alone: the key of the name, and the post."""

    key: str
    post: str


class Incumbent(NamedTuple):
    """A report on who holds a post: the person's key, `since` as a TIMEX3 value or ""."""

    post: str
    person: str
    status: Status
    since: str


def offices(extraction: Extraction, keys: Mapping[str, str]) -> Iterator[Office]:
    """Yield whom an article calls by an office alone; `keys` are those of its entities."""
    for entity in extraction.entities:
        if entity.type == "Person" and entity.mentions and is_scoped(keys[entity.id]):
            post = next(_posts(extraction, entity, keys), None)
            if post is not None:
                yield Office(keys[entity.id], post)


def _posts(extraction: Extraction, person: Entity, keys: Mapping[str, str]) -> Iterator[str]:
    """Yield the post that the first words for `person` are made up of, with the body named in them."""
    words, text = person.mentions[0], extraction.article.text
    for body in extraction.entities:
        inside = next((span for span in body.mentions if words.start <= span.start and span.end <= words.end), None)
        if inside is None or body.type == "Person":
            continue
        title = title_in(text[words.start : words.end], text[inside.start : inside.end])
        if title is not None and (post := post_key(title.category, title.words, body, keys[body.id])) is not None:
            yield post


def incumbents(extraction: Extraction, keys: Mapping[str, str]) -> Iterator[Incumbent]:
    """Yield what an article surely says of who holds which post, or no longer does."""
    bodies = {entity.id: entity for entity in extraction.entities}
    for role in extraction.roles:
        body = bodies.get(role.organization or "")
        if body is None or role.confidence < SURE or role.status not in _TELLING:
            continue
        if (post := post_key(role.category, role.title, body, keys[body.id])) is not None:
            yield Incumbent(post, keys[role.person], role.status, role.start or "")


class Title(NamedTuple):
    """A title as somebody is called by it, in lower case, and the category of the post."""

    words: str
    category: str


def title_in(words: str, body: str) -> Title | None:
    """Return the title that makes up `words` with the name `body` of what the post is in, None where there is more.

    >>> title_in("the Polish defence minister", "Polish")
    Title(words='defence minister', category='Minister')
    >>> title_in("an adviser to Poland's president", "Poland") is None
    True
    """
    rest = [word for part in words.split(body, 1) for word in _WORD.findall(part.casefold())]
    while rest and rest[0] in _LINKING:
        rest = rest[1:]
    while rest and rest[-1] in _LINKING:
        rest = rest[:-1]
    for start in range(len(rest)):
        title = title_by_form().get(" ".join(rest[start:]))
        if title is not None and _fields().issuperset(rest[:start]):
            return Title(" ".join(rest), title.category)
    return None


@cache
def _fields() -> frozenset[str]:
    return frozenset(entry.word for entry in title_modifiers() if entry.kind == "field")

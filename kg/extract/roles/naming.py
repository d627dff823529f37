"""Titles beside names: "President X", "X, the president of Y", "the president of Y, X,"."""

import re
from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Span

from kg.extract.entities import ORGANIZATIONS
from kg.extract.roles.bodies import body_at
from kg.extract.roles.facts import Fact, Link, facts_of_post
from kg.extract.roles.page import AND, COMMAS, Page
from kg.extract.roles.posts import Post
from kg.lexicon.titles import title_by_name

JOINS = AND | {","}
CLOSERS = frozenset((",", ".", ")", ";", "--", "—", "–", "-", "_", "?", "!", '"', "”"))
OWNING = (["'s"], ["’s"])
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
AFTER_NAMES = frozenset(("jr.", "jr", "sr.", "sr", "ii", "iii", "phd", "ph.d.", "md", "m.d.", "esq."))
PARTIES = frozenset(("d", "r", "i"))
OF_PLACES = {
    "Country": frozenset(("HeadOfState", "HeadOfGovernment", "Monarch", "Minister")),
    "Place": frozenset(("Legislator", "Governor", "Mayor", "Monarch")),
}
"""Holders whose country or place can follow the name: "King X of Jordan", "Senator Y of Ohio"."""
AFTER_NAME = frozenset(("of", "from", "at", "with"))
LIST = re.compile(r",? and |, ")
NAMED_AFTER = frozenset("group organization organisation company firm charity network website outlet newspaper".split())
"""Common nouns for bodies that a name right after them is the name of: "the chair of the activist group X"."""
OPENINGS = (("including",), ("among", "them"), ("such", "as"), ("among", "whom"))
LONGEST_BRACKET = 25
BEFORE_NAME = Link(rule="title-before-name", confidence=0.95)
APPOSITION = Link(rule="apposition", confidence=0.92)
AND_OTHER = Link(rule="and-other", confidence=0.85)
INCLUDING = Link(rule="including", confidence=0.85)
REVERSE_APPOSITION = Link(rule="reverse-apposition", confidence=0.9)


def beside_names(page: Page, posts: dict[int, Post]) -> Iterator[Fact]:
    """Yield what titles right beside a name say.

    Args:
        page: the Doc.
        posts: all its posts by the first token of their phrase.
    """
    apposed: set[int] = set()
    for post in posts.values():
        yield from _before_name(page, post)
    for person in page.people:
        yield from _apposition(page, person, posts, apposed)
    for post in posts.values():
        if post.plural:
            yield from _including(page, post)
            yield from _and_other(page, post)
        if post.title.start in apposed:
            continue
        holder = _described(page, post)
        if holder is not None:
            yield from facts_of_post(post, holder, APPOSITION)
        else:
            yield from _reverse_apposition(page, post)


def _before_name(page: Page, post: Post) -> Iterator[Fact]:
    """Read "Ukrainian President X", "foreign ministers X and Y", "president and chief executive X"."""
    holder = _named_after(page, post)
    if holder is None:
        return
    bodies = None if post.bodies else _body_after(page, post, holder)
    people = [holder, *_following(page, holder)] if post.plural else [holder]
    for person in people:
        yield from facts_of_post(post, person, BEFORE_NAME, bodies)


def _named_after(page: Page, post: Post) -> Span | None:
    """Return the person named right after the title and its body, or after a title that follows ("and")."""
    i = max(post.title.end, post.end if post.status and not post.bodies else 0)
    inside = page.named(post.title.start)  # the model took the title for a part of the name
    if inside is not None and inside.end > post.title.end:
        return inside
    if (person := page.named(i)) is not None:
        return person
    if (person := page.named(post.end)) is not None and page.words[post.end - 1] not in NAMED_AFTER:
        return person
    joined = page.words[i : i + 1] and page.words[i] in AND and not _has_article(page, post)
    i += bool(joined)
    following = page.title_at.get(i)
    if following is not None and following.start == i and (joined or post.title.end == i):
        return page.named(following.end)
    return None


def _has_article(page: Page, post: Post) -> bool:
    return page.words[post.start] in {"the", "a", "an"} or page.doc[post.title.start].tag_ == "PRP$"


def _body_after(page: Page, post: Post, person: Span) -> tuple[Span, ...] | None:
    """Return the body of "spokesman X of the company"."""
    i = person.end
    if i + 1 >= len(page.words) or page.words[i] not in AFTER_NAME:
        return None
    if page.words[i] != "of" and title_by_name()[post.title.kb_id_].of != "organization":
        return None  # "Secretary Smith at the White House" says where, not in what
    noun = next((child.i for child in page.doc[i].children if child.dep_ == "pobj"), -1)
    if noun < i or page.person(noun) is not None:  # "X of the regiment and Y"
        noun = _name_end(page, i + 1)
    body = body_at(page, i + 1, noun) if noun > i else None
    if body is None:
        return None
    return (body,) if body.label_ in ORGANIZATIONS or post.category in OF_PLACES.get(body.label_, ()) else None


def _name_end(page: Page, i: int) -> int:
    """Return the last token of the body that is named at `i`, over "the"; -1 where none is."""
    body = page.organization(i + (page.words[i] == "the")) if i + 1 < len(page.words) else None
    return -1 if body is None else body.end - 1


def _following(page: Page, person: Span) -> list[Span]:
    """Return the people joined to `person` by commas and "and", to its right."""
    found = []
    i = person.end
    while i < len(page.words) - 1 and page.words[i] in JOINS:
        i += 1 + (page.words[i + 1] in AND)
        other = page.named(i)
        if other is None:
            break
        found.append(other)
        i = other.end
    return found


def preceding(page: Page, person: Span) -> list[Span]:
    """Return the people joined to `person` by commas and "and", to its left."""
    found: list[Span] = []
    i = person.start - 1
    while i > 0 and page.words[i] in JOINS:
        i -= 1 + (page.words[i - 1] == ",")
        other = page.person(i)
        if other is None or other.end != i + 1 or other.kb_id_ != "name":
            break
        found.insert(0, other)
        i = other.start - 1
    return found


def _apposition(page: Page, person: Span, posts: dict[int, Post], apposed: set[int]) -> Iterator[Fact]:
    """Read "X, a member of the parliament and the chair of its committee"."""
    i = after_comma(page, person.end)
    post = posts.get(i)
    if post is None or not _is_apposed(page, post, person):
        return
    if _is_listed(page, post, posts):
        apposed.update((post.title.start, posts[post.end + 1].title.start))
        return
    people = [*preceding(page, person), person] if post.plural else [person]
    if post.plural and len(people) == 1:
        return
    while post is not None:
        apposed.add(post.title.start)
        each = zip(people, _bodies_shared_out(post, len(people)), _shared_out(post, len(people)), strict=True)
        for holder, own, words in each:
            yield from facts_of_post(own if words is None else replace(own, words=words), holder, APPOSITION)
        post = _next_post(page, post, posts)


def _shared_out(post: Post, count: int) -> list[str | None]:
    """Return the title of each of "A, B and C, ministers of defence, finance and culture"; None: as it stands."""
    head, of, fields = post.words.partition(" of ")
    each = [field.strip() for field in LIST.split(fields)]
    if not post.plural or count == 1 or not of or len(each) == 1:
        return [None] * count
    if len(each) == count:
        return [f"{head} of {field}" for field in each]
    return [head] * count


def _bodies_shared_out(post: Post, count: int) -> list[Post]:
    """Return the post of each of "the foreign ministers of Kenya and Uganda, A and B": one body for one holder."""
    if count == 1 or len(post.bodies) <= 1:
        return [post] * count
    if len(post.bodies) == count:
        return [replace(post, bodies=(body,)) for body in post.bodies]
    return [replace(post, bodies=())] * count


def after_comma(page: Page, i: int) -> int:
    """Return where an apposition after a name begins, over comma, age, party and brackets; -1 where there is none."""
    words = page.words
    if i + 1 < len(words) and words[i] == "(" and i + 1 not in page.title_at:
        closing = next((j for j in range(i + 1, min(i + LONGEST_BRACKET, len(words))) if words[j] == ")"), -1)
        i = closing + 1 if closing > 0 else len(words)
    if i + 1 >= len(words) or words[i] not in COMMAS:
        return -1
    i += 1
    if i + 1 < len(words) and words[i + 1] == "," and (page.doc[i].like_num or words[i] in AFTER_NAMES):
        return i + 2
    if words[i] in PARTIES and words[i + 1 : i + 2] == ["-"]:  # "D-Calif.,"
        comma = next((j for j in range(i + 2, min(i + 6, len(words))) if words[j] == ","), -1)
        return comma + 1
    return i


def _is_apposed(page: Page, post: Post, person: Span) -> bool:
    """Tell whether the title after a comma says who `person` is, and is not the next of a list or a new clause."""
    end = post.title.end
    if page.person(end) is not None or page.words[end : end + 1] in OWNING:
        return False
    root = post.root
    if root.dep_ in SUBJECTS and root.head.i > root.i and root.head != person.root.head:
        return False
    return not (root.dep_ == "conj" and person.start <= root.head.i < person.end and not post.plural)


def _is_listed(page: Page, post: Post, posts: dict[int, Post]) -> bool:
    """Tell whether "X, the minister and the governor met" is a list: two posts with "the" and nothing that closes."""
    if not post.definite or page.words[post.end : post.end + 1] != ["and"]:
        return False
    following = posts.get(post.end + 1)
    if following is None or not following.definite:
        return False
    return following.end < len(page.words) and page.words[following.end] not in CLOSERS


def _next_post(page: Page, post: Post, posts: dict[int, Post]) -> Post | None:
    """Return a further post of the same person: "and the chair of ..."."""
    words = page.words
    i = post.end
    if i + 1 >= len(words):
        return None
    comma = words[i] == ","
    joined = i + comma
    if words[joined] in AND:
        following = posts.get(joined + 1)
        if following is not None and comma and following.definite and following.root.head != post.root:
            return None
    elif comma:
        following = posts.get(i + 1)
        if following is not None and following.root.head != post.root:
            return None
    else:
        return None
    if following is None or page.person(following.title.end) is not None:
        return None
    return None if following.root.dep_ in SUBJECTS else following


def _described(page: Page, post: Post) -> Span | None:
    """Return the person whom the parser takes the title to describe: "X, a lawyer and president of the club"."""
    token = post.one or post.root
    while token.dep_ == "conj" and token.head.pos_ in {"NOUN", "PROPN", "NUM"} and page.described(token.head.i):
        token = token.head
    if token.dep_ != "appos" or (post.plural and post.one is None) or page.named(post.title.end) is not None:
        return None
    person = page.person(token.head.i)
    return person if person is not None and person.kb_id_ == "name" and person.end <= post.start else None


def _reverse_apposition(page: Page, post: Post) -> Iterator[Fact]:
    """Read "the head of the agency, X,", "Russia's president, X,"."""
    i = after_comma(page, post.end)
    if i < 0:
        return
    if (rank := page.title_at.get(i)) is not None and rank.start == i:
        i = rank.end
    person = page.named(i)
    people = [] if person is None else [person, *_following(page, person)]
    if person is None or (len(people) > 1) != post.plural or not _closes(page, post, people[-1]):
        return
    for holder, own in zip(people, _bodies_shared_out(post, len(people)), strict=True):
        yield from facts_of_post(own, holder, REVERSE_APPOSITION)


def _and_other(page: Page, post: Post) -> Iterator[Fact]:
    """Read "X, Y and other members of the council"."""
    if page.words[post.start] != "other" or post.start == 0 or page.words[post.start - 1] not in AND:
        return
    i = post.start - 2
    i -= page.words[i] == ","
    last = page.person(i)
    if last is None or last.end != i + 1 or last.kb_id_ != "name":
        return
    for person in [*preceding(page, last), last]:
        yield from facts_of_post(post, person, AND_OTHER)


def _including(page: Page, post: Post) -> Iterator[Fact]:
    """Read "several commanders, among them X of the brigade and Y", "ministers, including X"."""
    words = page.words
    i = post.end + (words[post.end : post.end + 1] == [","])
    opening = next((opening for opening in OPENINGS if tuple(words[i : i + len(opening)]) == opening), None)
    if opening is None:
        return
    person = page.named(i + len(opening))
    while person is not None:
        body = _body_after(page, post, person)
        yield from facts_of_post(post, person, INCLUDING, body)
        i = person.end if body is None else body[-1].end
        if words[i : i + 1] == [","]:
            i += 1
        if i < len(words) and words[i] in AND:
            i += 1
        elif words[i - 1] != ",":
            return
        person = page.named(i)


def _closes(page: Page, post: Post, person: Span) -> bool:
    """Tell whether `person` is set off from what follows, so that it explains the title before it."""
    root = person.root
    if root.dep_ == "appos" and post.start <= root.head.i < post.end:
        return True
    if root.dep_ in SUBJECTS and page.doc[post.start].is_sent_start and page.words[post.start] in {"a", "an"}:
        return True
    end = person.end
    if end >= len(page.words):
        return True
    if page.words[end] not in CLOSERS or (root.dep_ in SUBJECTS and root.head.i > root.i):
        return False
    return page.person(end + 1) is None

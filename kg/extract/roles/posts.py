"""A post as the text names it: the title, the body or country it is held in, and whether it is still held."""

from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Span, Token

from kg.extract.entities import ORGANIZATIONS
from kg.extract.roles.bodies import body_at
from kg.extract.roles.page import COUNTRY, PEOPLE, PLACES, Page
from kg.lexicon.titles import status_words, title_by_name

OF = "of"
INSIDE = frozenset(("at", "for", "in", "with", "within", "on", "from", "inside"))
TO = "to"
SUFFIXES = {"elect": "incoming", "designate": "incoming", "emeritus": "former", "emerita": "former"}
APOSTROPHES = frozenset(("'s", "’s", "'", "’", "`s"))
ADJECTIVES = frozenset(("JJ", "JJR", "JJS", "VBN", "VBG", "CD", "NN", "RB", "AFX", "NNP", "HYPH"))
ARTICLES = frozenset(("the", "a", "an", "one", "another", "this"))
NATIONALITY = frozenset(
    "Academic Analyst Journalist Activist Doctor ReligiousLeader RebelLeader Member Founder Executive".split()
)
"""Holders whom "Syrian" gives a nationality only, not a state that they serve."""
NO_BODY_AFTER = frozenset(("Ambassador", "Envoy", "Negotiator"))
"""Holders whose "to" and "for" say where they are sent."""
ADVISING = frozenset(("Advisor", "Analyst"))
SUBORDINATE = frozenset(("adviser", "aide", "assistant", "secretary", "consultant", "lawyer", "attorney"))
AND = frozenset(("and", "&"))
JOINS = AND | {",", "/"}
BETWEEN = JOINS | frozenset(("also", "later", "then", "currently", "now", "as", "well", "previously", "subsequently"))
LONGEST_JOIN = 2
LONGEST_BETWEEN = 4
LONGEST_BEFORE = 12
LONGEST_TOPIC = 6
LONGEST_BRACKET = 8
LEGISLATURES = frozenset(
    "parliament congress senate assembly knesset duma rada legislature bundestag majlis lok sabha house".split()
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Post:
    """One title in its phrase.

    `start` and `end` bound the whole phrase, `bodies` are the mentions of what the post is held in (several in "professor
    at Yale and Harvard"), `parents` of the larger bodies these belong to. `owner` is the person of "his minister".
    `words` is the title as said; `definite` is true after "the", a possessive or a country.
    """

    title: Span
    words: str
    category: str
    start: int
    end: int
    bodies: tuple[Span, ...]
    parents: tuple[Span, ...]
    status: str | None
    owner: str | None
    definite: bool
    previous: int = -1
    """Where the post begins that this one is joined to ("publisher of the Herald and chair of the club")."""

    @property
    def root(self) -> Token:
        """The title's head."""
        return self.title.root

    @property
    def plural(self) -> bool:
        """Whether several people hold it: "ministers"."""
        return self.title.root.tag_ in {"NNS", "NNPS"}


@dataclass(slots=True)
class _Before:
    """What stands before a title."""

    start: int
    body: Span | None = None
    possessive: bool = False
    status: str | None = None
    owner: str | None = None
    definite: bool = False
    indefinite: bool = False


@dataclass(slots=True)
class _After:
    """What stands after a title."""

    end: int
    topic: int
    bodies: list[Span]
    parents: list[Span]
    by_of: bool = False
    status: str | None = None


def read_posts(page: Page) -> dict[int, Post]:
    """Return the posts of `page` by the first token of their phrase."""
    posts = [read_post(page, title) for title in page.titles]
    for i, (first, second) in enumerate(pairwise(posts)):
        if not _are_joined(page, first, second):
            continue
        if not first.bodies and second.bodies and second.bodies[0].start >= second.title.end:
            posts[i] = replace(first, bodies=second.bodies, parents=second.parents)
        elif not second.bodies and posts[i].bodies and posts[i].bodies[0].end <= first.title.start:
            posts[i + 1] = replace(second, bodies=posts[i].bodies, status=second.status or first.status)
    for i, (first, second) in enumerate(pairwise(posts)):
        if _follows(page, first, second):
            posts[i + 1] = replace(posts[i + 1], previous=first.start)
    return {post.start: post for post in posts}


def _follows(page: Page, first: Post, second: Post) -> bool:
    """Tell whether `second` goes on with the posts of who holds `first`, as far as the parser sees."""
    between = page.words[first.end : second.start]
    if not between or len(between) > LONGEST_BETWEEN or not set(between) <= BETWEEN:
        return False
    return second.root.dep_ in {"conj", "appos"} and first.start <= second.root.head.i < first.end


def _are_joined(page: Page, first: Post, second: Post) -> bool:
    """Tell whether two titles share what stands before or after them: "chairman and chief executive of"."""
    between = page.words[first.title.end : second.start]
    return bool(between) and len(between) <= LONGEST_JOIN and set(between) <= JOINS and not second.definite


def read_post(page: Page, title: Span) -> Post:
    """Return the post that the TITLES span `title` names."""
    before = _before(page, title.start)
    after = _after(page, title)
    bodies = after.bodies
    if before.body is not None and not _serves(title, before):
        before.body = None
    if before.body is not None and not (bodies and (after.by_of or before.body.label_ == COUNTRY)):
        bodies = [before.body]
        parents = [*after.bodies, *after.parents]
    else:
        parents = after.parents
    parents = [span for span in parents if span.label_ in ORGANIZATIONS]
    words = " ".join(page.doc[title.start : after.topic].text.lower().split())
    return Post(
        title=title,
        words=words,
        category=_category(title, bodies),
        start=before.start,
        end=after.end,
        bodies=tuple(bodies),
        parents=tuple(parents),
        status=before.status or after.status,
        owner=before.owner,
        definite=before.definite or before.body is not None,
    )


def _serves(title: Span, before: _Before) -> bool:
    """Tell whether the country or body before a title is what it is held in: a "Syrian writer" serves no state."""
    if before.body is None or before.body.label_ in ORGANIZATIONS:
        return True
    entry = title_by_name()[title.kb_id_]
    if entry.of in {"organization", "none"}:
        return before.body.label_ in PLACES and before.possessive and entry.of == "organization"
    return before.possessive or before.body.label_ != COUNTRY or title.label_ not in NATIONALITY


def _before(page: Page, start: int) -> _Before:
    """Read leftwards from a title over status words, adjectives, the body or country, up to its article."""
    found = _Before(start)
    words, doc = page.words, page.doc
    i = start - 1
    while i >= 0 and start - i < LONGEST_BEFORE:
        word = words[i]
        mention = page.mentions[i]
        if mention is not None and mention.label_ == PEOPLE:
            if word in {"his", "her"} or words[i + 1] in APOSTROPHES:
                found.owner = mention.id_
                found.definite = True
                found.start = mention.start
            break
        if word in status_words():
            found.status = found.status or status_words()[word]
            i -= 1
        elif (body := page.organization(i)) is not None:
            if found.body is None:
                found.body = body
                found.possessive = words[i + 1] in APOSTROPHES
            i = body.start - 1
        elif word == ")" and (opening := _opening(page, i)) > 0:
            i = opening - 1
        elif word in ARTICLES:
            found.definite = found.definite or word == "the"
            found.indefinite = word in {"a", "an", "one", "another"}
            found.start = i
            break
        elif word in APOSTROPHES or word == "-" or (doc[i].tag_ in ADJECTIVES and doc[i].head.i >= i):
            i -= 1
        else:
            break
        found.start = i + 1
    while found.start < start and words[found.start] in APOSTROPHES | {"-"}:
        found.start += 1
    return found


def _opening(page: Page, closing: int) -> int:
    """Return the bracket that `closing` closes, where it encloses one short name: "the Welfare Party (RP) leader"."""
    for i in range(closing - 1, max(closing - LONGEST_BRACKET, 0), -1):
        if page.words[i] == "(":
            return i
    return -1


def _after(page: Page, title: Span) -> _After:
    """Read rightwards from a title over "-elect", "of the army", "of history at the university"."""
    words = page.words
    end = title.end
    found = _After(end, end, [], [])
    if end < len(words) and words[end] == "-":
        end += 1
    if end < len(words) and words[end] in SUFFIXES:
        found.status = SUFFIXES[words[end]]
        found.end = end + 1
    i = found.end
    while i < len(words) - 1:
        if found.bodies and words[i] in AND and words[i + 1] in INSIDE | {OF}:
            i += 1
        if words[i] != OF and words[i] not in INSIDE and words[i] != TO:
            break
        preposition = words[i]
        noun = _object(page, i)
        if noun < 0:
            break
        if page.person(noun) is not None:
            break
        body = body_at(page, i + 1, noun)
        if body is None:
            if preposition not in {OF, "for"} or noun - i > LONGEST_TOPIC or found.bodies:
                break
            i = found.topic = found.end = noun + 1
            continue
        if not _takes(title, preposition, body, first=not found.bodies):
            break
        i = found.end = max(noun + 1, body.end)
        if found.bodies:
            found.parents.append(body)
            continue
        found.by_of = preposition == OF
        found.bodies = [body, *_conjoined(page, noun, body)]
        i = found.end = max(found.end, *(other.end for other in found.bodies))
        if (owner := _owner(page, body)) is not None:
            found.parents.append(owner)
    return found


def _object(page: Page, preposition: int) -> int:
    """Return the head of the noun phrase that `preposition` governs, -1 where there is none near."""
    for child in page.doc[preposition].children:
        if child.dep_ == "pobj" and child.i > preposition:
            person = page.person(child.i)
            if person is not None and person.start > preposition + 1 and page.organization(person.start - 1):
                return person.start - 1  # "commander of the navy X"
            span = page.organization(child.i)
            return span.end - 1 if span is not None and span.end - 1 > child.i else child.i
    for i in range(preposition + 1, min(preposition + 4, len(page.words))):
        span = page.organization(i) or page.mentions[i]
        if span is not None:
            return span.end - 1
        if page.words[i] not in ARTICLES and page.doc[i].tag_ not in ADJECTIVES:
            break
    return -1


def _takes(title: Span, preposition: str, body: Span, *, first: bool) -> bool:
    """Tell whether `preposition` and `body` say in what the title is held."""
    entry = title_by_name()[title.kb_id_]
    if body.label_ in ORGANIZATIONS:
        if preposition == TO:
            return entry.category in ADVISING or entry.title in SUBORDINATE
        return not (preposition in {"for", "in", "from"} and entry.category in NO_BODY_AFTER)
    if preposition == OF and first:
        return entry.of in {"country", "any"} or (body.label_ in PLACES and entry.of == "organization")
    if preposition == "at":
        return body.label_ in PLACES and first
    return False


def _conjoined(page: Page, noun: int, body: Span) -> list[Span]:
    """Return the further bodies of "at Yale, Harvard and Rutgers"."""
    found: list[Span] = []
    token = page.doc[noun]
    while True:
        following = next((child for child in token.children if child.dep_ == "conj"), None)
        if following is None:
            return found
        other = page.organization(following.i)
        if other is None or other.label_ not in ORGANIZATIONS or other.id_ == body.id_ or following.i in page.title_at:
            return found
        found.append(other)
        token = following


def _owner(page: Page, body: Span) -> Span | None:
    """Return the organization whose part `body` is: the university in "the university's institute"."""
    before = body.start - 1
    if before > 0 and page.words[before] in APOSTROPHES:
        return page.organization(before - 1)
    return None


def _category(title: Span, bodies: list[Span]) -> str:
    """Return the role category, which the kind of body can change: the president of a firm is no head of state."""
    category = title.label_
    if not bodies:
        return category
    label = bodies[0].label_
    if category in {"HeadOfState", "HeadOfGovernment", "Monarch"} and label in ORGANIZATIONS - {"Government"}:
        return "Executive" if label == "Company" else "Head"
    if category == "Governor" and label in ORGANIZATIONS:
        return "Head"
    if label == "ArmedGroup" and category in {"Head", "MilitaryCommander"}:
        return "RebelLeader"
    if label == "PoliticalParty" and category == "Head":
        return "PartyLeader"
    if category == "Member" and LEGISLATURES.intersection(bodies[0].text.lower().split()):
        return "Legislator"
    return category

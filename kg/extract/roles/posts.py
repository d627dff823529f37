"""A post as the text names it: the title, the body or country it is held in, and whether it is still held."""

from dataclasses import dataclass, replace
from itertools import pairwise

from spacy.tokens import Span, Token

from kg.extract.entities import ORGANIZATIONS
from kg.extract.roles.after import After, also_named, read_after
from kg.extract.roles.before import Before, read_before
from kg.extract.roles.page import AND, COUNTRY, Page
from kg.extract.titles.deputies import DEPUTIES
from kg.lexicon.titles import title_by_name

JOINS = AND | {",", "/"}
BETWEEN = JOINS | frozenset(("also", "later", "then", "currently", "now", "as", "well", "previously", "subsequently"))
LONGEST_JOIN = 2
LONGEST_BETWEEN = 4
HEADS = frozenset(("HeadOfState", "HeadOfGovernment", "Monarch"))
OF_BODIES_TOO = frozenset(("president", "chancellor"))
"""Titles of heads of states that firms, parties and clubs have as well."""
LEADERS = {
    ("Head", "ArmedGroup"): "RebelLeader",
    ("MilitaryCommander", "ArmedGroup"): "RebelLeader",
    ("Head", "PoliticalParty"): "PartyLeader",
    ("MilitaryCommander", "Company"): "Head",
    ("MilitaryCommander", "NonGovernmentalOrganization"): "Head",
    ("MilitaryCommander", "University"): "Head",
}
OF_BODY = {"Company": "Executive", "PoliticalParty": "PartyLeader"}
JOINED = frozenset(("PoliticalParty", "ArmedGroup"))
"""Bodies that people join from elsewhere: a post in another body that follows "of the party" is no part of it."""
TALKING = frozenset(("delegation", "negotiators"))
POLICE = "police"
LEGISLATURES = frozenset(
    "parliament congress senate assembly knesset duma rada legislature bundestag majlis lok sabha house".split()
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Post:
    """One title in its phrase.

    `start` and `end` bound the whole phrase. `bodies` are the mentions of what the post is held in, several in
    "professor at Yale and Harvard", `parents` of the larger bodies these belong to; `shared` is true where the bodies
    are those of a title joined to it. `owner` is the person of "his minister", `words` the title as said. `definite`
    is true after "the", a possessive or a country, `doubt` for an "alleged" holder.
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
    doubt: bool
    shared: bool = False
    whole: Span | None = None
    """What the post's one body is part of: the university of "director of the centre at the university"."""
    previous: int = -1
    """Where the post begins that this one is joined to ("publisher of the Herald and chair of the club")."""

    @property
    def root(self) -> Token:
        """The title's head."""
        return self.title.root

    @property
    def one(self) -> Token | None:
        """The word "one" of "one of the leaders", which bears the post's relation to the clause."""
        of = self.title.root.head
        return of.head if of.lower_ == "of" and of.head.lower_ == "one" else None

    @property
    def plural(self) -> bool:
        """Whether several people hold it: "ministers"."""
        entry = title_by_name()[self.title.kb_id_]
        return self.title.root.tag_ in {"NNS", "NNPS"} or entry.plural in self.title.text.lower()


def read_posts(page: Page) -> dict[int, Post]:
    """Return the posts of `page` by the first token of their phrase."""
    posts = [read_post(page, title) for title in page.titles]
    for i in range(len(posts) - 2, -1, -1):
        first, second = posts[i], posts[i + 1]
        if not first.bodies and second.bodies and _shares(page, first, second, after=True):
            posts[i] = _with_bodies(first, second)
    for i, (first, second) in enumerate(pairwise(posts)):
        if not second.bodies and first.bodies and _shares(page, first, second, after=False):
            posts[i + 1] = replace(_with_bodies(second, first), status=second.status or first.status)
    for i, (first, second) in enumerate(pairwise(posts)):
        if _follows(page, first, second):
            posts[i + 1] = replace(posts[i + 1], previous=first.start)
    return {post.start: post for post in posts}


def _follows(page: Page, first: Post, second: Post) -> bool:
    """Tell whether `second` goes on with the posts of who holds `first`, as far as the parser sees."""
    between = page.words[first.end : second.start]
    if not between or len(between) > LONGEST_BETWEEN or not set(between) <= BETWEEN:
        return False
    if second.root.dep_ == "appos" and second.definite:  # "when he is president, the agency's director, X, will"
        return False
    return second.root.dep_ in {"conj", "appos"} and first.start <= second.root.head.i < first.end


def _shares(page: Page, first: Post, second: Post, *, after: bool) -> bool:
    """Tell whether two titles share the body that stands after or before both.

    After: "chairman, president and chief executive of the bank". Before: "the bank's chairman and president".
    """
    if not 0 < second.title.start - first.title.end <= LONGEST_BETWEEN:
        return False
    tokens = page.doc[first.title.end : second.title.start]
    between = [token.lower_ for token in tokens if token.tag_ != "JJ"]  # "president and original founder of"
    if not between or len(between) > LONGEST_JOIN or not set(between) <= JOINS:
        return False
    if after:
        body = second.bodies[0]
        return body.start >= second.title.end and (between != [","] or second.shared)
    return first.bodies[0].end <= first.title.start and between != [","]


def _with_bodies(post: Post, other: Post) -> Post:
    """Return `post` with what `other` is held in."""
    category = _category(post.title, list(other.bodies))
    return replace(post, bodies=other.bodies, parents=other.parents, category=category, shared=True)


def read_post(page: Page, title: Span) -> Post:
    """Return the post that the TITLES span `title` names."""
    before = read_before(page, title)
    after = read_after(page, title)
    bodies, parents = after.bodies, after.parents
    whole = parents[0] if len(bodies) == 1 and parents and parents[0].label_ not in JOINED else None
    if before.body is not None and not (bodies and (after.by_of or before.body.label_ == COUNTRY)):
        bodies, parents = [before.body, *also_named(page, before.body)], [*after.bodies, *after.parents]
        whole = None
    return Post(
        title=title,
        words=_words(page, title, before, after),
        category=_category(title, bodies, before, after),
        start=before.start,
        end=after.end,
        bodies=tuple(bodies),
        parents=tuple(span for span in parents if span.label_ in ORGANIZATIONS and span.id_),
        status=before.status or after.status,
        owner=before.owner,
        definite=before.definite or before.body is not None,
        doubt=before.doubt,
        whole=whole,
    )


def _words(page: Page, title: Span, before: Before, after: After) -> str:
    """Return the title as said: "chief of staff", "deputy Asia director" without the body between."""
    start = title.start if before.deputy < 0 else before.deputy
    inner = before.body
    said = [
        page.doc[i].text_with_ws
        for i in range(start, after.topic)
        if inner is None or not inner.start <= i < inner.end or inner.start < start
    ]
    return " ".join("".join(said).lower().split())


def _category(title: Span, bodies: list[Span], before: Before | None = None, after: After | None = None) -> str:
    """Return the role category, which the kind of body can change: the president of a firm is no head of state."""
    category = title.label_
    if before is not None and before.deputy >= 0:
        category = DEPUTIES.get(category, category)
    if bodies:
        return _category_in(title, category, bodies[0])
    of_thing = (before is not None and before.of_thing) or (after is not None and after.of_thing)
    if of_thing and title.kb_id_ in OF_BODIES_TOO:
        return "Head"
    if before is not None and before.owner is not None and title.kb_id_ == "chief of staff":
        return "Advisor"
    return category


def _category_in(title: Span, category: str, body: Span) -> str:
    """Return the category that `title`, elsewhere of `category`, has in `body`."""
    label = body.label_
    words = body.text.lower().split()
    if title.kb_id_ in OF_BODIES_TOO and category in HEADS and label in ORGANIZATIONS - {"Government"}:
        return OF_BODY.get(label, "Head")
    if category == "Head" and words[-1] in TALKING:
        return "Negotiator"
    if category == "MilitaryOfficer" and POLICE in words:
        return "PoliceOfficer"
    if category == "Governor" and label in ORGANIZATIONS:
        return "Head"
    if category == "Member" and LEGISLATURES.intersection(words):
        return "Legislator"
    return LEADERS.get((category, label), category)

"""What stands after a title: "-elect", "of the army", "of history at the university", "for the firm in Lagos"."""

from dataclasses import dataclass, field

from spacy.tokens import Span

from kg.extract.entities import ORGANIZATIONS
from kg.extract.roles.bodies import body_at, possessor, unrecognised
from kg.extract.roles.page import AND, APOSTROPHES, ARTICLES, COUNTRY, PLACES, STATES, Page
from kg.lexicon.titles import title_by_name

OF = "of"
TO = "to"
INSIDE = frozenset(("at", "for", "in", "with", "within", "on", "from", "inside", "representing"))
PREPOSITIONS = INSIDE | {OF, TO}
IN_CHARGE = ["in", "charge", "of"]
OBJECTS = frozenset(("pobj", "dobj"))
SUFFIXES = {"elect": "incoming", "designate": "incoming", "emeritus": "former", "emerita": "former"}
ADJECTIVES = frozenset(("JJ", "JJR", "JJS", "VBN", "VBG", "CD", "NN", "NNP", "HYPH"))
NO_BODY_AFTER = frozenset(("Ambassador", "Envoy", "Negotiator"))
"""Holders whose "for", "in" and "from" say where they are sent."""
ADVISING = frozenset(("Advisor", "Analyst"))
SUBORDINATE = frozenset(("adviser", "aide", "assistant", "secretary", "consultant", "lawyer", "attorney"))
JOINED_AT = (["at"], ["for"], ["with"])
OF_WORKS = frozenset(
    "author writer novelist screenwriter composer producer actor singer poet playwright filmmaker mayor "
    "governor".split()
)
"""Holders whose "of" names a book, a film or a town that nothing else in the text explains."""
SEATED = frozenset(("based", "headquartered"))
FARTHEST_SEAT = 6
ONE_OF_MANY = frozenset(("DT", "PRP$", "CD", "PDT", "WP$"))
"""Tags of words that begin a description ("of the hospital", "of several books"), which is no part of the title."""
QUANTITIES = frozenset(("several", "many", "various", "numerous", "numbers", "dozens"))
LONGEST_TOPIC = 6


@dataclass(slots=True)
class After:
    """What stands after a title; `end` is where its phrase ends, `topic` where the title as said does.

    `bodies` are what the title is held in, `parents` the larger bodies these belong to; `by_of` is true when the
    bodies follow "of", which binds them closer than anything before the title.
    """

    end: int
    topic: int
    bodies: list[Span] = field(default_factory=list)
    parents: list[Span] = field(default_factory=list)
    by_of: bool = False
    status: str | None = None
    of_thing: bool = False
    """Whether it is held in something that is neither named nor a state: "president of the club"."""
    preposition: str = ""
    """The preposition that led to the bodies."""


def read_after(page: Page, title: Span) -> After:
    """Read rightwards from `title` over its suffix and the prepositions that hang on it."""
    words = page.words
    found = After(title.end, title.end)
    i = title.end + (words[title.end : title.end + 1] == ["-"])
    if i < len(words) and words[i] in SUFFIXES:
        found.status = SUFFIXES[words[i]]
        found.end = i + 1
    i = _over_bracket(page, found.end)
    if words[i : i + 3] == IN_CHARGE:
        i += 2
    while i < len(words) - 1:
        if found.bodies and words[i] in AND and words[i + 1] in PREPOSITIONS:
            i += 1
        if words[i] not in PREPOSITIONS:
            break
        following = _read_complement(page, title, found, i)
        if following == i:
            break
        i = following
    if not found.bodies and not found.parents and title.label_ not in NO_BODY_AFTER:
        found.bodies = _in_topic(page, title, found)
    return found


def _in_topic(page: Page, title: Span, found: After) -> list[Span]:
    """Return the organization in a topic: "director of NATO operations", "leader of the DRP parliamentary group"."""
    for i in range(found.end - 1, title.end, -1):
        if page.words[i] in PREPOSITIONS:
            break
        body = page.organization(i)
        if body is not None and body.label_ in ORGANIZATIONS and body.kb_id_ == "name":
            return [body]
    return []


def _over_bracket(page: Page, i: int) -> int:
    """Return the token after an abbreviation in brackets: "Chief Design Officer (CDO) of"."""
    words = page.words
    return i + 3 if words[i : i + 1] == ["("] and words[i + 2 : i + 3] == [")"] else i


def _read_complement(page: Page, title: Span, found: After, preposition: int) -> int:
    """Note what follows `preposition` and return the token after it, `preposition` itself where it says nothing."""
    noun = _over_seat(page, _object(page, preposition))
    if noun < 0 or page.person(noun) is not None:
        return preposition
    word = page.words[preposition]
    body = _body(page, title, preposition, noun)
    if body is None:
        if word not in {OF, "for"} or noun - preposition > LONGEST_TOPIC or found.bodies or noun in page.title_at:
            return preposition
        found.end = _over_joined(page, noun) + 1
        first = page.doc[preposition + 1]
        found.of_thing = word == OF and page.words[noun] not in STATES
        described = first.tag_ in ONE_OF_MANY or first.lower_ in QUANTITIES
        if not described and APOSTROPHES.isdisjoint(page.words[preposition:noun]):
            found.topic = found.end
    elif title.label_ == "Legislator" and body.label_ == "PoliticalParty" and word in INSIDE:
        found.parents.append(body)  # "a lawmaker with the ruling party" sits in the house
        found.end = max(noun + 1, body.end)
    elif _takes(title, word, body, first=not found.bodies or (word == "at" and _is_field(title, found))):
        if word == "at" and _is_field(title, found):
            found.bodies.clear()
        _note_body(page, found, noun, body, word)
    else:
        sent = title.label_ in NO_BODY_AFTER
        if word == OF or (body.label_ in ORGANIZATIONS and not sent):
            return preposition
        found.end = max(noun + 1, body.end)  # "ambassador to Chad", "commander in Mosul"
        found.topic = found.end if sent and not found.bodies else found.topic
    return found.end


def _is_field(title: Span, found: After) -> bool:
    """Tell whether what was taken for a body is what its holder works on: "professor of X at", "director for X at"."""
    return bool(found.bodies) and (
        found.preposition == "for" or (found.preposition == OF and title.label_ == "Academic")
    )


def _body(page: Page, title: Span, preposition: int, noun: int) -> Span | None:
    """Return the body that the phrase after `preposition` with the head `noun` names, describes or begins with."""
    start = preposition + 1
    body = body_at(page, start, noun) or possessor(page, start) or _first_of_long(page, preposition, noun)
    if body is None and title_by_name()[title.kb_id_].of != "country" and title.kb_id_ not in OF_WORKS:
        body = unrecognised(page, start, noun)
    return body


def _note_body(page: Page, found: After, noun: int, body: Span, preposition: str) -> None:
    """Note `body` as what the title is held in, or as a larger one where that is known already."""
    found.end = max(noun + 1, body.end)
    if found.bodies:
        found.parents.append(body)
        return
    found.preposition = preposition
    found.by_of = preposition == OF
    found.bodies = [body, *also_named(page, body), *_conjoined(page, noun, body)]
    found.end = max(found.end, *(other.end for other in found.bodies))
    if (owner := owner_of(page, body)) is not None:
        found.parents.append(owner)


def _first_of_long(page: Page, preposition: int, noun: int) -> Span | None:
    """Return the organization that begins a long phrase: "leader of DRP (Democratic Rally) deputies in the city"."""
    if noun - preposition <= LONGEST_TOPIC:
        return None
    i = preposition + 1
    i += page.words[i] == "the"
    body = page.organization(i)
    return body if body is not None and body.start == i and body.label_ in ORGANIZATIONS else None


def _over_joined(page: Page, noun: int) -> int:
    """Return the last noun of the topic in "professor of history and politics at the university"."""
    for other in page.doc[noun].conjuncts:
        near = noun < other.i <= noun + LONGEST_TOPIC
        if near and other.tag_ in {"NN", "NNS"} and page.words[other.i + 1 : other.i + 2] in JOINED_AT:
            return other.i
    return noun


def _over_seat(page: Page, noun: int) -> int:
    """Return `noun`, after "the Washington-based" the end of the name that follows, -1 where none does."""
    words = page.words
    seat = next((i for i in range(noun + 1, min(noun + FARTHEST_SEAT, len(words))) if words[i] in SEATED), -1)
    if noun < 0 or seat < 0 or words[seat - 1] != "-":
        return noun
    if not all(page.doc[i].text[0].isupper() or words[i] == "," for i in range(noun + 1, seat - 1)):
        return noun  # "the institute, a London-based charity"
    name = page.organization(seat + 1) if seat + 1 < len(words) else None
    return name.end - 1 if name is not None and name.label_ in ORGANIZATIONS else -1


def _object(page: Page, preposition: int) -> int:
    """Return the head of the noun phrase that `preposition` governs, -1 where there is none near."""
    for child in page.doc[preposition].children:
        if child.dep_ in OBJECTS and child.i > preposition:
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
    if not first:
        return False
    if preposition == OF:
        return entry.of in {"country", "any"} or (body.label_ in PLACES and entry.of == "organization")
    return preposition == "at" and body.label_ in PLACES


def _conjoined(page: Page, noun: int, body: Span) -> list[Span]:
    """Return the further bodies of "at Yale, Harvard and Rutgers"."""
    found: list[Span] = []
    token = page.doc[noun]
    while True:
        following = next((child for child in token.children if child.dep_ == "conj"), None)
        if following is None:
            return found
        other = page.organization(following.i)
        if other is None or other.id_ == body.id_ or following.i in page.title_at:
            return found
        if other.label_ not in ORGANIZATIONS and not other.label_ == body.label_ == COUNTRY:
            return found
        found.append(other)
        token = following


def also_named(page: Page, body: Span) -> list[Span]:
    """Return the other name of a body in brackets after it, where the article's names were not joined."""
    i = body.end
    if page.words[i : i + 1] != ["("]:
        return []
    other = page.organization(i + 1)
    if other is None or other.start != i + 1 or page.words[other.end : other.end + 1] != [")"]:
        return []
    return [other] if other.label_ in ORGANIZATIONS and other.id_ != body.id_ else []


def owner_of(page: Page, body: Span) -> Span | None:
    """Return the organization whose part `body` is: the university in "the university's institute"."""
    for i in range(body.start, body.end - 1):
        inner = page.mentions[i]
        if inner is None or inner.label_ not in ORGANIZATIONS or inner.end >= body.end:
            continue
        first = body.start + (page.words[body.start] in ARTICLES)
        if inner.start == first or page.words[inner.end] in APOSTROPHES:
            return inner
    before = body.start - 1
    if before <= 0 or page.words[before] not in APOSTROPHES:
        return None
    owner = page.organization(before - 1)
    return owner if owner is not None and owner.label_ in ORGANIZATIONS else None

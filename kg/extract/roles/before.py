"""What stands before a title: "the former", "Ukraine's acting", "the agency's chief"."""

from dataclasses import dataclass

from spacy.tokens import Span, Token

from kg.extract.entities import ORGANIZATIONS
from kg.extract.roles.page import APOSTROPHES, ARTICLES, COUNTRY, PEOPLE, PLACES, STATES, Page
from kg.extract.titles.deputies import DEPUTY
from kg.lexicon.titles import doubt_words, status_words, title_by_name

MODIFIERS = frozenset(("amod", "compound", "nmod", "nummod", "npadvmod", "advmod", "det", "punct", "quantmod", "poss"))
NATIONALITY = frozenset(
    "Academic Analyst Journalist Activist Doctor ReligiousLeader RebelLeader Member Founder Executive".split()
)
"""Holders whom "Syrian" or "London" only say where they come from, not what they serve."""
EMPLOYED = frozenset(("Member", "Executive"))
SHORTEST_ACRONYM = 3
ITS = frozenset(("its", "their"))
ATTITUDES = frozenset(("pro", "anti", "non", "post"))
SENT = frozenset(("Ambassador",))
"""Holders who serve their country also where it stands farther off: "Ukraine's U.N. ambassador"."""
EMPLOYERS = frozenset(("Organization", "MediaOutlet", "Company", "University", "NonGovernmentalOrganization"))
"""What a journalist works for; a "White House correspondent" only writes about it."""
POSSESSIVES = frozenset(("his", "her", "their", "my", "our"))
ADVERBS = {
    "then": "former",
    "formerly": "former",
    "previously": "former",
    "once": "former",
    "now": "current",
    "currently": "current",
}
"""Words before the article of a title that say whether it is still held."""
WHOSE = "whose"
ASSERTING = frozenset(("VBD", "VBZ", "VBP"))
LONGEST = 12
LONGEST_BRACKET = 8


@dataclass(slots=True)
class Before:
    """What stands before a title; `start` is where its phrase begins.

    `owner` is the person of "his minister", `doubt` is true for an "alleged" holder, `of_thing`
    where a possessive that names no country stands before it ("the fund's").
    """

    start: int
    body: Span | None = None
    possessive: bool = False
    status: str | None = None
    owner: str | None = None
    definite: bool = False
    doubt: bool = False
    of_thing: bool = False
    deputy: int = -1
    """Where "deputy" stands, if a body or topic parts it from the title: "deputy Asia director"."""


def read_before(page: Page, title: Span) -> Before:
    """Read leftwards from `title` over status words, adjectives, the body or country, up to its article."""
    found = Before(title.start)
    words = page.words
    i = title.start - 1
    while i >= 0 and title.start - i < LONGEST:
        word = words[i]
        mention = page.mentions[i]
        if mention is not None and mention.label_ == PEOPLE and mention.end <= title.start:
            _note_owner(found, mention, own=word in POSSESSIVES or words[i + 1] in APOSTROPHES)
            break
        if word in ARTICLES:
            found.definite = found.definite or word == "the"
            found.start = i
            _note_adverb(page, found)
            break
        if word == WHOSE:
            _note_antecedent(page, found, i)
            break
        step = _step(page, found, title, i)
        if step == i:
            break
        i = step
        found.start = i + 1
    while found.start < title.start and words[found.start] in APOSTROPHES | {"-"}:
        found.start += 1
    if found.body is not None and not _serves(title, found):
        found.body = None
    return found


def _note_adverb(page: Page, found: Before) -> None:
    """Note "then the minister", "until now the governor"."""
    i = found.start - 1
    if i < 0:
        return
    word = page.words[i]
    until = word in {"now", "recently"} and page.words[i - 1] == "until"
    if until or word in ADVERBS:
        found.status = found.status or ("former" if until else ADVERBS[word])
        found.start = i - until


def _note_antecedent(page: Page, found: Before, i: int) -> None:
    """Note the body of "the commission, whose chairman is X"."""
    body = page.organization(i - 2 if page.words[i - 1] == "," else i - 1) if i > 1 else None
    if body is not None:
        found.body, found.possessive, found.definite, found.start = body, True, True, i


def _note_owner(found: Before, mention: Span, *, own: bool) -> None:
    if own:
        found.owner = mention.id_
        found.definite = True
        found.start = mention.start


def _step(page: Page, found: Before, title: Span, i: int) -> int:
    """Note what token `i` says of the title and return the token to read next, `i` itself where the phrase ends."""
    word = page.words[i]
    if word in DEPUTY and i < title.start - 1 and page.words[i + 1] != "-":
        found.deputy = i
        return i - 1
    if i in page.title_at:
        return i
    if word in ITS:
        return _over_pronoun(page, found, i)
    if word in status_words() or word in doubt_words():
        if page.doc[i].tag_ in ASSERTING:
            return i  # "she dismissed Minister X"
        found.status = found.status or status_words().get(word)
        found.doubt = found.doubt or word in doubt_words()
        return i - 1
    body = page.organization(i)
    if body is not None:
        return _over_body(page, found, title, body)
    if word == ")":
        return _over_bracket(page, found, title, i)
    if word in APOSTROPHES:
        found.of_thing = page.words[i - 1] not in STATES
        return i - 1
    if _is_acronym(page, title, i):
        found.body = found.body or page.describe(i, i + 1, type="Organization", name=page.doc[i].text)
        return i - 1
    attached = word == "-" and _is_hyphen(page, found, title, i)
    return i - 1 if attached or (word != "-" and _modifies(page.doc[i], title.end)) else i


def _over_pronoun(page: Page, found: Before, i: int) -> int:
    """Note the body of "its leader": what "its" refers to, or else the subject before it."""
    body = page.organization(i) or (page.subject_before(i) if page.words[i] == "its" else None)
    if body is None or found.body is not None:
        found.of_thing = found.of_thing or found.body is None
        return i
    found.body, found.possessive, found.definite = body, True, True
    return i - 1


def _is_acronym(page: Page, title: Span, i: int) -> bool:
    """Tell whether token `i` is a body's abbreviation that nothing else explains: "LAPD detective"."""
    token = page.doc[i]
    text = token.text
    if not (text.isupper() and text.isalpha() and len(text) >= SHORTEST_ACRONYM) or page.mentions[i] is not None:
        return False
    if title.label_ in NATIONALITY - EMPLOYED or title.text.isupper() or page.words[i + 1] == "-":
        return False
    return token.tag_ in {"NN", "NNP"} and token.dep_ == "compound" and i < token.head.i < title.end


def _is_hyphen(page: Page, found: Before, title: Span, i: int) -> bool:
    """Tell whether the dash at token `i` joins a word to the title's phrase: "ex-president", "high-ranking officer"."""
    if i == 0 or page.doc[i - 1].whitespace_ or page.doc[i].whitespace_:
        return False
    if page.words[i - 1] in status_words():
        return True
    return i + 1 < title.start and (found.body is None or found.body.start != i + 1)


def _over_body(page: Page, found: Before, title: Span, body: Span) -> int:
    """Step over a body or country, which is what the title is held in unless it only forms an adjective."""
    words = page.words
    if words[body.end] == "-" and body.end < title.start and words[body.end + 1] not in status_words():
        return body.end - 1  # "U.S.-backed", "London-based"
    if body.start > 1 and words[body.start - 1] == "-" and words[body.start - 2] in ATTITUDES:
        return body.start - 3
    _note_body(page, found, title, body)
    return body.start - 1


def _modifies(token: Token, end: int) -> bool:
    return token.dep_ in MODIFIERS and token.i < token.head.i < end and token.tag_ not in {"WDT", "WP", "DT"}


def _note_body(page: Page, found: Before, title: Span, body: Span) -> None:
    known = found.body
    if (
        known is None
        or (title.label_ in SENT and known.label_ != COUNTRY and body.label_ == COUNTRY)
        or (title.label_ == "Journalist" and body.label_ == "MediaOutlet")
        or (known.label_ not in ORGANIZATIONS and not found.possessive and body.label_ in ORGANIZATIONS)
    ):
        found.body = body
        found.possessive = page.words[body.end] in APOSTROPHES


def _over_bracket(page: Page, found: Before, title: Span, closing: int) -> int:
    """Step over the bracket of "the Welfare Party (RP) leader", taking an acronym where nothing before it is a body."""
    opening = next(
        (i for i in range(closing - 1, max(closing - LONGEST_BRACKET, 0), -1) if page.words[i] == "("), closing
    )
    if opening == closing:
        return closing
    before, inside = page.organization(opening - 1), page.organization(opening + 1)
    if inside is not None and inside.label_ in ORGANIZATIONS and (before is None or before.label_ not in ORGANIZATIONS):
        _note_body(page, found, title, inside)
    return opening - 1


def _serves(title: Span, before: Before) -> bool:
    """Tell whether the country or body before a title is what it is held in: a "Syrian writer" serves no state."""
    if before.body is None:
        return True
    if before.body.label_ in ORGANIZATIONS:
        return title.label_ != "Journalist" or before.body.label_ in EMPLOYERS
    of = title_by_name()[title.kb_id_].of
    if of in {"organization", "none"}:
        return before.body.label_ in PLACES and before.possessive and of == "organization"
    return before.possessive or title.label_ not in NATIONALITY

"""Names that a title or clause shows to be a person's, where the model took them for an organization or a place.

"Winter, 53, a former professor", "Huber, who led the party", "Conway is professor of mathematics", "Judge Ito".
"""

from spacy.tokens import Doc, Span, Token

from kg.extract.annotations import NAMES, set_spans, spans_of
from kg.extract.titles.apposed import names_after, without_parts
from kg.lexicon.titles import title_by_name

DOUBTFUL = frozenset(("Organization", "Place", "Facility"))
PERSON = "Person"
LONGEST = 4
"""Tokens of the longest name that is looked at."""
OF_BODIES_TOO = frozenset(
    "leader member partner supporter founder owner broker mediator observer producer publisher writer sponsor "
    "manager planner trader consultant guard co-founder co-owner founding-member developer designer rebel fighter "
    "militant ruler boss chief head agent star representative negotiator associate".split()
)
"""Titles that organizations and countries bear as well: "Qatar, a mediator"."""
PLACE_WORDS = frozenset("hotel street square bridge island islands airport avenue county city hospital hall".split())
"""Words that end the name of a thing called after a title: "Ambassador Hotel"."""
OF_BODIES_ONLY = frozenset(
    (
        "employee", "member", "president", "vice president", "chairman", "chairwoman", "chief executive officer",
        "chief executive", "chief financial officer", "chief operating officer", "executive", "general manager",
        "co-founder", "board member", "staff member", "team member", "band member", "crew member",
    )
)  # fmt: skip
"""Titles before which no person is named, only a body: "Healy president"."""
ARTICLES = frozenset(("a", "an", "another"))
ADULT = range(15, 100)
OWN = frozenset("retire resign graduate study marry teach enlist".split())
"""Verbs of which only people are the subject."""
CHOSEN = frozenset("appoint elect reelect swear inaugurate ordain bear".split())
"""Verbs of which only people are the passive subject."""
PLURAL_VERBS = frozenset(("have", "are", "were"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
RELATIVES = frozenset(("who", "whose", "whom"))


def note_people(doc: Doc, words: list[str], titles: list[Span]) -> None:
    """Make Person of the names in NAMES that the text of `doc` shows to be people's, wherever they stand.

    Names that are only the field of a post go, bodies that the model took for people become organizations.
    """
    title_at = {i: title for title in titles for i in range(title.start, title.end)}
    names = [span for span in spans_of(doc, NAMES) if not _is_field(span, title_at)]
    own = [title.root for title in titles if _is_own(title)]
    names = list(without_parts(names, names_after(doc, words, own, names)))
    names += _unseen(doc, titles, {i for span in names for i in range(span.start, span.end)} | title_at.keys())
    suspects = [span for span in names if _is_doubtful(span)]
    people = {span.text for span in suspects if not _is_part(doc, span, title_at) and _is_person(doc, span, title_at)}
    families = {text.rpartition(" ")[2] for text in people}
    retyped = [
        Span(doc, span.start, span.end, label=PERSON, span_id="name")
        if _is_doubtful(span) and (span.text in people or span.text in families)
        else span
        for span in names
    ]
    retyped = _as_bodies(doc, retyped, title_at)
    set_spans(doc, NAMES, sorted(retyped, key=lambda span: (span.start, -span.end)))


def _is_field(span: Span, title_at: dict[int, Span]) -> bool:
    """Tell whether a name is only the field of a post: "Interior" in "Interior Minister"."""
    title = title_at.get(span.start)
    return title is not None and not span.kb_id_ and span.end <= title.end and span.label_ != PERSON


def _as_bodies(doc: Doc, names: list[Span], title_at: dict[int, Span]) -> list[Span]:
    """Return the names with those made organizations that a title before a name shows to be: "Emery employee X"."""
    starts = {span.start for span in names if span.label_ == PERSON}
    bodies = set()
    for span in names:
        title = title_at.get(span.end)
        if span.label_ != PERSON or span.end - span.start > 1 or title is None or title.start != span.end:
            continue
        articled = span.start > 0 and doc[span.start - 1].lower_ in ARTICLES
        if title.kb_id_ in OF_BODIES_ONLY and (title.end in starts or articled) and not span.kb_id_:
            bodies.add(span.text)
    bodies -= {span[-1].text for span in names if span.label_ == PERSON and span.end - span.start > 1}
    return [
        Span(doc, span.start, span.end, label="Organization", span_id="name")
        if span.label_ == PERSON and span.text in bodies
        else span
        for span in names
    ]


def _unseen(doc: Doc, titles: list[Span], taken: set[int]) -> list[Span]:
    """Return the names that the model passed over and a title explains: "Yap is the founder of", "Winter, a judge"."""
    found = {}
    for title in titles:
        root = title.root
        noun = _explained(root) if root.tag_ in {"NN", "NNP"} else None
        if noun is None or noun.tag_ != "NNP" or not noun.text.istitle() or not noun.is_alpha:
            continue
        start = noun.i
        while start and doc[start - 1].tag_ == "NNP" and doc[start - 1].dep_ == "compound" and doc[start - 1].is_title:
            start -= 1
        if noun.ent_type_ != "DATE" and not taken.intersection(range(start, noun.i + 1)):
            found[start] = Span(doc, start, noun.i + 1, label=PERSON, span_id="name")
    return list(found.values())


def _explained(root: Token) -> Token | None:
    """Return the noun that a title with the head `root` says something of."""
    if root.dep_ == "attr" and root.head.lemma_ == "be":
        verb = root.head
    elif root.dep_ == "pobj" and root.head.lower_ == "as" and root.head.head.lemma_ == "serve":
        verb = root.head.head
    else:
        return root.head if root.dep_ == "appos" else None
    return next((child for child in verb.lefts if child.dep_ == "nsubj"), None)


def _is_doubtful(span: Span) -> bool:
    """Tell whether the class of a name rests on the model or a gazetteer alone, and its form could be a person's."""
    if span.label_ not in DOUBTFUL or (span.kb_id_ and not span.kb_id_.startswith("geonames:")):
        return False
    return span.end - span.start <= LONGEST + 2 * span.text.count("-") and span.text.istitle()


def _is_part(doc: Doc, span: Span, title_at: dict[int, Span]) -> bool:
    """Tell whether the name is a word of a title, a plural or a common noun with a capital: "a former Marine"."""
    if any(i in title_at for i in range(span.start, span.end)) or span.root.tag_ not in {"NNP", "NN"}:
        return True
    return span.start > 0 and doc[span.start - 1].tag_ in {"DT", "JJ", "PRP$", "HYPH"}


def _is_person(doc: Doc, span: Span, title_at: dict[int, Span]) -> bool:
    root = span.root
    is_place = span.label_ == "Place" and root.dep_ not in SUBJECTS
    return (
        _follows_title(doc, span, title_at)
        or (not is_place and (_has_age_or_who(doc, span) or _has_title_apposed(doc, span, title_at)))
        or (root.dep_ in SUBJECTS and _acts_as_person(root.head, title_at))
    )


def _follows_title(doc: Doc, span: Span, title_at: dict[int, Span]) -> bool:
    """Tell whether a title stands right before the name: "Judge Ito"."""
    title = title_at.get(span.start - 1)
    if title is None or not doc[title.start].text[0].isupper():
        return False
    entry = title_by_name()[title.kb_id_]
    if span[-1].lower_ in PLACE_WORDS or title.end != span.start:
        return False
    return entry.before_name and entry.title not in OF_BODIES_TOO and title.root.tag_ in {"NNP", "NN"}


def _has_age_or_who(doc: Doc, span: Span) -> bool:
    """Tell whether an age or "who" follows: "Winter, 53,", "Huber, who led"."""
    words = [token.lower_ for token in doc[span.end : span.end + 4]]
    if words[:1] == words[2:3] == [","] and words[1].isdigit() and int(words[1]) in ADULT:
        return True
    comma = words[:1] == [","]
    return words[comma : comma + 1] != [] and words[comma] in RELATIVES and words[comma + 1] not in PLURAL_VERBS


def _has_title_apposed(doc: Doc, span: Span, title_at: dict[int, Span]) -> bool:
    """Tell whether a title follows in apposition: "Blades, presidential candidate of the movement"."""
    if span.end + 1 >= len(doc) or doc[span.end].text != ",":
        return False
    for i in range(span.end + 1, min(span.end + 4, len(doc))):
        title = title_at.get(i)
        if title is not None:
            return (
                title.start == i and _is_own(title) and title.end < len(doc) and doc[title.end].lower_ in {"of", "at"}
            )
        if doc[i].tag_ not in {"DT", "JJ", "RB"}:
            return False
    return False


def _acts_as_person(verb: Token, title_at: dict[int, Span]) -> bool:
    """Tell whether `verb` makes its subject a person: "Conway is professor", "served as ambassador", "graduated"."""
    lemma = verb.lemma_
    if lemma in OWN or (lemma in CHOSEN and any(child.dep_ == "nsubjpass" for child in verb.lefts)):
        return True
    if lemma == "be":
        predicate = next((child for child in verb.rights if child.dep_ == "attr"), None)
    elif lemma == "serve":
        marker = next((child for child in verb.rights if child.lower_ == "as"), None)
        predicate = None if marker is None else next((c for c in marker.children if c.dep_ == "pobj"), None)
    else:
        return False
    title = None if predicate is None else title_at.get(predicate.i)
    return title is not None and _is_own(title)


def _is_own(title: Span) -> bool:
    """Tell whether only a person bears the title, and one alone."""
    return title.kb_id_ not in OF_BODIES_TOO and title.root.tag_ in {"NN", "NNP"}

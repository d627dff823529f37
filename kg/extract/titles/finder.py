"""The component kg_titles: titles of posts ("deputy foreign minister"), where they are used as such."""

from collections.abc import Callable, Iterator

from spacy.language import Language
from spacy.tokens import Doc, Span, Token

from kg.extract.annotations import NAMES, TITLES, set_spans, spans_of
from kg.extract.titles.cutting import bodies, cut_names, known_names
from kg.extract.titles.deputies import DEPUTIES, DEPUTY
from kg.extract.titles.people import note_people
from kg.lexicon.titles import Title, title_modifiers, titles

NOUNS = {"NN", "NNS", "NNP", "NNPS"}
BEFORE_NOUN = {"compound", "amod", "nmod"}
PORTFOLIO = {
    "minister",
    "deputy minister",
    "assistant minister",
    "minister of state",
    "secretary",
    "undersecretary",
    "under secretary",
    "under-secretary",
    "assistant secretary",
    "deputy secretary",
    "commissioner",
    "high commissioner",
    "vice president",
    "deputy prime minister",
}
PRINTED = {"newspaper", "daily", "weekly", "magazine", "paper", "journal", "tabloid"}
OF = {"of", "for"}
AND = {"and", "&"}
JOINS = {*AND, ","}
SUFFIXES = {"elect", "designate"}
CHIEF = "chief"
RANKED = frozenset(("MilitaryOfficer", "PoliceOfficer"))
BEFORE_NAMES = {"representative": "Legislator", "officer": "PoliceOfficer"}
"""Titles that mean one kind of post alone before a name: "Representative X" sits in a house, "Officer X" is police."""
POSSESSIVES = {"its", "their", "our"}

type Match = tuple[int, int, Title]


@Language.factory("kg_titles", requires=["doc.spans", "token.tag", "token.dep"], assigns=["doc.spans"])
def make_titles(nlp: Language, name: str) -> Callable[[Doc], Doc]:  # noqa: ARG001 - spaCy calls factories by keyword
    """Return the component that marks titles as the span group TITLES.

    Each span covers the words that belong to the post ("deputy defence minister", "minister of foreign affairs") but
    neither country, organization nor status ("former"); its label is the category and `kb_id_` the lexicon's title.
    """
    return TitleFinder(nlp)


class TitleFinder:
    """Finds titles by their first words; the lexicon is tokenised once, as the pipeline tokenises texts."""

    def __init__(self, nlp: Language) -> None:
        """Build the table from first words to the titles that begin with them, longest first."""
        table: dict[str, dict[tuple[str, ...], Title]] = {}
        for title in titles():
            for form in (title.title, title.plural, *title.forms):
                for spelling in {form, form.title(), form.upper(), form.capitalize()}:
                    words = tuple(token.lower_ for token in nlp.make_doc(spelling))
                    table.setdefault(words[0], {}).setdefault(words, title)
        self.table = {first: sorted(found.items(), key=lambda item: -len(item[0])) for first, found in table.items()}
        self.modifiers = {entry.word for entry in title_modifiers() if entry.kind in {"field", "rank"}}
        self.statuses = {entry.word for entry in title_modifiers() if entry.kind in {"status", "doubt"}}
        self.fields = {entry.word for entry in title_modifiers() if entry.kind == "field"}
        self.ranks = {form for title in titles() if title.category in RANKED for form in (title.title, *title.forms)}
        self.known = known_names()

    def __call__(self, doc: Doc) -> Doc:
        """Mark the titles of `doc`."""
        words = [token.lower_ for token in doc]
        names = _name_by_token(doc)
        spans: list[Span] = []
        for start, end, title in self._matches(words, names):
            holder = end + (end < len(doc) and words[end] in self.ranks)
            if not _is_title(doc, (start, end), title, names, person_follows=_is_person(names, holder)):
                continue
            first = self._first(doc, words, start, names, spans[-1] if spans else None)
            last = self._last(doc, words, end, names) if _names_fields(words, start, end, title) else end
            while spans and spans[-1].start >= first:
                spans.pop()
            category = _category(title, words[first:start])
            if first == start and title.title in BEFORE_NAMES and _is_person(names, end):
                category = BEFORE_NAMES[title.title]
            spans.append(Span(doc, first, last, label=category, kb_id=title.title))
        set_spans(doc, TITLES, spans)
        cut_names(doc, spans, self.known)
        note_people(doc, words, spans)
        return doc

    def _matches(self, words: list[str], names: list[Span | None]) -> Iterator[Match]:
        """Yield the longest title at each place that runs into no name, none inside another.

        "Member of the Board of Directors" is a member where "Board of Directors" is a name.
        """
        table = self.table
        skip = 0
        for i, word in enumerate(words):
            if i < skip or word not in table:
                continue
            for form, title in table[word]:
                if len(form) == 1 or tuple(words[i : i + len(form)]) == form:
                    if len(form) > 1 and _runs_into(names, i, i + len(form)):
                        continue
                    skip = i + len(form)
                    yield i, skip, title
                    break

    def _first(self, doc: Doc, words: list[str], start: int, names: list[Span | None], previous: Span | None) -> int:
        """Return where the title begins with the words before it that belong to the post, but not to a title before."""
        first = start
        while first > 0:
            before = first - 1
            if previous is not None and before == previous.end - 1 and words[before] not in DEPUTY:
                break
            if (
                words[before] == "-"
                and before > 0
                and not doc[before].whitespace_
                and words[before - 1] in self.modifiers
            ):
                first -= 2
            elif words[before] in self.statuses or (words[before:first] == [CHIEF] and self._is_rank(words[start])):
                break  # "the Guard chief Gen. X" has two titles
            elif (
                before > 0 and words[before - 1] == "-" and not self.modifiers.issuperset(words[before - 2 : first : 2])
            ):
                break  # "right-wing leader", "high-profile activist"
            elif self._is_free(words, before, names[before]) and (
                words[before] in self.modifiers or _is_plain_compound(doc[before], start)
            ):
                first -= 1
            elif words[before] in AND and self._is_joined_field(doc, before - 1, names):
                first -= 2
            else:
                break
        return first

    def _is_joined_field(self, doc: Doc, i: int, names: list[Span | None]) -> bool:
        """Tell whether token `i` is the first of two fields ("defence and interior"), not what ends a phrase before."""
        return doc[i].lower_ in self.fields and names[i] is None and doc[i].dep_ not in {"pobj", "dobj"}

    def _is_rank(self, word: str) -> bool:
        """Tell whether `word` is a rank that no other title begins with."""
        return word in self.ranks and word != "officer"

    def _is_free(self, words: list[str], i: int, name: Span | None) -> bool:
        """Tell whether token `i` is in no name, or in the part of one that belongs to a post.

        So "Interior" and "U.S. Special" are not, where the model took them for names before "Minister" and "Envoy".
        """
        if name is None:
            return True
        if name.kb_id_:
            return False
        first = name.end
        while first > name.start and words[first - 1] in self.modifiers and words[first - 1] not in bodies():
            first -= 1
        if first == name.start or all(words[j] in self.fields for j in range(name.start, name.end)):
            return all(words[j] in self.fields for j in range(name.start, name.end))
        return first <= i and " ".join(words[name.start : first]) in self.known

    def _last(self, doc: Doc, words: list[str], end: int, names: list[Span | None]) -> int:
        """Return where the title ends with "of" or "for" and the fields that it names ("of defence and security")."""
        last = end
        i = end + 1
        while i < len(words):
            if words[i] in self.fields:
                last = i + 1
            elif words[i] != "the" and words[i] not in JOINS:
                break
            i += 1
        inside = last > end and ((name := names[last - 1]) is not None and name.end > last)
        if inside or doc[last - 1].head.i >= last:  # "of the Foreign Ministry", "of the defence committee"
            return end
        return last


def _runs_into(names: list[Span | None], start: int, end: int) -> bool:
    """Tell whether a name without a key begins within `[start, end)` and goes on after it."""
    name = names[end - 1]
    return name is not None and name.start > start and name.end > end and name.label_ != "Person"


def _names_fields(words: list[str], start: int, end: int, title: Title) -> bool:
    """Tell whether fields of the post follow: "minister" and "of", "minister of defence" and "and"."""
    if end >= len(words):
        return False
    if words[end] in OF:
        return title.title in PORTFOLIO
    return words[end] in AND and not OF.isdisjoint(words[start:end])


def _is_plain_compound(token: Token, title: int) -> bool:
    """Tell whether `token` is a common noun that forms a compound with the title at `title` ("truck driver")."""
    return token.tag_ == "NN" and token.dep_ == "compound" and token.is_lower and token.head.i >= title


def _name_by_token(doc: Doc) -> list[Span | None]:
    table: list[Span | None] = [None] * len(doc)
    for span in spans_of(doc, NAMES):
        for i in range(span.start, span.end):
            table[i] = span
    return table


def _is_person(names: list[Span | None], i: int) -> bool:
    """Tell whether the name of a person is at token `i`."""
    return i < len(names) and (name := names[i]) is not None and name.label_ == "Person"


def _is_title(
    doc: Doc, place: tuple[int, int], title: Title, names: list[Span | None], *, person_follows: bool
) -> bool:
    """Tell whether the words of `title` at the tokens `place` are used as a title."""
    start, end = place
    if (around := names[end - 1]) is not None and not _is_outside(around, start, end, person_follows=person_follows):
        return False
    root = doc[start:end].root
    capital = root.text[0].isupper()
    if title.guard == "capital":
        return capital and person_follows and doc[end].tag_ == "NNP"
    if title.before_name and person_follows and capital:
        return True
    if not _is_noun(root, start, end) or (capital and _is_printed(root)):
        return False
    return title.guard == "noun" or _has_body(doc, start, end, person_follows=person_follows)


def _is_noun(root: Token, start: int, end: int) -> bool:
    """Tell whether a title is a noun of its own, not an adjective or the first half of a compound ("member states")."""
    if root.tag_ not in NOUNS and end - start == 1:
        return False
    compound = root.dep_ in BEFORE_NOUN and root.head.i >= end and root.head.tag_ in {"NN", "NNS"}
    return not compound or root.head.lower_ in SUFFIXES


def _is_printed(root: Token) -> bool:
    """Tell whether what looks like a title names a newspaper: "The Leader, a daily"."""
    return any(child.dep_ == "appos" and child.lower_ in PRINTED for child in root.rights)


def _is_outside(name: Span, start: int, end: int, *, person_follows: bool) -> bool:
    """Tell whether a title inside the named thing `name` is no part of its name ("General Motors" is one)."""
    if name.start >= start and name.end <= end:
        return True
    if name.label_ == "Person":
        return name.start >= start
    return name.end == end and person_follows


def _has_body(doc: Doc, start: int, end: int, *, person_follows: bool) -> bool:
    """Tell whether the head, chief or chair at `[start, end)` is one of a body, not a body part or a thing."""
    if person_follows or (end < len(doc) and doc[end].lower_ in OF):
        return True
    if start == 0:
        return False
    before = doc[start - 1]
    if before.tag_ == "POS":
        owner = doc[start - 2]
        return owner.pos_ == "PROPN" or owner.lower_ in bodies() or doc[end - 1].lower_ != "head"
    return (
        before.lower_ == "as"
        or before.lower_ in POSSESSIVES
        or (before.dep_ == "compound" and before.head.i < end and before.tag_ in NOUNS)
    )


def _category(title: Title, modifiers: list[str]) -> str:
    """Return the category of `title` after the words before it: a deputy minister is no minister."""
    return DEPUTIES.get(title.category, title.category) if DEPUTY.intersection(modifiers) else title.category

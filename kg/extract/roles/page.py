"""What the role patterns look up in a Doc: words, mentions, titles and dates by token."""

from functools import cached_property

from spacy.tokens import Doc, Span, Token

from kg.extract.annotations import DATES, MENTIONS, TITLES, mention_by_token, spans_of
from kg.extract.entities import ORGANIZATIONS, add_entity

PEOPLE = "Person"
COUNTRY = "Country"
PLACES = frozenset(("Place", "Facility"))
RELATIVE = frozenset(("who", "that"))
AND = frozenset(("and", "&"))
STATES = frozenset("country nation state republic kingdom emirate sultanate federation union".split())
VERBS = frozenset(("VERB", "AUX"))
SUBJECTS = frozenset(("nsubj", "nsubjpass"))
APOSTROPHES = frozenset(("'s", "’s", "'", "’", "`s"))
ARTICLES = frozenset(("the", "a", "an", "one", "another", "this"))
COMMAS = frozenset((",", "(", "-", "--", "—", "–", "_", ";"))


class Page:
    """One Doc as the role patterns read it; the tables are made once."""

    def __init__(self, doc: Doc) -> None:
        """Take the mentions, titles and words of `doc`."""
        self.doc = doc
        self.words = [token.lower_ for token in doc]
        self.mentions: list[Span | None] = mention_by_token(doc)
        self._spans = spans_of(doc, MENTIONS)
        self._outer: dict[int, Span] = {}
        for span in self._spans:
            if span.end - span.start > 1 and span.label_ in ORGANIZATIONS:
                for i in range(span.start, span.end):
                    known = self._outer.get(i)
                    if known is None or known.end - known.start < span.end - span.start:
                        self._outer[i] = span
        self.titles = spans_of(doc, TITLES)
        self.holders: dict[int, Span] = {}
        """The people to whom naming tied a title, by the title's head: "X, the minister who ..." speaks of X."""
        self._described: dict[tuple[int, int], str] = {}
        self.title_at: dict[int, Span] = {i: span for span in self.titles for i in range(span.start, span.end)}

    @cached_property
    def people(self) -> list[Span]:
        """The mentions of people by name, in text order."""
        return [span for span in self._spans if span.label_ == PEOPLE and span.kb_id_ == "name"]

    @cached_property
    def people_and_pronouns(self) -> list[Span]:
        """The mentions of people by name or pronoun, in text order."""
        forms = {"name", "pronoun"}
        return [span for span in self._spans if span.label_ == PEOPLE and span.kb_id_ in forms]

    @cached_property
    def dates(self) -> dict[int, Span]:
        """The temporal expressions by each of their tokens."""
        return {i: span for span in spans_of(self.doc, DATES) for i in range(span.start, span.end)}

    def person(self, i: int) -> Span | None:
        """Return the mention of a person at token `i`, or None; a description is one at its head alone.

        The other words of "the chief of staff of the army" name the post, not the person.
        """
        span = self.mentions[i] if 0 <= i < len(self.mentions) else None
        if span is None or span.label_ != PEOPLE:
            return None
        return span if span.kb_id_ != "description" or span.root.i == i else None

    def described(self, i: int) -> bool:
        """Tell whether token `i` is a noun that says who someone is, rather than a name or pronoun of his."""
        span = self.mentions[i]
        return span is None or span.label_ != PEOPLE or span.kb_id_ == "description"

    def named(self, i: int) -> Span | None:
        """Return the person whose name begins at token `i`, or None."""
        span = self.person(i)
        return span if span is not None and span.start == i and span.kb_id_ == "name" else None

    def organization(self, i: int) -> Span | None:
        """Return the mention of an organization, country or place at token `i`, or None.

        Where a country or place stands in the name of an organization ("Bank of America") it is the organization.
        """
        span = self._outer.get(i) or (self.mentions[i] if 0 <= i < len(self.mentions) else None)
        if span is None or not (span.label_ in ORGANIZATIONS or span.label_ == COUNTRY or span.label_ in PLACES):
            return None
        return span

    def subject_before(self, i: int) -> Span | None:
        """Return the organization or country that is the subject of the clause around token `i`, or of the one before.

        So "its" in "Hamas said its leader" and "Hamas refused. Its leader" is understood where coreference gives none.
        """
        token = self.doc[i]
        sentence = token.sent
        verbs = [verb for verb in token.ancestors if verb.pos_ in VERBS]
        for verb in verbs:
            subject = next((child for child in verb.lefts if child.dep_ in SUBJECTS), None)
            if subject is not None and subject.right_edge.i < i:
                return self._acting(subject)
        if sentence.start == 0 or any(token.dep_ in SUBJECTS for token in self.doc[sentence.start : i]):
            return None
        root = self.doc[sentence.start - 1].sent.root
        subject = next((child for child in root.lefts if child.dep_ in SUBJECTS), None)
        return None if subject is None else self._acting(subject)

    def _acting(self, subject: Token) -> Span | None:
        """Return the organization or country that the subject names."""
        body = self.organization(subject.i)
        return body if body is not None and body.label_ not in PLACES and body.root == subject else None

    def describe(self, start: int, end: int, *, type: str, name: str) -> Span:  # noqa: A002 - the record's own word
        """Return `[start, end)` as a body that the text describes; it becomes an entity when a fact needs it."""
        self._described[start, end] = name
        return Span(self.doc, start, end, label=type)

    def key(self, body: Span) -> str:
        """Return the entity key of `body`, adding an entity where the text only describes it."""
        if body.id_:
            return body.id_
        return add_entity(self.doc, body.start, body.end, type=body.label_, name=self._described[body.start, body.end])

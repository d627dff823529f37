"""The component `kg_names`: what the text names, by the model and the lexicons, agreed within the article."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extract.annotations import NAMES, set_spans
from kg.extract.names.agreement import agree, merge
from kg.extract.names.context import repeated, with_acronyms, with_dateline, with_nations
from kg.extract.names.evidence import without_common_words
from kg.extract.names.headlines import without_headline_words
from kg.extract.names.lexical import in_context, lexicon_phrases, with_capitals
from kg.extract.names.malformed import without_malformed
from kg.extract.names.model import from_model
from kg.extract.names.name import Name, inside
from kg.extract.names.units import numbered_units
from kg.extract.phrases import PhraseTable, token_texts
from kg.lexicon.bodies import bodies
from kg.lexicon.organizations import organization_kinds, organizations

_WORLD_BODIES = frozenset(
    name
    for body in organizations()
    if body.type == "IntergovernmentalOrganization"
    for name in (body.name, *body.aliases)
)
"""Names of intergovernmental organizations: a name that begins with one is a part of it."""
_LONGEST_BODY = 5
"""Tokens of the longest phrase for a body after its country."""


@Language.factory("kg_names", assigns=["doc.spans"], requires=["doc.ents", "token.tag", "token.dep"])
def make_names(nlp: Language, name: str) -> "Names":
    """Build the component for `nlp`."""
    return Names(nlp, name)


class Names:
    """Writes the span group NAMES: `label_` class, `kb_id_` lexicon key, `id_` name, adjective or people."""

    def __init__(self, nlp: Language, name: str = "kg_names") -> None:
        """Tokenize the lexicons as `nlp` tokenizes texts."""
        self.name = name
        self._table = PhraseTable(
            (words, entry) for phrase, entry in lexicon_phrases() for words in with_capitals(token_texts(nlp, phrase))
        )
        self._bodies = PhraseTable(
            (token_texts(nlp, noun), (body.key, body.type)) for body in bodies() for noun in body.nouns
        )
        self._kinds = {kind.word: kind for kind in organization_kinds()}

    def __call__(self, doc: Doc) -> Doc:
        """Find the names of `doc`."""
        words = [token.text for token in doc]
        model = [name for ent in doc.ents for name in from_model(ent)]
        lexicon = [
            found
            for start, end, entry in self._table.find(words)
            if (found := in_context(doc, start, end, entry)) is not None
        ]
        lexicon += numbered_units(doc)
        lower = [token.lower_ for token in doc]
        names = with_nations(doc, words, merge(doc, model, lexicon))
        names = without_common_words(words, lower, without_headline_words(doc, words, names))
        names = without_malformed(doc, words, names)
        names = with_acronyms(doc, with_dateline(doc, agree(doc, words, lower, names)))
        names += repeated(doc, words, names)
        names = self._with_bodies(doc, names)
        names.sort(key=lambda name: (name.start, -name.end))
        set_spans(doc, NAMES, [self._span(doc, name) for name in names])
        return doc

    def _span(self, doc: Doc, name: Name) -> Span:
        label = self._organization_class(doc, name) if name.type == "Organization" and not name.key else name.type
        start = name.start
        if label == "MilitaryUnit" and start and doc[start - 1].ent_type_ in ("ORDINAL", "CARDINAL"):
            start -= 1
        return Span(doc, start, name.end, label=label, kb_id=name.key, span_id=name.form)

    def _with_bodies(self, doc: Doc, names: list[Name]) -> list[Name]:
        """Add the bodies of countries ("Russian army", "Ukraine's parliament") in place of what the model saw."""
        bodies_found = []
        for name in names:
            if name.type != "Country" or not name.key:
                continue
            if (of := self._body_of(doc, name)) is not None:
                bodies_found.append(of)
                continue
            start = name.end + (name.end < len(doc) and doc[name.end].lower_ in ("'s", "’s"))
            if start == name.end and name.form != "adjective":
                continue
            following = [token.lower_ for token in doc[start : start + _LONGEST_BODY]]
            found = next(self._bodies.find(following), None)
            if found is not None and found[0] == 0 and doc[start + found[1] - 1].pos_ in ("NOUN", "PROPN", "ADJ"):
                key, type_ = found[2]
                body = Name(name.start, start + found[1], type_, f"body:{name.key.partition(':')[2]}:{key}")
                if not _counted(doc, body.start):
                    bodies_found.append(body)
        return bodies_found + [
            name for name in names if not any(inside(name, body) and name.type != "Country" for body in bodies_found)
        ]

    def _body_of(self, doc: Doc, name: Name) -> Name | None:
        """Return the body that stands before its country: "the government of Ethiopia"."""
        of = name.start - (2 if name.start and doc[name.start - 1].lower_ == "the" else 1)
        if of < 1 or doc[of].lower_ != "of" or name.form != "name":
            return None
        words = [token.lower_ for token in doc[max(0, of - _LONGEST_BODY) : of]]
        for start, end, (key, type_) in self._bodies.find(words):
            if end == len(words):
                return Name(of - end + start, name.end, type_, f"body:{name.key.partition(':')[2]}:{key}")
        return None

    def _organization_class(self, doc: Doc, name: Name) -> str:
        """Return the class that the words of an organization's name give it, the last word first."""
        if any(doc[name.start : end].text in _WORLD_BODIES for end in range(name.start + 1, name.end)):
            return "IntergovernmentalOrganization"
        for i in reversed(range(name.start, name.end)):
            kind = self._kinds.get(doc[i].lower_)
            if kind is not None and (kind.position == "any" or i == name.end - 1):
                return kind.type
        return "Organization"


def _counted(doc: Doc, start: int) -> bool:
    """Say whether a number stands before the phrase: "three Russian troops" are people, not the army."""
    return start > 0 and doc[start - 1].pos_ == "NUM"

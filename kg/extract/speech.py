"""First persons in direct speech: "I" is the speaker, "we" the body that speaks, where the statement has one."""

from spacy.language import Language
from spacy.tokens import Doc, Span

from kg.extract.annotations import MENTIONS, EntityRow, StatementRow, mention_by_token, set_spans, spans_of

_I = frozenset(("I", "me", "my", "My", "myself", "mine"))
_WE = frozenset(("We", "we", "our", "Our", "us", "ourselves"))


@Language.component(
    "kg_speech", assigns=["doc.spans"], requires=["doc.spans", "doc._.kg_statements", "doc._.kg_entities"]
)
def speech(doc: Doc) -> Doc:
    """Add mentions to MENTIONS for the first persons in the direct speech of `doc`.

    A person who says "we" speaks for others too, and for whom is not known here.
    """
    rows: dict[str, EntityRow] = doc._.kg_entities
    statements: list[StatementRow] = doc._.kg_statements
    spoken = [statement for statement in statements if statement["direct"] and statement["speaker"] is not None]
    if not spoken:
        return doc
    covered = mention_by_token(doc)
    found = {}
    for statement in spoken:
        key = statement["speaker"]
        if key is None or key not in rows:
            continue
        words = _I if rows[key]["type"] == "Person" else _WE
        for token in doc[slice(*statement["content"])]:
            if token.text in words and covered[token.i] is None:
                found[token.i] = Span(doc, token.i, token.i + 1, label=rows[key]["type"], span_id=key, kb_id="pronoun")
    if found:
        mentions = [*spans_of(doc, MENTIONS), *found.values()]
        set_spans(doc, MENTIONS, sorted(mentions, key=lambda span: (span.start, -span.end)))
    return doc

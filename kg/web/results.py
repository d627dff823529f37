"""Rows of a SELECT query, and the yes or no of ASK, in the four formats of SPARQL 1.1.

Oxigraph writes whole answers only; rows are written here because an answer may be cut at the row limit.
"""

import csv
import io
import json
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from pyoxigraph import BlankNode, Literal, NamedNode, Triple

from kg.web.media import RowForm

type Term = NamedNode | BlankNode | Literal | Triple
type Row = Sequence[Term | None]

_XML_HEAD = '<?xml version="1.0"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'
_STRING = "http://www.w3.org/2001/XMLSchema#string"


def write_rows(columns: Sequence[str], rows: Sequence[Row], form: RowForm) -> bytes:
    """Return a table in the format `form`."""
    match form:
        case "json":
            text = _json(columns, rows)
        case "xml":
            text = _xml(columns, rows)
        case "csv":
            text = _csv(columns, rows)
        case "tsv":
            lines = ["\t".join(f"?{column}" for column in columns), *("\t".join(map(_tsv, row)) for row in rows)]
            text = "\n".join(lines) + "\n"
    return text.encode()


def write_boolean(answer: bool, form: RowForm) -> bytes:  # noqa: FBT001 - the value is what is written
    """Return the answer to an ASK query; CSV and TSV, for which no form is laid down, have the one word."""
    word = "true" if answer else "false"
    match form:
        case "json":
            return json.dumps({"head": {}, "boolean": answer}).encode()
        case "xml":
            return f"{_XML_HEAD}<head/><boolean>{word}</boolean></sparql>\n".encode()
        case "csv" | "tsv":
            return f"{word}\n".encode()


def _json(columns: Sequence[str], rows: Sequence[Row]) -> str:
    bindings = [
        {name: _json_term(term) for name, term in zip(columns, row, strict=True) if term is not None} for row in rows
    ]
    return json.dumps({"head": {"vars": list(columns)}, "results": {"bindings": bindings}}, ensure_ascii=False)


def _json_term(term: Term) -> dict[str, object]:
    match term:
        case NamedNode():
            return {"type": "uri", "value": term.value}
        case BlankNode():
            return {"type": "bnode", "value": term.value}
        case Literal():
            found: dict[str, object] = {"type": "literal", "value": term.value}
            if term.language is not None:
                found["xml:lang"] = term.language
            elif term.datatype.value != _STRING:
                found["datatype"] = term.datatype.value
            return found
        case Triple():
            parts = zip(("subject", "predicate", "object"), term, strict=True)
            return {"type": "triple", "value": {name: _json_term(part) for name, part in parts}}


def _xml(columns: Sequence[str], rows: Sequence[Row]) -> str:
    head = "".join(f"<variable name={quoteattr(name)}/>" for name in columns)
    results = "".join(
        "<result>"
        + "".join(
            f"<binding name={quoteattr(name)}>{_xml_term(term)}</binding>"
            for name, term in zip(columns, row, strict=True)
            if term is not None
        )
        + "</result>\n"
        for row in rows
    )
    return f"{_XML_HEAD}<head>{head}</head>\n<results>\n{results}</results></sparql>\n"


def _xml_term(term: Term) -> str:
    match term:
        case NamedNode():
            return f"<uri>{_xml_text(term.value)}</uri>"
        case BlankNode():
            return f"<bnode>{_xml_text(term.value)}</bnode>"
        case Literal():
            about = ""
            if term.language is not None:
                about = f" xml:lang={quoteattr(term.language)}"
            elif term.datatype.value != _STRING:
                about = f" datatype={quoteattr(term.datatype.value)}"
            return f"<literal{about}>{_xml_text(term.value)}</literal>"
        case Triple():
            parts = zip(("subject", "predicate", "object"), term, strict=True)
            return f"<triple>{''.join(f'<{name}>{_xml_term(part)}</{name}>' for name, part in parts)}</triple>"


def _xml_text(text: str) -> str:
    """Return `text` escaped; control characters, which XML 1.0 cannot carry at all, become U+FFFD."""
    kept = "".join(sign if sign >= " " or sign in "\t\n\r" else "\ufffd" for sign in text)
    return escape(kept.translate({0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}), {"\r": "&#13;"})


def _csv(columns: Sequence[str], rows: Sequence[Row]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([_csv_cell(term) for term in row] for row in rows)
    return out.getvalue()


def _csv_cell(term: Term | None) -> str:
    if term is None:
        return ""
    return term.value if isinstance(term, NamedNode | Literal) else str(term)


def _tsv(term: Term | None) -> str:
    return "" if term is None else str(term).replace("\t", "\\t")

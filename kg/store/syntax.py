"""What is wrong with a query, in one line for the person who wrote it."""

import re

EXCERPT = 24
"""Characters of the query shown on either side of where it stops making sense."""

_POSITION = re.compile(r"error at (\d+):(\d+): (.*)", re.DOTALL)
_SENTENCE = re.compile(r"(?:expected|one of|,)\s*((?:The )?[A-Z][A-Za-z]+ [a-z][^,\[\]]*)")
_UPDATE = re.compile(r"\s*(?:PREFIX[^>]*>\s*)*(?:INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|COPY|MOVE|ADD)\b", re.IGNORECASE)


def explain_syntax_error(message: str, sparql: str) -> str:
    """Return one line on why `sparql` was refused with the parser's `message`.

    The parser lists every character that could have stood there; what helps is its plain words, where it has any, and
    the place.
    """
    if _UPDATE.match(sparql):
        return "this is a SPARQL update; queries only read (SELECT, ASK, CONSTRUCT, DESCRIBE)"
    match = _POSITION.fullmatch(message)
    if match is None:
        return f"this SPARQL does not parse: {' '.join(message.split())}"
    line, column = int(match[1]), int(match[2])
    lines = sparql.split("\n")
    before, after = lines[line - 1][: column - 1], " ".join([lines[line - 1][column - 1 :], *lines[line:]])
    said = _SENTENCE.search(match[3])
    problem = said[1].strip() if said else "not understood" if after.strip() else "not understood or unfinished"
    near = f"{before[-EXCERPT:]}{after[:EXCERPT]}".strip()
    return f"this SPARQL does not parse: line {line}, column {column}: {problem}, near {near!r}"

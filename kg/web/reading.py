"""What the server must know about a query before it runs it; the grammar itself is the store's affair."""

import re

_GAP = r"(?:\s|#[^\n\r]*[\n\r])*"
_SERVICE = re.compile(rf"(?<![?$:])SERVICE{_GAP}(?:SILENT{_GAP})?[^\s{{}}]+?{_GAP}\{{", re.IGNORECASE)
_SKIPPED = re.compile(
    r'''"""(?:[^\\]|\\.)*?"""|\'\'\'(?:[^\\]|\\.)*?\'\'\''''
    r"""|"(?:[^"\\\n\r]|\\.)*"|'(?:[^'\\\n\r]|\\.)*'|<[^<>"{}|^`\x00-\x20]*>|[?$]\w+|[\w.-]*:[\w.-]*|#[^\n\r]*""",
    re.DOTALL,
)
_TOKEN = re.compile(r"[{}]|\b[A-Za-z]+\b")


def calls_service(sparql: str) -> bool:
    """Return whether a query may ask another host.

    Nothing is skipped here, neither strings nor comments: words that only look like SERVICE are refused as well, but
    no way of writing it goes unseen (the store reads `1SERVICE` and `SERVICESILENT` as two words).

    >>> calls_service("SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }")
    True
    >>> calls_service("SELECT ?service { ?service a ckg:Tenure }")
    False
    """
    return _SERVICE.search(sparql) is not None


def names_dataset(sparql: str) -> bool:
    """Return whether a query says itself which graphs it is about (FROM, FROM NAMED).

    >>> names_dataset("SELECT * FROM <https://example.org/g> { ?s ?p ?o }")
    True
    >>> names_dataset("SELECT * { ?s ?p 'from' }")
    False
    """
    depth = 0
    for match in _TOKEN.finditer(_SKIPPED.sub(" ", sparql)):
        word = match[0].upper()
        if word == "FROM" and depth == 0:
            return True
        depth += {"{": 1, "}": -1}.get(word, 0)
    return False

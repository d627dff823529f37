"""What the server must know about a query before it runs it; the grammar itself is the store's affair."""

import re

_GAP = r"(?:\s|#[^\n\r]*[\n\r])*"
_SERVICE = re.compile(rf"(?<![?$:])SERVICE{_GAP}(?:SILENT{_GAP})?[^\s{{}}]+?{_GAP}\{{", re.IGNORECASE)


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

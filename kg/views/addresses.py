"""Where the page of a thing lies in the site: every link to a person, body, place or event goes through `page_of`."""

_OFFSET, _PRIME, _BITS = 0xCBF29CE484222325, 0x100000001B3, 0xFFFFFFFFFFFFFFFF
"""FNV-1a of 64 bits: unlike SHA-256, a page's script can compute it at once (`kgPage` in site.js does)."""


def page_of(iri: str) -> str:
    """Return the page of the thing `iri`, as a path from the root of the site.

    >>> page_of("https://example.org/mira-solen")
    'things/f5619739d22f76d2.html'
    """
    digest = _OFFSET
    for byte in iri.encode("utf-8"):
        digest = ((digest ^ byte) * _PRIME) & _BITS
    return f"things/{digest:016x}.html"

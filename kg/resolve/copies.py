"""Which articles are copies of one text: a wire story that several outlets print, shortened or with another headline.

Texts are compared by MinHash (Broder 1997, "On the resemblance and containment of documents") over runs of four words;
bands of the signature say which are compared at all (Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, ch. 3).
"""

import re
from collections.abc import Iterator

from rensa import RMinHash

from kg.resolve.clustering import Link

RUN = 4
"""Words in a row that are compared as one."""

SIZE = 126
"""Numbers in a signature; the error of an estimate is about 1 / sqrt(SIZE), 0.09."""

ROWS = 3
"""Numbers in a band: texts that have half of their runs in common share a band in 999 of 1000 cases."""

ALIKE = 0.4
"""Part of all runs of two texts that both have, from which on one is a copy; two outlets' own reports of one event
have less than a tenth in common."""

_SEED = 20_250_722
_WORD = re.compile(r"\w+")

type Signature = tuple[int, ...]


def signature(text: str) -> Signature:
    """Return the signature of `text`; () for a text too short to have one."""
    words = _WORD.findall(text.casefold())
    if len(words) < RUN:
        return ()
    found = RMinHash(num_perm=SIZE, seed=_SEED)
    found.update([" ".join(words[n : n + RUN]) for n in range(len(words) - RUN + 1)])
    return tuple(found.digest())


def bands(found: Signature) -> Iterator[str]:
    """Yield what signatures of like texts have at least one of in common."""
    for n in range(0, len(found), ROWS):
        yield f"{n}:{'-'.join(map(str, found[n : n + ROWS]))}"


def link(one: Signature, other: Signature) -> Link | None:
    """Return why two texts are copies of one, None if they are not."""
    if not one or not other:
        return None
    alike = sum(a == b for a, b in zip(one, other, strict=True)) / SIZE
    if alike < ALIKE:
        return None
    return Link(round(alike, 2), f"the same words for about {alike:.0%} of both texts", "same-text")

"""What is compared, and what comparing says."""

from dataclasses import dataclass
from typing import Literal

Kind = Literal["person", "org", "place"]


@dataclass(frozen=True, slots=True)
class NameForms:
    """The names of one thing: the one it goes by, the others, the class in the ontology and the country's ISO code."""

    kind: Kind
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    country: str | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """That two names may be, or surely are, names of one thing.

    `score` is over 0 and at most 1, `reason` is for people, `rule` names the rule in a word or two. With
    `needs_context` the names alone do not tell: a bare family name, an initial, a name that many bear.
    """

    score: float
    reason: str
    rule: str
    needs_context: bool

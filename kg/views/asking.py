"""Which named queries tell more of what a dossier is about, as commands to copy and as links to the query page."""

from dataclasses import dataclass
from urllib.parse import urlencode

from kg.vocabulary import PREFIXES

QUESTIONS: dict[str, tuple[tuple[str, str], ...]] = {
    "person": (("career", "person"), ("timeline", "actor"), ("statements", "speaker"), ("who-says", "source")),
    "organization": (("command-chart", "organization"), ("timeline", "actor"), ("who-says", "party")),
    "place": (("events", "place"), ("command-chart", "organization"), ("timeline", "actor"), ("casualties", "place")),
}
"""Queries, each with the parameter that takes the thing, by kind of thing."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Command:
    """A command that asks about a thing, and the part of the query page's address that asks the same."""

    text: str
    link: str


def commands(kind: str, iri: str) -> list[Command]:
    """Return what one can ask about the thing `iri`.

    >>> [command.text for command in commands("event", "https://example.org/talks-1")]
    ['kg explain https://example.org/talks-1']
    """
    name = f"id:{iri.removeprefix(PREFIXES['id'])}" if iri.startswith(PREFIXES["id"]) else iri
    explain = Command(text=f"kg explain {name}", link=urlencode({"query": f"DESCRIBE <{iri}>"}))
    return [
        *(
            Command(text=f"kg query {query} --{parameter} {name}", link=urlencode({"named": query, parameter: iri}))
            for query, parameter in QUESTIONS.get(kind, ())
        ),
        explain,
    ]

"""The named queries: one question a file (`*.rq`), each with a comment header that says what it asks and takes.

# title: Who holds which post
# question: Who holds which post now, as far as the articles say?
# parameters:
#   person (entity): only this person's posts
#   from (date, required): ...
# example: kg query posts --set person="Mira Solen"
"""

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from itertools import dropwhile
from typing import Literal, cast, get_args

from kg.errors import QueryError
from kg.resources import queries_folder

Kind = Literal["entity", "class", "date", "text", "number"]
"""What a parameter takes: the name or IRI of a person, place ..., a class of the ontology ("Airstrike"), an ISO date,
any words, a number."""

_FIELD = re.compile(r"# (title|question|example|parameters):(.*)")
_PARAMETER = re.compile(r"#   (\w+) \((\w+)(, required)?\): (.+)")
_CONTINUED = re.compile(r"#  +(\S.*)")


@dataclass(frozen=True, kw_only=True, slots=True)
class Parameter:
    """Something a query can be narrowed by; without a value it makes no difference, unless it is required."""

    name: str
    kind: Kind
    required: bool
    meaning: str

    @property
    def placeholder(self) -> str:
        """The line of the query that the value goes into."""
        return f"VALUES ?{self.name} {{ UNDEF }}"


@dataclass(frozen=True, kw_only=True, slots=True)
class NamedQuery:
    """One question to the graph; `text` is its SPARQL, header and all."""

    name: str
    title: str
    question: str
    parameters: tuple[Parameter, ...]
    example: str
    text: str

    @property
    def body(self) -> str:
        """The SPARQL without its header."""
        return "\n".join(dropwhile(lambda line: line.startswith("#"), self.text.splitlines())).strip()


@cache
def names() -> tuple[str, ...]:
    """Return the names of all queries, sorted."""
    return tuple(sorted(path.stem for path in queries_folder().glob("*.rq")))


@cache
def load(name: str) -> NamedQuery:
    """Return the query called `name`.

    Raises:
        QueryError: there is none; the message names those most like it, or all.
    """
    if name not in names():
        alike = get_close_matches(name, names(), cutoff=0.5)
        hint = f"did you mean {', '.join(alike)}?" if alike else f"there are {', '.join(names())}"
        raise QueryError(f"no query is called {name!r}; {hint}")
    return parse(name, (queries_folder() / f"{name}.rq").read_text(encoding="utf-8"))


def parse(name: str, text: str) -> NamedQuery:
    """Read the header of a query file.

    Raises:
        QueryError: a field is missing, a parameter line is malformed, or the query lacks a parameter's placeholder.
    """
    fields, parameters = _header(name, text)
    for field in ("title", "question", "example"):
        if not fields.get(field):
            raise QueryError(f"{name}.rq: the header lacks '# {field}: ...'")
    for parameter in parameters:
        if parameter.placeholder not in text:
            raise QueryError(f"{name}.rq: parameter {parameter.name!r} needs a line '{parameter.placeholder}'")
    return NamedQuery(
        name=name,
        title=fields["title"],
        question=fields["question"],
        parameters=tuple(parameters),
        example=fields["example"],
        text=text,
    )


def _header(name: str, text: str) -> tuple[dict[str, str], list[Parameter]]:
    fields: dict[str, str] = {}
    parameters: list[Parameter] = []
    current = ""
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        if match := _FIELD.fullmatch(line):
            current = match[1]
            fields[current] = match[2].strip()
        elif current == "parameters":
            parameters.append(_parameter(name, line))
        elif current and (more := _CONTINUED.fullmatch(line)):
            fields[current] += f" {more[1]}"
        else:
            raise QueryError(f"{name}.rq: {line!r} in the header is neither a field nor its continuation")
    return fields, parameters


def _parameter(name: str, line: str) -> Parameter:
    match = _PARAMETER.fullmatch(line)
    if match is None or match[2] not in get_args(Kind):
        raise QueryError(
            f"{name}.rq: {line!r} is no parameter; write '#   name (kind): meaning', kinds {get_args(Kind)}"
        )
    return Parameter(name=match[1], kind=cast("Kind", match[2]), required=match[3] is not None, meaning=match[4])

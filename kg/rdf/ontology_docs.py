"""`docs/ontology.md`, made from the Turtle files: `python -m kg.rdf.ontology_docs > docs/ontology.md`.

Tables of the classes by hierarchy, the values, the properties, and how event classes and other terms map to PLOVER,
CAMEO, ACLED, UCDP and established vocabularies. A test fails when the file is older than the Turtle.
"""

import sys
from collections.abc import Iterable, Iterator
from functools import cache

from rdflib import OWL, RDFS, SKOS, Graph, Literal, URIRef
from rdflib.term import Node

from kg.resources import ontology_folder
from kg.vocabulary import (
    EVENT_CLASSES,
    EVENT_GROUPS,
    ORGANIZATION_CLASSES,
    PREFIXES,
    PROPERTIES,
    ROLE_CATEGORIES,
    STRUCTURAL_CLASSES,
    VALUES,
)

HEAD = """# The ontology

Made from the Turtle files in `ontology/` by `python -m kg.rdf.ontology_docs > docs/ontology.md`; edit those, not this
page.

`conflict.ttl` holds every class, property and value of the namespace `ckg:` (<{namespace}>), `event-types.ttl` the
counterparts of the event classes in four event data schemes, `alignments.ttl` the relations to other vocabularies and
`shapes.ttl` the rules that data must keep. How the terms are put together in the graph is told in `graph-shape.md`.
All examples are invented.

To add an event class: describe it in `conflict.ttl`, place it in `event-types.ttl`, name it in the list of
`shape:Event` in `shapes.ttl` and in `kg/vocabulary.py`, make this page again, and give it triggers in `kg/lexicon/`.
The tests name whatever is still missing.
"""

SCHEMES = {"plover": "PLOVER", "cameo": "CAMEO", "acled": "ACLED", "ucdp": "UCDP"}

MATCHES = {
    SKOS.closeMatch: "",
    SKOS.broadMatch: "within ",
    SKOS.narrowMatch: "includes ",
    SKOS.relatedMatch: "related to ",
}
"""How a match is worded before the code of the concept; a close match is the code alone."""

ALIGNMENTS = {
    RDFS.subClassOf: "is a kind of",
    RDFS.subPropertyOf: "implies",
    OWL.equivalentClass: "is the same as",
    OWL.disjointWith: "is never",
    SKOS.closeMatch: "is much like",
    SKOS.relatedMatch: "is related to",
}

ENTITIES = {
    "Organizations": ("org:Organization", *(f"ckg:{name}" for name in ORGANIZATION_CLASSES)),
    "Other entities": ("foaf:Person", "ckg:Group", "geo:Feature", "ckg:Country", "ckg:Facility", "ckg:Weapon"),
}

BORROWED = {
    "org:Organization": ("organization", "An organization of no closer kind.", "“The harbor watch”."),
    "foaf:Person": ("person", "A person named in the text.", "“Milos Fenn”."),
    "geo:Feature": ("place", "A place of no closer kind: a town, region, river, sea.", "“Port Anselm”."),
}
"""Classes of entities that other vocabularies define: label, definition and example as we use them."""


def ontology_page() -> str:
    """Return the whole page."""
    parts = [
        HEAD.format(namespace=PREFIXES["ckg"]),
        *_events(),
        *_entities(),
        *_reports(),
        *_values(),
        *_properties(),
        *_schemes(),
        *_alignments(),
    ]
    return "\n".join(parts)


@cache
def _graph(name: str) -> Graph:
    text = (ontology_folder() / f"{name}.ttl").read_text(encoding="utf-8")
    return Graph().parse(data=text, format="turtle")


def _events() -> Iterator[str]:
    yield "## Events\n"
    yield "An event has one of these classes, never a group. An indented class is a kind of the one above it.\n"
    for group in EVENT_GROUPS:
        node = _term(group)
        yield f"### {_text(node, RDFS.label).capitalize()}s (`ckg:{group}`)\n"
        yield f"{_text(node, SKOS.definition)}\n"
        yield from _table(("Class", "Definition", "Example"), _below(node, depth=0))


def _below(parent: URIRef, *, depth: int) -> Iterator[tuple[str, ...]]:
    """Yield a row for each class under `parent`, each followed by its own subclasses."""
    children = set(_graph("conflict").subjects(RDFS.subClassOf, parent))
    for name in EVENT_CLASSES:
        if (node := _term(name)) in children:
            yield _row(f"{'· ' * depth}`ckg:{name}`", node)
            yield from _below(node, depth=depth + 1)


def _entities() -> Iterator[str]:
    for title, names in ENTITIES.items():
        yield f"## {title}\n"
        rows = (
            (f"`{name}`", *BORROWED[name][1:])
            if name in BORROWED
            else _row(f"`{name}`", _term(name.removeprefix("ckg:")))
            for name in names
        )
        yield from _table(("Class", "Definition", "Example"), rows)


def _reports() -> Iterator[str]:
    yield "## Reports and what they share\n"
    graph = _graph("conflict")
    rows = (
        (f"`ckg:{name}`", _list(graph.objects(_term(name), RDFS.subClassOf)), *_row("", _term(name))[1:])
        for name in STRUCTURAL_CLASSES
    )
    yield from _table(("Class", "Kind of", "Definition", "Example"), rows)


def _values() -> Iterator[str]:
    for kind, names in {"RoleCategory": ROLE_CATEGORIES, **VALUES}.items():
        yield f"## {_text(_term(kind), RDFS.label).capitalize()} (`ckg:{kind}`)\n"
        yield f"{_text(_term(kind), SKOS.definition)}\n"
        yield from _table(("Value", "Definition", "Example"), (_row(f"`ckg:{name}`", _term(name)) for name in names))


def _properties() -> Iterator[str]:
    yield "## Properties\n"
    yield (
        "“Of” and “leads to” are domain and range; what a property must lead to in data is told more closely by "
        "`shapes.ttl`.\n"
    )
    graph = _graph("conflict")
    rows = (
        (
            f"`ckg:{name}`",
            _list(graph.objects(_term(name), RDFS.domain)) or "anything",
            _list(graph.objects(_term(name), RDFS.range)) or "anything",
            *_row("", _term(name))[1:],
        )
        for name in PROPERTIES
    )
    yield from _table(("Property", "Of", "Leads to", "Definition", "Example"), rows)


def _schemes() -> Iterator[str]:
    yield "## Event classes in other schemes\n"
    yield (
        "A code alone is a close match; “within” a wider type, “includes” a narrower one. UCDP's types (1 state-based, "
        "2 non-state, 3 one-sided) turn on who fights whom and are related only. These are our readings of the "
        "published codebooks.\n"
    )
    rows = ((f"`ckg:{name}`", *(_matches(_term(name), scheme) for scheme in SCHEMES)) for name in EVENT_CLASSES)
    yield from _table(("Class", *SCHEMES.values()), rows)


def _matches(node: URIRef, scheme: str) -> str:
    graph = _graph("event-types")
    words = []
    for kind, word in MATCHES.items():
        concepts = graph.objects(node, kind)
        codes = sorted(_code(concept) for concept in concepts if str(concept).startswith(_scheme_base(scheme)))
        if codes:
            words.append(f"{word}{', '.join(codes)}")
    return "; ".join(words) or "–"


def _scheme_base(scheme: str) -> str:
    return f"https://w3id.org/conflict-kg/{scheme}#"


def _code(concept: Node) -> str:
    return str(_graph("event-types").value(concept, SKOS.notation))


def _alignments() -> Iterator[str]:
    yield "## Relations to other vocabularies\n"
    graph = _graph("alignments")
    rows = [
        (f"`{_short(subject)}`", ALIGNMENTS[relation], f"`{_short(value)}`")
        for subject, relation, value in graph
        if isinstance(relation, URIRef) and relation in ALIGNMENTS
    ]
    yield from _table(("Term", "Relation", "Term there"), sorted(rows, key=lambda row: (row[2], row[0])))


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> Iterator[str]:
    yield f"| {' | '.join(heads)} |"
    yield f"|{'---|' * len(heads)}"
    for row in rows:
        yield f"| {' | '.join(cell.replace('|', '\\|') for cell in row)} |"
    yield ""


def _row(name: str, node: URIRef) -> tuple[str, str, str]:
    return name, _text(node, SKOS.definition), _text(node, SKOS.example)


def _text(node: URIRef, property_: URIRef) -> str:
    value = _graph("conflict").value(node, property_)
    return str(value) if isinstance(value, Literal) else ""


def _list(nodes: Iterable[Node]) -> str:
    return ", ".join(sorted(f"`{_short(node)}`" for node in nodes))


def _term(name: str) -> URIRef:
    return URIRef(PREFIXES["ckg"] + name)


def _short(node: Node) -> str:
    """Return the prefixed name of an IRI."""
    for prefix, base in PREFIXES.items():
        if str(node).startswith(base):
            return f"{prefix}:{str(node).removeprefix(base)}"
    return str(node)


if __name__ == "__main__":
    sys.stdout.write(ontology_page())

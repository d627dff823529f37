"""The documentation of the named queries, from their headers: `python -m kg.queries.document > docs/queries.md`."""

import sys

from kg.queries.catalogue import NamedQuery, load, names
from kg.vocabulary import PREFIXES

_INTRODUCTION = """\
# Named queries

Made from the headers of `kg/queries/*.rq` by `python -m kg.queries.document > docs/queries.md`; do not edit.

Run one with `kg query NAME`, narrow it with `--PARAMETER VALUE`, write it out with `--format json|csv|tsv|xml`.
A value is a name in the graph ("Mira Solen", upper and lower case alike), an IRI, a class of the ontology (`Attack`,
which takes in every kind of attack), or a date (`2025-07-23`). In Python:

```python
import kg

rows = kg.Workspace("workspace").query("posts", organization="Ukraine")
```

To add a query, add a file with such a header to `kg/queries/` and its expected rows to
`tests/queries/test_named_queries.py`.
"""


def page() -> str:
    """Return the whole of docs/queries.md."""
    queries = [load(name) for name in names()]
    listed = "\n".join(f"| [`{query.name}`](#{query.name}) | {query.title} |" for query in queries)
    prefixes = "\n".join(f"PREFIX {prefix}: <{namespace}>" for prefix, namespace in sorted(PREFIXES.items()))
    return "\n".join(
        [
            _INTRODUCTION,
            f"| name | what it shows |\n|---|---|\n{listed}\n",
            *(_section(query) for query in queries),
            "## Prefixes\n\n`kg` declares these for every query; elsewhere put them first.\n",
            f"```sparql\n{prefixes}\n```\n",
        ]
    )


def _section(query: NamedQuery) -> str:
    lines = [f"## {query.name}", "", f"{query.title}. {query.question}", ""]
    if query.parameters:
        lines += ["| parameter | takes | |", "|---|---|---|"]
        lines += [
            f"| `{one.name}` | {one.kind}{' (required)' if one.required else ''} | {one.meaning} |"
            for one in query.parameters
        ]
        lines.append("")
    lines += ["```sh", query.example, "```", "", "```sparql", query.body, "```", ""]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.stdout.write(page())

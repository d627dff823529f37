"""Turn news about armed conflict into a knowledge graph in which every fact carries the sentence it came from.

    import kg

    workspace = kg.Workspace("workspace")
    workspace.build("articles/")
    workspace.query("posts", person="Mira Solen")
    workspace.network(ties={"talks", "attacks"})

These names are loaded when they are first used; `import kg` itself does nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kg.articles import read_articles
    from kg.errors import InputError, KgError
    from kg.explanation import explain
    from kg.exploring import Workspace
    from kg.extract.extractor import Extractor
    from kg.pipeline import build, open_graph
    from kg.records import Article, Extraction
    from kg.summary import summarise
    from kg.views import write_site
    from kg.workspace import create_workspace, open_workspace

__all__ = [
    "Article",
    "Extraction",
    "Extractor",
    "InputError",
    "KgError",
    "Workspace",
    "build",
    "create_workspace",
    "explain",
    "open_graph",
    "open_workspace",
    "read_articles",
    "summarise",
    "write_site",
]

_HOMES = {
    "Article": "kg.records",
    "Extraction": "kg.records",
    "Extractor": "kg.extract.extractor",
    "InputError": "kg.errors",
    "KgError": "kg.errors",
    "Workspace": "kg.exploring",
    "build": "kg.pipeline",
    "create_workspace": "kg.workspace",
    "explain": "kg.explanation",
    "open_graph": "kg.pipeline",
    "open_workspace": "kg.workspace",
    "read_articles": "kg.articles",
    "summarise": "kg.summary",
    "write_site": "kg.views",
}


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'kg' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)

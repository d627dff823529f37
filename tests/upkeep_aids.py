"""A workspace that is filled without reading texts."""

from pathlib import Path

from kg.pipeline import open_graph
from kg.records import Extraction
from kg.records.exchange import to_json
from kg.upkeep import upkeep
from kg.workspace import GraphFolder
from tests import samples

MAKER = "test"


def add(workspace: GraphFolder, *read: Extraction) -> None:
    with workspace.writing(), upkeep(workspace, maker=MAKER) as keeper:
        for extraction in read:
            added = workspace.add(extraction.article, to_json(extraction), reader="test")
            for version in added.gone:
                keeper.drop(version)
            if added.into is not None:
                keeper.put(extraction)


def exported(workspace: GraphFolder, folder: Path) -> bytes:
    path = folder / "export.nq"
    open_graph(workspace).export(path, "nquads")
    return path.read_bytes()


def story(number: int, **changes: str | None) -> Extraction:
    """The sample article as outlet `number` has it."""
    about = {"id": f"a{number}", "url": None, "publisher": f"Outlet {number}", "published": f"2025-07-{22 + number}"}
    return samples.extraction(**about | changes)

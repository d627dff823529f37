"""Where the files that `kg` ships lie: beside the package in a checkout, inside it in an installed wheel."""

from hashlib import sha256
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def ontology_folder() -> Path:
    """Return the folder of the Turtle files: `kg/_ontology` in a wheel, `ontology` in a checkout."""
    shipped = PACKAGE / "_ontology"
    return shipped if shipped.is_dir() else PACKAGE.parent / "ontology"


def lexicon_folder() -> Path:
    """Return the folder of the lexicons (`*.jsonl`)."""
    return PACKAGE / "lexicon"


def queries_folder() -> Path:
    """Return the folder of the named queries (`*.rq`)."""
    return PACKAGE / "queries"


def templates_folder() -> Path:
    """Return the folder of the HTML templates."""
    return PACKAGE / "views" / "templates"


def basemap_file() -> Path:
    """Return the file of the world outline that maps are drawn on."""
    return PACKAGE / "views" / "basemap.json"


def sources_digest(*parts: str) -> str:
    """Return a digest of the code and data in `parts`: folders of the package such as "extract", or "ontology".

    It changes whenever what they compute may change, which a version number does only once it is raised.
    """
    digest = sha256()
    for part in sorted(parts):
        folder = ontology_folder() if part == "ontology" else PACKAGE / part
        for path in sorted(folder.rglob("*")):
            if path.suffix in {".py", ".jsonl", ".ttl"}:
                digest.update(f"{part}/{path.relative_to(folder).as_posix()}\0".encode())
                digest.update(path.read_bytes())
    return digest.hexdigest()[:16]

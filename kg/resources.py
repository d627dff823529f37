"""Where the files that `kg` ships lie: beside the package in a checkout, inside it in an installed wheel."""

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

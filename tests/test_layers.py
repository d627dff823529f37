"""The house holds: layers, and what start-up may import."""

import subprocess
import sys
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

import kg

ROOT = Path(__file__).parent.parent


def imported_by(code: str, *names: str) -> str:
    """Return which of the modules `names` the program `code` imports, in a process of its own."""
    tell = f"sys.stderr.write(repr([name for name in {names!r} if name in sys.modules]))"
    program = f"import sys\ntry:\n    {code}\nexcept SystemExit: pass\n{tell}"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, cwd=ROOT)
    return done.stderr.splitlines()[-1]


def test_layers_hold(capsys: pytest.CaptureFixture[str]) -> None:
    status = lint_imports(config_filename=str(ROOT / ".importlinter"), no_cache=True)
    assert status == 0, capsys.readouterr().out


def test_architecture_names_every_layer() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    config = (ROOT / ".importlinter").read_text(encoding="utf-8")
    layers = config.partition("layers =\n")[2].partition("exhaustive")[0].replace("|", " ").split()
    assert len(layers) > 15
    assert [layer for layer in layers if f"`{layer}`" not in text] == []


def test_public_names_are_sorted_and_there() -> None:
    assert kg.__all__ == sorted(kg.__all__) == dir(kg)
    for name in kg.__all__:
        assert getattr(kg, name).__name__ == name
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = kg.nothing


def test_import_of_kg_loads_nothing() -> None:
    assert imported_by("import kg", "kg.errors", "kg.records", "pyoxigraph", "typer") == "[]"


@pytest.mark.parametrize("words", [["--help"], ["query", "--help"], ["build", "--help"], ["queries"]])
def test_commands_start_without_spacy(words: list[str]) -> None:
    heavy = "spacy", "numpy", "rdflib", "networkx", "pyvis", "py3langid"
    code = f"sys.argv = {['kg', *words]!r}; from kg.cli import main; main()"
    assert imported_by(code, "kg.cli.app", *heavy) == "['kg.cli.app']"

"""The wheel: installed in an empty environment, away from the checkout, it has all it needs."""

import json
import os
import subprocess
import sys
import venv
from pathlib import Path
from sysconfig import get_path

import pytest

ROOT = Path(__file__).parent.parent


def run(folder: Path, *command: str | Path, words: str = "") -> str:
    """Run `command` in `folder` as a stranger would and return its output."""
    environment = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "KG_"))}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=folder,
        env=environment,
        input=words,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture(scope="module")
def elsewhere(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an environment that holds the wheel, and the dependencies of the one that tests run in."""
    built = tmp_path_factory.mktemp("wheel")
    run(ROOT, sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory", built)
    (wheel,) = built.glob("*.whl")
    folder = tmp_path_factory.mktemp("a stranger's folder") / "env"
    venv.create(folder)
    python = folder / "bin" / "python"
    run(built, sys.executable, "-m", "pip", "--python", python, "install", "--quiet", "--no-index", "--no-deps", wheel)
    # Not the checkout: Python reads no .pth files in a folder that one of them names.
    (site,) = folder.glob("lib/python*/site-packages")
    (site / "dependencies.pth").write_text(get_path("purelib"), encoding="utf-8")
    return folder


def test_it_is_the_installed_package_that_runs(elsewhere: Path) -> None:
    code = "import kg, kg.resources as r; print(kg.__file__, r.ontology_folder(), r.lexicon_folder(), sep='\\n')"
    for line in run(elsewhere, elsewhere / "bin" / "python", "-c", code).splitlines():
        assert line.startswith(str(elsewhere))


def test_data_files_are_in_the_wheel(elsewhere: Path) -> None:
    (package,) = elsewhere.glob("lib/python*/site-packages/kg")
    shipped = {path.relative_to(package) for path in package.rglob("*") if path.suffix not in {".py", ".pyc"}}
    files = [path for path in (ROOT / "kg").rglob("*") if path.is_file() and path.suffix not in {".py", ".pyc"}]
    assert {path.name for path in files} >= {"py.typed", "titles.jsonl"}
    assert {path.relative_to(ROOT / "kg") for path in files} <= shipped
    assert {Path("_ontology") / path.name for path in (ROOT / "ontology").glob("*.ttl")} <= shipped


def test_help(elsewhere: Path) -> None:
    assert "explain" in run(elsewhere, elsewhere / "bin" / "kg", "--help")


def test_extraction_of_one_sentence(elsewhere: Path) -> None:
    sentence = "French President Emmanuel Macron arrived in Warsaw on Tuesday."
    output = run(elsewhere, elsewhere / "bin" / "kg", "extract", "-", "--published", "2024-03-14", words=sentence)
    record = json.loads(output)
    assert record["text"] == sentence
    assert "Emmanuel Macron" in [entity["name"] for entity in record["entities"]]

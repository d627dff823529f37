"""kg.toml: what it sets, and what is refused."""

from pathlib import Path

import pytest

from kg.config import DEFAULT_BASE, DEFAULT_MODEL, TEMPLATE, Settings, load_settings
from kg.errors import ConfigError


def settings(folder: Path, text: str) -> Settings:
    (folder / "kg.toml").write_text(text, encoding="utf-8")
    return load_settings(folder)


def test_defaults_without_a_file(tmp_path: Path) -> None:
    assert load_settings(tmp_path) == Settings(model=DEFAULT_MODEL, base=DEFAULT_BASE, workers=None)
    assert load_settings(tmp_path / "none") == Settings()


def test_values(tmp_path: Path) -> None:
    text = 'model = "en_core_web_trf"\nbase = "urn:example/"\nworkers = 3\n'
    assert settings(tmp_path, text) == Settings(model="en_core_web_trf", base="urn:example/", workers=3)


def test_template_is_the_defaults_and_shows_every_key(tmp_path: Path) -> None:
    assert settings(tmp_path, TEMPLATE) == Settings()
    shown = settings(
        tmp_path,
        TEMPLATE.replace("# model =", "model =").replace("# base =", "base =").replace("# workers =", "workers ="),
    )
    assert shown == Settings(workers=2)
    assert all(f"# {name} = " in TEMPLATE for name in Settings.__dataclass_fields__)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('modle = "x"', r"kg\.toml: unknown key 'modle'; known are model, base, workers"),
        ("model = 3", r"kg\.toml: model = 3: name an installed spaCy pipeline"),
        ('model = " "', "name an installed spaCy pipeline"),
        ('base = "no iri/"', "give an IRI that ends in / or #"),
        ('base = "https://example.org/id"', "give an IRI that ends in / or #"),
        ("workers = 0", "workers = 0: give a whole number from 1 to 256"),
        ('workers = "2"', "give a whole number"),
        ("workers = true", "give a whole number"),
        ("workers =", r"kg\.toml: no TOML"),
    ],
)
def test_refused(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(ConfigError, match=message):
        settings(tmp_path, text)

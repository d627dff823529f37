"""The settings of a workspace: kg.toml, read once into a frozen record."""

import re
import tomllib
from dataclasses import dataclass, fields
from pathlib import Path

from kg.errors import ConfigError

DEFAULT_MODEL = "en_core_web_md"
"""The spaCy pipeline that comes with kg."""

DEFAULT_BASE = "https://w3id.org/conflict-kg/id/"
"""Where things are named: the start of the IRI of every person, place, event and article."""

FILE_NAME = "kg.toml"

TEMPLATE = f"""\
# Settings of this workspace; a line without its '#' takes effect with the next command.

# The spaCy pipeline that reads: the name of an installed one, or a path.
# model = "{DEFAULT_MODEL}"

# Where the graph's things are named; ends in / or #.
# base = "{DEFAULT_BASE}"

# Processes that read articles; as many as there are processor cores when left out.
# workers = 2
"""
"""What a new workspace's kg.toml says."""

_IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]*[/#]", re.IGNORECASE)


@dataclass(frozen=True, kw_only=True, slots=True)
class Settings:
    """What kg.toml can set.

    `model` is the name of an installed spaCy pipeline or a path to one; `base` starts the IRI of every thing; `workers`
    is the number of processes that read articles, None for one on each processor core.
    """

    model: str = DEFAULT_MODEL
    base: str = DEFAULT_BASE
    workers: int | None = None

    def __post_init__(self) -> None:
        """Check the values.

        Raises:
            ConfigError: one cannot be used.
        """
        if not isinstance(self.model, str) or not self.model.strip():
            raise ConfigError(f"model = {self.model!r}: name an installed spaCy pipeline or a path to one")
        if not isinstance(self.base, str) or not _IRI.fullmatch(self.base):
            raise ConfigError(f"base = {self.base!r}: give an IRI that ends in / or #, such as {DEFAULT_BASE}")
        if self.workers is not None and (type(self.workers) is not int or not 1 <= self.workers <= 256):  # noqa: PLR2004
            raise ConfigError(f"workers = {self.workers!r}: give a whole number from 1 to 256")


def load_settings(folder: Path) -> Settings:
    """Return the settings in `folder`/kg.toml, the defaults where there is no such file.

    Raises:
        ConfigError: the file is no TOML, or has an unknown key or a value that cannot be used.
    """
    path = folder / FILE_NAME
    try:
        values = tomllib.loads(path.read_text(encoding="utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return Settings()
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror}); check its permissions") from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path}: no TOML ({error}); mend it, or remove it to use the defaults") from error
    known = [field.name for field in fields(Settings)]
    if unknown := sorted(values.keys() - set(known)):
        raise ConfigError(f"{path}: unknown key {unknown[0]!r}; known are {', '.join(known)}")
    try:
        return Settings(**values)
    except ConfigError as error:
        raise ConfigError(f"{path}: {error}") from error

"""Read a lexicon file into typed entries; every line is checked against the entry's dataclass."""

import json
from dataclasses import MISSING, fields
from pathlib import Path
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from kg.errors import LexiconError


def read_entries[Entry](path: Path, form: type[Entry]) -> tuple[Entry, ...]:
    """Read `path` (JSON Lines; blank lines and lines starting with `//` are passed over) as entries of `form`.

    Args:
        path: a file under `kg/lexicon/` or one of the user's own.
        form: a dataclass whose fields are str, int, float, bool, Literal, tuples of those, or one of them or None.

    Raises:
        LexiconError: a line is no JSON object, lacks a key, has an unknown one, or a value of the wrong type.
    """
    hints = get_type_hints(form)
    required = {f.name for f in fields(form) if f.default is MISSING and f.default_factory is MISSING}  # type: ignore[arg-type]
    entries = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if not line.strip() or line.startswith("//"):
            continue
        place = f"{path.name}:{number}"
        try:
            values = json.loads(line)
        except json.JSONDecodeError as error:
            raise LexiconError(f"{place}: not a JSON object ({error.msg}); write one object a line") from error
        if not isinstance(values, dict):
            raise LexiconError(f"{place}: not a JSON object; write one object a line")
        if unknown := sorted(values.keys() - hints.keys()):
            raise LexiconError(f"{place}: unknown key {unknown[0]!r}; known are {', '.join(hints)}")
        if missing := sorted(required - values.keys()):
            raise LexiconError(f"{place}: key {missing[0]!r} is missing")
        entries.append(form(**{key: _checked(value, hints[key], f"{place}: {key}") for key, value in values.items()}))
    return tuple(entries)


def _checked(value: Any, hint: Any, place: str) -> Any:  # noqa: ANN401 - JSON values and type hints have no narrower type
    """Return `value` in the form that `hint` asks for (JSON lists become tuples), or raise LexiconError."""
    origin = get_origin(hint)
    if origin is tuple:
        if not isinstance(value, list):
            raise LexiconError(f"{place}: {value!r} should be a list")
        return tuple(_checked(item, get_args(hint)[0], place) for item in value)
    if origin is Literal:
        if value not in get_args(hint):
            raise LexiconError(f"{place}: {value!r} is none of {', '.join(map(str, get_args(hint)))}")
        return value
    if origin in (UnionType, Union):
        if value is None and type(None) in get_args(hint):
            return None
        return _checked(value, next(arg for arg in get_args(hint) if arg is not type(None)), place)
    if hint is float and isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if not isinstance(value, hint) or (hint is int and isinstance(value, bool)):
        raise LexiconError(f"{place}: {value!r} should be {hint.__name__}")
    return value

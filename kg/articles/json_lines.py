"""JSON Lines: one object a line; a line that is none costs only itself."""

import json
from collections.abc import Iterator
from typing import IO

from kg.articles.checks import MAX_CHARACTERS, too_long
from kg.errors import InputError

_LONGEST = 12 * MAX_CHARACTERS + 65_536
"""Bytes of the longest line: every character written as two escapes, and room for the other values."""


def read_json_lines(stream: IO[bytes], source: str) -> Iterator[tuple[int, dict[str, object] | InputError]]:
    """Yield the number and the object, or what is wrong, of each line of `stream` that is not blank.

    Args:
        stream: bytes; lines end in a line feed alone, since JSON may hold the other line breaks.
        source: its name, for messages.
    """
    number = 0
    while data := stream.readline(_LONGEST):
        number += 1
        whole = data.endswith(b"\n")
        if number == 1:
            data = data.removeprefix(b"\xef\xbb\xbf")
        if len(data) == _LONGEST and not whole:
            length = len(data) + _skip_line(stream)
            yield number, InputError(source, too_long(length).replace("has", "has about", 1), line=number)
        elif data.strip():
            yield number, _parsed(data, source, number, whole=whole)


def _skip_line(stream: IO[bytes]) -> int:
    """Pass over the rest of the line; return its length."""
    skipped = 0
    while data := stream.readline(_LONGEST):
        skipped += len(data)
        if data.endswith(b"\n"):
            break
    return skipped


def _parsed(data: bytes, source: str, number: int, *, whole: bool) -> dict[str, object] | InputError:
    try:
        value = json.loads(data.decode())
    except UnicodeDecodeError as error:
        problem = f"not UTF-8 (byte 0x{data[error.start]:02x}); convert the file (iconv -f WINDOWS-1252 -t UTF-8)"
        return InputError(source, problem, line=number)
    except json.JSONDecodeError as error:
        cut = not whole or "Unterminated" in error.msg or error.pos >= len(data.decode().rstrip())
        remedy = "the line seems cut off; write it again whole" if cut else "write one JSON object a line"
        return InputError(source, f"not JSON ({error.msg} at column {error.colno}); {remedy}", line=number)
    except (ValueError, RecursionError):
        return InputError(source, "JSON with numbers too long or nested too deep; write flat objects", line=number)
    if not isinstance(value, dict):
        return InputError(source, "JSON, but no object; write one object a line with id and text", line=number)
    return value

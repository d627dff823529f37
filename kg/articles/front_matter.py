"""The block of `key: value` lines between two `---` lines that may open a text."""

import re

from kg.errors import InputError

KEYS = ("id", "title", "url", "publisher", "published", "language")
"""What we read from a block; other keys are passed over."""

_FENCE = re.compile(r"---[ \t]*\r?\n")
_LINE = re.compile(r"(?P<key>[A-Za-z_][\w-]*)[ \t]*:(?:[ \t]+(?P<value>.*))?")
_PASSED_OVER = re.compile(r"\s*$|\s*#|\s+\S|-\s")
"""Blank lines, comments, and the indented or listed values of keys that are not ours."""


def split_front_matter(text: str, source: str) -> tuple[dict[str, str], str]:
    r"""Return the values of a front-matter block and the text after it; no values where `text` opens with no block.

    Args:
        text: a whole file.
        source: its name, for messages.

    Raises:
        InputError: the block does not end, or a line in it is no `key: value`.

    >>> split_front_matter("---\ntitle: A truce\n---\nThe guns fell silent.", "a.md")
    ({'title': 'A truce'}, 'The guns fell silent.')
    """
    opening = _FENCE.match(text)
    if opening is None:
        return {}, text
    values: dict[str, str] = {}
    at = opening.end()
    for number, line in enumerate(text[at:].splitlines(keepends=True), start=2):
        at += len(line)
        line = line.rstrip()  # noqa: PLW2901 - its length has been counted
        if line == "---":
            return values, text[at:]
        if match := _LINE.fullmatch(line):
            if match["key"].lower() in KEYS and match["value"]:
                values[match["key"].lower()] = _unquoted(match["value"], source, number)
        elif number == 2:  # noqa: PLR2004 - the line after the first
            return {}, text  # a rule across the page, not a block
        elif not _PASSED_OVER.match(line):
            raise InputError(
                source, "not 'key: value' in the front matter; mend the line or close with ---", line=number
            )
    raise InputError(source, "the front matter does not end; put a line with --- after it", line=1)


def _unquoted(value: str, source: str, line: int) -> str:
    value = value.strip()
    if value[:1] in {"|", ">"}:
        raise InputError(source, "a value over several lines in the front matter; write it in one", line=line)
    if len(value) > 1 and value[0] == value[-1] and value[0] in "\"'":
        return value[1:-1]
    return value

"""The terminal: output goes to stdout, everything said about it to stderr."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from rich.console import Console

if TYPE_CHECKING:
    from rich.progress import Progress

SOME_FAILED = 1
"""Exit status of a command that passed over some of its input."""

FAILED = 2
"""Exit status of a command that could not do what it was asked."""

_UNLIMITED = 10_000
"""Columns for output that no terminal shows: a file or the next program wants lines whole."""


def output() -> Console:
    """Return the console that writes to stdout."""
    console = Console(markup=False, emoji=False, highlight=False)
    return console if console.is_terminal else Console(markup=False, emoji=False, highlight=False, width=_UNLIMITED)


def tell(message: str) -> None:
    """Write one line to stderr."""
    sys.stderr.write(f"{message}\n")


def complain(problem: object) -> None:
    """Write what is wrong as one line to stderr."""
    tell(f"kg: {problem}")


class Ticker:
    """The line at the bottom of a terminal that says what is being done."""

    def __init__(self, progress: "Progress") -> None:
        """Show it in `progress`."""
        self._progress = progress
        self._task = progress.add_task("", total=None)

    def say(self, doing: str) -> None:
        """Show `doing` in place of what was shown before."""
        self._progress.update(self._task, description=doing)


@contextmanager
def ticker(doing: str) -> Iterator[Ticker]:
    """Show a Ticker on stderr while the context lasts, if that is a terminal; other lines go above it."""
    # Most commands show no progress and need not wait for this import.
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

    console = Console(stderr=True, markup=False, emoji=False, highlight=False, soft_wrap=True)
    columns = SpinnerColumn(), TextColumn("{task.description}", markup=False), TimeElapsedColumn()
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        shown = Ticker(progress)
        shown.say(doing)
        yield shown

"""What resolution asks of the sentence in which an expression stands; `tense.Governed` answers it."""

from typing import Protocol


class Setting(Protocol):
    """What the sentence around an expression tells."""

    @property
    def direction(self) -> int:
        """-1 where the sentence speaks of the past, 1 where it speaks of the future, 0 where it does not tell."""

    @property
    def start(self) -> int:
        """The token at which the expression begins."""

    @property
    def beside(self) -> bool:
        """Whether the expression stands beside a noun as part of what it is called ("the May 3 attack")."""

    @property
    def appointed(self) -> bool:
        """Whether it tells of something appointed, which may as well lie ahead: "to the summit in June"."""

    @property
    def happened(self) -> bool:
        """Whether the very verb or noun that it belongs to tells what has happened: "died on 3 May"."""

    @property
    def opens_line(self) -> bool:
        """Whether the expression begins a line, as the times in a live report do."""

    @property
    def noun(self) -> str:
        """The lemma of that noun, "" where there is none."""

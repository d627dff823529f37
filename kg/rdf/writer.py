"""The N-Quads of one named graph while they are being written down."""

from kg.rdf.terms import Term


class GraphWriter:
    """Collects the quads of one graph; things are named under `base`.

    A writer lives only as long as the function that makes the graph, which returns its text and is pure.
    """

    __slots__ = ("_base", "_end", "_lines")

    def __init__(self, graph: Term, base: str) -> None:
        """Write to the graph named `graph`."""
        self._base = base
        self._end = f" {graph} .\n"
        self._lines: list[str] = []

    def thing(self, local: str) -> Term:
        """Return the IRI of the thing with the local name `local`."""
        return f"<{self._base}{local}>"

    def say(self, subject: Term, *pairs: tuple[Term, Term]) -> None:
        """Write one quad for each predicate and object."""
        end = self._end
        self._lines += [f"{subject} {predicate} {value}{end}" for predicate, value in pairs]

    def text(self) -> str:
        """Return what has been written, one quad a line."""
        return "".join(self._lines)

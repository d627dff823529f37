"""The quads of one named graph while they are being written down."""

from pyoxigraph import Literal, NamedNode, Quad

Object = NamedNode | Literal


class GraphWriter:
    """Collects the quads of one graph; things are named under `base`.

    A writer lives only as long as the function that makes the graph, which returns `quads` and is pure.
    """

    __slots__ = ("base", "graph", "quads")

    def __init__(self, graph: NamedNode, base: str) -> None:
        """Write to the graph named `graph`."""
        self.graph = graph
        self.base = base
        self.quads: list[Quad] = []

    def thing(self, local: str) -> NamedNode:
        """Return the node of the thing with the local name `local`."""
        return NamedNode(self.base + local)

    def say(self, subject: NamedNode, *pairs: tuple[NamedNode, Object]) -> None:
        """Write one quad for each predicate and object."""
        graph = self.graph
        self.quads += [Quad(subject, predicate, value, graph) for predicate, value in pairs]

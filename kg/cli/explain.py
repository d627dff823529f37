"""`kg explain`: why the graph says so."""

from collections.abc import Iterable
from typing import Annotated

import typer
from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from kg.cli.console import output, tell
from kg.cli.options import DEFAULT_WORKSPACE, MinConfidence, WorkspaceFolder
from kg.explanation import Explanation, Fact
from kg.explanation import explain as explain_thing
from kg.pipeline import open_graph
from kg.review import Doubt, joins_of
from kg.workspace import open_workspace


def explain(
    what: Annotated[str, typer.Argument(metavar="NAME|IRI", help="A name (Kyiv), an IRI, or its last part.")],
    workspace: WorkspaceFolder = DEFAULT_WORKSPACE,
    min_confidence: MinConfidence = 0.0,
) -> None:
    """Show the facts about a thing, or one fact, each with its sentence and the words it rests on.

    Before them stand the decisions on who it is: names taken for one, and known names (kg add-names).
    """
    place = open_workspace(workspace)
    console = output()
    store = open_graph(place, min_confidence=min_confidence)
    found = explain_thing(store, what, base=place.settings.base)
    print_explanation(found, joins_of(store, found.iri, base=place.settings.base), console)


def print_explanation(explanation: Explanation, joins: Iterable[Doubt], console: Console) -> None:
    """Print a heading, why it is one thing, and each fact; name other things of that name on stderr."""
    if explanation.name is not None:
        console.print(Text(explanation.name, style="bold"))
    console.print(explanation.iri, style="dim")
    for join in joins:
        how = f"{join.rule}, left open" if join.open else join.rule
        console.print(Padding(Text(f"{join.score:.2f}  {join.reason} (rule {how})"), (0, 0, 0, 2), expand=False))
    if not explanation.facts:
        console.print("The graph names it, but holds no fact about it.")
    for fact in explanation.facts:
        console.print()
        _print_fact(fact, console)
    if explanation.namesakes:
        tell(f"also called that: {', '.join(explanation.namesakes)}")


def _print_fact(fact: Fact, console: Console) -> None:
    details = "; ".join(f"{relation} {value}" for relation, value in fact.details)
    printed = ", ".join(part for part in (fact.publisher, fact.published, fact.headline, fact.url) if part)
    console.print(Text.assemble((fact.kind, "bold"), f"  {details}"))
    for line in (
        _sentence(fact, marked=not console.is_terminal),
        Text(printed or fact.article, style="italic"),
        Text(f"{fact.iri}  rule {fact.rule}, confidence {fact.confidence:.2f}", style="dim"),
    ):
        console.print(Padding(line, (0, 0, 0, 2), expand=False))


def _sentence(fact: Fact, *, marked: bool) -> Text:
    """Return the sentence with its words highlighted, by asterisks where there are no colours."""
    if fact.words is None:
        return Text(fact.sentence)
    start, end = fact.words
    before, words, after = fact.sentence[:start], fact.sentence[start:end], fact.sentence[end:]
    return Text.assemble(before, (f"**{words}**" if marked else words, "bold reverse"), after)

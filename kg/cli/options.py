"""Arguments and options that several commands take."""

from pathlib import Path
from typing import Annotated

import typer

Sources = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...",
        help="Files (.txt, .md with or without front matter, .jsonl), folders of them, or - for standard input.",
        show_default=False,
    ),
]
WorkspaceFolder = Annotated[
    Path,
    typer.Option("--workspace", "-w", metavar="DIR", envvar="KG_WORKSPACE", help="The folder that holds the graph."),
]
Published = Annotated[
    str | None,
    typer.Option(metavar="DATE", help="Date (2025-07-22) of articles that have none of their own.", show_default=False),
]
Model = Annotated[
    str | None,
    typer.Option(metavar="NAME", help="spaCy pipeline (name or path) in place of kg.toml's.", show_default=False),
]
Workers = Annotated[
    int | None,
    typer.Option(min=1, max=256, metavar="N", help="Processes that read; one a core if not given.", show_default=False),
]
MinConfidence = Annotated[
    float,
    typer.Option(min=0, max=1, metavar="X", help="Leave out the facts that are less sure.", show_default=False),
]

DEFAULT_WORKSPACE = Path("workspace")

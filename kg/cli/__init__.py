"""The command line: one file a command, each of which parses, makes one library call and renders what it gives.

No command imports spaCy before it has an article to read.
"""

import sys

from kg.cli.app import make_app
from kg.cli.console import FAILED, complain
from kg.errors import KgError


def main() -> None:
    """Run the command line; what goes wrong on purpose is one line on stderr and exit status 2."""
    try:
        make_app(sys.argv[1:])()
    except (KgError, OSError) as error:
        complain(error)
        sys.exit(FAILED)

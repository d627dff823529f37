"""Every error that `kg` raises on purpose.

    KgError
    ├── InputError          a text, article or folder that cannot be read: names file, line and remedy
    ├── ConfigError         kg.toml or an option has a value that cannot be used
    ├── ModelError          the spaCy pipeline named is not installed
    ├── LexiconError        a lexicon line that does not fit its form: names file and line
    ├── RecordError         JSON that is no extraction record
    ├── CurationError       a decision that cannot be read, made or undone
    ├── NamesError          known names that are damaged, or not there
    ├── ServiceError        a reconciliation service that does not answer, or not as the protocol says
    ├── WorkspaceError      a folder that is no workspace, or one that another process writes to
    └── QueryError          SPARQL that does not parse, an unknown named query, a missing parameter

The message is one line for the user: the value that was wrong and what to do about it.
"""


class KgError(Exception):
    """Base of all errors raised on purpose; its message is one clear line for the user."""


class InputError(KgError):
    """A text, article, file or folder that cannot be read."""

    def __init__(self, source: str, problem: str, *, line: int | None = None) -> None:
        """Name the `source` (a file or '-'), the 1-based `line` where there is one, the problem and the remedy."""
        self.source = source
        self.line = line
        self.problem = problem
        place = source if line is None else f"{source}:{line}"
        super().__init__(f"{place}: {problem}")


class ConfigError(KgError):
    """A setting in kg.toml or an option that cannot be used."""


class ModelError(KgError):
    """A spaCy pipeline that is not installed or cannot be loaded."""


class LexiconError(KgError):
    """A line of a lexicon that does not fit its form."""


class RecordError(KgError):
    """JSON that is no extraction record."""


class CurationError(KgError):
    """A decision of a person that cannot be read, made or undone."""


class NamesError(KgError):
    """Known names that are damaged, or that are not there."""


class ServiceError(KgError):
    """A reconciliation service that cannot be reached, or whose answer cannot be used."""


class WorkspaceError(KgError):
    """A folder that is no workspace, or one that cannot be written now."""


class QueryError(KgError):
    """SPARQL that does not parse, a named query that does not exist, or a parameter that is missing."""

"""What the text names, by the model and the lexicons; `component` puts the steps in order."""

from kg.extract.names.component import Names

__all__ = ["Names"]

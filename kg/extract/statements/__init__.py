"""Who said what: quotations, reported clauses and noun phrases with their speakers; registers `kg_statements`."""

from kg.extract.statements.authority import rests_on_speaker
from kg.extract.statements.component import statements

__all__ = ["rests_on_speaker", "statements"]

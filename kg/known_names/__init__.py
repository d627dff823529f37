"""Lists of known names: a party's own list of actors, an export from Wikidata, answers of a reconciliation service.

`read_entries(file)` reads a list as people have it. The workspace keeps all lists in names.jsonl, one entry a line with
the list that it came with (`kg.known_names.lists`), so that a list can be taken back.
"""

from kg.known_names.lists import AddedNames, Kept, added, dump, in_force, parse, without
from kg.known_names.reading import read_entries

__all__ = ["AddedNames", "Kept", "added", "dump", "in_force", "parse", "read_entries", "without"]

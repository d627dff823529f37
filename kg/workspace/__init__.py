"""A folder that holds a graph: records, decisions of people and lists of names, the truth, and what is made of them.

records/        one JSON file for each version of an article, written whole or not at all (`kg.workspace.names`)
curation.jsonl  people's decisions, one a line; only ever added to (`kg.curation`)
names.jsonl     lists of known names, one entry a line, written whole or not at all (`kg.known_names`)
store/          Oxigraph; with index.sqlite it can be thrown away at any time
index.sqlite    who is who and what is one happening (`kg.resolve.Index`)
records.sqlite  which records there are, so that they need not be listed (`kg.workspace.catalogue`); can be thrown away
store.key       which records and which program store and index were made from; written last, removed first
kg.toml         settings
lock            held by the process that writes
"""

from kg.workspace.folder import Added, Change, GraphFolder, create_workspace, is_workspace, open_workspace

__all__ = ["Added", "Change", "GraphFolder", "create_workspace", "is_workspace", "open_workspace"]

"""Linguistic knowledge that is a list: one `*.jsonl` file a lexicon, one entry a line, each with an example.

A module of the same name as the file gives the entry its form (a frozen dataclass) and a cached function that loads it.
Every line is validated when it is loaded; `docs/lexicons.md` tells how to add one.
"""

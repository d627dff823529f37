"""Temporal expressions as TIMEX3: a cascade of rules over tokens, then values by date of writing, tense and story.

`words` turns tokens into letters, `grammar` runs rules over them; `absolute`, `relative`, `lengths`, `clock`,
`coordination` and `joins` hold the rules, which build a `meaning`; `guards` drops what only looks like a date;
`resolve` gives values by `context` (day of writing), `tense` (as `setting` asks) and what was told before, counting in
`periods` with the choices of `nearest` and `feasts`, and `unresolved` where they cannot be placed; `component` is the
spaCy component kg_dates.
"""

from kg.extract.dates import component

__all__ = ["component"]

"""Which entities a known entry can be, given the groups that names form: one that two can be is neither's."""

from collections.abc import Iterable

from kg.resolve.decisions import Decisions
from kg.resolve.linkage import Linkage
from kg.resolve.who import entry_block, entry_of


class Claims:
    """Asks the groups of names, as they were last settled, and what people decided."""

    def __init__(self, groups: Linkage, decisions: Decisions) -> None:
        """Ask `groups`, and go by `decisions`."""
        self._groups = groups
        self._decisions = decisions

    def claimed(self, keys: Iterable[str]) -> set[str]:
        """Return the known entries that the names `keys` stand for."""
        blocks = (block for key in keys for block in self._groups.blocks(key))
        return {entry for block in blocks if (entry := entry_of(block)) is not None}

    def claimants(self, entry: str) -> set[str]:
        """Return the heads of the entities with a name that stands for a known entry."""
        return {self._groups.head(key) for key in self._groups.standing_in([entry_block(entry)])}

    def holders(self, entry: str) -> set[str]:
        """Return those of its claimants that a known entry can be: whom a person named, else all but the excluded."""
        claimants = self.claimants(entry)
        if not (decided := self._decisions.others(entry)):
            return claimants
        members = {head: self._groups.group(head).members for head in claimants}
        named = {head for head in claimants if any(self._decisions.link(key, entry) for key in members[head])}
        barred = {key for key in decided if self._decisions.different(key, entry)}
        return named or {head for head in claimants if barred.isdisjoint(members[head])}

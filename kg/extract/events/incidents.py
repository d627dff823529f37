"""Which events tell of one happening: the bombing, the deaths in it, and "the attack" some sentences on."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from kg.extract.annotations import EventRow, ParticipantRow
from kg.extract.events.classes import HARM, VIOLENT
from kg.extract.events.grammar import VERBAL
from kg.extract.events.retold import retold
from kg.extract.events.tree import Tree

_PROLONGED = frozenset(("Clash", "Siege", "Invasion", "Riot"))
_GENERAL = {"Attack": VIOLENT - _PROLONGED}
_OF_FORCE = frozenset(("Killing", "Injury", "Destruction"))
_DEADLY = frozenset(("Killing", "Assassination"))
_WITH = frozenset(("with", "alongside", "beside"))
_DEFINITE = ("the", "those", "these")
_LASTING = frozenset(("Agreement", "Ceasefire", "Election"))
"""Classes that name a state of things as well, so that most later mentions tell no event."""
_NEAR_SENTENCES = 12
_MUCH_TOLD = 3
"""Events of a happening from which on it is what the article is about: "the attack" means it, however far above."""
_STEPS_TO_VERBS = 5
_TELLING_FIGURE = 4
"""The smallest figure of victims that two events hardly share by chance."""
_DAY = len("2025-07-22")
_LINKS = frozenset(("in", "by", "during", "after", "from", "when", "of", "with"))


def join_incidents(tree: Tree, rows: list[EventRow], heads: list[int], days: Mapping[str, str]) -> list[EventRow]:
    """Write the incident key of each event of `rows`, whose triggers are `heads`.

    Args:
        tree: the parse.
        rows: the events.
        heads: their triggers.
        days: the TIMEX3 value of each date's id.

    Returns:
        The events without those that only name again what was told ("the agreement").
    """
    groups = _Groups(len(rows))
    by_head: dict[int, list[int]] = defaultdict(list)
    for number, head in enumerate(heads):
        by_head[head].append(number)
    for numbers in by_head.values():
        if len({rows[k]["type"] for k in numbers}) > 1:
            for other in numbers[1:]:
                groups.join(numbers[0], other)
    for number, head in enumerate(heads):
        if rows[number]["type"] in HARM | VIOLENT:
            for other_head in _linked(tree, head):
                for other in by_head.get(other_head, ()):
                    if _causes(rows[number], rows[other]):
                        groups.join(number, other)
    _share_settings(tree, rows, heads, groups)
    _share_parties(tree, rows, heads, by_head)
    groups.join_pairs(retold(tree, rows, heads))
    _join_deaths_beside(tree, rows, heads, groups)
    _join_retold(rows, groups, days)
    repeated = _join_anaphora(tree, rows, heads, groups, days)
    _join_by_weapon(tree, rows, heads, groups, days)
    _inherit_settings(rows, groups)
    _write_keys(rows, groups)
    return [row for number, row in enumerate(rows) if number not in repeated]


class _Groups:
    """Disjoint sets of events."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, k: int) -> int:
        while self._parent[k] != k:
            k = self._parent[k]
        return k

    def join(self, a: int, b: int) -> None:
        a, b = sorted((self.find(a), self.find(b)))
        self._parent[b] = a

    def join_pairs(self, pairs: Iterable[tuple[int, int]]) -> None:
        for a, b in pairs:
            self.join(a, b)

    def sets(self) -> list[list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for k in range(len(self._parent)):
            found[self.find(k)].append(k)
        return list(found.values())


def _linked(tree: Tree, head: int) -> list[int]:
    """Return the words that may name another side of the same happening: cause, result, coordinated deed."""
    found = []
    node, dep = tree.heads[head], tree.deps[head]
    if dep == "advcl" and any(
        tree.words[mark] not in ("when", "after", "as", "while") for mark in tree.below(head, "mark")
    ):
        return []
    if dep in ("advcl", "conj", "acl") and node != head:
        found.append(node)
    if dep == "relcl" and any(tree.words[when] == "when" for when in tree.below(head, "advmod")):
        found += [
            above for above in tree.climb(node, _STEPS_TO_VERBS) if tree.pos[above] in VERBAL
        ]  # "killed on May 3, when"
    if dep == "pobj" and tree.words[node] in _LINKS:
        found.append(tree.heads[node])
    if dep in ("nsubj", "dobj") and tree.pos[node] in VERBAL:
        found.append(node)
    for child in tree.children[head]:
        if tree.deps[child] == "advcl":
            found += [child, *tree.below(child, "dobj")]
        elif tree.deps[child] in ("nsubj", "dobj", "relcl", "acl", "conj"):
            found.append(child)
        elif tree.deps[child] in ("prep", "agent") and tree.words[child] in _LINKS:
            found.extend(tree.below(child, "pobj", "pcomp"))
    return found


def _causes(row: EventRow, other: EventRow) -> bool:
    """Say whether one of two linked events can be part of the other."""
    if row["polarity"] != other["polarity"] or row["modality"] != other["modality"]:
        return False
    types = {row["type"], other["type"]}
    return bool(types & HARM) and types <= HARM | VIOLENT


def _join_deaths_beside(tree: Tree, rows: list[EventRow], heads: list[int], groups: _Groups) -> None:
    """Join "Three of his aides died with him" to his death."""
    deaths: dict[str, int] = {}
    for number, (row, head) in enumerate(zip(rows, heads, strict=True)):
        if row["type"] not in _DEADLY or not is_real(row):
            continue
        for beside in _beside(tree, head):
            mention = tree.mentions[beside]
            if mention is not None and mention.type == "Person" and mention.keys[0] in deaths:
                groups.join(deaths[mention.keys[0]], number)
        victims = [part["entity"] for part in row["participants"] if part["role"] == "victim"]
        deaths |= {victim: number for victim in victims if victim is not None}


def _beside(tree: Tree, head: int) -> list[int]:
    """Return with whom the victims of the verb at `head` died: "with him", "alongside him"."""
    if tree.pos[head] not in VERBAL:
        return []
    return [noun for word in tree.below(head, "prep") if tree.words[word] in _WITH for noun in tree.below(word, "pobj")]


def _join_retold(rows: list[EventRow], groups: _Groups, days: Mapping[str, str]) -> None:
    """Join events that are told again: of one class on one day in one place, or with the same figure of victims."""
    for number, row in enumerate(rows):
        if row["type"] not in HARM | VIOLENT:
            continue
        for earlier in range(number - 1, -1, -1):
            other = rows[earlier]
            real = row["modality"] == other["modality"] and row["polarity"] == other["polarity"]
            if row["type"] == other["type"] and real and _is_retold(row, other, days):
                groups.join(earlier, number)
                break


def _is_retold(row: EventRow, other: EventRow, days: Mapping[str, str]) -> bool:
    if _settings_differ(row, other, days):
        return False
    figures, known = _figures(row), _figures(other)
    if figures & known:
        return True
    alike = bool(row["date"] and other["date"] and set(row["places"]) & set(other["places"]))
    return alike and not (figures and known) and row["trigger"] != other["trigger"]


def _figures(row: EventRow) -> set[tuple[str, int]]:
    """Return the figures by which one happening is known again; small ones tell little."""
    return {
        (count["kind"], count["min"])
        for count in row["counts"]
        if count["min"] >= _TELLING_FIGURE and count["max"] == count["min"] and not count.get("partial")
    }


def _settings_differ(row: EventRow, other: EventRow, days: Mapping[str, str]) -> bool:
    """Say whether two events are said to have happened on different days or in different places."""
    if row["date"] is not None and other["date"] is not None:
        one, two = days[row["date"]][:_DAY], days[other["date"]][:_DAY]
        if not set("WX") & set(one + two) and not (one.startswith(two) or two.startswith(one)):
            return True
    return bool(row["places"] and other["places"] and not set(row["places"]) & set(other["places"]))


def _join_anaphora(
    tree: Tree, rows: list[EventRow], heads: list[int], groups: _Groups, days: Mapping[str, str]
) -> set[int]:
    """Join "the attack", "this meeting" to the event that it means; return those that say nothing more.

    That is one of the sentence before, else that of which the article tells most.
    """
    repeated = set()
    for number, (row, head) in enumerate(zip(rows, heads, strict=True)):
        if not is_anaphoric(tree, head):
            continue
        told = Counter(groups.find(earlier) for earlier in range(number))
        apart = [tree.sentence_of[head] - tree.sentence_of[heads[earlier]] for earlier in range(number)]
        able = [
            earlier
            for earlier in range(number - 1, -1, -1)
            if (apart[earlier] <= _NEAR_SENTENCES or told[groups.find(earlier)] >= _MUCH_TOLD)
            and heads[earlier] != head
            and _same_happening(row, rows[earlier], days)
        ]
        if not able:
            if (harm := _only_harm(row, rows[:number], groups, apart, days)) is not None:
                groups.join(harm, number)
            continue
        near = [earlier for earlier in able if apart[earlier] <= 1]
        groups.join(near[0] if near else max(able, key=lambda earlier: (told[groups.find(earlier)], earlier)), number)
        if row["type"] in _LASTING and not (row["participants"] or row["date"] or row["places"]):
            repeated.add(number)
    return repeated


def _only_harm(
    row: EventRow, earlier: list[EventRow], groups: _Groups, apart: list[int], days: Mapping[str, str]
) -> int | None:
    """Return the harm that "the shelling" did where the article has told of one happening alone, by its victims.

    "Artillery killed 17 civilians in Kall on Monday. Prosecutors are looking into the shelling."
    """
    if row["type"] not in VIOLENT - _PROLONGED or not is_real(row):
        return None
    settled = [k for k, other in enumerate(earlier) if is_real(other) and (other["places"] or other["date"])]
    told = [k for k in settled if earlier[k]["type"] in HARM | VIOLENT]
    harm = [k for k in told if earlier[k]["type"] in _OF_FORCE and apart[k] <= _NEAR_SENTENCES]
    if not harm or len({groups.find(k) for k in told}) != 1:
        return None
    return harm[0] if all(_may_be_one(row, earlier[k], days) for k in harm) else None


def is_real(row: EventRow) -> bool:
    """Say whether an event is told as one that has happened."""
    return (row["modality"], row["polarity"]) == ("actual", "positive")


def _join_by_weapon(
    tree: Tree, rows: list[EventRow], heads: list[int], groups: _Groups, days: Mapping[str, str]
) -> None:
    """Join "the shells had been fired by rebels" to the one happening in which shells were told of."""
    fired: dict[str, list[int]] = defaultdict(list)
    for number, (row, head) in enumerate(zip(rows, heads, strict=True)):
        if row["type"] not in HARM | VIOLENT - _PROLONGED or not is_real(row):
            continue
        for span in (part["span"] for part in row["participants"] if part["role"] == "instrument"):
            weapon = tree.lemmas[span[1] - 1]
            before = [k for k in fired[weapon] if heads[k] != head]
            near = [k for k in before if tree.sentence_of[head] - tree.sentence_of[heads[k]] <= _NEAR_SENTENCES]
            meant = near and row["type"] in VIOLENT and _is_definite(tree, span)
            if meant and len({groups.find(k) for k in before}) == 1 and _may_be_one(row, rows[near[-1]], days):
                groups.join(near[-1], number)
            fired[weapon].append(number)


def _is_definite(tree: Tree, span: tuple[int, int]) -> bool:
    """Say whether the words are "the shells" or "those shells", and nothing besides."""
    start, end = span
    start -= tree.words[start] not in _DEFINITE
    return end - start == len(("the", "shells")) and tree.words[start] in _DEFINITE


def _may_be_one(row: EventRow, earlier: EventRow, days: Mapping[str, str]) -> bool:
    actors, others = _actors(row), _actors(earlier)
    return not (actors and others and not actors & others) and not _settings_differ(row, earlier, days)


def is_anaphoric(tree: Tree, head: int) -> bool:
    """Say whether the noun points back: "the", "this" or "that" before it and nothing but its class said of it."""
    if tree.pos[head] != "NOUN" or tree.tags[head] == "NNS":
        return False
    definite = any(tree.words[c] in ("the", "this", "that") and tree.deps[c] == "det" for c in tree.children[head])
    return definite and not any(
        tree.deps[c] in ("prep", "acl", "relcl", "amod", "nummod", "poss") for c in tree.children[head]
    )


def _same_happening(row: EventRow, earlier: EventRow, days: Mapping[str, str]) -> bool:
    if earlier["type"] != row["type"] and earlier["type"] not in _GENERAL.get(row["type"], ()):
        return False
    return _may_be_one(row, earlier, days)


def _actors(row: EventRow) -> set[str]:
    return {part["entity"] for part in row["participants"] if part["role"] == "actor" and part["entity"] is not None}


def _share_settings(tree: Tree, rows: list[EventRow], heads: list[int], groups: _Groups) -> None:
    """Give each side of a happening told in one sentence the date and the places that the sentence gives another."""
    for members in groups.sets():
        if len({tree.sentence_of[heads[k]] for k in members}) != 1 or len(members) == 1:
            continue
        dates = {rows[k]["date"] for k in members} - {None}
        places = {tuple(rows[k]["places"]) for k in members} - {()}
        for k in members:
            if rows[k]["date"] is None and len(dates) == 1:
                rows[k]["date"] = next(iter(dates))
            if not rows[k]["places"] and len(places) == 1:
                rows[k]["places"] = list(next(iter(places)))
                rows[k]["sites"] = next((rows[m]["sites"] for m in members if rows[m].get("sites")), [])


def _inherit_settings(rows: list[EventRow], groups: _Groups) -> None:
    """Give each side of a happening the day and the places that the others are told of; fighting goes on elsewhere."""
    for members in groups.sets():
        real = [k for k in members if rows[k]["type"] != "Clash" and is_real(rows[k])]
        dates = {rows[k]["date"] for k in real} - {None}
        places = {tuple(rows[k]["places"]) for k in real} - {()}
        for k in real:
            if rows[k]["date"] is None and len(dates) == 1:
                rows[k]["date"] = next(iter(dates))
            if not rows[k]["places"] and len(places) == 1:
                rows[k]["places"] = list(next(iter(places)))


def _share_parties(tree: Tree, rows: list[EventRow], heads: list[int], by_head: dict[int, list[int]]) -> None:
    """Give "killed nine soldiers in an ambush" who killed, and whom, as parties of the ambush too."""
    for row, head in zip(rows, heads, strict=True):
        preposition = tree.heads[head]
        if row["type"] not in VIOLENT or tree.deps[head] != "pobj" or tree.words[preposition] not in ("in", "during"):
            continue
        for k in by_head.get(tree.heads[preposition], ()):
            harm = rows[k]
            actors = [part for part in harm["participants"] if part["role"] == "actor"]
            if harm["type"] not in HARM or not actors or any(part["role"] == "actor" for part in row["participants"]):
                continue
            victims = [part for part in harm["participants"] if part["role"] == "victim"]
            aimed = any(part["role"] == "target" for part in row["participants"])
            targets: list[ParticipantRow] = [] if aimed else [{**part, "role": "target"} for part in victims]
            row["participants"] = [*actors, *targets, *row["participants"]]


def _write_keys(rows: list[EventRow], groups: _Groups) -> None:
    number = 0
    for members in groups.sets():
        if len(members) == 1:
            continue
        number += 1
        for k in members:
            rows[k]["incident"] = f"i{number}"

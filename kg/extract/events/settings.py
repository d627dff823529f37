"""When and where: the dates and places that belong to a trigger or to the verb it leans on."""

from collections.abc import Iterator
from typing import NamedTuple

from spacy.tokens import Doc

from kg.extract.annotations import DATES, EntityRow, spans_of
from kg.extract.events.classes import VIOLENT
from kg.extract.events.grammar import VERBAL, main_verb, surface_subjects
from kg.extract.events.kinds import kinds_of_word
from kg.extract.events.site import Site, support_verbs
from kg.extract.events.tree import Mention, Tree
from kg.extract.events.triggers import Hit
from kg.lexicon.event_cues import is_aspect

_LOCATIVE = frozenset(
    "in at near inside outside across throughout around over along within off above beneath amid".split()
)
_PLACES = ("Place", "Country", "Facility")
_RANK = {"point": 1, "city": 1, "district": 2, "region": 3, "country": 5}
_UNKNOWN_RANK = 1
_VAGUE_VALUES = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
_MAX_STEPS = 10


class Adjunct(NamedTuple):
    """A date or place: its key, its first token, and the words above it up to the verb of its clause."""

    key: str
    start: int
    path: tuple[int, ...]
    group: int
    nearby: bool = False


class Settings:
    """The dates and places of a Doc, by sentence."""

    def __init__(self, doc: Doc, tree: Tree, heads: frozenset[int]) -> None:
        """Read the dates and places of `doc`; `heads` are the triggers, where paths from below end."""
        self.tree = tree
        self._heads = heads
        self._entities: dict[str, EntityRow] = doc._.kg_entities
        self._dates: dict[int, list[Adjunct]] = {}
        self._places: dict[int, list[Adjunct]] = {}
        sentences = {tree.sentence_of[head] for head in heads}
        for span in spans_of(doc, DATES):
            sentence = tree.sentence_of[span.start]
            if sentence in sentences and span.label_ in ("DATE", "TIME") and span.kb_id_ not in _VAGUE_VALUES:
                self._dates.setdefault(sentence, []).append(self._date(span.id_, span.start, span.end))
        for mention in dict.fromkeys(m for m in tree.mentions if m is not None and m.type in _PLACES):
            sentence = tree.sentence_of[mention.start]
            if sentence in sentences and (place := self._place(mention)) is not None:
                self._places.setdefault(sentence, []).append(place)

    def _date(self, key: str, start: int, end: int) -> Adjunct:
        root = next((i for i in range(start, end) if not start <= self.tree.heads[i] < end), start)
        first = self._first_date(root)
        return Adjunct(key, start, self._path(first), first)

    def _first_date(self, root: int) -> int:
        """Return the first of coordinated dates: all of them hang where it hangs."""
        while self.tree.deps[root] == "conj" and self.tree.pos[self.tree.heads[root]] in ("PROPN", "NOUN", "NUM"):
            root = self.tree.heads[root]
        return root

    def _place(self, mention: Mention) -> Adjunct | None:
        tree = self.tree
        if mention.form == "metonym":
            return None
        head = mention.end - 1
        while mention.start <= tree.heads[head] < mention.end and tree.heads[head] != head:
            head = tree.heads[head]
        first = tree.first_conjunct(head)
        node = first
        while tree.deps[node] == "appos":
            node = tree.first_conjunct(tree.heads[node])
        if tree.deps[node] in ("compound", "nmod") and mention.form == "name" and mention.type != "Country":
            return Adjunct(mention.keys[0], mention.start, self._path(node, places=True), first)
        if tree.deps[node] != "pobj" or mention.form == "adjective":
            return None
        preposition = tree.heads[node]
        if tree.words[preposition] in _LOCATIVE or self._part_of_place(preposition):
            nearby = tree.words[tree.heads[preposition]] in _BEARINGS and tree.words[preposition] == "of"
            return Adjunct(mention.keys[0], mention.start, self._path(node, places=True), first, nearby)
        return None

    def _part_of_place(self, preposition: int) -> bool:
        """Say whether the phrase is "the city of Mosul", "north of Aleppo", "the outskirts of Goma"."""
        tree, head = self.tree, self.tree.heads[preposition]
        if tree.words[preposition] != "of":
            return False
        return "place" in kinds_of_word(tree.lemmas[head]) or tree.words[head] in _DIRECTIONS

    def _path(self, i: int, *, places: bool = False) -> tuple[int, ...]:
        """Return what lies above `i` up to the verb of its clause, or up to a trigger that is a noun."""
        tree = self.tree
        path: list[int] = []
        others = 0
        while len(path) < _MAX_STEPS and tree.heads[i] != i:
            child, i = i, tree.heads[i]
            if tree.pos[i] in VERBAL:
                path.append(_before_report(tree, i, child))
                break
            path.append(i)
            if i in self._heads:
                break
            if tree.pos[i] in ("NOUN", "PROPN") and not (places and self._is_place(i)):
                others += 1
                if others > 1 or tree.deps[i] not in ("dobj", "nsubjpass", "pobj", "conj"):
                    break
        return tuple(path)

    def _is_place(self, i: int) -> bool:
        return bool(kinds_of_word(self.tree.lemmas[i]) & {"place", "structure"}) or self.tree.mentions[i] is not None

    def dates_of(self, hit: Hit) -> list[str]:
        """Return the key of the date of the event, several where it tells of one event on each of several days."""
        anchors = dict(_anchors(self.tree, hit.site, self._heads))
        best: tuple[int, int] | None = None
        found: list[tuple[tuple[int, int], Adjunct]] = []
        for date in self._dates.get(self.tree.sentence_of[hit.head], ()):
            rank = min((anchors[node] for node in date.path if node in anchors), default=None)
            if self.tree.deps[hit.head] == "relcl" and self.tree.heads[hit.head] == date.group:
                rank = 0  # "on May 3 when shells hit the market"
            if rank is not None:
                key = (rank, abs(date.start - hit.head))
                found.append((key, date))
                best = key if best is None or key < best else best
        if best is None:
            return []
        group = next(date.group for key, date in found if key == best)
        return [date.key for _, date in found if date.group == group]

    def places_of(self, hit: Hit, parties: list[str]) -> list[list[str]]:
        """Return where the event was: the closest place, or several alike; attacks on two towns are two events.

        Args:
            hit: the trigger.
            parties: the places that are parties of the event: what was hit or captured.
        """
        anchors = dict(_anchors(self.tree, hit.site, self._heads))
        found = [
            place
            for place in self._places.get(self.tree.sentence_of[hit.head], ())
            if any(node in anchors for node in place.path)
        ]
        found = [place for place in found if not place.nearby] or found
        keys = list(dict.fromkeys(place.key for place in found)) + parties
        if not keys:
            return []
        closest = min(self._rank(key) for key in keys)
        keys = list(dict.fromkeys(key for key in keys if self._rank(key) == closest))
        groups = {place.group for place in found if place.key in keys}
        if len(keys) > 1 and hit.event in VIOLENT and (len(groups) == 1 or not found):
            return [[key] for key in keys]
        return [keys] if len(groups) <= 1 else [keys[:1]]

    def _rank(self, key: str) -> int:
        row = self._entities[key]
        if row["type"] == "Country":
            return _RANK["country"]
        if row["type"] == "Facility":
            return 0
        return _RANK.get(row.get("precision", ""), _UNKNOWN_RANK)


_BEARINGS = frozenset("north south east west northeast northwest southeast southwest".split())
_DIRECTIONS = _BEARINGS | frozenset("outskirts outskirt outside part center centre heart".split())


def _before_report(tree: Tree, verb: int, child: int) -> int:
    """Return the verb that an adjunct belongs to when the parser hangs it on a verb of saying that follows.

    In "They met in Oslo, on Monday, the minister said" the day is that of the meeting.
    """
    subject = next((c for c in tree.children[verb] if tree.deps[c] == "nsubj"), -1)
    for clause in tree.below(verb, "ccomp"):
        if clause < child < subject:
            return clause
    return verb


def _anchors(tree: Tree, site: Site, heads: frozenset[int]) -> Iterator[tuple[int, int]]:
    """Yield the words whose adjuncts are the trigger's, each with how far it stands from it."""
    i = site.i
    yield from _aside(tree, site, heads)
    for verb in support_verbs(site):
        yield verb, 1
        for other in _above(tree, verb):
            yield other, 2
    for clause in tree.below(i, "acl", "relcl"):
        if clause not in heads or site.support is not None:
            yield clause, 1
    if site.compound_head >= 0:
        yield site.compound_head, 1
    above = tree.heads[tree.heads[i]]
    if tree.deps[i] == "pobj" and tree.words[tree.heads[i]] == "of" and is_aspect(tree.lemmas[above]):
        yield above, 1
    yield i, 0


def _aside(tree: Tree, site: Site, heads: frozenset[int]) -> Iterator[tuple[int, int]]:
    i = site.i
    if site.verbal:
        for other in _above(tree, i):
            yield other, 1
        above = main_verb(tree, i, tree.heads[i]) if tree.deps[i] == "advcl" else tree.heads[i]
        if tree.deps[i] in ("advcl", "conj", "acl") and _shares_clause(tree, i) and _is_telling(tree, above, heads):
            yield above, 2
    elif tree.deps[i] == "conj" and tree.heads[i] in heads:
        yield tree.heads[i], 2


def _is_telling(tree: Tree, verb: int, heads: frozenset[int]) -> bool:
    """Say whether a verb tells of the event too, itself or by its object ("carried out an attack, killing two")."""
    return verb in heads or any(child in heads for child in tree.below(verb, "dobj", "nsubjpass", "nsubj"))


def _shares_clause(tree: Tree, verb: int) -> bool:
    if tree.below(verb, "mark", "nsubj", "nsubjpass"):
        return False
    return tree.tags[verb] == "VBG" or tree.deps[verb] == "conj"


def _above(tree: Tree, verb: int) -> Iterator[int]:
    """Yield the verbs above that say only how the action goes ("began to attack", "is scheduled to meet")."""
    while (
        tree.deps[verb] == "xcomp" and tree.pos[tree.heads[verb]] in (*VERBAL, "ADJ") and surface_subjects(tree, verb)
    ):
        verb = tree.heads[verb]
        yield verb

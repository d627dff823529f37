"""When and where: the dates and places that belong to a trigger or to the verb it leans on."""

from itertools import product
from typing import NamedTuple

from spacy.tokens import Doc

from kg.extract.annotations import DATES, EntityRow, SiteRow, spans_of
from kg.extract.dates.ranges import ranges_of
from kg.extract.events.anchors import anchors_of, dated_verbs
from kg.extract.events.classes import VIOLENT
from kg.extract.events.grammar import VERBAL
from kg.extract.events.kinds import kinds_of_word
from kg.extract.events.pictured import Captions
from kg.extract.events.relations import Relation, is_outer, relation_of
from kg.extract.events.tree import Mention, Tree
from kg.extract.events.triggers import Hit

_LOCATIVE = frozenset(
    "in at near inside outside across throughout around over along within off above beneath amid".split()
)
_PLACES = ("Place", "Country", "Facility")
_SPEECH = frozenset(("Accusation", "Demand", "Rejection", "Support", "Threat", "Ultimatum"))
"""Classes done by words: what lies behind the verb is where the matter is, not where it was said."""
_EACH_ITS_OWN = VIOLENT | {"TerritorialCapture"}
"""Classes of which one place has one: attacks on two towns are two."""
_RANK = {"point": 1, "city": 1, "district": 2, "region": 3, "country": 5}
_UNKNOWN_RANK = 1
_VAGUE_VALUES = ("PRESENT_REF", "PAST_REF", "FUTURE_REF")
_MAX_STEPS = 10
_PARTS = frozenset("north south east west northeast northwest southeast southwest part center centre heart".split())
_PASSED = frozenset("river border frontier strait sea lake gulf bay channel".split())
_SPANNING = frozenset("bridge crossing dam ferry footbridge pontoon tunnel viaduct".split())
_SHOOTING = frozenset("fire shoot launch lob hurl".split())
_PLACE_ADVERBS = ("there", "where")
_JUST_BEFORE = 3
"""Tokens before "where" among which its place is named: "in Goma, where"."""


class Adjunct(NamedTuple):
    """A date or place: its key, its tokens `[start, end)`, and the words above it up to the verb of its clause."""

    key: str
    start: int
    end: int
    path: tuple[int, ...]
    group: int
    relation: Relation | None = None


class Settings:
    """The dates and places of a Doc, by sentence."""

    def __init__(self, doc: Doc, tree: Tree, heads: frozenset[int]) -> None:
        """Read the dates and places of `doc`; `heads` are the triggers, where paths from below end."""
        self.tree = tree
        self._heads = heads
        self._captions = Captions(doc, tree)
        self._entities: dict[str, EntityRow] = doc._.kg_entities
        self._dates: dict[int, list[Adjunct]] = {}
        self._places: dict[int, list[Adjunct]] = {}
        sentences = {tree.sentence_of[head] for head in heads}
        ends = set(ranges_of(doc).values())
        for span in spans_of(doc, DATES):
            sentence = tree.sentence_of[span.start]
            dated = span.label_ in ("DATE", "TIME") and span.kb_id_ not in _VAGUE_VALUES
            if sentence in sentences and dated and span.id_ not in ends and not self._is_last_time(span.start):
                self._dates.setdefault(sentence, []).append(self._date(span.id_, span.start, span.end))
        for mention in dict.fromkeys(m for m in tree.mentions if m is not None and m.type in _PLACES):
            sentence = tree.sentence_of[mention.start]
            if sentence in sentences and (place := self._place(mention)) is not None:
                self._places.setdefault(sentence, []).append(place)
        for i, word in enumerate(tree.words):
            if word in _PLACE_ADVERBS and tree.sentence_of[i] in sentences and (place := self._pointed_at(i)):
                self._places.setdefault(tree.sentence_of[i], []).append(place)

    def _date(self, key: str, start: int, end: int) -> Adjunct:
        root = next((i for i in range(start, end) if not start <= self.tree.heads[i] < end), start)
        first = self._first_date(root)
        return Adjunct(key, start, end, self._path(first), first)

    def _is_last_time(self, start: int) -> bool:
        """Say whether a date is when it was so before: "the talks, the first since November"."""
        since = start - 1
        return self.tree.words[since] == "since" and self.tree.pos[self.tree.heads[since]] not in VERBAL

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
        path = self._path(node, places=True)
        key, start, end = mention.keys[0], mention.start, mention.end
        if tree.deps[node] in ("compound", "nmod") and mention.form == "name" and mention.type != "Country":
            return Adjunct(key, start, end, path, first)
        if tree.deps[node] != "pobj" or mention.form == "adjective":
            return None
        preposition = tree.heads[node]
        if tree.words[preposition] in _LOCATIVE or self._part_of_place(preposition) or is_outer(tree, preposition):
            return Adjunct(key, start, end, path, first, relation_of(tree, preposition))
        return None

    def _part_of_place(self, preposition: int) -> bool:
        """Say whether the phrase is "the city of Mosul", "the market of Goma", "the north of the country"."""
        tree, head = self.tree, self.tree.heads[preposition]
        if tree.words[preposition] != "of" or tree.deps[head] == "appos":
            return False  # "Abu Dhabi, the capital of the Emirates"
        return bool(kinds_of_word(tree.lemmas[head]) & {"place", "structure"}) or tree.words[head] in _PARTS

    def _pointed_at(self, i: int) -> Adjunct | None:
        """Return the place that "there" or "where" at `i` points at: the last one named before it."""
        tree = self.tree
        near = tree.words[i] == "where"
        if tree.deps[i] != "advmod" or (not near and tree.pos[tree.heads[i]] not in VERBAL):
            return None
        start, _ = tree.sentences[max(0, tree.sentence_of[i] - 1)]
        for k in range(i - 1, max(start, i - _JUST_BEFORE if near else 0) - 1, -1):
            mention = tree.mentions[k]
            if mention is None or mention.type not in _PLACES or mention.form in ("adjective", "metonym"):
                continue
            if mention.type != "Country" or tree.words[mention.start - 1] in _LOCATIVE:
                return Adjunct(mention.keys[0], i, i + 1, self._path(i), i)
        return None

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

    def settings_of(self, hit: Hit, parties: list[str]) -> list[tuple[str | None, list[str]]]:
        """Return date and places of each event that a trigger tells: one for each day and each place of it.

        Args:
            hit: the trigger.
            parties: the places that are parties of the event: what was hit or captured.
        """
        anchors = dict(anchors_of(self.tree, hit, self._heads))
        found = self._placed(hit, anchors)
        dates, places = self._dates_of(hit, anchors, found), self._places_of(hit, found, parties)
        if len(dates) < len(places) > 1 and (several := self._day_of_each(hit, anchors, places)):
            return several
        days: list[str | None] = [*dates]
        return list(product(days or [None], places or [[]]))

    def sites_of(self, hit: Hit, places: list[str]) -> list[SiteRow]:
        """Return how the event lies to those of `places` that it was not in."""
        found = self._placed(hit, dict(anchors_of(self.tree, hit, self._heads)))
        inside = {place.key for place in found if place.relation is None}
        return [
            {"place": place.key, "relation": place.relation.name, "span": (place.relation.start, place.end)}
            for place in found
            if place.relation is not None and place.key in places and place.key not in inside
        ]

    def _dates_of(self, hit: Hit, anchors: dict[int, int], places: list[Adjunct]) -> list[str]:
        """Return the key of the date of the event, several where it tells of one event on each of several days."""
        found: list[tuple[tuple[int, int], Adjunct]] = []
        all_dates = self._dates_around(hit)
        for date in all_dates:
            rank = min((anchors[node] for node in date.path if node in anchors), default=None)
            if self.tree.deps[hit.head] == "relcl" and self.tree.heads[hit.head] == date.group:
                rank = 0  # "on May 3 when shells hit the market"
            if rank is not None:
                found.append(((rank, abs(date.start - hit.head)), date))
        if found:
            _, nearest = min(found, key=lambda pair: pair[0])
            return [date.key for _, date in found if date.group == nearest.group]
        passed = [date for date in all_dates if self._is_beside(date, places)]
        if not passed:
            verbs = dict(dated_verbs(self.tree, hit))
            passed = [
                date
                for date in all_dates
                if date.path and date.path[-1] in verbs and (verbs[date.path[-1]] or date.start < date.path[-1])
            ]
        return [date.key for date in passed if date.group == passed[0].group]

    def _dates_around(self, hit: Hit) -> list[Adjunct]:
        """Return the dates of the sentence, but not the day of a picture that does not show the event."""
        dates = self._dates.get(self.tree.sentence_of[hit.head], ())
        return [date for date in dates if not self._captions.dates_picture_only(hit.head, date.end)]

    def _is_beside(self, date: Adjunct, places: list[Adjunct]) -> bool:
        """Say whether a date that the parser hung elsewhere stands right behind a place: "attacks in Goma on May 3"."""
        start = date.start - (self.tree.words[date.start - 1] in ("on", "in"))
        return any(
            place.end == start or (place.end + 1 == start and self.tree.words[place.end] == ",") for place in places
        )

    def _day_of_each(
        self, hit: Hit, anchors: dict[int, int], places: list[list[str]]
    ) -> list[tuple[str | None, list[str]]]:
        """Return each place with its day where the text gives them in turn: "Goma in January and Bukavu in May"."""
        sentence = self.tree.sentence_of[hit.head]
        around = self._dates_around(hit)
        dates = [date for date in around if set(date.path) & set(anchors)]
        dates += [date for date in around if date not in dates and date.start > hit.head]
        start, end = self.tree.sentences[sentence]
        spots: dict[str, int] = {}
        for mention in self.tree.mentions[max(start, hit.head) : end]:
            if mention is not None:
                spots.setdefault(mention.keys[0], mention.start)
        turns: list[tuple[int, str, list[str]]] = sorted(
            [(spots[keys[0]], "", keys) for keys in places if keys[0] in spots]
            + [(date.start, date.key, []) for date in dates]
        )
        if len(turns) != 2 * len(places) or any((key == "") != (n % 2 == 0) for n, (_, key, _) in enumerate(turns)):
            return []
        return [(turns[n + 1][1], turns[n][2]) for n in range(0, len(turns), 2)]

    def _placed(self, hit: Hit, anchors: dict[int, int]) -> list[Adjunct]:
        """Return the places that depend on the trigger, those beside which it was only where there is no other."""
        tree = self.tree
        found = [
            place
            for place in self._places.get(tree.sentence_of[hit.head], ())
            if any(node in anchors for node in place.path) and not self._is_shot_across(place)
        ]
        found = [place for place in found if not self._is_spanned(place)] or found
        if hit.event in _SPEECH:
            found = [
                place for place in found if place.path[-1] in anchors and tree.words[place.path[0]] in ("in", "at")
            ]
            found = [place for place in found if len(place.path) <= 2 and anchors[place.path[-1]] <= 1]  # noqa: PLR2004
        return [place for place in found if place.relation is None] or found

    def _is_shot_across(self, place: Adjunct) -> bool:
        """Say whether shells only crossed it: "fired across the Orl river"."""
        tree = self.tree
        words = {tree.words[place.start], tree.words[place.end - 1]}
        across = tree.words[place.path[0]] in ("across", "over")
        return across and tree.lemmas[place.path[-1]] in _SHOOTING and not words.isdisjoint(_PASSED)

    def _is_spanned(self, place: Adjunct) -> bool:
        """Say whether it only tells what a bridge crosses: "on the bridge over the Orl at Brenik"."""
        tree = self.tree
        return any(
            tree.words[over] in ("across", "over") and tree.lemmas[tree.heads[over]] in _SPANNING for over in place.path
        )

    def _places_of(self, hit: Hit, found: list[Adjunct], parties: list[str]) -> list[list[str]]:
        """Return where the event was: the closest place, or several alike; attacks on two towns are two events."""
        keys = list(dict.fromkeys([place.key for place in found] + parties))
        if not keys:
            return []
        closest = min(self._rank(key) for key in keys)
        keys = list(dict.fromkeys(key for key in keys if self._rank(key) == closest))
        groups = {place.group for place in found if place.key in keys}
        small = closest < _RANK["country"] and not any(place.relation for place in found)
        if len(keys) > 1 and small and hit.event in _EACH_ITS_OWN and (len(groups) == 1 or not found):
            return [[key] for key in keys]
        return [keys] if len(groups) <= 1 else [keys[:1]]

    def _rank(self, key: str) -> int:
        row = self._entities[key]
        if row["type"] == "Country":
            return _RANK["country"]
        if row["type"] == "Facility":
            return 0
        return _RANK.get(row.get("precision", ""), _UNKNOWN_RANK)


def _before_report(tree: Tree, verb: int, child: int) -> int:
    """Return the verb that an adjunct belongs to when the parser hangs it on a verb of saying that follows.

    In "They met in Oslo, on Monday, the minister said" the day is that of the meeting; a semicolon parts two clauses.
    """
    subject = next((c for c in tree.children[verb] if tree.deps[c] == "nsubj"), -1)
    for clause in tree.below(verb, "ccomp"):
        if clause < child < subject and ";" not in tree.words[clause:child]:
            return clause
    return verb

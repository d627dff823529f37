"""The phrases that fill the slots of a trigger's frame."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.events.grammar import agents, prepositions
from kg.extract.events.kinds import kinds, kinds_of_word
from kg.extract.events.site import Site
from kg.extract.events.tree import Mention, Tree
from kg.extract.events.triggers import Hit
from kg.lexicon.event_frames import slots_of

_DECIDED = frozenset("sanction give deadline demand urge deploy withdraw exercise investigate".split())
"""Frames whose actor is also who announces or orders it."""
_SYMMETRIC = frozenset(("meet", "speak", "clash", "agree", "exchange", "discuss"))
_ADJECTIVAL = frozenset("us u.s. u.s uk u.k. un u.n. uae eu nato ussr".split())
_ACTING = frozenset(("militant", "police", "military", "government", "crowd", "migrant"))
_OF_PLACE = frozenset(("on", "at", "into", "upon", "of"))
"""Prepositions behind which a place is no target where the verb has an object ("arrested him at the station")."""
_BLAMING = frozenset(("blame", "pin"))
"""Verbs behind whose "on" stands who did it, not whom it hit: "blamed the attack on the army"."""
_PLACED = frozenset(("target", "object", "host", "place"))
_OF_COUNTRIES = frozenset(
    ("TerritorialCapture", "Invasion", "Attack", "Airstrike", "MissileStrike", "DroneStrike", "Shelling")
)
"""Classes of events that take place in the country that they are aimed at."""


class Phrase(NamedTuple):
    """A phrase in a role: its head, and whether the party is to be looked for inside it."""

    role: str
    head: int
    dig: bool = False


def find_phrases(tree: Tree, hit: Hit) -> Iterator[Phrase]:
    """Yield the phrases that the slots of the frame of `hit` name."""
    for name, mark, role in slots_of(hit.entry.frame):
        if role in ("place", "none"):
            continue
        for head in _fillers(tree, hit, name):
            if mark == "^":
                yield from (Phrase(role, owner) for owner in _owners(tree, head))
            elif mark != "!" or "party" in kinds(tree, head):
                yield Phrase(role, head, dig=mark == "~")
    if hit.site.support is not None:
        sides = hit.site.support.sides
        yield from (Phrase("mediator", head) for head in sides.get("mediator", ()))
        if hit.entry.frame in _DECIDED:
            yield from (Phrase("actor", head) for head in sides.get("author", ()))


def place_keys(tree: Tree, hit: Hit) -> list[str]:
    """Return the places that are parties: what was captured, hit, visited, left."""
    found = []
    for name, _, role in slots_of(hit.entry.frame):
        parts = set(role.replace("?", "|").split("|"))
        if _PLACED & parts:
            countries = bool(parts & {"place", "host"}) or hit.event in _OF_COUNTRIES
            found += [
                mention.keys[0]
                for head in _fillers(tree, hit, name)
                if (mention := tree.mentions[head]) is not None and _is_place(mention, head, countries=countries)
            ]
    return list(dict.fromkeys(found))


def _is_place(mention: Mention, head: int, *, countries: bool) -> bool:
    if mention.form in ("adjective", "metonym", "plural") or mention.end - 1 != head:
        return False
    return mention.type in ("Place", "Facility") or (countries and mention.type == "Country")


def _fillers(tree: Tree, hit: Hit, name: str) -> list[int]:
    """Return the heads of the phrases of one slot."""
    site = hit.site
    match name:
        case "subject":
            return site.subjects
        case "object":
            return site.objects
        case "indirect":
            return site.indirect
        case "by":
            return site.agents
        case "complement":
            return site.clauses
        case "object_of":
            return [noun for obj in site.objects for noun in prepositions(tree, obj).get("of", ())]
        case "possessor":
            return [] if site.verbal else site.possessors
        case "modifier":
            return [] if site.verbal else _modifying_parties(tree, hit)
        case "self":
            return [hit.head]
        case _:
            return _behind(tree, site, name, hit.entry.frame)


def _behind(tree: Tree, site: Site, preposition: str, frame: str) -> list[int]:
    if site.verbal and frame == "die" and preposition == "of":
        return []  # "died of hunger"
    if not site.verbal and preposition == "on" and site.support and site.tree.lemmas[site.support.verb] in _BLAMING:
        return []
    found = [head for head in site.prepositions.get(preposition, ()) if head not in site.subjects]
    if site.verbal and site.objects and frame != "fire" and preposition in _OF_PLACE:
        return [head for head in found if "place" not in kinds(tree, head)]
    return found


def _owners(tree: Tree, head: int) -> list[int]:
    """Return whose it is or who did it: "criticized the minister's plan", "condemned the attack by rebels"."""
    if "party" in kinds(tree, head):
        return []
    named = [node for node in tree.below(head, "amod", "compound") if tree.mentions[node] is not None]
    owners = [*tree.below(head, "poss"), *agents(tree, head), *named]
    return [node for node in owners if tree.mentions[node] is not None or "party" in kinds(tree, node)][:1]


def _modifying_parties(tree: Tree, hit: Hit) -> list[int]:
    """Return the words before a noun that name a party: "Russian strikes", "rebel attack", "Trump-Putin summit"."""
    symmetric = hit.entry.frame in _SYMMETRIC
    found = []
    for node in hit.site.modifiers:
        if _within_possessor(tree, node, hit.head):
            continue
        mention = tree.mentions[node]
        if mention is not None:
            if node == mention.end - 1 and (symmetric or _names_actor(tree, node, mention)):
                found.append(node)
        elif tree.deps[node] in ("compound", "nmod") and tree.heads[node] == hit.head:
            found += [node] * bool(kinds_of_word(tree.lemmas[node]) & _ACTING)
    return found


def _within_possessor(tree: Tree, node: int, head: int) -> bool:
    while tree.heads[node] != node and node != head:
        if tree.deps[node] == "poss":
            return True
        node = tree.heads[node]
    return False


def _names_actor(tree: Tree, node: int, mention: Mention) -> bool:
    """Say whether a name before a noun is who does it ("Israeli raid", "NATO raid"), not where ("Kabul raid")."""
    if mention.form in ("adjective", "metonym"):
        return True
    if mention.type == "Country":
        return tree.words[node] in _ADJECTIVAL
    return mention.type not in ("Place", "Facility", "Person", "Weapon", "Organization")

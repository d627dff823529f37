"""Who and what takes part in an event: the phrases that its frame names, each with the entity that it stands for."""

from collections.abc import Iterator
from typing import NamedTuple

from kg.extract.annotations import ParticipantRow
from kg.extract.events.grammar import RELATIVES, VERBAL, agents, prepositions
from kg.extract.events.kinds import QUANTIFIERS, content_head, kinds, kinds_of_word
from kg.extract.events.site import Site
from kg.extract.events.tree import Mention, Tree
from kg.extract.events.triggers import Hit
from kg.lexicon.event_frames import slots_of

_PARTY_ROLES = frozenset(("actor", "participant", "mediator", "beneficiary"))
_NOT_VICTIMS = frozenset(("time", "abstract", "place", "structure", "vehicle", "weapon", "art", "air"))
_NOT_TARGETS = frozenset(("time", "abstract", "art"))
_DECIDED = frozenset(
    ("sanction", "give", "deadline", "demand", "urge", "deploy", "withdraw", "exercise", "investigate")
)
"""Frames whose actor is also who announces or orders it."""
_OF_STATE = frozenset(("government", "military", "police", "official", "court", "weapon", "air", "sea"))
_SYMMETRIC = frozenset(("meet", "speak", "clash", "agree", "exchange", "discuss"))
_ADJECTIVAL = frozenset("us u.s. u.s uk u.k. un u.n. uae eu nato ussr".split())
_EVENTS = frozenset(
    "explosion bombing blast shelling gunfire shooting fire attack strike airstrike raid detonation bombardment "
    "violence fighting clash crossfire shellfire assault barrage".split()
)
"""Nouns that name a use of force, not its means."""
_EMPTY = frozenset("it itself this that which what there such same so".split())


class Phrase(NamedTuple):
    """A phrase in a role: its head, and whether the party is to be looked for inside it."""

    role: str
    head: int
    dig: bool = False


def find_participants(tree: Tree, hit: Hit, statement_speaker: Mention | None = None) -> list[ParticipantRow]:
    """Return the parties of the event at `hit`, in the order of the frame's slots, each once a role."""
    rows: list[ParticipantRow] = []
    phrases = list(_phrases(tree, hit))
    filled = {phrase.role for phrase in phrases if "|" not in phrase.role}
    for phrase in phrases:
        role, _, other = phrase.role.partition("|")
        if other and role in filled:
            role = other
        for row in _rows(tree, hit, phrase._replace(role=role)):
            if not any(_same(row, known) for known in rows):
                rows.append(row)
                filled.add(row["role"])
    if hit.entry.frame == "must" and statement_speaker is not None:
        rows.insert(0, _row("actor", statement_speaker.keys[0], (statement_speaker.start, statement_speaker.end)))
    return rows


def _same(row: ParticipantRow, known: ParticipantRow) -> bool:
    """Say whether a party is there already: one entity plays one part, and one span is one party."""
    if row["entity"] is not None and row["entity"] == known["entity"]:
        return True
    return row["span"][0] < known["span"][1] and known["span"][0] < row["span"][1] and row["role"] == known["role"]


def _phrases(tree: Tree, hit: Hit) -> Iterator[Phrase]:
    """Yield the phrases that the frame's slots name."""
    site = hit.site
    for name, mark, role in slots_of(hit.entry.frame):
        if role in ("place", "none"):
            continue
        for head in _fillers(tree, site, hit, name):
            if mark == "^":
                yield from (Phrase(role, owner) for owner in _owners(tree, head))
            elif mark != "!" or "party" in kinds(tree, head):
                yield Phrase(role, head, dig=mark == "~")
    if site.support is not None:
        for head in site.support.sides.get("mediator", ()):
            yield Phrase("mediator", head)
        if hit.entry.frame in _DECIDED:
            for head in site.support.sides.get("author", ()):
                yield Phrase("actor", head)


def place_keys(tree: Tree, hit: Hit) -> list[str]:
    """Return the places that are parties: what was captured, hit, visited, left."""
    found = []
    for name, _, role in slots_of(hit.entry.frame):
        parts = role.replace("?", "|").split("|")
        if not _PLACED & set(parts):
            continue
        for head in _fillers(tree, hit.site, hit, name):
            mention = tree.mentions[head]
            if mention is None or mention.form in ("adjective", "metonym", "plural") or mention.end - 1 != head:
                continue
            if mention.type in ("Place", "Facility") or (
                mention.type == "Country" and ("place" in parts or "host" in parts or hit.event in _OF_COUNTRIES)
            ):
                found.append(mention.keys[0])
    return list(dict.fromkeys(found))


_PLACED = frozenset(("target", "object", "host", "place"))
_OF_COUNTRIES = frozenset(("TerritorialCapture", "Attack", "Airstrike", "MissileStrike", "DroneStrike", "Shelling"))
"""Classes of events that take place in the country that they are aimed at."""


def _owners(tree: Tree, head: int) -> list[int]:
    """Return whose it is or who did it: "criticized the minister's plan", "condemned the attack by rebels"."""
    if "party" in kinds(tree, head):
        return []
    owners = [*tree.below(head, "poss"), *agents(tree, head)]
    owners += [node for node in tree.below(head, "amod", "compound") if tree.mentions[node] is not None]
    return [owner for owner in owners if kinds(tree, owner) & {"party", "country"} or tree.mentions[owner] is not None][
        :1
    ]


def _fillers(tree: Tree, site: Site, hit: Hit, name: str) -> list[int]:  # noqa: C901 - one branch a kind of phrase
    """Return the heads of the phrases of one slot."""
    if name == "subject":
        return site.subjects
    if name == "object":
        return site.objects
    if name == "indirect":
        return site.indirect
    if name == "possessor":
        return [] if site.verbal else site.possessors
    if name == "modifier":
        return [] if site.verbal else _modifying_parties(tree, hit)
    if name == "complement":
        return site.clauses
    if name == "by":
        return site.agents
    if name == "object_of":
        return [noun for obj in site.objects for noun in prepositions(tree, obj).get("of", ())]
    if name == "self":
        return [hit.head]
    if name in ("speaker", "head"):
        return []
    found = [head for head in site.prepositions.get(name, ()) if head not in site.subjects]
    if site.verbal and site.objects and hit.entry.frame != "fire" and name in ("on", "at", "into", "upon", "of"):
        return [head for head in found if "place" not in kinds(tree, head)]
    return found


_ACTING = frozenset(("militant", "police", "military", "government", "crowd", "migrant"))
"""Kinds of people that a noun before an event names as who did it: "police raid"."""


def _modifying_parties(tree: Tree, hit: Hit) -> list[int]:
    """Return the words before a noun that name a party: "Russian strikes", "rebel attack", "Trump-Putin summit"."""
    symmetric = hit.entry.frame in _SYMMETRIC
    found = []
    for node in hit.site.modifiers:
        if tree.deps[node] == "poss" or _within_possessor(tree, node, hit.head):
            continue
        mention = tree.mentions[node]
        if mention is not None:
            if node == mention.end - 1 and (symmetric or _names_actor(tree, node, mention)):
                found.append(node)
        elif (
            tree.deps[node] in ("compound", "nmod")
            and tree.heads[node] == hit.head
            and kinds_of_word(tree.lemmas[node]) & _ACTING
        ):
            found.append(node)
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


def _rows(tree: Tree, hit: Hit, phrase: Phrase) -> Iterator[ParticipantRow]:
    """Yield the parties of one phrase: one, two where "Russian and Ukrainian teams" names two states, or none."""
    if phrase.dig:
        yield from _party_inside(tree, hit, phrase)
        return
    role, head = phrase.role, phrase.head
    found = kinds(tree, head)
    if "?" in role:
        first, _, second = role.partition("?")
        role = first if "party" in found else second
    if role == "actor" and found & {"weapon", "air"} and not found & {"person", "body"}:
        yield from _weapon_at_work(tree, head)
        return
    if role == "target" and "weapon" in found and "structure" not in found and hit.entry.frame != "intercept":
        role = "instrument"
    if not _acceptable(tree, role, head, found):
        return
    if role == "host":
        role = "target"
        mention = tree.mentions[head]
        if mention is not None and mention.type in ("Country", "Place", "Facility"):
            return
    yield from _party(tree, role, head)


def _acceptable(tree: Tree, role: str, head: int, found: frozenset[str]) -> bool:
    if tree.words[head] in _EMPTY and tree.mentions[head] is None:
        return False
    if role == "actor" and found & {"victim", "abstract"} and tree.mentions[head] is None:
        return False
    if role in _PARTY_ROLES:
        if role == "actor" and "place" in found and not found & {"party", "country"}:
            return False
        return bool(found & {"party", "country"})
    if role == "victim":
        return not found & _NOT_VICTIMS or bool(found & {"person", "body"})
    if role == "target":
        return not found & _NOT_TARGETS or bool(found & {"person", "body", "place"})
    if role == "instrument":
        if tree.lemmas[head] in _EVENTS:
            return False
        return bool(found & {"weapon", "air", "vehicle"}) or tree.lemmas[head] in (
            "device",
            "belt",
            "vest",
            "knife",
            "weapon",
        )
    return "time" not in found


def _weapon_at_work(tree: Tree, head: int) -> Iterator[ParticipantRow]:
    """Yield the weapon as instrument, and whose it is as actor ("Russian missiles hit the town")."""
    if tree.lemmas[head] in _EVENTS:
        return
    yield _row("instrument", _entity(tree, head), span_of(tree, head))
    for node in _state_modifiers(tree, head):
        mention = tree.mentions[node]
        if mention is not None:
            yield _row("actor", mention.keys[0], (mention.start, mention.end))
    for child in tree.below(head, "poss"):
        if "party" in kinds(tree, child):
            yield from _party(tree, "actor", child)


def _party(tree: Tree, role: str, head: int) -> Iterator[ParticipantRow]:
    head = content_head(tree, head)
    mention = tree.mentions[head]
    if mention is not None and _stands_for(head, mention):
        for key in mention.keys:
            yield _row(role, key, (mention.start, mention.end))
        return
    for child in tree.below(head, "appos"):
        name = tree.mentions[child]
        if mention is None and name is not None and name.form == "name" and name.type not in ("Place", "Facility"):
            yield _row(role, name.keys[0], (name.start, name.end))
            return
    if role in ("actor", "participant", "target", "mediator", "beneficiary"):
        found = kinds_of_word(tree.lemmas[head])
        of_state = found & _OF_STATE and ("person" not in found or tree.tags[head] == "NNS")
        states = _state_modifiers(tree, head) if of_state else []
        if len(states) == 1:
            yield _row(role, tree.mentions[states[0]].keys[0], span_of(tree, head))  # type: ignore[union-attr]
            return
        if states:
            for node in states:
                yield _row(role, tree.mentions[node].keys[0], (node, node + 1))  # type: ignore[union-attr]
            return
    yield _row(role, None, span_of(tree, head))


def _stands_for(head: int, mention: Mention) -> bool:
    """Say whether `mention` is what the phrase is about: not "Iraqi" in "Iraqi civilians", but "Palestinians"."""
    return head == mention.end - 1 or mention.start <= head < mention.end


def _state_modifiers(tree: Tree, head: int) -> list[int]:
    """Return the adjectives and possessors of states before `head`: "Russian and Ukrainian teams", "Syria's army"."""
    found = []
    for child in tree.children[head]:
        if child > head or tree.deps[child] not in ("amod", "compound", "nmod", "poss"):
            continue
        for node in tree.conjuncts(child) if tree.deps[child] == "amod" else [child]:
            mention = tree.mentions[node]
            if mention is not None and mention.type == "Country" and node < head and tree.words[node - 1] != "-":
                found.append(node)
    if not found and tree.tags[head] == "NNS":
        for child in tree.below(head, "prep"):
            if tree.words[child] == "of":
                nouns = [noun for obj in tree.below(child, "pobj") for noun in tree.conjuncts(obj)]
                found += [n for n in nouns if (m := tree.mentions[n]) is not None and m.type == "Country"]
    return found


def _party_inside(tree: Tree, hit: Hit, phrase: Phrase) -> Iterator[ParticipantRow]:
    """Yield the first party named within a phrase: "rejected an appeal by Kenya", "demanded that rebels leave"."""
    head = phrase.head
    own = {mention.keys for node in hit.site.subjects if (mention := tree.mentions[node]) is not None}
    direct = kinds(tree, head)
    if "structure" in direct:
        return
    if "party" in direct and not ("abstract" in direct and tree.mentions[head] is None):
        if _acceptable(tree, "actor", head, direct):
            yield from _party(tree, phrase.role, head)
        return
    if tree.pos[head] in VERBAL:
        for subject in tree.below(head, "nsubj", "nsubjpass"):
            mention = tree.mentions[subject]
            if "party" in kinds(tree, subject) and (mention is None or mention.keys not in own):
                yield from _party(tree, phrase.role, subject)
                return
    named = first_party(tree, head, own)
    if named >= 0:
        yield from _party(tree, phrase.role, named)


def first_party(tree: Tree, head: int, own: set[tuple[str, ...]]) -> int:
    """Return the head of the first party in the phrase of `head` that is none of `own`, or -1."""
    for node in sorted(_phrase(tree, head)):
        mention = tree.mentions[node]
        if mention is None:
            if kinds_of_word(tree.lemmas[node]) & {"militant", "military", "government", "police", "crowd"} and (
                tree.pos[node] == "NOUN" and tree.deps[node] not in ("compound", "amod")
            ):
                return node
            continue
        if node != mention.end - 1 or mention.keys in own or tree.words[node + 1 : node + 2] == ["-"]:
            continue
        if mention.type in ("Place", "Facility", "Weapon") and mention.form != "metonym":
            continue
        if mention.form == "adjective" and tree.heads[node] > node and "party" in kinds(tree, tree.heads[node]):
            return tree.heads[node]
        return node
    return -1


def _phrase(tree: Tree, head: int) -> Iterator[int]:
    """Yield `head` and what depends on it, but no relative or adverbial clause."""
    stack = [head]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(child for child in tree.children[node] if tree.deps[child] not in ("relcl", "advcl"))


def _entity(tree: Tree, head: int) -> str | None:
    mention = tree.mentions[head]
    return mention.keys[0] if mention is not None and mention.end > head else None


def _row(role: str, entity: str | None, span: tuple[int, int]) -> ParticipantRow:
    return {"role": role, "entity": entity, "span": span}


def span_of(tree: Tree, head: int) -> tuple[int, int]:
    """Return the noun phrase of `head` without what follows the head; "dozens of people" with its number."""
    start = head
    for child in tree.children[head]:
        if child < head and tree.deps[child] in _BEFORE:
            start = min(start, tree.left_edge(child))
    above = tree.heads[head]
    if tree.deps[head] == "pobj" and tree.words[above] == "of" and tree.lemmas[tree.heads[above]] in QUANTIFIERS:
        start = min(start, tree.left_edge(tree.heads[above]))
    while start < head and tree.words[start] in RELATIVES:
        start += 1
    return (start, head + 1)


_BEFORE = frozenset(
    ("det", "amod", "compound", "nummod", "poss", "nmod", "quantmod", "advmod", "predet", "npadvmod", "punct", "case")
)

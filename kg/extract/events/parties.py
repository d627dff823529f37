"""From a phrase to a party of the event: the entity it stands for, the state whose forces it names, or its words."""

from collections.abc import Iterator

from kg.extract.annotations import ParticipantRow
from kg.extract.events.grammar import RELATIVES, VERBAL
from kg.extract.events.kinds import QUANTIFIERS, content_head, kinds, kinds_of_word
from kg.extract.events.slots import Phrase
from kg.extract.events.tree import Mention, Tree
from kg.extract.events.triggers import Hit

_PARTY_ROLES = frozenset(("actor", "participant", "mediator", "beneficiary"))
_REPRESENTED = _PARTY_ROLES | {"target"}
"""Roles in which a state stands for its forces and officials; its dead are not the state."""
_NOT_VICTIMS = frozenset(("time", "abstract", "place", "structure", "vehicle", "weapon", "art", "air"))
_NOT_TARGETS = frozenset(("time", "abstract", "art"))
_ARMS = frozenset(("weapon", "air", "vehicle"))
_OF_STATE = frozenset(("government", "military", "police", "official", "court", "weapon", "air", "sea"))
_BODIES = frozenset(("militant", "military", "government", "police", "crowd"))
_EVENTS = frozenset(
    "explosion bombing blast shelling gunfire shooting fire attack strike airstrike raid detonation bombardment "
    "violence fighting clash crossfire shellfire assault barrage".split()
)
"""Nouns that name a use of force, not its means."""
_MEANS = frozenset(("device", "belt", "vest", "knife", "weapon"))
_EMPTY = frozenset("it itself this that which what there such same so".split())
_BEFORE = frozenset(
    "det amod compound nummod poss nmod quantmod advmod predet npadvmod punct case".split()
)  # fmt: skip


def find_parties(tree: Tree, hit: Hit, phrase: Phrase) -> Iterator[ParticipantRow]:
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
        mention = tree.mentions[head]
        if mention is not None and mention.type in ("Country", "Place", "Facility"):
            return
        role = "target"
    yield from _party(tree, role, head)


def party_row(role: str, mention: Mention) -> ParticipantRow:
    """Return the party that `mention` names."""
    return {"role": role, "entity": mention.keys[0], "span": (mention.start, mention.end)}


def span_of(tree: Tree, head: int) -> tuple[int, int]:
    """Return the noun phrase of `head` without what follows the head; "dozens of people" with its number."""
    start = head
    for child in tree.children[head]:
        if child < head and tree.deps[child] in _BEFORE:
            start = min(start, tree.left_edge(child))
    above = tree.heads[head]
    counted = tree.heads[above]
    if tree.words[above] == "of" and (tree.lemmas[counted] in QUANTIFIERS or tree.tags[counted] == "CD"):
        start = min(start, tree.left_edge(counted))
    while start < head and tree.words[start] in RELATIVES:
        start += 1
    return (start, head + 1)


def _acceptable(tree: Tree, role: str, head: int, found: frozenset[str]) -> bool:
    """Say whether a phrase of these kinds can play `role`."""
    unnamed = tree.mentions[head] is None
    if unnamed and (tree.words[head] in _EMPTY or (role == "actor" and found & {"victim", "abstract"})):
        return False
    if role in _PARTY_ROLES:
        return bool(found & {"party", "country"})
    if role == "victim":
        return not found & _NOT_VICTIMS or bool(found & {"person", "body"})
    if role == "target":
        return not found & _NOT_TARGETS or bool(found & {"person", "body", "place"})
    if role == "instrument":
        return tree.lemmas[head] not in _EVENTS and bool(found & _ARMS or tree.lemmas[head] in _MEANS)
    return "time" not in found


def _weapon_at_work(tree: Tree, head: int) -> Iterator[ParticipantRow]:
    """Yield the weapon as instrument, and whose it is as actor ("Russian missiles hit the town")."""
    if tree.lemmas[head] in _EVENTS:
        return
    mention = tree.mentions[head]
    known = mention is not None and mention.end > head
    yield {
        "role": "instrument",
        "entity": mention.keys[0] if mention is not None and known else None,
        "span": span_of(tree, head),
    }
    for mention in _states(tree, head):
        yield party_row("actor", mention)
    for child in tree.below(head, "poss"):
        if "party" in kinds(tree, child):
            yield from _party(tree, "actor", child)


def _party(tree: Tree, role: str, head: int) -> Iterator[ParticipantRow]:
    head = content_head(tree, head)
    mention = tree.mentions[head]
    if mention is not None:
        for key in mention.keys:
            yield {"role": role, "entity": key, "span": (mention.start, mention.end)}
        return
    if (named := _apposition(tree, head) or _named_town(tree, head)) is not None:
        yield party_row(role, named)
        return
    states = _states(tree, head) if role in _REPRESENTED and _is_of_state(tree, head) else []
    if len(states) > 1:
        yield from (party_row(role, state) for state in states)
    else:
        yield {"role": role, "entity": states[0].keys[0] if states else None, "span": span_of(tree, head)}


def _apposition(tree: Tree, head: int) -> Mention | None:
    """Return the name beside a description: "his predecessor, Alfonso Cano"."""
    for child in tree.below(head, "appos"):
        mention = tree.mentions[child]
        if mention is not None and mention.form == "name" and mention.type not in ("Place", "Facility"):
            return mention
    return None


def _named_town(tree: Tree, head: int) -> Mention | None:
    """Return the town in "the eastern city of Pokrovsk"."""
    if "settlement" not in kinds_of_word(tree.lemmas[head]):
        return None
    for child in tree.below(head, "prep"):
        for noun in tree.below(child, "pobj") if tree.words[child] == "of" else ():
            mention = tree.mentions[noun]
            if mention is not None and mention.form == "name" and mention.type in ("Place", "Facility"):
                return mention
    return None


def _is_of_state(tree: Tree, head: int) -> bool:
    """Say whether the noun names forces, arms or officials of a state; one official is not the state."""
    found = kinds_of_word(tree.lemmas[head])
    return bool(found & _OF_STATE) and ("person" not in found or tree.tags[head] == "NNS")


def _states(tree: Tree, head: int) -> list[Mention]:
    """Return the states beside `head`: "Russian and Ukrainian teams", "Syria's army", "the ministers of Iran"."""
    nodes: list[int] = []
    for child in tree.children[head]:
        if child < head and tree.deps[child] in ("amod", "compound", "nmod", "poss"):
            nodes += tree.conjuncts(child) if tree.deps[child] == "amod" else [child]
    nodes = [node for node in nodes if node < head and tree.words[node - 1] != "-"]
    found = _countries(tree, nodes)
    if found or tree.tags[head] != "NNS":
        return found
    behind = [
        obj for child in tree.below(head, "prep") if tree.words[child] == "of" for obj in tree.below(child, "pobj")
    ]
    return _countries(tree, [noun for obj in behind for noun in tree.conjuncts(obj)])


def _countries(tree: Tree, nodes: list[int]) -> list[Mention]:
    mentions = (tree.mentions[node] for node in nodes)
    return [mention for mention in mentions if mention is not None and mention.type == "Country"]


def _party_inside(tree: Tree, hit: Hit, phrase: Phrase) -> Iterator[ParticipantRow]:
    """Yield the first party named within a phrase: "rejected an appeal by Kenya", "demanded that rebels leave"."""
    head = phrase.head
    own = {mention.keys for node in hit.site.subjects if (mention := tree.mentions[node]) is not None}
    direct = kinds(tree, head)
    if "structure" in direct:
        return
    if "party" in direct and ("abstract" not in direct or tree.mentions[head] is not None):
        if _acceptable(tree, "actor", head, direct):
            yield from _party(tree, phrase.role, head)
        return
    if tree.pos[head] in VERBAL:
        for subject in tree.below(head, "nsubj", "nsubjpass"):
            mention = tree.mentions[subject]
            if "party" in kinds(tree, subject) and (mention is None or mention.keys not in own):
                yield from _party(tree, phrase.role, subject)
                return
    named = _first_party(tree, head, own)
    if named >= 0:
        yield from _party(tree, phrase.role, named)


def _first_party(tree: Tree, head: int, own: set[tuple[str, ...]]) -> int:
    """Return the head of the first party in the phrase of `head` that is none of `own`, or -1."""
    for node in sorted(_phrase(tree, head)):
        mention = tree.mentions[node]
        if mention is None:
            noun = tree.pos[node] == "NOUN" and tree.deps[node] not in ("compound", "amod")
            if noun and kinds_of_word(tree.lemmas[node]) & _BODIES:
                return node
        elif _is_party(tree, node, mention) and mention.keys not in own:
            of_body = (
                mention.form == "adjective" and tree.heads[node] > node and "party" in kinds(tree, tree.heads[node])
            )
            return tree.heads[node] if of_body else node
    return -1


def _is_party(tree: Tree, node: int, mention: Mention) -> bool:
    """Say whether the name that ends at `node` can be a party: no place, no part of "Sunni-ruled"."""
    if node != mention.end - 1 or tree.words[node + 1 : node + 2] == ["-"]:
        return False
    return mention.form == "metonym" or mention.type not in ("Place", "Facility", "Weapon")


def _phrase(tree: Tree, head: int) -> Iterator[int]:
    """Yield `head` and what depends on it, but no clause that only describes it ("steps aimed at a victory")."""
    stack = [head]
    while stack:
        node = stack.pop()
        yield node
        stack.extend(child for child in tree.children[node] if not _describes(tree, child))


def _describes(tree: Tree, clause: int) -> bool:
    if tree.deps[clause] == "acl" and tree.tags[clause] in ("VBN", "VBG", "VBD"):
        return not any(tree.words[child] == "by" for child in tree.children[clause])
    return tree.deps[clause] in ("relcl", "advcl")

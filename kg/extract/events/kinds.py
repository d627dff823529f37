"""What a noun stands for: a person, a body, a place, a weapon ..., from its mention, the lexicon, or its form."""

from functools import lru_cache

from kg.extract.events.tree import Tree
from kg.lexicon.event_lists import event_list
from kg.lexicon.event_words import kinds_by_word
from kg.lexicon.weapons import weapon_by_word

_OF_TYPE = {
    "Person": frozenset(("person", "party", "any")),
    "Country": frozenset(("country", "place", "party", "any")),
    "Place": frozenset(("place", "any")),
    "Facility": frozenset(("place", "structure", "any")),
    "Group": frozenset(("person", "party", "any")),
    "Weapon": frozenset(("weapon", "any")),
}
_PEOPLE = frozenset(("person", "party", "any"))
_STATE = frozenset(("country", "party", "any"))
_BODY = frozenset(("body", "party", "any"))
_SORT_OF_TYPE = {
    "Military": "military",
    "ArmedGroup": "militant",
    "Government": "government",
    "GovernmentBody": "government",
    "Court": "court",
    "MediaOutlet": "company",
}
_PERSONAL = frozenset("i we you he she they who whom him her us them me themselves himself herself one those".split())
QUANTIFIERS = event_list("quantities")
_NUMBER = frozenset(("number", "person", "any"))
_ANY = frozenset(("any",))
_WEAPON_PARTS = frozenset(("gun", "explosive", "missile", "drone", "artillery", "arms", "chemical", "suicide"))


def content_head(tree: Tree, i: int) -> int:
    """Return the noun that counts in a phrase of quantity ("dozens of people": people), otherwise `i`."""
    if tree.lemmas[i] in QUANTIFIERS or tree.tags[i] in ("CD", "DT"):
        for child in tree.children[i]:
            if tree.words[child] == "of" and (objects := tree.below(child, "pobj")):
                return objects[0]
    return i


def kinds(tree: Tree, i: int) -> frozenset[str]:
    """Return the kinds and sorts of the phrase whose head is `i`; `any` alone where nothing is known of it."""
    i = content_head(tree, i)
    mention = tree.mentions[i]
    word = kinds_of_word(tree.lemmas[i])
    if mention is not None and mention.form == "adjective":
        return _PEOPLE if tree.tags[i] in ("NNS", "NNPS") else _STATE
    if mention is not None:
        known = _OF_TYPE.get(mention.type, _BODY)
        if sort := _SORT_OF_TYPE.get(mention.type):
            known |= {sort}
        if mention.form in ("metonym", "plural"):
            known |= {"party", "country"}
        return known | word if mention.form in ("description", "pronoun", "plural") or mention.end > i + 1 else known
    if tree.words[i] in _PERSONAL:
        return frozenset(("person", "party", "any"))
    if tree.tags[i] == "CD" or (tree.lemmas[i] in QUANTIFIERS and tree.pos[i] != "ADJ"):
        return _NUMBER
    return word | {"party"} if len(word) == 1 and tree.pos[i] == "PROPN" else word


@lru_cache(maxsize=20_000)
def kinds_of_word(lemma: str) -> frozenset[str]:
    """Return what the lexicons say that a noun stands for."""
    found = kinds_by_word().get(lemma, frozenset())
    if found & {"person", "body"}:
        found |= {"party"}
    weapon = weapon_by_word().get(lemma)
    if weapon is not None:
        if weapon.kind in _WEAPON_PARTS:
            found |= {"weapon"}
        elif weapon.kind == "aircraft":
            found |= {"air", "vehicle"}
    return found | _ANY


def matches(tree: Tree, i: int, items: tuple[str, ...]) -> bool:
    """Say whether the phrase with head `i` is of one of the kinds (`@person`) or has one of the lemmas in `items`."""
    head = content_head(tree, i)
    lemma, word = tree.lemmas[head], tree.words[head]
    found: frozenset[str] | None = None
    for item in items:
        if item[0] == "@":
            if found is None:
                found = kinds(tree, i)
            if item[1:] in found:
                return True
        elif item in (lemma, word):
            return True
    return False

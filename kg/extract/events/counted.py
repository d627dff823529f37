"""Who was counted: civilians, combatants, police, children, women, aid and health workers, journalists."""

from kg.extract.events.tree import Tree
from kg.records.model import CountedGroup

_WORDS: dict[CountedGroup, str] = {
    "civilians": "civilian noncombatant villager resident passerby bystander inhabitant townspeople",
    "combatants": (
        "soldier troop fighter militant rebel insurgent gunman serviceman servicewoman marine guerrilla militiaman "
        "mercenary peacekeeper combatant commando conscript recruit paratrooper sailor airman jihadist jihadi "
        "separatist paramilitary infantryman ranger reservist warrior"
    ),
    "police": "policeman policewoman gendarme constable",
    "children": "child boy girl baby infant toddler teenager schoolchild schoolboy schoolgirl minor youngster newborn",
    "women": "woman",
    "healthWorkers": "doctor nurse medic paramedic surgeon midwife physician",
    "journalists": "journalist reporter cameraman photojournalist correspondent photographer editor",
}
_BY_WORD: dict[str, CountedGroup] = {word: group for group, words in _WORDS.items() for word in words.split()}
_BY_MODIFIER: dict[str, CountedGroup] = {
    "police": "police",
    "aid": "aidWorkers",
    "humanitarian": "aidWorkers",
    "relief": "aidWorkers",
    "health": "healthWorkers",
    "medical": "healthWorkers",
    "hospital": "healthWorkers",
    "ambulance": "healthWorkers",
    "media": "journalists",
    "army": "combatants",
    "militia": "combatants",
    "military": "combatants",
    "rebel": "combatants",
    "taliban": "combatants",
    "civilian": "civilians",
}
"""What a word before "officers", "workers", "members" ... says of them."""
_BLANK = frozenset(
    "officer worker member staff personnel employee crew driver man people person casualty victim death volunteer "
    "staffer recruit cadet trainee".split()
)
_FORMER = frozenset(("former", "ex", "retired", "suspected", "alleged"))


def counted_group(tree: Tree, head: int) -> CountedGroup | None:
    """Return whom the noun `head` counts; None for people of any kind, "men", and those who are no longer what it says.

    "police officers" are police, "aid workers" aid workers, "young women" women.
    """
    before = [
        child for child in tree.children[head] if child < head and tree.deps[child] in ("compound", "amod", "nmod")
    ]
    words = [tree.words[child] for child in before]
    if _FORMER.intersection(words):
        return None
    lemma = tree.lemmas[head]
    if lemma in _BLANK:
        return next((_BY_MODIFIER[word] for word in words if word in _BY_MODIFIER), None)
    return _BY_WORD.get(lemma)

"""The phrases around one possible trigger, found when a rule first asks for them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property

from kg.extract.events.grammar import (
    VERBAL,
    agents,
    figure_of_put,
    indirect_objects,
    is_infinitive,
    is_passive,
    objects,
    prepositions,
    subjects,
    surface_subjects,
)
from kg.extract.events.tree import Tree
from kg.lexicon.event_cues import is_aspect
from kg.lexicon.light_verbs import LightVerb, Side, light_verb_by_words

NOMINAL = ("nsubj", "nsubjpass", "dobj", "pobj")
"""Dependencies in which any word stands for a noun: "among the dead"."""
_PREMODIFIERS = frozenset(("amod", "compound", "nmod", "poss", "nummod", "npadvmod", "advmod", "det", "quantmod"))
_OBJECT_PREPOSITIONS = frozenset(
    ("to", "against", "on", "with", "from", "for", "between", "by", "in", "at", "into", "before")
)


_CHAIN = 2
"""How many nouns may stand between an event noun and its verb ("held a round of peace talks")."""
_MONEY = frozenset(("million", "billion", "dollar", "euro", "pound", "worth", "$", "€", "£"))


@dataclass(frozen=True, slots=True)
class Support:
    """The verb that a noun leans on ("hold" for talks): who its sides are, and whether the event happens."""

    verb: int
    relation: str
    light: LightVerb | None
    sides: dict[Side, list[int]] = field(default_factory=dict)


class Site:
    """The surroundings of token `i`."""

    def __init__(self, tree: Tree, i: int, *, nominal: bool = False) -> None:
        """Look at token `i` of `tree`; `nominal` where a verb form stands as a noun ("fighting broke out")."""
        self.tree = tree
        self.i = i
        self.verbal = tree.pos[i] in VERBAL and not nominal

    @cached_property
    def subjects(self) -> list[int]:
        """Who does it."""
        if self.verbal:
            return subjects(self.tree, self.i)
        if self.tree.pos[self.i] == "ADJ" and self.tree.deps[self.i] not in NOMINAL:
            return self._described
        return self.support.sides.get("agent", []) if self.support else []

    @cached_property
    def _described(self) -> list[int]:
        """What a predicative adjective says something of: "three dead", "were found dead"."""
        tree = self.tree
        if tree.deps[self.i] == "amod":
            return [tree.heads[self.i]]
        own = tree.below(self.i, "nsubj", "nsubjpass", "npadvmod")
        if own:
            return tree.conjuncts(own[0])
        return surface_subjects(tree, self.i) or (
            surface_subjects(tree, tree.heads[self.i]) if tree.pos[tree.heads[self.i]] in VERBAL else []
        )

    @cached_property
    def objects(self) -> list[int]:
        """What it is done to."""
        if self.verbal:
            return objects(self.tree, self.i)
        return self.support.sides.get("patient", []) if self.support else []

    @cached_property
    def indirect(self) -> list[int]:
        """To whom something is given, without a preposition."""
        if self.verbal:
            return indirect_objects(self.tree, self.i)
        if self.support is not None and self.support.relation == "object":
            return indirect_objects(self.tree, self.support.verb)
        return []

    @cached_property
    def agents(self) -> list[int]:
        """The nouns behind "by"."""
        return agents(self.tree, self.i)

    @cached_property
    def prepositions(self) -> dict[str, list[int]]:
        """The nouns behind each preposition of the trigger, of its object, or of the verb that a noun leans on."""
        tree = self.tree
        found = {word: list(nouns) for word, nouns in prepositions(tree, self.i, after=self.verbal).items()}
        others: list[int] = []
        if self.verbal:
            others = [
                obj
                for obj in tree.below(self.i, "dobj", "nsubjpass")
                if tree.pos[obj] in ("NOUN", "PROPN", "PRON", "NUM")
            ]
        elif self.support is not None:
            others = [self.support.verb]
        for other in others:
            for word, nouns in prepositions(tree, other).items():
                if word in _OBJECT_PREPOSITIONS and (self.verbal or word != "by") and self.i not in nouns:
                    found.setdefault(word, []).extend(noun for noun in nouns if noun not in found.get(word, ()))
        return found

    @cached_property
    def modifiers(self) -> list[int]:
        """The words before a noun that modify it, with what is coordinated with them and hyphenated to them."""
        return [
            node
            for child in self.tree.children[self.i]
            if child < self.i and self.tree.deps[child] in _PREMODIFIERS
            for node in self.tree.subtree(child)
        ]

    @cached_property
    def possessors(self) -> list[int]:
        """Whose it is."""
        return [noun for child in self.tree.below(self.i, "poss") for noun in self.tree.conjuncts(child)]

    @cached_property
    def compound_head(self) -> int:
        """The noun that the trigger stands before ("bombing suspect": suspect), or -1."""
        head = self.tree.heads[self.i]
        if self.tree.deps[self.i] in ("compound", "nmod", "amod", "npadvmod") and head > self.i:
            return head
        return -1

    @cached_property
    def support(self) -> Support | None:
        """What a noun leans on."""
        return find_support(self.tree, self.i) if not self.verbal else None

    @cached_property
    def governors(self) -> list[int]:
        """The verb, preposition or noun that governs the trigger, and what governs a preposition."""
        tree = self.tree
        node = tree.first_conjunct(self.i)
        head = tree.heads[node]
        if head == node:
            return []
        if tree.deps[node] == "pobj":
            return [head, tree.heads[head]]
        return [head, *(child for child in tree.below(self.i, "acl") if tree.tags[child] in ("VBN", "VBD"))]

    @cached_property
    def clauses(self) -> list[int]:
        """The verbs of the clauses that depend on the trigger."""
        tree = self.tree
        return tree.below(self.i, "xcomp", "ccomp", "acl") + [
            clause for clause in tree.below(self.i, "relcl", "advcl") if not self.verbal and is_infinitive(tree, clause)
        ]


def find_support(tree: Tree, noun: int) -> Support | None:
    """Return the verb that the event noun `noun` leans on, or None."""
    for participle in tree.below(noun, "acl"):
        light = _light(tree, participle, "")
        if light is not None and tree.tags[participle] in ("VBN", "VBD"):
            return _sided(participle, "passive", light, agents(tree, participle), [])
    return _governing(tree, tree.first_conjunct(noun))


def _governing(tree: Tree, noun: int, depth: int = 0) -> Support | None:
    dep, head = tree.deps[noun], tree.heads[noun]
    if dep in ("dobj", "nsubjpass", "nsubj", "attr") and tree.pos[head] in VERBAL:
        return _verb_support(tree, noun, head)
    if dep == "pobj":
        return _prepositional(tree, head, depth)
    if dep in ("compound", "nmod") and head > noun and depth < _CHAIN:
        return _governing(tree, tree.first_conjunct(head), depth + 1)
    return None


def _verb_support(tree: Tree, noun: int, verb: int) -> Support:
    dep = tree.deps[noun]
    light = _light(tree, verb, "") if figure_of_put(tree, verb) is None else None
    relation = {"dobj": "object", "nsubjpass": "passive", "nsubj": "subject", "attr": "copula"}[dep]
    if light is None or relation in ("subject", "copula"):
        return Support(verb, relation, light if relation == "subject" and is_occurrence(tree, verb) else None)
    subject = agents(tree, verb) if relation == "passive" else surface_subjects(tree, verb)
    return _sided(verb, relation, light, subject, [])


def _sided(verb: int, relation: str, light: LightVerb, subject: list[int], obj: list[int]) -> Support:
    given: tuple[tuple[Side | None, list[int]], ...] = ((light.subject, subject), (light.object, obj))
    return Support(verb, relation, light, {side: nouns for side, nouns in given if side is not None})


def _prepositional(tree: Tree, preposition: int, depth: int) -> Support | None:
    """Return the support of a noun behind `preposition`: "engaged in", "responsible for", "a wave of"."""
    head, word = tree.heads[preposition], tree.words[preposition]
    if word == "behind":
        subject = surface_subjects(tree, head) if tree.pos[head] in VERBAL else [head]
        return _sided(head, "preposition", light_verb_by_words()["behind", ""], subject, [])
    light = _light(tree, head, word)
    if light is None and tree.deps[head] == "dobj" and _light(tree, tree.heads[head], word) is not None:
        head = tree.heads[head]  # the parser hung "accused the rebels of the attack" on the rebels
        light = _light(tree, head, word)
    for obj in tree.below(head, "dobj"):
        lent = _light(tree, obj, word) if light is None and tree.pos[head] in VERBAL else None
        if lent is not None:
            return _sided(head, "preposition", lent, surface_subjects(tree, head), [])
    if word in ("in", "of") and tree.lemmas[head] in _MONEY and depth < _CHAIN:
        return _governing(tree, tree.first_conjunct(head), depth + 1)
    if light is None:
        if word == "of" and tree.pos[head] == "NOUN" and is_aspect(tree.lemmas[head]) and depth < _CHAIN:
            return _governing(tree, tree.first_conjunct(head), depth + 1)
        return None
    if tree.pos[head] in VERBAL:
        return _sided(head, "preposition", light, surface_subjects(tree, head), objects(tree, head))
    verb = tree.heads[head]
    subject = [noun for owner in tree.below(head, "poss") for noun in tree.conjuncts(owner)]
    if not subject and tree.pos[verb] in VERBAL and not is_passive(tree, verb):
        subject = surface_subjects(tree, verb)
    return _sided(verb if tree.pos[verb] in VERBAL else head, "preposition", light, subject, [])


def _light(tree: Tree, verb: int, preposition: str) -> LightVerb | None:
    light = light_verb_by_words().get((tree.lemmas[verb], preposition))
    if light is not None and light.child and not any(tree.words[c] == light.child for c in tree.children[verb]):
        return None
    return light


def is_occurrence(tree: Tree, verb: int) -> bool:
    """Say whether `verb` tells only that its subject happens: "talks began", "the attack took place"."""
    return tree.lemmas[verb] in _OCCURRENCE


def support_verbs(site: Site) -> Iterator[int]:
    """Yield the verbs whose time and place are the trigger's own."""
    support = site.support
    if support is not None and (
        support.light is not None or support.relation == "copula" or is_occurrence(site.tree, support.verb)
    ):
        yield support.verb


_OCCURRENCE = frozenset(
    "take begin start resume continue happen occur erupt follow end last come go break escalate intensify kill wound "
    "injure target hit strike rock destroy damage leave cause open conclude collapse fail expire convene be rage claim "
    "shake flare unfold near stall drag proceed progress stretch span focus center centre revolve deal".split()
)

"""Subjects, objects and prepositional phrases of verbs by their meaning: passives, relatives and control undone."""

from kg.extract.events.tree import Tree
from kg.lexicon.event_lists import event_list

RELATIVES = frozenset(("who", "which", "that", "whom"))
VERBAL = frozenset(("VERB", "AUX"))
_OBJECT_CONTROL = event_list("object-control")
_ABOUT_OBJECT = event_list("about-the-object")
_APPEALING = event_list("appealing")
_DEPTH = 6
_NEAR = 4
"""Tokens within which the object of a second verb counts as the first one's too ("killed or wounded 20")."""


def is_passive(tree: Tree, verb: int) -> bool:
    """Say whether the subject of `verb`, spoken or not, is what suffers the action."""
    if any(tree.deps[child] in ("nsubjpass", "auxpass") for child in tree.children[verb]):
        return True
    if _is_predicate(tree, verb):
        return False
    if _elliptic(tree, verb) or (tree.deps[verb] == "acl" and tree.tags[verb] == "VBD"):
        return True
    if tree.tags[verb] != "VBN" or any(tree.lemmas[aux] == "have" for aux in tree.below(verb, "aux")):
        return False
    if tree.deps[verb] in ("acl", "amod", "oprd", "acomp"):
        return True
    if tree.deps[verb] == "xcomp":
        return not tree.below(verb, "aux", "dobj")
    if tree.deps[verb] == "advcl":
        return not tree.below(verb, "nsubj", "dobj", "aux")
    if tree.deps[verb] == "conj" and not tree.below(verb, "nsubj", "aux"):
        return is_passive(tree, tree.heads[verb])
    return False


def _is_predicate(tree: Tree, verb: int) -> bool:
    """Say whether the parser takes the verb of a sentence for a description of its subject: "Solen, the envoy, called".

    It stands behind a comma, and the sentence has no other verb above it.
    """
    noun = tree.heads[verb]
    behind = tree.words[verb - 1] == "," and noun < verb
    return behind and tree.deps[verb] == "acl" and tree.deps[noun] == "ROOT" and tree.pos[noun] == "PROPN"


def _elliptic(tree: Tree, verb: int) -> bool:
    """Say whether a participle leaves out the auxiliary it shares: "nine were killed and twenty wounded"."""
    return (
        tree.deps[verb] == "conj"
        and tree.tags[verb] in ("VBN", "VBD")
        and not tree.below(verb, "dobj", "aux", "prt")
        and bool(tree.below(tree.heads[verb], "auxpass"))
        and bool(tree.below(tree.heads[verb], "nsubjpass"))
    )


def surface_subjects(tree: Tree, verb: int, depth: int = 0) -> list[int]:
    """Return the heads of the grammatical subject of `verb`, looked for where the clause leaves it out."""
    own = tree.below(verb, "nsubj", "nsubjpass")
    if own:
        return _resolved(tree, verb, own[-1])
    return _unspoken(tree, verb, depth) if depth <= _DEPTH else []


def _unspoken(tree: Tree, verb: int, depth: int) -> list[int]:
    """Return the subject that the clause of `verb` shares with another or leaves to its governor."""
    dep, head = tree.deps[verb], tree.heads[verb]
    verbal = tree.pos[head] in VERBAL
    match dep:
        case "conj":
            return surface_subjects(tree, head, depth + 1) if verbal else []
        case "xcomp" | "ccomp":
            return _controller(tree, verb, head, depth)
        case "advcl":
            return _of_main_clause(tree, verb, head, depth)
        case "acl" | "relcl":
            return _described(tree, verb, _beyond_place(tree, head), depth)
        case "pcomp":
            return _behind_preposition(tree, head, depth)
        case "oprd" | "acomp" if verbal:
            return objects(tree, head) or surface_subjects(tree, head, depth + 1)
        case "amod":
            return [_named(tree, head)]
        case _:
            return []


def _named(tree: Tree, noun: int) -> int:
    """Return the name that a title stands before ("ousted President Morsi": Morsi)."""
    while tree.deps[noun] == "compound" and tree.pos[tree.heads[noun]] == "PROPN":
        noun = tree.heads[noun]
    return noun


def _resolved(tree: Tree, verb: int, subject: int) -> list[int]:
    """Return the conjuncts of `subject`; of a relative pronoun, those of the noun before it."""
    if tree.words[subject] in RELATIVES:
        antecedent = antecedent_of(tree, verb)
        if antecedent >= 0:
            return [antecedent]
    return tree.conjuncts(subject)


def antecedent_of(tree: Tree, verb: int) -> int:
    """Return the noun that the relative clause with `verb` describes, or -1."""
    node = verb
    for _ in range(_DEPTH):
        if tree.deps[node] == "relcl":
            return _beyond_place(tree, tree.heads[node])
        if tree.deps[node] not in ("conj", "xcomp", "ccomp", "advcl"):
            return -1
        node = tree.heads[node]
    return -1


def _beyond_place(tree: Tree, noun: int) -> int:
    """Return the noun that a place belongs to: what killed in "an attack in Madrid which killed ten" is the attack."""
    while tree.deps[noun] in ("appos", "pobj") and tree.heads[noun] != noun:
        above = tree.heads[noun]
        if tree.deps[noun] == "pobj":
            if tree.words[above] not in ("in", "at", "near", "outside", "on") or tree.pos[tree.heads[above]] != "NOUN":
                break
            above = tree.heads[above]
        elif tree.pos[noun] != "PROPN":
            break
        noun = above
    return noun


def _of_main_clause(tree: Tree, verb: int, head: int, depth: int) -> list[int]:
    """Return who acts in an adverbial clause: after a passive, not what suffered ("was hit by a mine, killing two")."""
    head = main_verb(tree, verb, head)
    if tree.pos[head] not in VERBAL:
        return []
    if is_passive(tree, head) and tree.tags[verb] == "VBG" and not tree.below(verb, "mark"):
        return agents(tree, head)
    return surface_subjects(tree, head, depth + 1)


def main_verb(tree: Tree, participle: int, head: int) -> int:
    """Return the verb that a participle behind a comma belongs to: the finite one, not an infinitive between them.

    In "He set a deadline for them to leave, threatening war" the one who threatens is he.
    """
    if tree.tags[participle] != "VBG" or tree.words[tree.left_edge(participle) - 1] != ",":
        return head
    node = head
    for _ in range(_DEPTH):
        if is_infinitive(tree, node) and tree.heads[node] != node:
            node = tree.heads[node]
            while tree.pos[node] not in VERBAL and tree.heads[node] != node:
                node = tree.heads[node]
        else:
            break
    return node if tree.pos[node] in VERBAL else head


def is_infinitive(tree: Tree, verb: int) -> bool:
    """Say whether `verb` stands with "to"."""
    return any(tree.tags[child] == "TO" for child in tree.below(verb, "aux"))


def _controller(tree: Tree, verb: int, head: int, depth: int) -> list[int]:
    if tree.pos[head] not in VERBAL and tree.pos[head] != "ADJ":
        return []
    if tree.deps[verb] == "ccomp" and (tree.tags[verb] not in ("VB", "VBG") or not _untensed(tree, verb)):
        return []
    for child in tree.below(head, "prep"):
        if (
            tree.lemmas[head] in _APPEALING
            and tree.words[child] in ("on", "upon", "to", "with", "for")
            and child < verb
        ):
            return [noun for obj in tree.below(child, "pobj") for noun in tree.conjuncts(obj)]
    if tree.lemmas[head] in _OBJECT_CONTROL and (found := objects(tree, head)):
        return found
    if tree.pos[head] == "ADJ" and tree.deps[head] in ("acomp", "attr"):
        head = tree.heads[head]
    return surface_subjects(tree, head, depth + 1)


def _untensed(tree: Tree, verb: int) -> bool:
    return all(tree.tags[child] == "TO" for child in tree.below(verb, "aux"))


def _described(tree: Tree, verb: int, noun: int, depth: int) -> list[int]:
    """Return who does what describes `noun`: the noun itself, or for "plan to attack" whose plan it is."""
    if not is_infinitive(tree, verb) or tree.deps[verb] == "relcl":
        return [noun]
    if owners := tree.below(noun, "poss"):
        return tree.conjuncts(owners[0])
    governor = tree.heads[noun]
    if tree.deps[noun] in ("dobj", "pobj", "attr") and governor != noun:
        while tree.pos[governor] not in VERBAL and tree.heads[governor] != governor:
            governor = tree.heads[governor]
        return surface_subjects(tree, governor, depth + 1)
    return [noun] if tree.pos[noun] in ("NOUN", "PROPN") and tree.deps[noun] == "nsubj" else []


def _behind_preposition(tree: Tree, preposition: int, depth: int) -> list[int]:
    governor = tree.heads[preposition]
    if tree.pos[governor] in VERBAL:
        if tree.lemmas[governor] in _ABOUT_OBJECT and (found := objects(tree, governor)):
            return found
        return surface_subjects(tree, governor, depth + 1)
    if tree.pos[governor] == "ADJ" and tree.pos[tree.heads[governor]] in VERBAL:
        return surface_subjects(tree, tree.heads[governor], depth + 1)
    if owners := tree.below(governor, "poss"):
        return tree.conjuncts(owners[0])
    return []


def subjects(tree: Tree, verb: int) -> list[int]:
    """Return who does it: the subject of an active verb, the agent of a passive one."""
    if is_passive(tree, verb):
        return agents(tree, verb)
    return surface_subjects(tree, verb)


def agents(tree: Tree, head: int) -> list[int]:
    """Return the nouns behind "by" beside `head`, also behind its "of" ("the killing of two men by police")."""
    nouns = [head]
    if tree.pos[head] == "NOUN":
        nouns += [
            noun
            for child in tree.below(head, "prep")
            if tree.words[child] == "of"
            for noun in tree.below(child, "pobj")
        ]
    return [
        noun
        for node in nouns
        for child in tree.children[node]
        if tree.words[child] == "by" and tree.deps[child] in ("agent", "prep")
        for obj in tree.below(child, "pobj")
        for noun in tree.conjuncts(obj)
    ]


def objects(tree: Tree, verb: int) -> list[int]:
    """Return what the action of `verb` is done to."""
    if is_passive(tree, verb):
        return _retained(tree, verb) or surface_subjects(tree, verb)
    own = [noun for noun in tree.below(verb, "dobj") if tree.words[tree.left_edge(noun) - 1] != ","]
    if own:
        if tree.words[own[0]] in RELATIVES and (antecedent := antecedent_of(tree, verb)) >= 0:
            return [antecedent]
        return [noun for obj in own for noun in tree.conjuncts(obj)]
    for other in tree.below(verb, "conj"):
        shared = tree.below(other, "dobj")
        if shared and other - verb <= _NEAR and not tree.below(other, "nsubj", "nsubjpass"):
            return tree.conjuncts(shared[0])
    if tree.deps[verb] == "relcl" and _has_gap(tree, verb):
        return [tree.heads[verb]]
    return []


def _retained(tree: Tree, verb: int) -> list[int]:
    """Return what was given in "the rebels were given weapons"."""
    return tree.below(verb, "dobj") if tree.lemmas[verb] in _OF_GIVING else []


_OF_GIVING = event_list("giving")


def _has_gap(tree: Tree, verb: int) -> bool:
    """Say whether a relative clause leaves out its object ("the town rebels captured")."""
    subject = tree.below(verb, "nsubj")
    return (
        bool(subject)
        and tree.words[subject[0]] not in RELATIVES
        and not tree.below(verb, "prep", "ccomp", "xcomp", "advmod", "npadvmod", "attr", "acomp", "dative")
    )


def indirect_objects(tree: Tree, verb: int) -> list[int]:
    """Return the receiver in "gave the rebels weapons", "the rebels were given weapons"."""
    if is_passive(tree, verb) and _retained(tree, verb):
        return surface_subjects(tree, verb)
    return [noun for child in tree.below(verb, "dative") if tree.pos[child] != "ADP" for noun in tree.conjuncts(child)]


def prepositions(tree: Tree, head: int, *, after: bool = False) -> dict[str, list[int]]:
    """Return the nouns behind each preposition that depends on `head`; "out of" counts as both of its words.

    Args:
        tree: the parse.
        head: a verb or noun.
        after: leave out what stands before the head ("for each firm, call the owner").
    """
    found: dict[str, list[int]] = {}
    queue = [
        child for child in tree.children[head] if tree.pos[child] in ("ADP", "SCONJ") or tree.deps[child] == "prep"
    ]
    for child in queue:
        if after and child < head:
            continue
        if tree.deps[child] not in ("prep", "agent", "dative", "conj", "prt"):
            continue
        nouns = [noun for obj in tree.below(child, "pobj") for noun in tree.conjuncts(obj)]
        for inner in tree.below(child, "prep"):
            nouns += [noun for obj in tree.below(inner, "pobj") for noun in tree.conjuncts(obj)]
            queue.append(inner)
        queue += [other for other in tree.below(child, "conj") if tree.pos[other] == "ADP"]
        found.setdefault(tree.words[child], []).extend(nouns)
    return found


def figure_of_put(tree: Tree, verb: int) -> int | None:
    """Return the number of "put the toll at nine", None where `verb` puts nothing at a number."""
    if tree.lemmas[verb] != "put":
        return None
    behind = (noun for at in tree.below(verb, "prep") if tree.words[at] == "at" for noun in tree.below(at, "pobj"))
    return next((noun for noun in behind if tree.tags[noun] == "CD"), None)

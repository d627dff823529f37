"""The modality and polarity of a clause: its auxiliaries and conjunction, and the verb or noun that governs it."""

from kg.extract.events.grammar import VERBAL, is_infinitive, main_verb
from kg.extract.events.moods import mood_of
from kg.extract.events.status import PARTS, Status, flipped, of_cue
from kg.extract.events.tree import Tree
from kg.lexicon.event_cues import EventCue, find_cue, is_aspect
from kg.lexicon.event_lists import event_list

_FUTURE = frozenset(("will", "'ll", "’ll", "shall", "wo", "gonna"))
_MAYBE = frozenset(("may", "might", "could", "can", "ca", "cannot"))
_OUGHT = frozenset(("must", "should", "ought"))
_WOULD = frozenset(("would", "'d", "’d"))
_LATER = frozenset(("later", "eventually", "subsequently", "ultimately"))
_CONDITIONS = frozenset(("if", "unless", "whether", "lest"))
_BEFOREHAND = frozenset(("until", "before", "till", "once", "when"))
_PRESENT = ("VBZ", "VBP", "VB")
_NEVER_DONE = frozenset(("without", "instead", "against"))
_DONE = frozenset("after before by since while upon in despite following".split())
_SAYING = event_list("saying")
_ASKING_MOODS = event_list("wishing")
"""Verbs whose clause has a bare verb where it tells what is wished for: "insisted that they leave"."""
_KNOWING = event_list("knowing")
"""Verbs over whose infinitive an event is as real as they are: "is believed to have attacked"."""
_LETTING = event_list("letting")
_LAWS = event_list("laws")
"""What lets something happen without telling that it did: "The law allows police to arrest protesters"."""
_GATHERING = event_list("gathering")
_PROTESTING = event_list("protesting")
_ORDINALS = frozenset(("first", "second", "third", "only", "late", "latest", "last"))
_NEARLY = frozenset(("almost", "nearly"))
_DEPENDENT = frozenset(("xcomp", "ccomp", "acl", "pcomp", "oprd", "acomp"))
_OF_PHRASES = 2
_DEPTH = 8


def clause_status(tree: Tree, verb: int, depth: int = 0) -> Status:
    """Return the status of the clause of `verb`."""
    own = _own(tree, verb)
    above = _above(tree, verb, own, depth) if depth < _DEPTH else Status()
    doubted = own.modality == "planned" and above.modality == "hypothetical"
    modality = own.modality if own.modality != "actual" and not doubted else above.modality
    return Status(modality, "positive" if own.polarity == above.polarity else "negative")


def under_cue(tree: Tree, head: int, cue: EventCue, depth: int = 0) -> Status:
    """Return the status that `cue` at `head` gives, turned round where the cue itself is denied ("did not refuse")."""
    above = clause_status(tree, head, depth + 1) if tree.pos[head] in VERBAL else Status()
    status = of_cue(cue)
    if (above.polarity == "negative") != (tree.pos[head] == "NOUN" and is_none(tree, head)):
        status = flipped(status)
    if status.modality == "actual" and above.modality != "actual":
        status = status._replace(modality=above.modality)
    return status


def _own(tree: Tree, verb: int) -> Status:
    """Return what the clause of `verb` says by itself."""
    modality, negative = "actual", False
    for child in tree.children[verb]:
        word, dep = tree.words[child], tree.deps[child]
        if (dep == "neg" and child < verb) or (word in ("never", "no") and dep in ("advmod", "det", "preconj")):
            negative = not negative
        elif dep in ("aux", "auxpass"):
            modality = _auxiliary(tree, verb, word) or modality
        elif word in _NEARLY and child == verb - 1:
            negative = True
        elif dep == "mark" or (dep == "advmod" and word == "when"):
            modality = _conjunction(tree, verb, child) or modality
        elif dep in ("nsubj", "nsubjpass", "dobj") and is_none(tree, child):
            negative = not negative
    if modality == "planned" and any(_has_word(tree, child, "if") for child in tree.below(verb, "advcl")):
        modality = "hypothetical"
    if modality == "actual":
        modality = mood_of(tree, verb)
    return Status(modality, "negative" if negative else "positive")


def _has_word(tree: Tree, head: int, word: str) -> bool:
    return any(tree.words[child] == word for child in tree.children[head])


def is_none(tree: Tree, noun: int) -> bool:
    """Say whether the phrase of `noun` says that there is none: "nobody", "no plans", "neither side"."""
    return tree.words[noun] in ("none", "nobody", "nothing", "neither") or any(
        child < noun and tree.words[child] in ("no", "neither", "not")
        for child in tree.below(noun, "det", "preconj", "cc", "neg")
    )


def _auxiliary(tree: Tree, verb: int, word: str) -> str | None:
    if word in _FUTURE:
        return "planned"
    if word in _MAYBE:
        return "planned" if _is_purpose(tree, verb) else "hypothetical"
    if word in _OUGHT:
        return "demanded"
    if word in _WOULD and any(tree.words[child] in _LATER for child in tree.below(verb, "advmod")):
        return None  # "He would later become": what came to pass
    if word in _WOULD:
        return "planned" if _reported(tree, verb) else "hypothetical"
    return None


def _reported(tree: Tree, verb: int) -> bool:
    """Say whether `verb` heads the content of a verb of saying, so that "would" is a future in the past."""
    node = verb
    for _ in range(_DEPTH):
        head = tree.heads[node]
        if tree.deps[node] == "acl" and _is_content(tree, node):  # "told reporters after the talks that he would"
            head = next((above for above in tree.climb(node) if tree.pos[above] in VERBAL), head)
        if tree.deps[node] in ("ccomp", "acl") and tree.lemmas[head] in _SAYING:
            return not any(_has_word(tree, clause, "if") for clause in tree.below(verb, "advcl"))
        if tree.deps[node] not in ("conj", "xcomp", "advcl", "ccomp") or head == node:
            return False
        node = head
    return False


def _conjunction(tree: Tree, verb: int, mark: int) -> str | None:
    word = tree.words[mark]
    if word in _CONDITIONS:
        return "hypothetical"
    if (word in _BEFOREHAND or _is_as_soon_as(tree, mark)) and tree.tags[verb] in _PRESENT:
        return "hypothetical"
    present = any(tree.tags[child] in _PRESENT for child in tree.below(verb, "aux", "auxpass"))
    return "hypothetical" if present and word in ("until", "before", "till") else None


def _is_as_soon_as(tree: Tree, mark: int) -> bool:
    """Say whether `mark` is the second "as" of "as soon as the siege ends"."""
    return tree.words[mark] == "as" and tree.words[mark - 1] == "soon"


def _is_purpose(tree: Tree, verb: int) -> bool:
    """Say whether the clause tells what is aimed at: "so that the wounded could be evacuated"."""
    return any(tree.words[mark] == "that" and tree.words[mark - 1] == "so" for mark in tree.below(verb, "mark"))


def _above(tree: Tree, verb: int, own: Status, depth: int) -> Status:
    """Return what the governor of a clause says of it."""
    dep, head = tree.deps[verb], tree.heads[verb]
    if dep in ("xcomp", "advcl") and (planner := _word_before(tree, verb)) not in (-1, head):
        return _governed(tree, verb, planner, depth)
    if dep == "ccomp" and tree.words[head] == "had" and tree.deps[head] == "advcl" and head < verb:
        return Status("hypothetical")  # "Had the rebels attacked, ..."
    if dep == "conj":
        return _shared(tree, verb, depth)
    if dep == "advcl":
        return _adverbial(tree, verb, own, depth)
    if dep == "pcomp":
        if tree.words[head] in _NEVER_DONE:
            return Status("actual", "negative")
        if tree.words[head] in _DONE:
            return Status()
        if _is_bare_predicate(tree, tree.heads[head]):  # "could be responsible for attacking the convoy"
            return clause_status(tree, tree.heads[tree.heads[head]], depth + 1)
        return _governed(tree, verb, tree.heads[head], depth)
    if dep in _DEPENDENT or (dep == "relcl" and is_infinitive(tree, verb)):
        return _governed(tree, verb, head, depth)
    return Status()


def _is_bare_predicate(tree: Tree, adjective: int) -> bool:
    """Say whether the adjective is a predicate that leaves what stands behind it as real as its clause."""
    predicate = tree.pos[adjective] == "ADJ" and tree.deps[adjective] == "acomp"
    lemma = tree.lemmas[adjective]
    return predicate and find_cue("adjective", lemma) is None and find_cue("adjective", lemma, "object") is None


def _word_before(tree: Tree, verb: int) -> int:
    """Return the noun or participle right before "to" that tells what is meant ("accused of planning to attack")."""
    start = next((child for child in tree.children[verb] if tree.tags[child] == "TO"), 0) - 1
    if start < 0 or tree.pos[start] not in ("NOUN", "VERB"):
        return -1
    return start if find_cue("noun", tree.lemmas[start]) is not None else -1


def _shared(tree: Tree, verb: int, depth: int) -> Status:
    """Return what a second verb takes over from the first: "will attack and capture", "failed to attack or capture"."""
    head = tree.heads[verb]
    if tree.pos[head] not in VERBAL or (tree.tags[verb] in ("VBD", "VBZ") and is_infinitive(tree, head)):
        return Status()
    if any(tree.words[child] == "but" for child in tree.below(head, "cc")):
        return clause_status(tree, head, depth + 1)._replace(polarity="positive")
    if tree.below(verb, "nsubj", "nsubjpass", "aux") or tree.tags[verb] in ("VBD", "VBZ", "VBP"):
        above = _above(tree, head, Status(), depth + 1)
        return above if tree.deps[head] in ("xcomp", "ccomp") and above.modality != "actual" else Status()
    return clause_status(tree, head, depth + 1)


def _governed(tree: Tree, verb: int, head: int, depth: int) -> Status:
    """Return what the verb, noun or adjective `head` says of the clause of `verb`."""
    lemma, part, dep = tree.lemmas[head], PARTS.get(tree.pos[head], ""), tree.deps[verb]
    infinitive = is_infinitive(tree, verb)
    if infinitive and lemma == "be" and any(_is_counted_out(tree, noun) for noun in tree.below(head, "attr")):
        return clause_status(tree, head, depth + 1)
    if infinitive and part == "verb" and _is_done_by_gathering(tree, verb, head):
        return clause_status(tree, head, depth + 1)
    if infinitive and dep in ("acl", "relcl") and _is_counted_out(tree, head):
        return Status()
    if part == "noun" and not infinitive and dep == "acl" and not _is_content(tree, verb):
        return Status()
    if lemma in _LETTING and any(tree.lemmas[subject] in _LAWS for subject in tree.below(head, "nsubj")):
        return Status("hypothetical")
    if part == "verb" and (lemma in _LETTING or (dep == "xcomp" and is_aspect(lemma))):
        return clause_status(tree, head, depth + 1)
    if part == "noun" and is_aspect(lemma) and is_none(tree, head):
        return Status("actual", "negative")
    if part == "noun" and in_doubt(tree, head):
        return Status("actual", "negative")
    cue = find_cue(part, lemma) or (find_cue(part, lemma, "object") if dep == "pcomp" else None)
    if cue is not None and (dep != "ccomp" or lemma not in _SAYING or infinitive or _wished(tree, verb, head)):
        return under_cue(tree, head, cue, depth)
    return Status("planned") if infinitive and _is_wanted(tree, verb, head, part) else Status()


def _is_wanted(tree: Tree, verb: int, head: int, part: str) -> bool:
    """Say whether an infinitive tells what `head` aims at, and not what was done: "claims to have shot it down"."""
    if any(tree.lemmas[aux] == "have" for aux in tree.below(verb, "aux")):
        return False
    return part == "noun" or (part == "verb" and tree.deps[verb] == "xcomp" and tree.lemmas[head] not in _KNOWING)


def _is_counted_out(tree: Tree, noun: int) -> bool:
    """Say whether the noun is one of those who did it: "the first member to resign", "the latest to be killed"."""
    nodes = [noun, *tree.below(noun, "amod")]
    for preposition in tree.below(noun, "prep"):  # "one of the first members to resign"
        nodes += [node for member in tree.below(preposition, "pobj") for node in tree.below(member, "amod")]
    for _ in range(_OF_PHRASES):  # "one of the first members to resign", "the first members of the council to resign"
        if tree.deps[noun] != "pobj" or tree.words[tree.heads[noun]] != "of":
            break
        noun = tree.heads[tree.heads[noun]]
        nodes += tree.below(noun, "amod")
    return any(tree.lemmas[node] in _ORDINALS or tree.words[node] == "latest" for node in nodes)


def _is_content(tree: Tree, verb: int) -> bool:
    """Say whether the clause tells what the noun above it means ("the claim that it attacked", "evidence that")."""
    return any(tree.words[mark] == "that" for mark in tree.below(verb, "mark"))


def _wished(tree: Tree, verb: int, head: int) -> bool:
    """Say whether the content of a verb of saying is wished for, not told: "insisted that they leave"."""
    if tree.lemmas[head] not in _ASKING_MOODS:
        return False
    return tree.tags[verb] == "VB" or (
        tree.tags[verb] == "VBP" and tree.tags[head] in ("VBD", "VBN") and not tree.below(verb, "aux")
    )


_CLAIMS = event_list("claims")
_DENYING = event_list("denying")
_FALSE = event_list("false")


def is_claim(tree: Tree, noun: int) -> bool:
    """Say whether `noun` is somebody's claim that something happened: "reports of an attack"."""
    return tree.lemmas[noun] in _CLAIMS and tree.pos[noun] == "NOUN"


def in_doubt(tree: Tree, noun: int) -> bool:
    """Say whether `noun` is a claim that is denied: "denied reports of an attack", "the claim to have won is false"."""
    if not is_claim(tree, noun):
        return False
    if tree.deps[noun] == "nsubj" and tree.lemmas[tree.heads[noun]] == "be":
        said = tree.below(tree.heads[noun], "acomp", "attr")
        return any(tree.words[word] in _FALSE for word in said) and not tree.below(tree.heads[noun], "neg")
    return (
        tree.deps[noun] in ("dobj", "nsubjpass")
        and tree.lemmas[tree.heads[noun]] in _DENYING
        and not tree.below(tree.heads[noun], "neg")
    )


def _is_done_by_gathering(tree: Tree, verb: int, head: int) -> bool:
    """Say whether those who come together do by it what they come for: "gathered to protest against the law"."""
    return tree.lemmas[head] in _GATHERING and tree.lemmas[verb] in _PROTESTING


def _adverbial(tree: Tree, verb: int, own: Status, depth: int) -> Status:
    """Return the status of an adverbial clause: a purpose is a plan, "killing three" is as real as its main clause."""
    head = tree.heads[verb]
    if is_infinitive(tree, verb):
        cue = find_cue("verb", tree.lemmas[head])
        if cue is not None and tree.below(verb, "nsubj", "nsubjpass"):
            return under_cue(tree, head, cue, depth)
        if _is_done_by_gathering(tree, verb, head):
            return clause_status(tree, head, depth + 1)
        went_on = tree.lemmas[head] == "go" and _has_word(tree, head, "on")
        return Status() if went_on else Status("planned")
    if tree.tags[verb] == "VBG" and not tree.below(verb, "mark", "aux") and own.modality == "actual":
        return clause_status(tree, main_verb(tree, verb, head), depth + 1)._replace(polarity="positive")
    return Status()

"""The modality and polarity of an event that a noun names: its modifiers, and what it is object or subject of."""

from kg.extract.events.clauses import clause_status, in_doubt, under_cue
from kg.extract.events.grammar import VERBAL, is_infinitive
from kg.extract.events.site import find_support, is_occurrence
from kg.extract.events.status import PARTS, Status, of_cue
from kg.extract.events.tree import Tree
from kg.lexicon.event_cues import EventCue, find_cue, is_aspect
from kg.lexicon.event_lists import event_list
from kg.lexicon.light_verbs import light_verb_by_words

_GOVERNING = frozenset("for to of on against with from about over into at".split())
"""Prepositions through which a word tells the status of the noun behind them, as against those of time and place."""
_OF_VERBS = frozenset(("for", "to", "against", "of", "into"))
_TAKING_PART = event_list("taking-part")
_SPEECHES = event_list("speeches")
"""With the nouns of the cues, what one has to hear before one rejects it: rejected calls were made."""
_OF_TIMETABLES = event_list("timetables")
_WEAK = frozenset(("any", "further"))
"""Adjectives that leave open whether there is an event only where nothing else tells it."""
_ON = frozenset(("on", "upon", "about", "over", "to", "toward", "towards", "for"))
_TOPICAL = event_list("topical")
"""Verbs whose preposition names what is to come of it: "agreed on a truce", "voted on sanctions"."""
_TOPIC = EventCue(pos="verb", modality="planned", polarity="positive", words=(), example="")
_SETTLED = event_list("settled")
"""Nouns that tell the status of what they are on: "without an agreement on a ceasefire"."""
_MEANS = event_list("means")
_NOT_OF_COMPOUNDS = event_list("not-of-compounds")
_AFTERWARDS = event_list("afterwards")
_ABOUT = event_list("about")
"""Nouns whose "of" names what they are about, not what they make of it ("the case of the killing")."""
_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_DEPTH = 8


def noun_status(tree: Tree, noun: int, depth: int = 0) -> Status:
    """Return the status of the event that `noun` names."""
    negative = weak = False
    for child in tree.children[noun]:
        if child > noun:
            break
        word, dep = tree.words[child], tree.deps[child]
        if word in ("no", "neither") and dep in ("det", "neg", "preconj", "amod"):
            negative = True
        elif word in _WEAK and dep in ("amod", "det"):
            weak = True
        elif dep in ("amod", "advmod", "compound", "det", "nmod") and (cue := find_cue("adjective", word)):
            return of_cue(cue)
        elif (
            dep == "compound" and tree.pos[child] == "VERB" and (cue := find_cue("verb", tree.lemmas[child], "object"))
        ):
            return of_cue(cue)  # parsers take "Protesters risk arrest" for a noun
    status = _governed(tree, tree.first_conjunct(noun), depth) if depth < _DEPTH else Status()
    if status == Status():
        status = _described(tree, noun, depth)
    if weak and status == Status():
        return Status("hypothetical")
    return status._replace(polarity="negative") if negative else status


def _described(tree: Tree, noun: int, depth: int) -> Status:
    """Return what a clause behind the noun says of it: "the talks planned for May", "talks that will open in May"."""
    for clause in tree.below(noun, "acl", "relcl"):
        if tree.deps[clause] == "acl" and is_infinitive(tree, clause):
            if is_occurrence(tree, clause) and not tree.below(clause, "dobj"):
                return Status("planned")  # "Talks to resume"
        elif tree.deps[clause] == "acl" and tree.tags[clause] in ("VBN", "VBD"):
            cue = find_cue("verb", tree.lemmas[clause], "object")
            if cue is not None and cue.modality != "actual":
                return of_cue(cue)
        elif tree.deps[clause] == "relcl" and depth < _DEPTH:
            verb = next((v for v in tree.below(clause, "xcomp") if tree.lemmas[clause] == "be"), clause)
            if is_occurrence(tree, verb):
                return clause_status(tree, verb, depth + 1)
    return Status()


def predicate_status(tree: Tree, adjective: int) -> Status:
    """Return the status of what an adjective tells ("were found dead")."""
    head = tree.heads[adjective]
    return clause_status(tree, head) if tree.pos[head] in VERBAL else Status()


def _governed(tree: Tree, noun: int, depth: int) -> Status:
    dep, head = tree.deps[noun], tree.heads[noun]
    if dep in ("dobj", "nsubjpass"):
        return _as_object(tree, noun, head, depth)
    if dep in ("nsubj", "attr"):
        return _as_subject(tree, noun, head, depth)
    if dep == "pobj" and tree.deps[head] == "agent":
        return _as_subject(tree, noun, tree.heads[head], depth)
    if dep == "pobj":
        return _behind(tree, head, depth)
    if dep in ("compound", "nmod") and head > noun:
        if tree.lemmas[head] in _AFTERWARDS:
            return Status()
        cue = find_cue("noun", tree.lemmas[head])
        if cue is not None and tree.lemmas[head] not in _NOT_OF_COMPOUNDS:
            return under_cue(tree, head, cue, depth)
        return noun_status(tree, head, depth + 1)
    return Status()


def _as_object(tree: Tree, noun: int, verb: int, depth: int) -> Status:
    """Return what a verb makes of its object: "planned an attack", "carried out an attack", "condemned an attack"."""
    lemma = tree.lemmas[verb]
    cue = find_cue("verb", lemma, "object")
    if lemma == "call" and tree.deps[noun] == "dobj":  # "called a meeting", "called the attack a crime"
        return Status() if _is_definite(tree, noun) or tree.below(verb, "oprd") else Status("planned")
    if cue is None:
        support = find_support(tree, noun)
        light = support is not None and support.light is not None
        known = not light and tree.deps[noun] == "nsubjpass" and _is_definite(tree, noun)
        return clause_status(tree, verb, depth + 1) if light or (is_aspect(lemma) and not known) else Status()
    if of_cue(cue) == Status():
        return Status()
    if tree.deps[noun] == "nsubjpass" and any(_is_known_to(tree, clause) for clause in tree.below(verb, "xcomp")):
        return Status()
    purpose = tree.deps[noun] == "nsubjpass" and tree.below(verb, "xcomp") and lemma not in _OF_TIMETABLES
    heard = cue.polarity == "negative" and (find_cue("noun", tree.lemmas[noun]) or tree.lemmas[noun] in _SPEECHES)
    return Status() if purpose or heard else under_cue(tree, verb, cue, depth)


def _is_known_to(tree: Tree, verb: int) -> bool:
    """Say whether what the verb is done to exists before: "the agreement is expected to be implemented"."""
    cue = find_cue("verb", tree.lemmas[verb], "object")
    return cue is not None and of_cue(cue) == Status()


def _as_subject(tree: Tree, noun: int, verb: int, depth: int) -> Status:
    """Return what is said of the noun: "talks will begin", "a meeting is possible"."""
    if tree.deps[noun] == "nsubj":
        for child in tree.below(verb, "acomp"):
            if (cue := find_cue("adjective", tree.lemmas[child])) is not None and not _is_cause(tree, noun, child):
                return of_cue(cue)
    if tree.deps[noun] == "attr" and (aimed := _as_aim(tree, noun, verb, depth)) is not None:
        return aimed
    if tree.pos[verb] not in VERBAL:
        return Status()  # "called the attacks barbarous"
    if tree.lemmas[verb] == "be" and any(is_infinitive(tree, clause) for clause in tree.below(verb, "xcomp")):
        return Status("planned")
    if tree.lemmas[verb] == "cause" and _is_definite(tree, noun):
        return Status()  # "The sanctions will cause pain" are in force
    status = clause_status(tree, verb, depth + 1)
    if tree.deps[noun] == "nsubj" and (not is_occurrence(tree, verb) or tree.below(verb, "acomp", "attr", "dobj")):
        status = status._replace(polarity="positive")  # "The talks yielded no deal" took place
    if is_occurrence(tree, verb) or status.modality == "actual" or not _is_definite(tree, noun):
        return status
    return Status()


def _as_aim(tree: Tree, noun: int, verb: int, depth: int) -> Status | None:
    """Return the status of what an aim or a fear is said to be: "the goal is a ceasefire"."""
    for subject in tree.below(verb, "nsubj"):
        cue = find_cue("noun", tree.lemmas[subject])
        if cue is not None and not _is_definite(tree, noun):
            return under_cue(tree, subject, cue, depth)
    return None


def _is_cause(tree: Tree, noun: int, adjective: int) -> bool:
    """Say whether the adjective tells what a known event may bring: "the trials are likely to cause unrest"."""
    return _is_definite(tree, noun) and any(tree.below(clause, "dobj") for clause in tree.below(adjective, "xcomp"))


def _is_definite(tree: Tree, noun: int) -> bool:
    """Say whether the noun speaks of an event that is known: "the killings will provoke outrage"."""
    return bool(tree.below(noun, "poss")) or any(tree.words[child] in _DEFINITE for child in tree.below(noun, "det"))


def _behind(tree: Tree, preposition: int, depth: int) -> Status:
    """Return the status of a noun behind a preposition: "calls for talks", "a wave of attacks", "without a deal"."""
    word, head = tree.words[preposition], tree.heads[preposition]
    lemma, part = tree.lemmas[head], PARTS.get(tree.pos[head], "")
    if word == "without":
        return Status("actual", "negative")
    if word in _MEANS and part == "verb" and tree.deps[preposition] == "prep":
        status = clause_status(tree, head, depth + 1)
        return Status() if status.modality == "actual" else status._replace(polarity="positive")
    if word not in _GOVERNING and not (word == "in" and lemma in _TAKING_PART):
        return Status()
    if part == "verb":
        return _behind_verb(tree, head, word, depth)
    if in_doubt(tree, head):
        return Status("actual", "negative")
    cue = find_cue(part, lemma, "object")
    if cue is not None and not (word == "of" and lemma in _ABOUT):
        return under_cue(tree, head, cue, depth)
    if part == "noun" and ((word == "of" and is_aspect(lemma)) or (word == "on" and lemma in _SETTLED)):
        return noun_status(tree, head, depth + 1)
    return Status()


def _behind_verb(tree: Tree, verb: int, preposition: str, depth: int) -> Status:
    lemma = tree.lemmas[verb]
    if preposition in _ON and lemma in _TOPICAL:
        return under_cue(tree, verb, _TOPIC, depth)
    lending = (verb, *tree.below(verb, "dobj"))
    if any((tree.lemmas[node], preposition) in light_verb_by_words() for node in lending):
        return clause_status(tree, verb, depth + 1)
    cue = find_cue("verb", lemma, "object")
    if cue is not None:
        governs = preposition in _OF_VERBS or lemma in ("insist", "plan")
        return under_cue(tree, verb, cue, depth) if governs else Status()
    return clause_status(tree, verb, depth + 1) if is_aspect(lemma) and preposition in ("in", "to") else Status()

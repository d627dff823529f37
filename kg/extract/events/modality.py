"""Whether an event has happened, is planned, proposed, demanded, threatened or only thought of, and whether it is denied."""

from typing import NamedTuple

from kg.extract.events.grammar import VERBAL, is_infinitive, main_verb
from kg.extract.events.site import NOMINAL, Site, find_support, is_occurrence
from kg.extract.events.tree import Tree
from kg.extract.events.triggers import Hit
from kg.lexicon.event_cues import EventCue, cue_by_word
from kg.lexicon.light_verbs import light_verb_by_words

_FUTURE = frozenset(("will", "'ll", "’ll", "shall", "wo", "gonna"))
_MAYBE = frozenset(("may", "might", "could", "can", "ca", "cannot"))
_OUGHT = frozenset(("must", "should", "ought"))
_CONDITIONS = frozenset(("if", "unless", "whether", "lest"))
_BEFOREHAND = frozenset(("until", "before", "till", "once", "when"))
_NEGATIONS = frozenset(("no", "not", "n't", "never", "neither", "nor", "without"))
_SAYING = frozenset(
    "say announce confirm tell report state declare add reveal pledge promise note write repeat reiterate insist believe "
    "think expect hope know learn agree decide warn vow threaten claim suggest predict indicate argue".split()
)
_TRANSPARENT_PREPOSITIONS = frozenset(("for", "to", "of", "on", "against", "with", "from", "about", "over", "into", "at"))
_DEPTH = 8


class Status(NamedTuple):
    """Modality and polarity of an event."""

    modality: str = "actual"
    polarity: str = "positive"


def status_of(site: Site) -> Status:
    """Return how the text presents the event at `site`."""
    if site.verbal:
        return _verb(site.tree, site.i)
    if site.tree.pos[site.i] == "ADJ" and site.tree.deps[site.i] not in NOMINAL:
        return _predicate(site.tree, site.i)
    return _noun(site.tree, site.i)


def _cue(part: str, lemma: str) -> EventCue | None:
    return cue_by_word().get((part, lemma))


def _flip(status: Status) -> Status:
    return status._replace(polarity="negative" if status.polarity == "positive" else "positive")


def refuses(tree: Tree, head: int, refusals: frozenset[int]) -> bool:
    """Say whether the event at `head` is what one of the `refusals` above it refuses: "refused to send troops"."""
    for node in tree.climb(head, _NEAR):
        if node in refusals:
            return True
        if tree.deps[node] in ("relcl", "conj", "advcl"):
            return False
    return False


_NEAR = 4


def is_conditional_threat(tree: Tree, hit: Hit, status: Status) -> bool:
    """Say whether a hostile act is announced for the case that another does not yield: "will withdraw unless"."""
    if hit.event not in _HOSTILE or status.modality not in ("planned", "hypothetical") or not hit.site.subjects:
        return False
    if not hit.site.verbal or tree.below(hit.head, "mark"):
        return False
    return any(
        tree.words[mark] in ("unless", "if")
        for clause in tree.below(hit.head, "advcl")
        for mark in tree.below(clause, "mark")
    )


_HOSTILE = frozenset(
    "Sanction DiplomaticBreak Withdrawal Siege Attack Airstrike Shelling Invasion Raid Protest Deployment Destruction "
    "TerritorialCapture Killing".split()
)


def _verb(tree: Tree, verb: int, depth: int = 0) -> Status:
    """Return the status of a clause from its auxiliaries, its conjunction, and what governs it."""
    own = _own(tree, verb)
    above = _above(tree, verb, depth, own) if depth < _DEPTH else Status()
    modality = own.modality if own.modality != "actual" else above.modality
    negative = (own.polarity == "negative") != (above.polarity == "negative")
    return Status(modality, "negative" if negative else "positive")


def _own(tree: Tree, verb: int) -> Status:
    """Return what the clause of `verb` says by itself."""
    modality, negative = "actual", False
    for child in tree.children[verb]:
        word, dep = tree.words[child], tree.deps[child]
        if dep == "neg" or (word in ("never", "no") and dep in ("advmod", "det", "preconj")):
            negative = not negative
        elif dep in ("aux", "auxpass"):
            modality = _auxiliary(tree, verb, word) or modality
        elif dep == "mark" or (dep == "advmod" and word == "when"):
            modality = _conjunction(tree, verb, word) or modality
        elif dep in ("nsubj", "nsubjpass", "dobj") and _is_none(tree, child):
            negative = not negative
        elif dep == "advcl" and modality == "planned" and any(tree.words[c] == "if" for c in tree.children[child]):
            modality = "hypothetical"
    if modality == "actual" and _to_come(tree, verb):
        modality = "planned"
    return Status(modality, "negative" if negative else "positive")


def _is_none(tree: Tree, noun: int) -> bool:
    return tree.words[noun] in ("none", "nobody", "nothing") or any(
        tree.words[child] in ("no", "neither") for child in tree.below(noun, "det")
    )


def _auxiliary(tree: Tree, verb: int, word: str) -> str | None:
    if word in _FUTURE:
        return "planned"
    if word in _MAYBE:
        return "hypothetical"
    if word in _OUGHT:
        return "demanded"
    if word in ("would", "'d", "’d"):
        return "planned" if _reported(tree, verb) else "hypothetical"
    return None


def _reported(tree: Tree, verb: int) -> bool:
    """Say whether `verb` heads the content of a verb of saying, so that "would" is a future in the past."""
    node = verb
    for _ in range(_DEPTH):
        head = tree.heads[node]
        if tree.deps[node] == "ccomp" and tree.lemmas[head] in _SAYING:
            return not any(tree.words[c] == "if" for k in tree.below(verb, "advcl") for c in tree.children[k])
        if tree.deps[node] not in ("conj", "xcomp", "advcl", "ccomp") or head == node:
            return False
        node = head
    return False


def _conjunction(tree: Tree, verb: int, word: str) -> str | None:
    if word in _CONDITIONS:
        return "hypothetical"
    if word in _BEFOREHAND and tree.tags[verb] in ("VBZ", "VBP", "VB"):
        return "hypothetical"
    if word in ("until", "before", "till") and any(tree.tags[c] in ("VBZ", "VBP") for c in tree.below(verb, "aux", "auxpass")):
        return "hypothetical"
    return None


def _to_come(tree: Tree, verb: int) -> bool:
    """Say whether the clause speaks of what is to come: "is going to attack", "is to meet"."""
    head = tree.heads[verb]
    return tree.deps[verb] == "xcomp" and (
        tree.words[head] == "going" or (tree.lemmas[head] == "be" and is_infinitive(tree, verb))
    )


def _above(tree: Tree, verb: int, depth: int, own: Status) -> Status:
    """Return what the governor of a clause says of it."""
    dep, head = tree.deps[verb], tree.heads[verb]
    if dep == "conj":
        return _shared(tree, verb, head, depth)
    if dep == "relcl" and is_infinitive(tree, verb):
        dep = "acl"
    if dep in ("xcomp", "ccomp", "advcl", "acl", "pcomp", "oprd", "acomp"):
        if dep == "pcomp":
            preposition = tree.words[head]
            head = tree.heads[head]
            if preposition in ("without", "instead", "against"):
                return Status("actual", "negative")
            if preposition in ("after", "before", "by", "since", "while", "upon", "in", "despite", "following"):
                return Status()
        return _governed(tree, verb, head, dep, depth, own)
    return Status()


def _shared(tree: Tree, verb: int, head: int, depth: int) -> Status:
    """Return what a second verb takes over from the first: "will attack and capture", "failed to attack or capture"."""
    if tree.pos[head] not in VERBAL:
        return Status()
    if any(tree.words[child] == "but" for child in tree.below(head, "cc")):
        return _verb(tree, head, depth + 1)._replace(polarity="positive")
    if tree.below(verb, "nsubj", "nsubjpass") or tree.below(verb, "aux") or tree.tags[verb] in ("VBD", "VBZ", "VBP"):
        above = _above(tree, head, depth + 1, Status())
        return above if tree.deps[head] in ("xcomp", "ccomp") and above.modality != "actual" else Status()
    return _verb(tree, head, depth + 1)


def _governed(tree: Tree, verb: int, head: int, dep: str, depth: int, own: Status) -> Status:
    infinitive = is_infinitive(tree, verb)
    lemma = tree.lemmas[head]
    if dep == "acl" and not infinitive and tree.pos[head] in ("NOUN", "PROPN") and tree.tags[verb] in ("VBN", "VBG"):
        return Status()
    part = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}.get(tree.pos[head], "")
    if dep == "advcl":
        return _adverbial(tree, verb, head, depth, infinitive=infinitive, own=own)
    cue = _cue(part, lemma)
    if lemma in ("help", "allow") and part == "verb":
        return _verb(tree, head, depth + 1)
    if cue is not None and (dep != "ccomp" or lemma not in _SAYING or _wanted(tree, verb, lemma)):
        return _under(tree, head, cue, depth)
    if part == "verb" and dep == "xcomp" and ("aspect", lemma) in cue_by_word():
        return _verb(tree, head, depth + 1)
    if part == "noun" and infinitive:
        return Status("planned")
    return Status("planned") if infinitive and dep == "xcomp" and part == "verb" and lemma not in _KNOWN else Status()


_KNOWN = frozenset("appear seem believe say report know think allege claim suspect happen turn prove find be".split())


def _wanted(tree: Tree, verb: int, lemma: str) -> bool:
    """Say whether the content of a verb of saying is wished for, not told: "demanded that", "insisted they leave"."""
    return lemma in ("insist", "warn", "suggest", "threaten") and tree.tags[verb] == "VB" and lemma != "warn"


def _under(tree: Tree, head: int, cue: EventCue, depth: int) -> Status:
    """Return the status that `cue` at `head` gives, turned round where the cue itself is denied ("did not refuse")."""
    above = _verb(tree, head, depth + 1) if tree.pos[head] in VERBAL else Status()
    status = Status(cue.modality, cue.polarity)
    if above.polarity == "negative":
        status = _flip(status)
    if status.modality == "actual" and above.modality != "actual":
        status = status._replace(modality=above.modality)
    return status


def _adverbial(tree: Tree, verb: int, head: int, depth: int, *, infinitive: bool, own: Status) -> Status:
    """Return the status of an adverbial clause: a purpose is a plan, "killing three" is as real as its main clause."""
    if infinitive and tree.below(verb, "nsubj", "nsubjpass") and (cue := _cue("verb", tree.lemmas[head])):
        return _under(tree, head, cue, depth)
    if infinitive:
        went_on = tree.lemmas[head] == "go" and any(tree.words[child] == "on" for child in tree.children[head])
        return Status() if went_on else Status("planned")
    if tree.tags[verb] == "VBG" and not tree.below(verb, "mark", "aux") and own.modality == "actual":
        return _verb(tree, main_verb(tree, verb, head), depth + 1)._replace(polarity="positive")
    return Status()


def _predicate(tree: Tree, adjective: int) -> Status:
    head = tree.heads[adjective]
    return _verb(tree, head) if tree.pos[head] in VERBAL else Status()


def _noun(tree: Tree, noun: int, depth: int = 0) -> Status:
    """Return the status of an event noun from its modifiers and from what governs it."""
    negative = False
    for child in tree.children[noun]:
        if child > noun:
            continue
        word = tree.words[child]
        if word in ("no", "neither") and tree.deps[child] in ("det", "neg", "preconj", "amod"):
            negative = True
        elif tree.deps[child] in ("amod", "advmod", "compound", "det", "nmod") and (cue := _cue("adjective", word)):
            return Status(cue.modality, cue.polarity)
    status = _governor_of(tree, tree.first_conjunct(noun), depth)
    return _flip(status) if negative else status


def _governor_of(tree: Tree, noun: int, depth: int) -> Status:
    dep, head = tree.deps[noun], tree.heads[noun]
    if depth > _DEPTH or head == noun:
        return Status()
    if dep in ("dobj", "nsubjpass"):
        return _as_object(tree, noun, head, depth)
    if dep in ("nsubj", "attr"):
        return _as_subject(tree, noun, head, depth)
    if dep == "pobj":
        return _behind(tree, head, depth)
    if dep in ("compound", "nmod"):
        cue = _cue("noun", tree.lemmas[head])
        if cue is not None and head > noun and tree.lemmas[head] not in ("agreement", "order", "attempt", "effort", "condition"):
            return _under(tree, head, cue, depth)
        return _noun(tree, head, depth + 1) if head > noun else Status()
    return Status()


def _as_object(tree: Tree, noun: int, verb: int, depth: int) -> Status:
    lemma = tree.lemmas[verb]
    cue = _cue("verb", lemma)
    if cue is not None and lemma not in ("stop", "approve", "announce", "set", "order", "organize", "help", "agree", "debate", "tell"):
        if tree.deps[noun] == "nsubjpass" and tree.below(verb, "xcomp") and lemma not in _OF_TIMETABLES:
            return Status()
        if cue.polarity == "negative" and (_cue("noun", tree.lemmas[noun]) or tree.lemmas[noun] in _SPEECHES):
            return Status()
        if lemma in ("discuss", "block", "disrupt", "delay") or (cue.polarity == "negative" and lemma in _OF_REAL):
            return Status()
        return _under(tree, verb, cue, depth)
    if lemma in _OF_EXISTING:
        return Status()
    support = find_support(tree, noun)
    if support is not None and support.light is not None:
        return _verb(tree, verb, depth + 1)
    if ("aspect", lemma) in cue_by_word():
        return _verb(tree, verb, depth + 1)
    return Status()


_OF_REAL = frozenset("stop resist oppose deny block lift boycott ban delay".split())
_SPEECHES = frozenset("accusation allegation charge criticism complaint claim condemnation ultimatum plea".split())
"""With the nouns of the cues, what one has to hear before one rejects it: rejected calls were made."""
_OF_TIMETABLES = frozenset(("schedule", "expect", "set", "slate", "plan", "postpone", "delay"))
_OF_EXISTING = frozenset(
    "violate break breach respect honor implement end halt suspend pause extend maintain keep finish escalate intensify "
    "ease lift tighten close complete".split()
)
"""Verbs whose object is under way: who is to end a war speaks of one that goes on."""
"""Verbs whose object is there or was: who opposes a war, boycotts an election or lifts sanctions speaks of a real one."""


def _as_subject(tree: Tree, noun: int, verb: int, depth: int) -> Status:
    adjectives = [child for child in tree.below(verb, "acomp") if _cue("adjective", tree.lemmas[child])]
    if adjectives and tree.deps[noun] == "nsubj":
        cue = cue_by_word()["adjective", tree.lemmas[adjectives[0]]]
        return Status(cue.modality, cue.polarity)
    status = _verb(tree, verb, depth + 1)
    if is_occurrence(tree, verb) or status.modality == "actual" or not _is_definite(tree, noun):
        return status
    return Status()


def _is_definite(tree: Tree, noun: int) -> bool:
    """Say whether the noun speaks of an event that is known: "the killings will provoke outrage"."""
    return bool(tree.below(noun, "poss")) or any(
        tree.words[child] in ("the", "this", "that", "these", "those") for child in tree.below(noun, "det")
    )


def _behind(tree: Tree, preposition: int, depth: int) -> Status:
    """Return the status of a noun behind a preposition: "calls for talks", "a wave of attacks", "without an agreement"."""
    word, head = tree.words[preposition], tree.heads[preposition]
    if word == "without":
        return Status("actual", "negative")
    if word not in _TRANSPARENT_PREPOSITIONS and not (word == "in" and tree.lemmas[head] in ("engage", "participate", "part", "involve")):
        return Status()
    part = {"VERB": "verb", "AUX": "verb", "NOUN": "noun", "ADJ": "adjective"}.get(tree.pos[head], "")
    lemma = tree.lemmas[head]
    if part == "verb" and (lemma, word) in light_verb_by_words():
        return _verb(tree, head, depth + 1)
    cue = _cue(part, lemma)
    if cue is not None and not (lemma == "agree" or (word == "with" and part == "verb") or (word == "of" and lemma in _ABOUT)):
        if part == "verb" and word not in ("for", "to", "against", "of", "into") and lemma not in ("insist", "plan"):
            return Status()
        return _under(tree, head, cue, depth)
    if lemma == "agree" or (part == "verb" and ("aspect", lemma) in cue_by_word() and word in ("in", "to", "with")):
        return _verb(tree, head, depth + 1)
    if part == "noun" and word == "of" and ("aspect", lemma) in cue_by_word():
        return _noun(tree, head, depth + 1)
    return Status()


_ABOUT = frozenset(("case", "event", "agreement", "condition", "order", "idea"))

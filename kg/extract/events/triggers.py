"""Find the words of a text that tell of events, each with the lexicon entry of the sense in which it does."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from kg.extract.events.classes import HARM, VIOLENT
from kg.extract.events.grammar import is_infinitive, surface_subjects
from kg.extract.events.kinds import QUANTIFIERS, kinds, kinds_of_word
from kg.extract.events.naming import only_names
from kg.extract.events.senses import fits, is_event_head
from kg.extract.events.site import NOMINAL, Site
from kg.extract.events.tree import Tree
from kg.lexicon.event_lists import event_list
from kg.lexicon.triggers import Trigger, triggers_by_word
from kg.lexicon.weapons import weapon_by_word, weapons

_PARTS = {
    "VERB": "verb",
    "AUX": "verb",
    "NOUN": "noun",
    "PROPN": "noun",
    "ADJ": "adjective",
}
_PREDICATIVE = ("oprd", "acomp", "ccomp", "ROOT", "conj", "advcl", "attr", "xcomp", "acl", "dep", "dobj", "npadvmod")
_NAME_FORMS = ("name", "metonym")


class Hit(NamedTuple):
    """A trigger at tokens `[start, end)`, its syntactic head, its class and entry."""

    head: int
    start: int
    end: int
    event: str
    entry: Trigger
    site: Site


@cache
def _table() -> dict[str, tuple[Trigger, ...]]:
    """Return the entries by lemma, and those of nouns by their plural too: names in capitals keep it as lemma."""
    table = dict(triggers_by_word())
    for word, entries in triggers_by_word().items():
        nouns = tuple(entry for entry in entries if entry.pos == "noun")
        plural = f"{word}es" if word.endswith(("sh", "ch", "s")) else f"{word}s"
        if nouns and plural not in table:
            table[plural] = nouns
    for form, lemma in _IRREGULAR.items():
        table[form] = table[lemma]
    return table


_IRREGULAR = {
    "retook": "retake",
    "retaken": "retake",
    "overran": "overrun",
    "overthrew": "overthrow",
    "overthrown": "overthrow",
    "slew": "slay",
    "slain": "slay",
    "withdrew": "withdraw",
    "forgave": "forgive",
    "travell": "travel",
}
"""Forms that the lemmatizer leaves as they are."""


@cache
def violent_words() -> frozenset[str]:
    """Return the lemmas that show that a sentence tells of violence."""
    return frozenset(
        lemma
        for word, entries in triggers_by_word().items()
        for entry in entries
        for lemma in (word,)
        if entry.event in VIOLENT | {"Killing"}
        and not (entry.context or entry.child or entry.object or entry.subject or entry.prep)
    ) | frozenset(
        "violence fighting war strike explode blast bomb battle shoot wound crossfire unrest crackdown protest "
        "detonate gunman militant bomber".split()
    )


_OF_ATTRIBUTES = frozenset(
    ("Abduction", "Arrest", "Killing", "Displacement", "Sentence", "Coup", "Departure", "Destruction")
)
"""Classes of events that a participle before a noun tells of ("the abducted children", not "a wounded man")."""


def find_triggers(tree: Tree) -> Iterator[Hit]:
    """Yield the triggers of the text in order; one that names several classes comes once for each."""
    table = _table()
    taken = -1
    told: set[str] = set()
    meetings: set[int] = set()
    for i, lemma in enumerate(tree.lemmas):
        entries = table.get(lemma)
        if entries is None or i < taken:
            continue
        part = _part(tree, i)
        if part is None or _inside_name(tree, i):
            continue
        if part == "noun" and tree.pos[i] == "VERB":
            entries = table.get(tree.words[i], entries)
        for hit in _hits_at(tree, i, part, tuple(e for e in entries if not e.again or e.event in told)):
            if only_names(hit.site, hit.event, told) if part == "noun" else _is_topic(hit, meetings):
                continue
            if hit.event in _MEETINGS:
                meetings.add(hit.head)
            taken = hit.end
            told.add(hit.event)
            yield hit


_MEETINGS = frozenset(("Talks", "Consultation"))


def _is_topic(hit: Hit, meetings: set[int]) -> bool:
    """Say whether the verb only tells what one of the `meetings` was for: "met to discuss the crisis"."""
    tree = hit.site.tree
    if hit.event not in _MEETINGS or not is_infinitive(tree, hit.head):
        return False
    for node in tree.climb(hit.head, _NEAR):
        if node in meetings or not meetings.isdisjoint(tree.below(node, "dobj", "nsubj", "nsubjpass")):
            return True
        if tree.deps[node] in ("conj", "ccomp"):
            return False
    return False


def _part(tree: Tree, i: int) -> str | None:
    """Return the part of speech in which the word is used."""
    if tree.tags[i] == "MD":
        return "modal"
    part = _PARTS.get(tree.pos[i])
    if part == "adjective" and tree.deps[i] in NOMINAL:
        return "noun"
    if tree.tags[i] == "VBG" and part == "verb" and not tree.below(i, "dobj", "nsubj"):
        nominal = tree.deps[i] in NOMINAL or (tree.deps[i] == "pcomp" and tree.words[tree.heads[i]] in ("to", "under"))
        return "noun" if nominal else part
    return part


def _inside_name(tree: Tree, i: int) -> bool:
    mention = tree.mentions[i]
    return mention is not None and mention.form in _NAME_FORMS


def _hits_at(tree: Tree, i: int, part: str, entries: tuple[Trigger, ...]) -> Iterator[Hit]:
    if part == "modal":
        yield from _demands(tree, i, entries)
        return
    site = Site(tree, i, nominal=part == "noun")
    for entry in entries:
        if entry.pos != part or not _usable(site, part):
            continue
        start = _phrase_start(tree, i, entry)
        if start < 0 or not fits(site, entry) or (entry.context and not _violent(tree, i)):
            continue
        if part == "verb" and not _told_before_noun(tree, i, entry.event):
            continue
        if entry.event in HARM and _is_accident(site, entry):
            continue
        for event in _classes(site, entry):
            yield Hit(i, start, _end(tree, i, entry), event, entry, site)
        return


def _told_before_noun(tree: Tree, i: int, event: str) -> bool:
    """Say whether a participle before a noun tells an event ("the ousted president Ba", "nine abducted girls")."""
    if tree.deps[i] != "amod" or tree.heads[i] < i:
        return True
    noun = tree.heads[i]
    if event == "Killing":
        return True
    if event not in _OF_ATTRIBUTES or tree.lemmas[i] in _TITLES:
        return False
    others = (noun, tree.heads[noun], *tree.below(noun, "appos"))
    named = any(tree.pos[other] == "PROPN" and other - noun <= _NEAR for other in others)
    return named or bool(tree.below(noun, "nummod"))


_NEAR = 4
_TITLES = event_list("attributes")
"""Verbs whose participle before a name says who somebody is, not what befell them: "retired General Ba"."""


def _is_accident(site: Site, entry: Trigger) -> bool:
    """Say whether the sentence tells of an accident, a disease or a disaster, and of no violence."""
    tree, i = site.tree, site.i
    if entry.frame != "die" and site.verbal and any("party" in kinds(tree, noun) for noun in site.subjects):
        return False
    start, end = tree.sentences[tree.sentence_of[i]]
    words = violent_words()
    found = False
    for k in range(start, end):
        lemma = tree.lemmas[k]
        if k == i:
            continue
        found_kinds = kinds_of_word(lemma)
        if lemma in words or "weapon" in found_kinds:
            return False
        found = found or "accident" in found_kinds
    return found


def _demands(tree: Tree, i: int, entries: tuple[Trigger, ...]) -> Iterator[Hit]:
    """Yield the demand in "The minister said that the rebels must leave": the modal `i` in what somebody says."""
    verb = tree.heads[i]
    said = tree.heads[verb]
    if tree.deps[i] != "aux" or tree.deps[verb] != "ccomp" or tree.lemmas[said] not in _SAYING:
        return
    for entry in entries:
        if entry.pos == "modal" and "party" in set().union(*(kinds(tree, s) for s in surface_subjects(tree, verb))):
            yield Hit(i, i, i + 1, entry.event, entry, Site(tree, verb))


_SAYING = event_list("stating")


def _usable(site: Site, part: str) -> bool:
    """Say whether the word stands where it can tell of an event: not "attack helicopter", not "dead body"."""
    tree, i = site.tree, site.i
    if part == "noun":
        if tree.deps[i] == "oprd" or _is_people(tree, i):
            return False
        head = site.compound_head
        return head < 0 or is_event_head(tree.lemmas[head])
    if part == "adjective":
        return tree.deps[i] in _PREDICATIVE or (tree.deps[i] == "amod" and tree.heads[i] < i)
    if part == "verb" and _is_people(tree, i):
        return False
    if tree.deps[tree.first_conjunct(i)] == "amod":
        return tree.tags[i] == "VBN" and tree.words[i - 1] != "-"
    return tree.deps[i] not in ("aux", "auxpass", "compound") or part == "modal"


def _is_people(tree: Tree, i: int) -> bool:
    """Say whether a participle means people, not what befell them: "visited the wounded", not "nine of the wounded"."""
    if tree.tags[i] != "VBN" or tree.deps[i] not in ("dobj", "pobj", "nsubj", "nsubjpass"):
        return False
    if tree.deps[i] in ("nsubj", "nsubjpass"):
        return tree.lemmas[tree.heads[i]] not in ("include", "number", "rise") and any(
            tree.words[child] == "the" for child in tree.below(i, "det")
        )
    return tree.lemmas[tree.heads[tree.heads[i]]] not in QUANTIFIERS and tree.tags[tree.heads[tree.heads[i]]] != "CD"


def _phrase_start(tree: Tree, i: int, entry: Trigger) -> int:
    """Return where the trigger begins, or -1 when `i` is not the last word of a lemma of several words."""
    alone = spaced = False
    for lemma in entry.lemmas:
        first, _, last = lemma.rpartition(" ")
        if tree.lemmas[i] not in (last, f"{last}s"):
            continue
        words = first.split()
        if words and tree.words[max(0, i - len(words)) : i] == words:
            return i - len(words)
        spaced = spaced or bool(words)
        alone = alone or not words
    return -1 if spaced and not alone else i


def _end(tree: Tree, i: int, entry: Trigger) -> int:
    """Return where the trigger ends: a particle right behind the verb belongs to it."""
    if entry.child and i + 1 < len(tree.words) and tree.heads[i + 1] == i and tree.words[i + 1] in entry.child:
        return i + 2
    return i + 1


_SENTENCES_BEFORE = 2


def _violent(tree: Tree, i: int) -> bool:
    sentence = tree.sentence_of[i]
    start = tree.sentences[max(0, sentence - _SENTENCES_BEFORE)][0]
    end = tree.sentences[sentence][1]
    words = violent_words()
    return any(tree.lemmas[k] in words for k in range(start, end) if k != i)


def _classes(site: Site, entry: Trigger) -> list[str]:
    """Return the classes of event: that of the entry, or those that the weapons named with it give."""
    if not entry.refine:
        return [entry.event]
    tree = site.tree
    found = {
        weapon.event
        for node in _weapon_words(site)
        if (weapon := weapon_by_word().get(tree.lemmas[node])) is not None and weapon.event is not None
    }
    if "SuicideBombing" in found and "DroneStrike" not in found:
        return ["SuicideBombing"]
    ordered = [weapon.event for weapon in weapons() if weapon.event in found]
    if "Bombing" in ordered and len(ordered) > 1:
        ordered.remove("Bombing")
    return [event for event in ordered if event is not None] or [entry.event]


def _weapon_words(site: Site) -> Iterator[int]:
    if site.verbal:
        yield from site.subjects
        yield from site.agents
        for obj in (*site.objects, *site.subjects):
            if site.tree.lemmas[obj] in weapon_by_word():
                yield obj
                yield from Site(site.tree, obj).modifiers
    else:
        yield from site.modifiers
        yield from site.prepositions.get("of", ())
    for word in ("with", "by", "using"):
        for noun in site.prepositions.get(word, ()):
            yield noun
            yield from Site(site.tree, noun).modifiers

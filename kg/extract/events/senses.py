"""Whether a word is used in the sense in which it tells of an event: the conditions of a lexicon entry, one by one."""

from collections.abc import Callable, Iterable

from kg.extract.events.grammar import prepositions
from kg.extract.events.kinds import content_head, kinds, matches
from kg.extract.events.site import Site
from kg.extract.events.tree import Tree
from kg.lexicon.event_lists import event_list
from kg.lexicon.triggers import Trigger

Check = Callable[[Site, tuple[str, ...]], bool]


def fits(site: Site, entry: Trigger) -> bool:
    """Say whether all conditions of `entry` hold at `site`."""
    tree, i = site.tree, site.i
    if entry.forms and tree.words[i] not in entry.forms:
        return False
    for name, check in _REQUIRED:
        items = getattr(entry, name)
        if items and not check(site, items):
            return False
    for name, check in _FORBIDDEN:
        items = getattr(entry, name)
        if items and check(site, items):
            return False
    return True


_PLURAL = ("NNS", "NNPS")


def _any(tree: Tree, heads: Iterable[int], items: tuple[str, ...]) -> bool:
    return any(matches(tree, head, items) for head in heads)


_SMALL_CLAUSES = ("ccomp", "oprd", "xcomp", "acomp", "dobj")


def _child(site: Site, items: tuple[str, ...]) -> bool:
    tree = site.tree
    for child in tree.children[site.i]:
        if tree.deps[child] != "aux" and (tree.words[child] in items or tree.lemmas[child] in items):
            return True
        if tree.deps[child] in _SMALL_CLAUSES and any(
            tree.words[c] in items for c in tree.children[child] if c > site.i
        ):
            return True
    return _before(site, items)


def _before(site: Site, items: tuple[str, ...]) -> bool:
    """Say whether the trigger is the second part of a hyphenated word whose first part is in `items` ("test-fired")."""
    i, words = site.i, site.tree.words
    return i > 1 and words[i - 1] == "-" and words[i - 2] in items


def _object(site: Site, items: tuple[str, ...]) -> bool:
    return _any(site.tree, site.objects, items) or (not site.verbal and _prep(site, tuple(f"of:{x}" for x in items)))


def _subject(site: Site, items: tuple[str, ...]) -> bool:
    if "@several" in items and (len(site.subjects) > 1 or any(site.tree.tags[s] in _PLURAL for s in site.subjects)):
        return True
    return _any(site.tree, site.subjects, items)


def _not_subject(site: Site, items: tuple[str, ...]) -> bool:
    return _any(site.tree, site.subjects, items)


def _object_modifier(site: Site, items: tuple[str, ...]) -> bool:
    tree = site.tree
    heads = [content_head(tree, obj) for obj in site.objects]
    return any(tree.words[node] in items for head in heads for node in Site(tree, head).modifiers)


def _prep(site: Site, items: tuple[str, ...]) -> bool:
    found = site.prepositions
    for item in items:
        word, _, noun = item.partition(":")
        nouns = found.get(word)
        if word == "of" and noun and site.verbal:
            nouns = [*(nouns or ()), *_of_objects(site)]
        if nouns is not None and noun and not nouns:
            nouns = _gerunds(site, word)
        if nouns is None:
            if not noun and any(
                site.tree.words[child] == word and not (site.verbal and child < site.i)
                for child in site.tree.children[site.i]
            ):
                return True
            if item == "for" and any(_has_mark(site.tree, clause, "for") for clause in _clauses_behind(site)):
                return True
            continue
        if noun == "@ing" and _gerunds(site, word):
            return True
        if not noun or _any(site.tree, nouns, (noun,)):
            return True
    return False


def _of_objects(site: Site) -> list[int]:
    """Return the nouns behind the "of" of the objects of a verb ("gave five million dollars of aid")."""
    return [noun for obj in site.objects for noun in prepositions(site.tree, obj).get("of", ())]


def _clauses_behind(site: Site) -> list[int]:
    return [clause for clause in site.tree.below(site.i, "advcl", "ccomp", "xcomp", "acl") if clause > site.i]


def _has_mark(tree: Tree, clause: int, word: str) -> bool:
    """Say whether `clause` begins with `word` ("pushed for the council to act")."""
    return any(tree.words[mark] == word for mark in tree.below(clause, "mark"))


def _gerunds(site: Site, preposition: str) -> list[int]:
    """Return the verbs behind a preposition: "charges of lying"."""
    tree = site.tree
    return [
        verb
        for child in tree.children[site.i]
        if tree.words[child] == preposition
        for verb in tree.below(child, "pcomp")
    ]


def _modifier(site: Site, items: tuple[str, ...]) -> bool:
    tree = site.tree
    if "@any" in items and (site.modifiers or tree.tags[site.i] == "NNS"):
        return True
    for node in site.modifiers:
        if tree.words[node] in items or tree.lemmas[node] in items:
            return True
        mention = tree.mentions[node]
        if "@country" in items and mention is not None and mention.type == "Country":
            return True
        if "@party" in items and "party" in kinds(tree, node):
            return True
        if "@person" in items and "person" in kinds(tree, node):
            return True
        if "@weapon" in items and kinds(tree, node) & {"weapon", "air"}:
            return True
    return _before(site, items)


def _head(site: Site, items: tuple[str, ...]) -> bool:
    head = site.compound_head
    return head >= 0 and site.tree.lemmas[head] in items


def _governor(site: Site, items: tuple[str, ...]) -> bool:
    return any(site.tree.lemmas[head] in items for head in site.governors)


def _governor_subject(site: Site, items: tuple[str, ...]) -> bool:
    agents = site.support.sides.get("agent", []) if site.support is not None else []
    return _any(site.tree, agents, items)


def _complement(site: Site, items: tuple[str, ...]) -> bool:
    tree = site.tree
    return any(
        ("before" in items) if clause < site.i else bool(_form(tree, clause) & set(items)) for clause in site.clauses
    )


def _form(tree: Tree, clause: int) -> set[str]:
    """Return what kind of clause the verb `clause` heads: to, "not to", ing, that, must."""
    auxiliaries = [child for child in tree.children[clause] if tree.deps[child] in ("aux", "neg", "auxpass")]
    if any(tree.tags[child] == "TO" for child in auxiliaries):
        return {"to", "not to"} if any(tree.deps[child] == "neg" for child in auxiliaries) else {"to"}
    if tree.tags[clause] == "VBG" and not tree.below(clause, "aux", "nsubj"):
        return {"ing"}
    if tree.deps[clause] == "acl":
        return set()
    return {"that", *(tree.words[child] for child in auxiliaries if tree.words[child] in ("must", "should"))}


def _complement_verb(site: Site, items: tuple[str, ...]) -> bool:
    tree = site.tree
    verbs = [verb for clause in site.clauses for verb in tree.conjuncts(clause)]
    verbs += [inner for verb in verbs for inner in tree.below(verb, "xcomp")]
    return any(tree.lemmas[verb] in items for verb in verbs)


_REQUIRED: tuple[tuple[str, Check], ...] = (
    ("child", _child),
    ("modifier", _modifier),
    ("governor", _governor),
    ("object", _object),
    ("object_modifier", _object_modifier),
    ("subject", _subject),
    ("prep", _prep),
    ("complement", _complement),
    ("complement_verb", _complement_verb),
    ("governor_subject", _governor_subject),
)
_FORBIDDEN: tuple[tuple[str, Check], ...] = (
    ("not_child", _child),
    ("not_modifier", _modifier),
    ("not_head", _head),
    ("not_governor", _governor),
    ("not_object", _object),
    ("not_object_modifier", _object_modifier),
    ("not_subject", _not_subject),
    ("not_prep", _prep),
    ("not_complement", _complement),
    ("not_complement_verb", _complement_verb),
)


def is_event_head(lemma: str) -> bool:
    """Say whether a trigger that stands before a noun of this lemma still tells of its event ("bombing suspect")."""
    return lemma in _EVENT_HEADS


_EVENT_HEADS = event_list("nouns-after-events")

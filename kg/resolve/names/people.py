"""Whether two names are names of one person."""

from rapidfuzz.distance import OSA

from kg.lexicon.names import name_words
from kg.resolve.names.known import known_as
from kg.resolve.names.model import Likeness, NameForms
from kg.resolve.names.person_names import PersonName, crowded_word, gender, is_given, is_western, person_name
from kg.resolve.names.spelling import Alike, alike, groups
from kg.resolve.names.word_ties import Pairing, Tie, is_tied, pair, tie

_MISSPELLED = 0.75
"""From so much of likeness on, two words may be one that somebody wrote wrongly: that tells nothing against it."""


def compare_people(one: str, other: str) -> Likeness | None:
    """Say how far the names of people `one` and `other` are one person's; None where nothing speaks for it."""
    first, second = person_name(one), person_name(other)
    if known_as("person", one) & known_as("person", other):
        return _likeness(0.95, f"known as names of one person: {one}, {other}", "known names")
    found = _by_words(first, second, one, other) if first.words and second.words else None
    if found is None or contradiction(first, second):
        return None
    if found.needs_context:
        return found
    if first.mark != second.mark or first.number != second.number:
        return _doubted(found, "but Jr., Sr. or a number stands in one only")
    if found.rule == "spelling" and not _spelled_freely(first.words, second.words):
        return _doubted(found, "which may be two names")
    if all(crowded_word(word) for word in first.full) or all(crowded_word(word) for word in second.full):
        return _doubted(found, "a name that many bear")
    return found


def contradiction(first: PersonName, second: PersonName) -> str | None:
    """Return why two names that have words in common are two people's, None where nothing says so."""
    if first.mark and second.mark and first.mark != second.mark:
        return "one is the elder, the other the younger of that name"
    if first.number and second.number and first.number != second.number:
        return f"different numbers: {first.number.upper()}, {second.number.upper()}"
    if first.father and second.father and not _fathers_agree(first.father, second.father):
        return f"different fathers' names: {first.father.title()}, {second.father.title()}"
    if min(len(first.words), len(second.words)) <= 1:
        return None
    if _middles_differ(first, second):
        return f"different middle names: {' '.join(first.words[1:-1]).title()}, {' '.join(second.words[1:-1]).title()}"
    mine, yours = gender(first.words[0]), gender(second.words[0])
    shared = any(is_tied(word, theirs, Tie.FEMININE) for word in first.full for theirs in second.full)
    if shared and mine and yours and mine != yours:
        return f"given names of a man and a woman: {first.words[0].title()}, {second.words[0].title()}"
    if not shared or pair(first.words, second.words) or _written_alike(first.words, second.words):
        return None
    part = "given" if is_tied(first.words[-1], second.words[-1], Tie.FEMININE) else "family"
    if name_words("family-first") & {first.words[0], second.words[0]}:
        part = "family" if part == "given" and first.words[0] != second.words[0] else "given"
    return f"different {part} names: {' '.join(first.words).title()}, {' '.join(second.words).title()}"


def conflict_of_people(one: NameForms, other: NameForms) -> str | None:
    """Return why two people cannot be one."""
    if known_as("person", one.name) & known_as("person", other.name):
        return None
    return contradiction(person_name(one.name), person_name(other.name))


def _by_words(first: PersonName, second: PersonName, one: str, other: str) -> Likeness | None:
    mine, yours = first.words, second.words
    if len(mine) == 1 or len(yours) == 1:
        return _of_one_word(first, second, one, other)
    if mine == yours or "".join(mine) == "".join(yours):
        if len(mine) == len(first.full):
            return _likeness(1.0, f"same name: {one}", "same name")
        return _likeness(0.7, f"same name with an initial: {one}", "initials", needs_context=True)
    short, long = sorted((mine, yours), key=len)
    pairing = pair(short, long)
    if pairing is None:
        joined = alike("".join(mine), "".join(yours)) if len(mine) != len(yours) else Alike.NO
        return (
            _likeness(0.9, f"one name in two spellings: {one}, {other}", "spelling") if joined >= Alike.CLOSE else None
        )
    if len(short) == len(long):
        return _of_equal_length(pairing, short, long, f"{one}, {other}")
    return _of_part(pairing, long, f"{one}, {other}")


def _of_equal_length(pairing: Pairing, short: tuple[str, ...], long: tuple[str, ...], both: str) -> Likeness | None:
    weakest = pairing.weakest
    if pairing.in_order:
        match weakest:
            case Tie.SAME | Tie.CLOSE:
                return _likeness(0.9, f"one name in two spellings: {both}", "spelling")
            case Tie.FEMININE:
                return _likeness(0.85, f"one family name, in one with a woman's ending: {both}", "feminine ending")
            case Tie.NICKNAME:
                return _likeness(0.8, f"a short form of the given name: {both}", "nickname", needs_context=True)
            case Tie.LOOSE:
                return _likeness(0.75, f"names of nearly the same sound: {both}", "near spelling", needs_context=True)
            case Tie.SLIP:
                return _likeness(0.65, f"names that differ by one letter: {both}", "slip", needs_context=True)
            case _:
                return _initials(pairing, long, both)
    turned = pairing.places == (*range(1, len(long)), 0) or pairing.places == (len(long) - 1, *range(len(long) - 1))
    if weakest < Tie.CLOSE:
        return None
    unclear = not turned or all(is_given(word) for word in short) or all(is_given(word) for word in long)
    return _likeness(
        0.85 if turned else 0.6, f"same words in another order: {both}", "name order", needs_context=unclear
    )


def _of_part(pairing: Pairing, long: tuple[str, ...], both: str) -> Likeness | None:
    """Compare a name with one that has more words."""
    if not pairing.in_order or pairing.weakest is Tie.SLIP:
        return None
    if pairing.weakest is Tie.INITIAL:
        return _initials(pairing, long, both)
    if pairing.places[0] == 0 and pairing.places[-1] == len(long) - 1:
        return _likeness(0.75, f"same but for a middle name: {both}", "middle name", needs_context=True)
    return _likeness(0.65, f"one name is part of the other: {both}", "part of name", needs_context=True)


def _initials(pairing: Pairing, long: tuple[str, ...], both: str) -> Likeness | None:
    full = [place for place, tie in zip(pairing.places, pairing.ties, strict=True) if tie >= Tie.FEMININE]
    if not full or not pairing.in_order or full[-1] != len(long) - 1:
        return None
    return _likeness(0.6, f"initials agree: {both}", "initials", needs_context=True)


def _of_one_word(first: PersonName, second: PersonName, one: str, other: str) -> Likeness | None:
    bare, full = (first, second) if len(first.words) == 1 else (second, first)
    word = bare.words[0]
    if len(word) == 1:
        return None
    if len(full.words) == 1:
        if alike(word, full.words[0]) < Alike.CLOSE:
            return None
        return _likeness(0.6, f"same single name: {one}, {other}", "single name", needs_context=True)
    families = {full.words[-1]} | ({full.words[0]} if full.words[0] in name_words("family-first") else set())
    if any(len(family) > 1 and is_tied(word, family, Tie.CLOSE) for family in families):
        return _likeness(0.5, f"same family name: {one}, {other}", "family name", needs_context=True)
    if alike(word, full.words[0]) >= Alike.CLOSE and not crowded_word(word):
        return _likeness(0.35, f"same given name: {one}, {other}", "given name", needs_context=True)
    return None


def _spelled_freely(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two names may be spelled in two ways and be one person's.

    Transliteration does that. A name that is written in Latin letters at home (Wellman, Wilman) or put into them by one
    norm (Min, Minh) keeps its spelling, but for those that the lexicon knows.
    """
    if one[0] in name_words("family-first") or other[0] in name_words("family-first"):
        return "".join(one[1:]) == "".join(other[1:]) and alike(one[0], other[0]) >= Alike.CLOSE
    western = any(is_western(word) for word in (one[0], other[0]))
    return not western or all(
        mine == yours or groups(mine) & groups(yours) for mine, yours in zip(one, other, strict=False)
    )


def _fathers_agree(one: str, other: str) -> bool:
    return len(one) == 1 or len(other) == 1 or alike(one, other) >= Alike.LOOSE or alike(one[:5], other[:5]) > 0


def _middles_differ(first: PersonName, second: PersonName) -> bool:
    mine, yours = first.words[1:-1], second.words[1:-1]
    if not mine or not yours or (len(mine) != len(yours) and mine[0][0] == yours[0][0]):
        return False
    same_family = is_tied(first.words[-1], second.words[-1], Tie.FEMININE)
    if not same_family or not is_tied(first.words[0], second.words[0], Tie.NICKNAME):
        return False
    if len(mine) != len(yours) and all(len(word) == 1 for word in (*mine, *yours)):
        return True
    return any(not tie(a, b) for a, b in zip(mine, yours, strict=False))


def _written_alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether two names may be one that is spaced or spelled otherwise, so that nothing speaks against it."""
    if alike("".join(one), "".join(other)):
        return True
    mine = [word for word in one if not any(tie(word, theirs) for theirs in other)]
    yours = [word for word in other if not any(tie(word, theirs) for theirs in one)]
    if len(mine) != 1 or len(yours) != 1:
        return False
    if mine[0].startswith(yours[0]) or yours[0].startswith(mine[0]):
        return True
    return not (
        (is_given(mine[0]) and is_given(yours[0])) or OSA.normalized_similarity(mine[0], yours[0]) < _MISSPELLED
    )


def _doubted(found: Likeness, why: str) -> Likeness:
    return _likeness(round(found.score - 0.2, 2), f"{found.reason}, {why}", found.rule, needs_context=True)


def _likeness(score: float, reason: str, rule: str, *, needs_context: bool = False) -> Likeness:
    return Likeness(score, reason, rule, needs_context)

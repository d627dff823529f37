"""How many were killed, hurt, seized or driven out: figures and vague words as a smallest and a largest number."""

from kg.extract.annotations import CountRow, ParticipantRow
from kg.extract.events.tree import Tree
from kg.extract.events.triggers import Hit

_KIND = {
    "Killing": "killed",
    "Assassination": "killed",
    "Injury": "injured",
    "SexualViolence": "injured",
    "Abduction": "captured",
    "Arrest": "captured",
    "Displacement": "displaced",
    "Evacuation": "displaced",
    "PrisonerExchange": "exchanged",
    "Release": "other",
}
_COUNTED = {"PrisonerExchange": ("object",), "Evacuation": ("object", "target"), "Release": ("target", "object")}
_UNITS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split()
    )
} | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "score": 20}
_VAGUE = {"dozen": 24, "hundred": 200, "thousand": 2_000, "million": 2_000_000, "score": 40, "several": 3, "few": 3}
_AT_LEAST = frozenset(("least", "minimum", "over", "above"))
_MORE = frozenset(("more", "upward", "upwards"))
_AT_MOST = frozenset(("most", "maximum", "to"))
_UNDER = frozenset(("fewer", "less", "under", "below"))
_NEARLY = frozenset(("nearly", "almost"))


def find_counts(tree: Tree, hit: Hit, participants: list[ParticipantRow]) -> list[CountRow]:
    """Return the figures of the event at `hit`, from the phrases of those who suffered it."""
    kind = _KIND.get(hit.event)
    if kind is None:
        return []
    if hit.entry.lemmas == ("toll",):
        return _toll(tree, hit, kind)
    roles = _COUNTED.get(hit.event, ("victim", "target") if hit.event != "Assassination" else ("victim",))
    counts = []
    for row in participants:
        if row["role"] in roles and (count := read_count(tree, row["span"], kind)) is not None:
            counts.append(count)
    return counts


def _toll(tree: Tree, hit: Hit, kind: str) -> list[CountRow]:
    """Return the figure of "the death toll rose to 45"."""
    support = hit.site.support
    if support is None:
        return []
    for child in tree.children[support.verb]:
        for number in (child, *tree.children[child]):
            if tree.tags[number] == "CD" and number > hit.head:
                count = read_count(tree, (tree.left_edge(number), number + 1), kind)
                return [count] if count is not None else []
    return []


def read_count(tree: Tree, span: tuple[int, int], kind: str) -> CountRow | None:
    """Return the number at the beginning of the noun phrase `span`: "at least 12 people", "dozens of villagers"."""
    start, end = span
    positions = [i for i in range(start, end) if _is_number(tree, i)]
    if not positions or (tree.words[positions[0] - 1] == "-" and positions[0] > start):
        return _single(tree, span, kind)
    first, last = positions[0], _run_end(tree, positions)
    before = set(tree.words[max(tree.sentences[tree.sentence_of[start]][0], first - _NEAR) : first])
    if before & _AGES:
        return None
    lowest, highest = _range(tree, positions, last)
    if lowest is None:
        return None
    lowest, highest = _hedged(lowest, highest, before)
    return {"kind": kind, "min": lowest, "max": highest, "span": (first, last)}


_NEAR = 3
_AGES = frozenset(("age", "aged", "ages"))
_UNITS_AFTER = frozenset(("-", "year", "years", "percent", "%", "month", "months", "st", "nd", "rd", "th"))


def _is_number(tree: Tree, i: int) -> bool:
    word = tree.words[i]
    if i + 1 < len(tree.words) and tree.words[i + 1] in _UNITS_AFTER and tree.tags[i] == "CD":
        return tree.words[i + 1] == "-" and i + 2 < len(tree.words) and tree.tags[i + 2] == "CD"
    if tree.tags[i] == "CD":
        return value_of(word) is not None
    return tree.lemmas[i] in _VAGUE or word in _UNITS


def _run_end(tree: Tree, positions: list[int]) -> int:
    """Return where the number that begins at the first position ends ("20 to 30", "two dozen", "tens of thousands")."""
    last = positions[0]
    for position in positions[1:]:
        if position - last > 2:  # noqa: PLR2004 - one word may stand between: "to", "and", "of"
            break
        if position - last == 2 and tree.words[last + 1] not in ("to", "and", "or", "of", "-", "–"):  # noqa: PLR2004
            break
        last = position
    return last + 1


def value_of(word: str) -> int | None:
    """Return the number that `word` writes in digits or letters, or None."""
    if word in _UNITS:
        return _UNITS[word]
    if word in _SCALES:
        return _SCALES[word]
    tens, hyphen, unit = word.partition("-")
    if hyphen and tens in _UNITS and unit in _UNITS:
        return _UNITS[tens] + _UNITS[unit]
    digits = word.replace(",", "")
    return int(digits) if digits.isdigit() and len(digits) < 10 else None  # noqa: PLR2004 - no count is longer


def _range(tree: Tree, positions: list[int], end: int) -> tuple[int | None, int | None]:
    """Return the smallest and largest number told by the words at `positions` before `end`."""
    words = [i for i in positions if i < end]
    plural = [i for i in words if tree.words[i].endswith("s") and tree.lemmas[i] in _VAGUE]
    if plural and tree.words[words[0]] != tree.words[plural[-1]] and "of" in tree.words[words[0] : plural[-1]]:
        factor = {"ten": 20, "hundred": 200, "dozen": 24, "thousand": 2_000}.get(tree.lemmas[words[0]].rstrip("s"), 1)
        return factor * _SCALES.get(tree.lemmas[plural[-1]], 1), None
    if tree.words[words[0]] in ("tens",):
        return 20, None
    if plural:
        return _VAGUE[tree.lemmas[plural[0]]], None
    numbers: list[int] = []
    for i in words:
        word = tree.words[i]
        scale = _SCALES.get(word)
        if scale is not None and numbers:
            numbers[-1] *= scale
        elif scale is not None:
            numbers.append(scale)
        elif word in ("several", "few"):
            return _VAGUE[word], None
        elif (value := value_of(word)) is not None:
            numbers.append(value)
    if not numbers:
        return None, None
    return min(numbers), max(numbers)


def _hedged(lowest: int, highest: int | None, before: set[str]) -> tuple[int, int | None]:
    """Return the bounds after "at least", "more than", "up to", "nearly"."""
    if before & _MORE and "than" in before:
        return lowest + 1, None
    if before & _AT_LEAST:
        return lowest, None
    if ("up" in before and "to" in before) or ("at" in before and before & _AT_MOST):
        return 1, highest
    if before & _UNDER:
        return 1, None if highest is None else highest - 1
    if before & _NEARLY and highest is not None:
        return lowest - max(1, lowest // 10), highest
    return lowest, highest


def _single(tree: Tree, span: tuple[int, int], kind: str) -> CountRow | None:
    """Return one for "a soldier", nothing for a plural or a name."""
    start, end = span
    if tree.words[start] in ("a", "an", "another") and tree.tags[end - 1] == "NN" and tree.lemmas[end - 1] not in _MANY:
        return {"kind": kind, "min": 1, "max": 1, "span": (start, start + 1)}
    return None


_MANY = frozenset("number group family crowd couple team community population crew staff majority handful".split())

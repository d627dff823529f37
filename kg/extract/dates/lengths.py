"""Rules for durations ("50 days", "a two-year siege", "for weeks") and sets of times ("every Monday", "nightly")."""

from kg.extract.dates.grammar import Built, Match, Rule
from kg.extract.dates.meaning import Length, Repeated, Vague
from kg.extract.dates.relative import length


def _counted(match: Match) -> Built:
    """Read "50 days", "50-day", "two and a half years", "half a century"."""
    number = match.number("n") if match.has("n") else 0.0
    if match.texts("n") in (["a"], ["an"]):
        number = 1.0
    if match.has("half"):
        number += 0.5
    if not number or match.doc[match.start].lower_ == "following":
        return None  # "following eight years of talks"
    if match.value("unit") == "Q" and not match.has("rel"):
        return None  # three quarters of the voters
    return length(number, match.value("unit"))


def _single(match: Match) -> Built:
    """Read "a year", "an hour", "one week"."""
    if match.value("unit") in ("Q", "MIN", "S"):
        return None
    if _is_rate(match):
        return Repeated(length(1, match.value("unit")).value)
    return length(1, match.value("unit"))


def _is_rate(match: Match) -> bool:
    """Tell whether "a day" says how often: "33 deaths a day", "$5 million a year"."""
    before = match.doc[max(match.start - 4, 0) : match.start]
    if (
        not before
        or before[-1].tag_ not in ("CD", "NN", "NNS", "$")
        or match.followed_by("(after|before|later|earlier|ago)")
    ):
        return False
    return match.preceded_by("UNITS|Length") or any(token.like_num for token in before)


def _uncounted(match: Match) -> Built:
    """Read "a few days", "several years", "months"."""
    if match.value("unit") == "Q":
        return None
    return length(None, match.value("unit"))


def _vague_near(match: Match) -> Built:
    """Read "recent months", "coming weeks", "the last few days"."""
    word = match.texts("rel")[-1]
    if match.followed_by("of") and word in ("last", "next"):
        return _uncounted(match)
    if word in ("recent", "last", "past", "previous", "preceding"):
        return Vague("PAST_REF")
    return Vague("FUTURE_REF")


def _whole(match: Match) -> Built:
    """Read "all week"."""
    return length(1, match.value("unit")) if match.value("unit") in ("D", "W", "M", "Y") else None


def _span(match: Match) -> Built:
    return Length(match.value("word"))


def _every(match: Match) -> Built:
    number = 2.0 if match.has("other") else match.number("n") if match.has("n") else 1.0
    return Repeated(length(number or 1.0, match.value("unit")).value)


def _every_weekday(match: Match) -> Built:
    part = f"T{match.value('part')}" if match.has("part") else ""
    return Repeated(f"XXXX-WXX-{match.value('weekday')}{part}")


def _every_month(match: Match) -> Built:
    return Repeated(f"XXXX-{int(match.value('month')):02d}")


def _every_part(match: Match) -> Built:
    return Repeated(f"XXXX-XX-XXT{match.value('part')}")


def _every_season(match: Match) -> Built:
    return Repeated(f"XXXX-{match.value('season')}")


def _every_weekend(_: Match) -> Built:
    return Repeated("XXXX-WXX-WE")


def _frequency(match: Match) -> Built:
    return Repeated(match.value("word"))


_MORE = (
    "(more|other|straight|consecutive|full|whole|further|extra|additional|long|bloody|brutal|difficult|hard|tense|grueling|"
    "gruelling|turbulent|tumultuous|bitter|painful|tough|busy)*"
)
_RECENT_WORDS = "rel:(last|past|previous|recent|coming|upcoming|next|future)"
_SPAN_WORDS = (
    "rel:(last|past|next|coming|upcoming|previous|preceding|following|subsequent|ensuing|succeeding|first|final|latest|"
    "intervening|same)"
)


def length_rules() -> list[Rule]:
    """Return the rules of this module."""
    return [
        Rule(f"n:COUNT {_MORE} unit:ANYUNIT", _counted),
        Rule("n:COUNT dash unit:ANYUNIT (dash? long)? period?", _counted),
        Rule("(n:COUNT|a|an)? dash? and dash? (a dash?)? half:half dash? unit:ANYUNIT", _counted),
        Rule("n:COUNT unit:ANYUNIT half:(and a half)", _counted),
        Rule("n:(a|an) unit:UNIT half:(and a half)", _counted),
        Rule("half:half (a|an|dash) unit:UNIT", _counted),
        Rule("a half:half dash? unit:UNIT", _counted),
        Rule(f"(the|these)? {_SPAN_WORDS} n:COUNT {_MORE} unit:ANYUNIT", _counted),
        Rule(f"(the|these)? {_SPAN_WORDS} n:COUNT dash unit:UNIT period?", _counted),
        Rule("(a|an) unit:UNIT (dash long)?", _single),
        Rule("(a|an) unit:UNIT or more", _single),
        Rule("unit:UNIT dash long", _single),
        Rule("(the)? ANYVAGUE dash? (more|other|long|additional)? of? unit:ANYUNIT", _uncounted),
        Rule("(the)? rel:(last|past|previous|preceding) ANYVAGUE unit:UNITS", _vague_near),
        Rule("(the)? (next|coming|following|subsequent|first|final|ensuing) ANYVAGUE unit:UNITS", _uncounted),
        Rule(f"(the|these)? {_RECENT_WORDS} unit:UNITS ((or|and) UNITS)?", _vague_near),
        Rule(
            "(the)? (following|subsequent|ensuing|succeeding|intervening|final|early|first|last) unit:UNITS", _uncounted
        ),
        Rule("unit:UNITS", _uncounted),
        Rule("DAYRANGE unit:UNITS", _uncounted),
        Rule("ANYVAGUE? unit:UNITS (or|and) UNITS", _uncounted),
        Rule("the? n:COUNT rel:(last|past|next|coming|previous|preceding|following|final) unit:UNITS", _counted),
        Rule("unit:UNITS dash long", _uncounted),
        Rule("all unit:UNIT long?", _whole),
        Rule("word:SPAN", _span),
        Rule("(every|each) (other:other|n:COUNT)? unit:ANYUNIT", _every),
        Rule("(per|slash) unit:UNIT", _every),
        Rule("(once|twice|times) (a|an|every|each|per) unit:UNIT", _every),
        Rule("(every|each) weekday:WEEKDAY (part:DAYPART)?", _every_weekday),
        Rule("(every|each) (ORDINAL|other) weekday:WEEKDAY", _every_weekday),
        Rule("weekday:WEEKDAYS", _every_weekday),
        Rule("(every|each) month:MONTH", _every_month),
        Rule("(every|each) part:DAYPART", _every_part),
        Rule("(every|each) season:SEASON", _every_season),
        Rule("(every|each) weekend", _every_weekend),
        Rule("weekends", _every_weekend),
        Rule("word:FREQUENCY", _frequency),
    ]

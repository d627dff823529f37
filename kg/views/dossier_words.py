"""What a dossier says in plain words: names of events, dates, posts, and a summary made from the facts by rule."""

from collections import Counter
from collections.abc import Iterable

from kg.analysis.dossier_records import Claim, Dossier, Event, Term, Toll
from kg.views.overview import words

LONGEST = 300
"""Characters of a name in headings and lists: more is cut; the page of the thing has it whole."""

PLANS = ("planned", "proposed", "demanded", "threatened", "hypothetical")
"""Modalities of what is not told as having happened, in the order in which they are counted."""

_MOST = 4


def cut(text: str, longest: int = LONGEST) -> str:
    """Return `text`, or its beginning when it is longer than `longest`.

    >>> cut("Mira Solen", 5)
    'Mira…'
    """
    return text if len(text) <= longest else text[: longest - 1] + "…"


def days(event: Event) -> str:
    """Return the day or days of an event, "" when none is known."""
    return event.earliest if event.earliest == event.latest else f"{event.earliest} to {event.latest}"


def label(event: Event) -> str:
    """Return what an event is called: its kind, parties (without what they used) and places."""
    parties = list(dict.fromkeys(cut(ref.name, 60) for role, ref in event.parties if role != "instrument"))
    spots = list(dict.fromkeys(cut(ref.name, 60) for _, ref in event.spots))
    named = f": {', '.join(parties[:_MOST])}" if parties else ""
    return words(event.type) + named + (f" ({', '.join(spots[:_MOST])})" if spots else "")


def told_as(event: Event) -> str:
    """Return how an event is told: "happened", "planned" ..., "denied".

    What is neither planned nor so has happened unless a report says that it has not.
    """
    if event.polarity == "negative":
        return "denied" if event.modality == "actual" else f"{event.modality} (denied)"
    return "happened" if event.happened else event.modality


def begin_of(term: Term) -> str:
    """Return what is known of the beginning of a tenure."""
    if term.since:
        return f"since {term.since}"
    return f"shown {'on' if _one_day(term) else 'from'} {term.first_held}" if term.first_held else "beginning not told"


def end_of(term: Term) -> str:
    """Return what is known of its end, "" when the beginning says it all."""
    if term.until:
        return f"until {term.until}"
    if term.ended_before:
        return f"ended before {term.ended_before}"
    if _one_day(term) and not term.since:
        return ""
    return f"shown until {term.last_held}" if term.last_held else "end not told"


def span_of(term: Term) -> str:
    """Return beginning and end of a tenure in one line."""
    return "; ".join(part for part in (begin_of(term), end_of(term)) if part)


def _one_day(term: Term) -> bool:
    return bool(term.first_held) and term.first_held == term.last_held


def post_of(term: Term) -> str:
    """Return a post with its body."""
    return cut(term.title) + (f", {cut(term.body.name)}" if term.body else "")


def figure(claim: Claim) -> str:
    """Return a figure as it was claimed: "at least 4", "10 to 12"."""
    if claim.most is None:
        return f"at least {claim.least:,}"
    return f"{claim.least:,}" if claim.least == claim.most else f"{claim.least:,} to {claim.most:,}"


def counted(one: Claim | Toll) -> str:
    """Return who was counted and how they were harmed: "civilians killed"."""
    return f"{one.of} {one.figure}".strip()


def origin(dossier: Dossier) -> str:
    """Return how many articles and independent sources a dossier rests on.

    >>> origin(Dossier(iri="x", name="X", kind="person", type="Person"))
    'no article'
    """
    if not dossier.articles:
        return "no article"
    return f"{_many(len(dossier.articles), 'article')}, {_many(dossier.sources, 'independent source')}"


def summary(dossier: Dossier) -> tuple[str, ...]:
    """Return the answer in short: sentences filled in from facts, each of which the page shows with its evidence."""
    told = [_basis(dossier), *(_event_lines(dossier.events[0]) if dossier.kind == "event" else _thing_lines(dossier))]
    if dossier.clashes:
        told.append(
            f"{_many(len(dossier.clashes), 'contradiction')}: {'; '.join(one.reason for one in dossier.clashes)}."
        )
    return tuple(line for line in told if line)


def _basis(dossier: Dossier) -> str:
    dates = sorted(article.published[:10] for article in dossier.articles if article.published)
    span = "" if not dates else f", of {dates[0]}" if dates[0] == dates[-1] else f", of {dates[0]} to {dates[-1]}"
    begin = "Told in" if dossier.kind == "event" else "Named in"
    return f"{begin} {origin(dossier)}{span}."


def _event_lines(event: Event) -> list[str]:
    told = "having happened" if event.happened else told_as(event)
    lines = [f"Told as {told}" + (f", {days(event)}." if days(event) else "; no day is told.")]
    if event.circular:
        lines.append("Its sources only cite each other.")
    lines += [f"{counted(one).capitalize()}: {_range(one)}." for one in event.tolls]
    return lines


def _thing_lines(dossier: Dossier) -> list[str]:
    lines = []
    if dossier.terms:
        posts = [_held(term, dossier) for term in dossier.terms[:_MOST]]
        more = len(dossier.terms) - len(posts)
        lines.append(
            f"{'Posts' if dossier.kind == 'person' else 'In it'}: {'; '.join(posts)}{f'; {more} more' if more else ''}."
        )
    if dossier.events:
        lines.append(f"Events: {_told(dossier.events)}.")
    if happened := [event for event in dossier.events if event.happened and event.latest]:
        lines.append(f"The latest told as having happened: {label(happened[0])}, {days(happened[0])}.")
    said = [
        (dossier.said, "of their own" if dossier.kind == "person" else "of its own"),
        (dossier.said_of, "by others"),
    ]
    if counts := [f"{_many(len(remarks), 'statement')} {whose}" for remarks, whose in said if remarks]:
        lines.append(f"In words: {', '.join(counts)}.")
    return lines


def _held(term: Term, dossier: Dossier) -> str:
    who = f"{cut(term.person.name)}, " if dossier.kind != "person" else ""
    what = post_of(term) if dossier.kind == "person" else cut(term.title)
    return f"{who}{what} ({span_of(term)})"


def _told(events: Iterable[Event]) -> str:
    counts = Counter(told_as(event) for event in events)
    order = sorted(counts, key=lambda one: (one != "happened", -counts[one], one))
    return ", ".join(
        f"{counts[one]} told as having happened" if one == "happened" else f"{counts[one]} {one}" for one in order
    )


def _range(toll: Toll) -> str:
    if toll.low == toll.high:
        return f"{toll.best:,}"
    return f"{toll.best:,} by the best supported claim, {toll.low:,} to {toll.high:,} by all"


def _many(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"

"""Which posts an event opens or closes: appointments, departures, and the deaths of those who hold one."""

from collections.abc import Iterator, Mapping, Sequence

from spacy.tokens import Doc

from kg.extract.annotations import EventRow, RoleRow

_OPENED_FOR = {"Appointment": frozenset(("object", "target"))}
_CLOSED_FOR = {
    "Departure": frozenset(("actor", "object", "target")),
    "Killing": frozenset(("victim", "target")),
    "Assassination": frozenset(("victim", "target")),
}
"""The parts of an event in which somebody takes up or leaves a post by it."""
_HAPPENS = frozenset(("actual", "planned"))
_TOLD_BY_VERBS = ("appointed:", "verb:")
_LONG_OVER = frozenset("former ex late then one-time onetime ousted deposed retired".split())
"""Words that say of a title that it was over before the event. Others of the lexicon, such as "slain", may tell of
the event itself."""


def posts_opened(doc: Doc, event: EventRow, roles: Sequence[RoleRow]) -> Iterator[int]:
    """Yield the places in `roles` of the posts that a person takes up by `event`."""
    people = _people(event, _OPENED_FOR)
    for place, role in enumerate(roles):
        begins = role["rule"].startswith(_TOLD_BY_VERBS) or role["start"] is not None
        holds = role["person"] in people and role["status"] in ("current", "incoming", "acting")
        if holds and begins and _of_one_sentence(doc, event, role):
            yield place


def posts_closed(doc: Doc, event: EventRow, roles: Sequence[RoleRow]) -> Iterator[int]:
    """Yield the places in `roles` of the posts that a person leaves by `event`, in office or dead."""
    people = _people(event, _CLOSED_FOR)
    for place, role in enumerate(roles):
        if role["person"] in people and role["status"] == "former" and _of_one_sentence(doc, event, role):
            words = {token.lower_ for token in doc[slice(*role["evidence"])]}
            if role["until"] is not None or role["rule"].startswith(_TOLD_BY_VERBS) or not words & _LONG_OVER:
                yield place


def _people(event: EventRow, by_type: Mapping[str, frozenset[str]]) -> set[str]:
    """Return the entities in the parts that `by_type` names for the class of an event, if the event happens."""
    parts = by_type.get(event["type"], frozenset())
    if event["modality"] not in _HAPPENS or event["polarity"] != "positive":
        return set()
    return {row["entity"] for row in event["participants"] if row["role"] in parts and row["entity"] is not None}


def _of_one_sentence(doc: Doc, event: EventRow, role: RoleRow) -> bool:
    return doc[role["evidence"][0]].sent.start == doc[event["trigger"][0]].sent.start

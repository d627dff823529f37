"""Classes of events that rules of merging treat alike, and which of them can stand for which."""

REFINES = {
    "Attack": frozenset(
        {
            *("Airstrike", "MissileStrike", "DroneStrike", "Shelling", "Bombing", "SuicideBombing", "Shooting"),
            *("Raid", "Ambush", "ChemicalAttack"),
        }
    ),
    "Bombing": frozenset({"SuicideBombing"}),
    "Killing": frozenset({"Assassination"}),
    "Talks": frozenset({"Consultation", "Mediation"}),
    "Agreement": frozenset({"Ceasefire"}),
}
"""Classes that a wider class may stand for in another article: "the attack" there is the drone strike here."""

BILATERAL = frozenset(
    {
        *("Talks", "Consultation", "Visit", "Mediation", "Agreement", "Ceasefire", "PrisonerExchange", "MilitaryAid"),
        *("MilitaryExercise", "Sanction", "DiplomaticBreak"),
    }
)
"""Classes that the same parties seldom do twice within days, so that two shared parties are enough without a place."""

DEADLY = frozenset({"Killing", "Assassination"})
"""Classes whose victims are dead."""

TOLLED = {"Killing": "killed", "Assassination": "killed", "Injury": "injured"}
"""Classes that are about how many, and what they count."""


def finer(one: str, other: str) -> str:
    """Return the narrower of two classes that go together, or the first in the alphabet."""
    if other in REFINES.get(one, ()):
        return other
    return one if one in REFINES.get(other, ()) else min(one, other)


def go_together(one: str, other: str) -> bool:
    """Say whether tellings of the two classes can be of one event."""
    return one == other or other in REFINES.get(one, ()) or one in REFINES.get(other, ())


def families(event_type: str) -> list[str]:
    """Return the classes under which tellings of `event_type` are looked for: its own and the wider ones."""
    return [event_type, *(wide for wide, narrow in sorted(REFINES.items()) if event_type in narrow)]

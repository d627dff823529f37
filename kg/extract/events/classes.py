"""Groups of event classes that rules treat alike."""

VIOLENT = frozenset(
    "Attack Airstrike MissileStrike DroneStrike Shelling Bombing SuicideBombing Shooting Clash Raid Ambush Invasion "
    "Siege Assassination ChemicalAttack SexualViolence Riot".split()
)
"""Uses of force."""
HARM = frozenset(("Killing", "Injury", "Destruction", "Displacement", "Abduction"))
"""What force does to people and things."""

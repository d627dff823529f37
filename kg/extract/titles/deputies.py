"""Deputies: words that make a title the one of someone below its holder, and what they make of its category."""

DEPUTY = frozenset(("deputy", "vice", "assistant", "associate"))
DEPUTIES = {
    "Minister": "DeputyMinister",
    **dict.fromkeys(
        (
            "Head", "Chair", "Governor", "Mayor", "HeadOfState", "HeadOfGovernment", "MilitaryCommander", "PartyLeader",
            "Executive",
        ),
        "Deputy",
    ),
}  # fmt: skip
"""The category of a deputy by that of whom he stands in for; elsewhere it stays."""

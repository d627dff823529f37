"""The day with which a caption ends is that of what the picture shows, not of what the caption looks back on."""

import pytest
from spacy.language import Language

from tests.extract.event_aids import one


@pytest.mark.parametrize(
    ("text", "event", "day"),
    [
        ("Supporters hold signs during a protest in Paris, June 7, 2016.", "Protest", "2016-06-07"),
        ("Ministers arrive for a meeting in Oslo, Oct. 20, 2015.", "Talks", "2015-10-20"),
        ("FILE - Police arrest a man in Goma, May 3, 2019.", "Arrest", "2019-05-03"),
        (
            "Relatives carry the coffin of a man who was killed near Goma, during prayers, Jan. 20, 2015.",
            "Killing",
            None,
        ),
        ("Soldiers stand guard during a rally against the coup in Bangkok, May 24, 2014.", "Coup", None),
        ("FILE - Police work at a house following an attack in Lyon, Dec. 3, 2015.", "Attack", None),
        ("A woman who hopes to avoid deportation holds her child, in Denver, Feb. 15, 2017.", "Displacement", None),
    ],
)
def test_the_day_of_a_picture(nlp: Language, text: str, event: str, day: str | None) -> None:
    assert one(nlp, text, event).date == day


def test_a_sentence_in_the_past_is_no_caption(nlp: Language) -> None:
    assert one(nlp, "Two men were shot after a dispute in Lyon, Dec. 3, 2015.", "Shooting").date == "2015-12-03"

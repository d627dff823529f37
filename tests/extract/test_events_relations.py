"""How the spot of an event lies to a place, and places and days that the parser hangs elsewhere."""

import pytest
from spacy.language import Language

from tests.extract.event_aids import one, sites, told_in


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("A bomb exploded near Mosul.", ("Bombing", "near", "Mosul", "near Mosul")),
        ("Rebels attacked a convoy outside Kabul.", ("Attack", "near", "Kabul", "outside Kabul")),
        ("Gunmen killed two men in a village near Herat.", ("Killing", "near", "Herat", "near Herat")),
        ("Rebels killed four soldiers north of Goma.", ("Killing", "northOf", "Goma", "north of Goma")),
        ("Troops clashed with rebels southwest of Aleppo.", ("Clash", "southwestOf", "Aleppo", "southwest of Aleppo")),
        ("Shells hit a school on the outskirts of Tripoli.",
         ("Shelling", "outskirts", "Tripoli", "outskirts of Tripoli")),
        ("Two men were killed on the border with Chad.", ("Killing", "border", "Chad", "border with Chad")),
        ("Two migrants were killed off the coast of Libya.",
         ("Killing", "offshore", "Libya", "off the coast of Libya")),
    ],
)  # fmt: skip
def test_beside_a_place(nlp: Language, text: str, site: tuple[str, str, str, str]) -> None:
    assert site in sites(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "A bomb exploded in Mosul.",
        "Rebels killed four soldiers in the north of Syria.",
        "Shells hit a school in the city of Tripoli.",
        "Rebels captured the town of Goma.",
        "A bomb exploded in Mosul, near Erbil.",
    ],
)
def test_in_a_place(nlp: Language, text: str) -> None:
    assert sites(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "event", "places"),
    [
        ("The president visited Tripoli. Six people were killed there on Sunday.", "Killing", ("Tripoli",)),
        ("He fled to Aleppo, where he was arrested by soldiers.", "Arrest", ("Aleppo",)),
        ("Police arrested 40 people at protests in Minsk on Sunday.", "Arrest", ("Minsk",)),
        ("Nine people died in clashes in Basra.", "Killing", ("Basra",)),
        ("The talks that are to open in Geneva on Sunday were prepared for weeks.", "Talks", ("Geneva",)),
        ("Soldiers invaded Kuwait in 1990.", "Invasion", ("Kuwait",)),
    ],
)
def test_places_told_beside_the_event(nlp: Language, text: str, event: str, places: tuple[str, ...]) -> None:
    assert one(nlp, text, event).places == places


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The coalition that Turkey joined knew the time. Two pilots were killed there.", "Killing"),
        ("The president praised Tripoli. There were six people killed.", "Killing"),
        ("The minister accused the rebels of attacks near Tripoli.", "Accusation"),
        ("He was sentenced to death for the attack in Paris.", "Sentence"),
    ],
)
def test_places_of_another_event(nlp: Language, text: str, event: str) -> None:
    assert one(nlp, text, event).places == ()


@pytest.mark.parametrize(
    ("text", "event", "date"),
    [
        ("On Monday shells hit a school, but nobody was wounded.", "Injury", "2025-07-21"),
        ("The army seized power on May 3 and arrested the president.", "Arrest", "2025-05-03"),
        ("The rivals met on May 3 and signed a treaty.", "Agreement", "2025-05-03"),
        ("Police detained 40 people at protests in Minsk on May 3.", "Protest", "2025-05-03"),
    ],
)
def test_a_day_passes_to_the_other_events(nlp: Language, text: str, event: str, date: str) -> None:
    assert one(nlp, text, event).date == date


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("He had been arrested on May 3 and was killed by guards.", "Killing"),
        ("The army attacked on May 3 and the president will visit the base.", "Visit"),
        ("Shells hit a school on May 3, and the president visited the base.", "Visit"),
    ],
)
def test_a_day_does_not_pass(nlp: Language, text: str, event: str) -> None:
    assert one(nlp, text, event).date is None


def test_each_town_has_its_day(nlp: Language) -> None:
    told = told_in(nlp, "The army captured Aleppo on May 3 and captured Mosul on June 4.")
    assert [(event.places, event.date) for event in told] == [(("Aleppo",), "2025-05-03"), (("Mosul",), "2025-06-04")]

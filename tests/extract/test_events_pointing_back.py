"""The shells, the shelling, the head of a bulletin's paragraph: what later words take from what was told before."""

import pytest
from spacy.language import Language

from tests.extract.event_aids import Told, told_in


def last(nlp: Language, text: str, event: str) -> Told:
    """Return the last event of class `event` in `text`."""
    return [told for told in told_in(nlp, text) if told.type == event][-1]


STRUCK = "Mortar shells struck a market in Aleppo on May 3. "


@pytest.mark.parametrize("first", [STRUCK, "Shells hit a school in Aleppo on May 3. "])
def test_the_shells_are_those_told_of(nlp: Language, first: str) -> None:
    told = last(nlp, first + "Iraq said the shells had been fired by Syrian troops across the border.", "Shelling")
    assert told.parties[0].startswith("actor:")
    assert (told.date, told.places) == ("2025-05-03", ("Aleppo",))
    assert told.incident is not None


@pytest.mark.parametrize(
    ("first", "shells"),
    [
        (STRUCK, "shells"),
        (STRUCK, "the last shells"),
        (STRUCK, "the rockets"),
        (STRUCK + "Shells hit a farm in Mosul on May 4. ", "the shells"),
    ],
)
def test_other_shells_are_not(nlp: Language, first: str, shells: str) -> None:
    found = told_in(nlp, f"{first}Iraq said {shells} had been fired by Syrian troops across the border.")
    assert found[-1].trigger == "fired"
    assert found[-1].places == ()


def test_the_shelling_is_what_killed(nlp: Language) -> None:
    text = "Artillery killed 17 civilians in Aleppo on May 3. Prosecutors are looking into the shelling."
    told = last(nlp, text, "Shelling")
    assert (told.date, told.places) == ("2025-05-03", ("Aleppo",))


@pytest.mark.parametrize(
    "following",
    [
        "Gunmen killed six people in Mosul on May 4. Prosecutors are looking into the shelling.",
        "Rebels raided a village near Mosul on May 4. Prosecutors are looking into the shelling.",
        "The army denied that the shelling had taken place in Mosul.",
        "Residents fear more shelling.",
    ],
)
def test_the_shelling_of_several_is_open(nlp: Language, following: str) -> None:
    text = f"Artillery killed 17 civilians in Aleppo on May 3. {following}"
    assert "Aleppo" not in last(nlp, text, "Shelling").places


def test_harm_on_a_day_when_shells_fell(nlp: Language) -> None:
    told = {t.type: t for t in told_in(nlp, "Nine people were killed on May 3, when shells hit the market in Aleppo.")}
    assert (told["Killing"].date, told["Killing"].places) == ("2025-05-03", ("Aleppo",))
    assert told["Killing"].incident == told["Shelling"].incident


def test_a_river_is_crossed(nlp: Language) -> None:
    assert last(nlp, "Rebels fired mortar shells across the Jordan River on May 3.", "Shelling").places == ()


def test_a_town_is_not_crossed(nlp: Language) -> None:
    assert last(nlp, "Rebels fired mortar shells across Aleppo on May 3.", "Shelling").places == ("Aleppo",)


BULLETIN = "The staff wrote down what happened.\n\nAleppo. {}\n\nMosul. No harm was reported."


def test_the_head_of_a_paragraph_is_where(nlp: Language) -> None:
    told = last(nlp, BULLETIN.format("Two farmers were wounded by a drone on May 3."), "Injury")
    assert told.places == ("Aleppo",)


@pytest.mark.parametrize(
    "sentence",
    [
        "Two farmers were wounded by a drone near Homs on May 3.",
        "In Homs the staff said that two farmers had been wounded by a drone.",
    ],
)
def test_a_place_in_the_sentence_wins(nlp: Language, sentence: str) -> None:
    assert "Aleppo" not in last(nlp, BULLETIN.format(sentence), "Injury").places


def test_the_next_paragraph_is_elsewhere(nlp: Language) -> None:
    text = "The staff wrote.\n\nAleppo. No harm was reported.\n\nTwo farmers were wounded by a drone on May 3."
    assert last(nlp, text, "Injury").places == ()


def test_a_head_is_read_like_the_other_heads(nlp: Language) -> None:
    text = (
        "The staff wrote.\n\nMosul. Nobody was hurt on Sunday.\n\n"
        "Brenik. Fourteen civilians were killed and 31 injured on May 3."
    )
    assert last(nlp, text, "Killing").places == ("Brenik",)

"""Headlines, datelines, times and credits are cut off the sentence they stand before."""

import pytest

from kg.extract.headings import openings


def parts(line: str, *, first: bool = True) -> list[str]:
    starts = [0, *openings(line, first=first)]
    return [line[a:b].strip() for a, b in zip(starts, [*starts[1:], None], strict=True)]


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Rebels Seize Bridge as Truce Fails-Fighters of the northern front took the bridge at dawn.", "Fighters of"),
        ("Rebels Seize Bridge as Truce Fails -Fighters of the northern front took the bridge.", "Fighters of"),
        ("Army: Shelling Leaves Nine Dead in Kenya-Kenyan police say that nine people were killed.", "Kenyan police"),
        ("Talks on Border Resume-OSLO —\xa0-Norway said that the talks on the border had resumed.", "Norway said"),
        ("Deal Can Help Both Sides - OSLO — -Norway is asking both sides for patience.", "Norway is"),
        ("OSLO — Norway said that the talks had resumed.", "Norway said"),
        ("OSLO, Norway (XP) — “We are ready,” said the envoy.", "“We are"),
        ("BRENIK, Lethuria, March 11 (Meridian) -- Nine people were killed.", "Nine people"),
        ("14:05 UTC — The army says that it holds the town.", "The army"),
        ("[09.30 GMT] The governor has left the town.", "The governor"),
        ("FILE - Soldiers stand guard at the port.", "Soldiers stand"),
    ],
)
def test_what_stands_before_a_first_sentence_is_cut_off(line: str, sentence: str) -> None:
    assert parts(line)[-1].startswith(sentence)


@pytest.mark.parametrize(
    ("line", "sentence"),
    [
        ("Security threat-Earlier this week the president spoke of the army.", "Earlier"),
        ("Humanitarian aid-Trucks with food have not reached the town since May.", "Trucks"),
        ("(A. Name/XP)-“We saw the fire from the hill,” said the mayor.", "“We saw"),
        ("April 5, 2017-Norway asks the council for a meeting on the war.", "Norway"),
    ],
)
def test_headings_within_the_text_are_cut_off(line: str, sentence: str) -> None:
    assert parts(line, first=False)[-1].startswith(sentence)


@pytest.mark.parametrize(
    "line",
    [
        "Frank-Walter Steinmeier said that the talks had failed in the morning.",
        "German Foreign Minister Frank-Walter Steinmeier said that the talks had failed.",
        "The Libya-Niger border has been closed since the fighting began in May.",
        "Prime Minister Haider al-Abadi declared victory in the city on Monday.",
        "A pro-Russian militia and mostly-Muslim villages signed a truce in May.",
        "United Nations Secretary-General Antonio Guterres called for a truce.",
        "In a 5-4 vote the justices of the court rejected the challenge to the law.",
        "The town fell in mid-April after weeks of siege, the army said.",
        "Rebels took the town. Its mayor, a Cuban-American, had fled to the coast by then.",
        "The war is over - or so the generals say on television every night.",
    ],
)
@pytest.mark.parametrize("first", [True, False])
def test_compounds_and_dashes_of_a_sentence_stay(line: str, first: bool) -> None:  # noqa: FBT001 - a parameter
    assert parts(line, first=first) == [line]

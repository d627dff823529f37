"""What the text names: classes, lexicon entries, agreement within an article."""

import pytest
from spacy.language import Language

from tests.extract.reading_aids import entities, mentions_of, row_of


@pytest.mark.parametrize(
    ("text", "name", "type_"),
    [
        ("Fighters of Hamas crossed the fence.", "Hamas", "ArmedGroup"),
        ("The Rapid Support Forces (RSF) took the market.", "Rapid Support Forces", "ArmedGroup"),
        ("NATO sent a team to the border.", "NATO", "IntergovernmentalOrganization"),
        ("The Kremlin rejected the offer.", "Kremlin", "GovernmentBody"),
        ("Reuters reported the strike on Friday.", "Reuters", "MediaOutlet"),
        ("Amnesty International published a report.", "Amnesty International", "NonGovernmentalOrganization"),
        ("Iraq closed the crossing.", "Iraq", "Country"),
        ("Fighting spread across the Donbas.", "Donbas", "Place"),
        ("The Ukrainian parliament adopted the law.", "Ukrainian parliament", "GovernmentBody"),
        ("Sudan's army shelled the suburb.", "Sudan army", "Military"),
        ("Israeli warplanes flew over the valley.", "Israeli warplanes", "Military"),
        ("Troops of the 47th Mechanized Brigade withdrew.", "47th Mechanized Brigade", "MilitaryUnit"),
    ],
)
def test_class(nlp: Language, text: str, name: str, type_: str) -> None:
    assert row_of(nlp, text, name)["type"] == type_


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Michael Jordan opened the game.", "Jordan"),
        ("A Russian was killed in the accident.", "Russia"),
        ("Three Russian troops were killed near the bridge.", "Russian troops"),
        ("She will tell us what happened.", "United States"),
        ("The contra dance began at eight.", "Contras"),
        ("Anti-Assad fighters left the town.", "Anti-Assad"),
    ],
)
def test_what_is_no_name_of_it(nlp: Language, text: str, absent: str) -> None:
    assert absent not in entities(nlp(text))


def test_a_given_name_makes_a_person(nlp: Language) -> None:
    text = "According to Oleksandr Varenko, a member of the parliament, the vote was close."
    assert row_of(nlp, text, "Oleksandr Varenko")["type"] == "Person"


def test_one_class_throughout_the_article(nlp: Language) -> None:
    text = "Donald Trump spoke on Monday. Trump administration officials listened. Later Trump left."
    assert mentions_of(nlp, text, "Donald Trump") == ["Donald Trump", "Trump", "Trump"]


def test_titles_and_articles_are_no_part_of_a_name(nlp: Language) -> None:
    found = entities(nlp("The Security Council met. General Robert Mood spoke to Mr. Haroun Desta."))
    assert "Robert Mood" in found
    assert not any(name.startswith(("The ", "General ", "Mr.")) for name in found)


def test_people_of_a_country_are_a_group(nlp: Language) -> None:
    row = row_of(nlp, "Thousands of Palestinians fled the camp.", "Palestinians")
    assert (row["type"], row["country"]) == ("Group", "PS")


def test_a_name_does_not_run_over_a_line_break(nlp: Language) -> None:
    found = entities(nlp("Talks with Omar Haddad\nBeirut prepares for a long winter."))
    assert not any("\n" in name or "Haddad Beirut" in name for name in found)

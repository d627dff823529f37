"""Who did what to whom: parties through passives, relative clauses, control, sharing, possessives and light verbs."""

import pytest
from spacy.language import Language

from tests.extract.event_aids import one, told_in


@pytest.mark.parametrize(
    ("text", "event", "parties"),
    [
        ("Rebels attacked a convoy.", "Attack", {"actor:Rebels", "target:a convoy"}),
        ("A convoy was attacked by rebels.", "Attack", {"actor:rebels", "target:A convoy"}),
        ("The rebels who attacked the convoy fled.", "Attack", {"actor:The rebels", "target:the convoy"}),
        ("Soldiers killed in the clash were buried.", "Killing", {"victim:Soldiers"}),
        ("The rebels vowed to attack the convoy.", "Attack", {"actor:rebels", "target:the convoy"}),
        ("The general ordered the troops to shell the town.", "Shelling", {"actor:the troops", "target:the town"}),
        ("Gunmen attacked a bus, killing nine passengers.", "Killing", {"actor:Gunmen", "victim:nine passengers"}),
        ("A bus was attacked by gunmen, killing nine people.", "Killing", {"actor:gunmen", "victim:nine people"}),
        ("Rebels stormed the base and captured five soldiers.", "Abduction", {"actor:Rebels", "object:five soldiers"}),
        ("Soldiers killed or wounded 20 villagers.", "Killing", {"actor:Soldiers", "victim:20 villagers"}),
        ("Police were accused of beating students.", "Injury", {"actor:Police", "victim:students"}),
        ("Police are believed to have arrested the man.", "Arrest", {"actor:Police", "object:the man"}),
        ("The town that the rebels captured is empty.", "TerritorialCapture", {"actor:the rebels", "object:The town"}),
        ("The envoy called on the rebels to leave the town.", "Demand", {"actor:envoy", "target:the rebels"}),
    ],
)
def test_through_the_grammar(nlp: Language, text: str, event: str, parties: set[str]) -> None:
    assert set(one(nlp, text, event).parties) == parties


@pytest.mark.parametrize(
    ("text", "event", "parties"),
    [
        ("Russia's invasion of Ukraine began in February.", "Invasion", {"actor:Russia", "target:Ukraine"}),
        ("Talks between Russia and Ukraine ended.", "Talks", {"participant:Russia", "participant:Ukraine"}),
        ("Russia-Ukraine talks ended on Friday.", "Talks", {"participant:Russia", "participant:Ukraine"}),
        ("Israeli strikes on Syria killed nine people.", "Attack", {"actor:Israel", "target:Syria"}),
        ("A police raid on the house failed.", "Raid", {"actor:police", "target:the house"}),
        ("The killing of two nurses by militants was condemned.", "Killing", {"actor:militants", "victim:two nurses"}),
        ("The farmer's arrest surprised nobody.", "Arrest", {"object:The farmer"}),
        ("The army's arrest of a reporter was condemned.", "Arrest", {"actor:army", "object:a reporter"}),
        ("The meeting with Emmanuel Macron lasted an hour.", "Talks", {"participant:Emmanuel Macron"}),
    ],
)
def test_of_nouns(nlp: Language, text: str, event: str, parties: set[str]) -> None:
    found = {part if not part.endswith("'s") else part[:-2] for part in one(nlp, text, event).parties}
    assert found == parties


@pytest.mark.parametrize(
    ("text", "event", "parties"),
    [
        ("Rebels carried out an attack on the base.", "Attack", {"actor:Rebels", "target:the base"}),
        ("An attack was carried out by rebels.", "Attack", {"actor:rebels"}),
        ("The attack carried out by rebels failed.", "Attack", {"actor:rebels"}),
        ("The base came under attack.", "Attack", {"target:The base"}),
        ("The fighters took part in the attack.", "Attack", {"actor:The fighters"}),
        ("The rebels claimed responsibility for the bombing.", "Bombing", {"actor:rebels"}),
        ("Kenya accused the rebels of the bombing.", "Bombing", {"actor:the rebels"}),
        (
            "Qatar hosted talks between Chad and Sudan.",
            "Talks",
            {"participant:Chad", "participant:Sudan", "mediator:Qatar"},
        ),
        ("Nine soldiers suffered injuries in the clash.", "Injury", {"victim:Nine soldiers"}),
    ],
)
def test_through_light_verbs(nlp: Language, text: str, event: str, parties: set[str]) -> None:
    assert set(one(nlp, text, event).parties) == parties


def test_a_verb_that_is_not_light_lends_no_party(nlp: Language) -> None:
    assert one(nlp, "The minister condemned the attack.", "Attack").parties == ()
    assert one(nlp, "Reporters witnessed the attack.", "Attack").parties == ()


@pytest.mark.parametrize(
    ("text", "event", "party"),
    [
        (
            "Russian and Ukrainian negotiating teams met on Monday.",
            "Talks",
            {"participant:Russia", "participant:Ukraine"},
        ),
        ("Iranian officials rejected the offer.", "Rejection", {"actor:Iran"}),
        ("Russian missiles struck a school.", "MissileStrike", {"actor:Russia"}),
    ],
)
def test_a_state_acts_through_its_bodies(nlp: Language, text: str, event: str, party: set[str]) -> None:
    assert party <= set(one(nlp, text, event).parties)


def test_the_dead_of_a_state_are_not_the_state(nlp: Language) -> None:
    assert one(nlp, "Rebels killed nine Iraqi civilians.", "Killing").parties == (
        "actor:Rebels",
        "victim:nine Iraqi civilians",
    )
    told = one(nlp, "Gunmen shot a Syrian engineer.", "Shooting")
    assert "victim:a Syrian engineer" in told.parties


@pytest.mark.parametrize(
    ("text", "event", "party"),
    [
        ("Kenya rejected an appeal by Uganda for troops.", "Rejection", "target:Uganda"),
        ("The council demanded the withdrawal of Serbian forces from Bosnia.", "Demand", "target:Serbia"),
        ("Norway demanded that Iran free the men.", "Demand", "target:Iran"),
        ("The general threatened to attack Israel.", "Threat", "target:Israel"),
        ("France praised the efforts of Chad.", "Support", "object:the efforts"),
        ("Kenya condemned Ethiopia's attack.", "Accusation", "target:Ethiopia"),
    ],
)
def test_the_party_inside_a_phrase(nlp: Language, text: str, event: str, party: str) -> None:
    assert any(found.startswith(party) for found in one(nlp, text, event).parties)


def test_whom_an_attack_condemned_befell_is_not_accused(nlp: Language) -> None:
    told = one(nlp, "France condemned the attack on Kenya.", "Accusation")
    assert "target:Kenya" not in told.parties


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The war killed thousands of people.", "Killing"),
        ("An explosion in Madrid which killed ten people was heard far away.", "Killing"),
        ("The building was hit by a mine, killing two men.", "Killing"),
    ],
)
def test_what_is_nobody_is_no_actor(nlp: Language, text: str, event: str) -> None:
    assert not any(party.startswith("actor:") for party in one(nlp, text, event).parties)


def test_weapons_are_instruments(nlp: Language) -> None:
    assert "instrument:A bomb" in one(nlp, "A bomb exploded in the market.", "Bombing").parties
    assert "instrument:rockets" in one(nlp, "Rebels attacked the base with rockets.", "MissileStrike").parties
    told = one(nlp, "Tanks fired nine shells at the village.", "Shelling")
    assert {"instrument:nine shells", "target:the village"} <= set(told.parties)


def test_a_description_takes_the_name_beside_it(nlp: Language) -> None:
    told = one(nlp, "His predecessor, Alfonso Cano, was killed by the army.", "Killing")
    assert "victim:Alfonso Cano" in told.parties


def test_givers_and_receivers(nlp: Language) -> None:
    told = one(nlp, "Norway gave them tents and food.", "HumanitarianAid")
    assert set(told.parties) == {"actor:Norway", "beneficiary:them", "object:tents", "object:food"}
    received = one(nlp, "The rebels received weapons from Iran.", "MilitaryAid")
    assert set(received.parties) == {"actor:Iran", "beneficiary:The rebels", "object:weapons"}


def test_two_sides_stand_for_both(nlp: Language) -> None:
    text = "Russia and Ukraine have fought for years. On Monday the two sides held talks."
    assert set(one(nlp, text, "Talks").parties) == {"participant:Russia", "participant:Ukraine"}


@pytest.mark.parametrize(
    ("text", "event", "wrong"),
    [
        ("The council blamed three attacks on the army.", "Attack", "target"),
        ("The minister pinned the bombing on the rebels.", "Bombing", "target"),
        ("The commander blamed the shelling on the militia.", "Shelling", "target"),
    ],
)
def test_who_is_blamed_was_not_hit(nlp: Language, text: str, event: str, wrong: str) -> None:
    assert not [party for party in one(nlp, text, event).parties if party.startswith(wrong)]


@pytest.mark.parametrize(
    "text", ["Soldiers carried out an attack on the army.", "The bombing on the market shocked Iraq."]
)
def test_what_is_behind_on_was_hit(nlp: Language, text: str) -> None:
    found = [party for told in told_in(nlp, text) for party in told.parties]
    assert any(party.startswith("target") for party in found)


def test_what_people_die_of_is_no_victim(nlp: Language) -> None:
    assert one(nlp, "Six prisoners died of wounds.", "Killing").parties == ("victim:Six prisoners",)


@pytest.mark.parametrize(
    ("text", "event", "party"),
    [
        ("The leaders called for steps aimed at defeating Hezbollah.", "Demand", "Hezbollah"),
        ("France demanded measures targeting Iran.", "Demand", "Iran"),
        ("The minister rejected any suggestion concerning France.", "Rejection", "France"),
    ],
)
def test_a_clause_that_describes_what_is_asked_names_no_party(nlp: Language, text: str, event: str, party: str) -> None:
    assert not [name for name in one(nlp, text, event).parties if name.endswith(f":{party}")]


@pytest.mark.parametrize(
    "text", ["Russia rejected a proposal made by France.", "Russia rejected a proposal by France."]
)
def test_who_made_what_is_rejected_is_a_party(nlp: Language, text: str) -> None:
    assert "target:France" in one(nlp, text, "Rejection").parties

"""Words in the sense in which they tell of events, and the same words in other senses."""

import pytest
from spacy.language import Language

from tests.extract.event_aids import classes, one, told_in


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("A drone attack hit the depot.", "DroneStrike"),
        ("The army launched a missile strike on the port.", "MissileStrike"),
        ("A suicide car bombing killed nine people.", "SuicideBombing"),
        ("Warplanes attacked the village.", "Airstrike"),
        ("Rebels attacked the base with mortars.", "Shelling"),
        ("A chemical attack killed dozens of civilians.", "ChemicalAttack"),
        ("Hackers launched a cyber attack on the bank.", "Cyberattack"),
        ("A mob attacked the shop.", "Attack"),
        ("Men attacked a guard with knives.", "Attack"),
    ],
)
def test_the_weapon_makes_the_class(nlp: Language, text: str, event: str) -> None:
    assert event in classes(nlp, text)


def test_two_weapons_are_two_events_of_one_incident(nlp: Language) -> None:
    told = told_in(nlp, "The port was damaged by drone and missile strikes.")
    assert {"DroneStrike", "MissileStrike"} <= {event.type for event in told}
    assert len({event.incident for event in told}) == 1
    assert told[0].incident is not None


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Jets carried out strikes on rebel positions.", "Attack"),
        ("Israeli strikes killed nine people.", "Attack"),
        ("The strike on the hospital was condemned.", "Attack"),
        ("Nurses went on strike on Monday.", "Protest"),
        ("The prisoners began a hunger strike.", "Protest"),
        ("The union called a general strike.", "Protest"),
    ],
)
def test_strikes_of_jets_and_of_workers(nlp: Language, text: str, event: str) -> None:
    assert [told.type for told in told_in(nlp, text) if told.trigger in ("strike", "strikes")] == [event]


@pytest.mark.parametrize(
    "text",
    [
        "He suffered a heart attack.",
        "The strike price of the option rose.",
        "They struck a balance.",
        "The movie bombed last summer.",
        "She shot a documentary in Peru.",
        "The firm launched a new phone.",
        "He lost his battle with cancer.",
        "Verbs and subjects show agreement.",
        "The children raided the fridge.",
        "Users visited the website.",
        "The film captured the attention of critics.",
        "The results met expectations.",
        "He deals with customers.",
        "March is a cold month.",
        "The trade war hurts farmers.",
        "Police bought an attack helicopter.",
        "The judge dismissed the case.",
        "She released an album.",
        "The plan met with resistance.",
        "It was a life-threatening illness.",
        "The bank withdrew the offer.",
    ],
)
def test_other_senses_tell_no_event(nlp: Language, text: str) -> None:
    assert classes(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "event", "trigger"),
    [
        ("Rebels blew up a bridge.", "Bombing", "blew up"),
        ("Gunmen opened fire on a crowd.", "Shooting", "opened"),
        ("A bomb went off outside the court.", "Bombing", "went off"),
        ("A mob set fire to a police car.", "Destruction", "set"),
        ("Militants took nine workers hostage.", "Abduction", "took"),
        ("The minister stepped down on Friday.", "Departure", "stepped down"),
        ("The army shot down two drones.", "Interception", "shot down"),
        ("Both sides signed a cease-fire.", "Ceasefire", "cease-fire"),
    ],
)
def test_words_that_tell_it_together(nlp: Language, text: str, event: str, trigger: str) -> None:
    assert one(nlp, text, event).trigger == trigger


def test_shot_dead_is_a_shooting_and_a_death(nlp: Language) -> None:
    assert classes(nlp, "Three soldiers were shot dead.") == ["Shooting", "Killing"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Shelling left 12 people dead.", "Killing"),
        ("The blast left nine dead and 30 wounded.", "Injury"),
        ("Five men were found dead after the raid.", "Killing"),
    ],
)
def test_what_is_left_behind(nlp: Language, text: str, event: str) -> None:
    assert event in classes(nlp, text)


@pytest.mark.parametrize(
    "text", ["They buried the dead soldier.", "The talks reached a dead end.", "He saw a wounded man."]
)
def test_words_before_a_noun_are_no_news(nlp: Language, text: str) -> None:
    assert not {"Killing", "Injury"} & set(classes(nlp, text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Twelve abducted children were found in a camp.", "Abduction"),
        ("The jailed officer Karim Bek denied it.", "Arrest"),
        ("Ousted President Karim Bek denied it.", "Coup"),
        ("The executed prisoners were buried on Sunday.", "Killing"),
    ],
)
def test_participles_before_who_is_named_or_counted_tell_an_event(nlp: Language, text: str, event: str) -> None:
    assert event in classes(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Camps for displaced people are full.",
        "A convicted recruiter spoke on television.",
        "The captured town is quiet.",
        "Retired General Karim Bek spoke on television.",
    ],
)
def test_participles_before_other_nouns_are_no_news(nlp: Language, text: str) -> None:
    assert classes(nlp, text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Nine people were killed in a train crash.",
        "The earthquake left 40 people dead.",
        "Floods displaced thousands of families in the valley.",
        "The famine killed a million people in the north.",
    ],
)
def test_harm_by_accidents_and_disasters_is_no_event(nlp: Language, text: str) -> None:
    assert classes(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Nine people were killed in the crash after a missile hit the plane.", "Killing"),
        ("Rebels killed two men beside the wreck of a truck.", "Killing"),
        ("The fighting displaced thousands of families who had survived the flood.", "Displacement"),
    ],
)
def test_violence_beside_an_accident_is_told(nlp: Language, text: str, event: str) -> None:
    assert event in classes(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Under the agreement the fighters are paid.",
        "The troops are there under a defense pact.",
        "Prices rose because farmers suffer from the sanctions.",
        "The envoy is an expert on the treaty.",
    ],
)
def test_what_is_in_force_is_no_event(nlp: Language, text: str) -> None:
    assert not {"Agreement", "Ceasefire", "Sanction"} & set(classes(nlp, text))


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The signing of the agreement was delayed.", "Agreement"),
        ("They violated an agreement between Chad and Sudan.", "Agreement"),
        ("The talks ended without an agreement.", "Agreement"),
        ("The bloc announced the lifting of the sanctions.", "Sanction"),
    ],
)
def test_what_becomes_of_an_agreement_is_an_event(nlp: Language, text: str, event: str) -> None:
    assert event in classes(nlp, text)


def test_the_deal_told_before_is_not_told_again(nlp: Language) -> None:
    text = "Chad and Sudan signed an agreement in Oslo. The minister praised the agreement. Farmers read the agreement."
    assert classes(nlp, text).count("Agreement") == 1


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The general said he would bomb the town.", "Threat"),
        ("Chad said it would attack Sudan.", "Threat"),
        ("The rebels said they would boycott the vote.", "Threat"),
        ("Chad announced that it will withdraw its troops unless Sudan signs the treaty.", "Threat"),
    ],
)
def test_announced_harm_is_a_threat(nlp: Language, text: str, event: str) -> None:
    assert event in classes(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "Chad said that Sudan would attack the town.",
        "Chad said it would not attack Sudan.",
        "Chad announced that it will withdraw its troops from Sudan.",
    ],
)
def test_other_announcements_are_no_threat(nlp: Language, text: str) -> None:
    assert "Threat" not in classes(nlp, text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The army, for its part, called the report a lie.", "Demand"),
        ("The senate voted against the bill.", "Election"),
        ("Experts agree that the law is bad.", "Agreement"),
        ("The spokesman refused to comment.", "Rejection"),
        ("The nurses supported them.", "Support"),
        ("The law demands attention.", "Demand"),
        ("The rebels handed over their weapons.", "MilitaryAid"),
        ("Chad gave up its rockets.", "MilitaryAid"),
        ("A bus hit a woman in the street.", "Attack"),
        ("An escalation would threaten the security of Chad.", "Threat"),
        ("A bomb brought down the plane.", "Interception"),
        ("The minister dismissed them as lies.", "Departure"),
        ("The council ordered the removal of a cross.", "Departure"),
        ("They got 35 percent of the vote.", "Election"),
        ("The police fight crime in the north.", "Clash"),
        ("The army is training to beat the rebels.", "Injury"),
    ],
)
def test_senses_that_tell_no_event_of_a_class(nlp: Language, text: str, event: str) -> None:
    assert event not in classes(nlp, text)


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The envoy is pushing for the council to act.", "Demand"),
        ("Voters in Chad voted on Sunday.", "Election"),
        ("Protesters stormed the parliament.", "Riot"),
        ("Soldiers stormed the parliament.", "Raid"),
        ("Chad handed over two of its citizens to the court.", "Release"),
        ("The court cancelled restrictions on travel.", "Sanction"),
        ("The union provided 20 tons of food to the refugees.", "HumanitarianAid"),
        ("The rebels' claim to have captured the town is false.", "TerritorialCapture"),
        ("Norway gave five million dollars of aid for schools.", "HumanitarianAid"),
    ],
)
def test_senses_that_tell_an_event_of_a_class(nlp: Language, text: str, event: str) -> None:
    assert event in classes(nlp, text)


@pytest.mark.parametrize("text", ["Tags: Protest, Election", "Topics: Attack.", "Topics: War, Ceasefire, Sanctions"])
def test_a_bare_label_tells_no_event(nlp: Language, text: str) -> None:
    assert classes(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Blast in Kabul", "Bombing"),
        ("Ten Killed in Attack on Mosque", "Attack"),
        ("ISRAELI WARPLANES BOMBED THE SUBURBS ON MONDAY, KILLING NINE PEOPLE.", "Airstrike"),
        ("14:05 Explosion heard in Odesa", "Bombing"),
    ],
)
def test_headlines_and_lines_of_a_live_blog_tell_events(nlp: Language, text: str, event: str) -> None:
    assert event in classes(nlp, text)


@pytest.mark.parametrize(
    ("text", "events"),
    [
        ("The two presidents met to discuss the war.", 1),
        ("The ministers held a meeting to discuss the crisis.", 1),
        ("Chad asked for talks with Sudan to negotiate a truce.", 1),
        ("The two presidents discussed the war.", 1),
        ("The ministers met on Friday, and the two presidents plan to discuss the crisis.", 2),
    ],
)
def test_a_meeting_and_its_topic_are_one_event(nlp: Language, text: str, events: int) -> None:
    assert classes(nlp, text).count("Talks") == events


def test_what_a_rejected_call_asks_for_is_no_event(nlp: Language) -> None:
    found = classes(nlp, "The council rejected a call for deploying troops.")
    assert "Rejection" in found
    assert "Deployment" not in found


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Police questioned a bombing suspect.", "Bombing"),
        ("The ceasefire deal collapsed.", "Ceasefire"),
        ("Survivors of the attack left the massacre site.", "Killing"),
    ],
)
def test_an_event_before_what_belongs_to_it(nlp: Language, text: str, event: str) -> None:
    assert event in classes(nlp, text)


@pytest.mark.parametrize("text", ["The protest leaders met for lunch.", "He commands a strike force."])
def test_an_event_before_any_other_noun(nlp: Language, text: str) -> None:
    assert not {"Protest", "Attack"} & set(classes(nlp, text))


def test_dying_needs_violence_near(nlp: Language) -> None:
    assert classes(nlp, "The singer died in 2013.") == []
    assert classes(nlp, "The shelling began at noon. Nine people died.") == ["Shelling", "Killing"]


def test_a_swap_is_known_after_an_exchange(nlp: Language) -> None:
    assert classes(nlp, "The swap took place at the border.") == []
    again = "The armies exchanged 60 prisoners. The swap took place at the border."
    assert classes(nlp, again) == ["PrisonerExchange", "PrisonerExchange"]


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("Fighting broke out in the valley.", "Clash"),
        ("The town was subjected to shelling.", "Shelling"),
        ("Shooting was heard near the bridge.", "Shooting"),
    ],
)
def test_gerunds_that_are_nouns(nlp: Language, text: str, event: str) -> None:
    assert event in classes(nlp, text)


def test_forms_that_the_lemmatizer_leaves(nlp: Language) -> None:
    assert classes(nlp, "Government forces retook the city.") == ["TerritorialCapture"]


def test_names_are_no_triggers(nlp: Language) -> None:
    assert classes(nlp, "The National Election Commission published a map.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The party said it will boycott the vote unless the president resigns.",
        "Nigeria will withdraw its troops unless a truce is arranged.",
        "The bloc will impose sanctions if the army does not release the prisoners.",
    ],
)
def test_an_act_announced_for_the_case_is_a_threat(nlp: Language, text: str) -> None:
    assert "Threat" in classes(nlp, text)


@pytest.mark.parametrize("text", ["Nigeria will withdraw its troops.", "Nigeria withdrew its troops."])
def test_an_act_without_condition_is_no_threat(nlp: Language, text: str) -> None:
    assert "Threat" not in classes(nlp, text)


def test_what_another_must_do_is_a_demand(nlp: Language) -> None:
    told = one(nlp, "The minister of Sweden, Olle Dahl, said that the rebels must leave the city.", "Demand")
    assert told.trigger == "must"
    assert "target:the rebels" in told.parties
    assert classes(nlp, "The minister said that prices must fall.") == []


@pytest.mark.parametrize(
    "text",
    [
        "The attack on press freedom must stop, editors said.",
        "The minister came under attack over the budget.",
        "He launched an attack on his rival's record.",
        "The government lost the battle against inflation.",
        "The parties are in a battle for votes in the north.",
        "The senator pummeled his rival for raising taxes.",
    ],
)
def test_figures_of_speech_are_no_violence(nlp: Language, text: str) -> None:
    assert not {told.type for told in told_in(nlp, text)} & {"Attack", "Clash", "Shelling"}


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The attack on the town killed nine people.", "Attack"),
        ("The convoy came under attack near the border.", "Attack"),
        ("The army lost the battle against the rebels.", "Clash"),
        ("The battle for the town lasted a week.", "Clash"),
        ("Artillery pummeled the town for hours.", "Shelling"),
    ],
)
def test_the_same_words_of_violence(nlp: Language, text: str, event: str) -> None:
    assert event in {told.type for told in told_in(nlp, text)}

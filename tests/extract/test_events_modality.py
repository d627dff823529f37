"""Planned, proposed, demanded, threatened, hypothetical, denied, or actual."""

import pytest
from spacy.language import Language

from tests.extract.event_aids import one


@pytest.mark.parametrize(
    ("text", "event", "modality"),
    [
        ("The army will attack the town.", "Attack", "planned"),
        ("The army is going to attack the town.", "Attack", "planned"),
        ("The leaders are to meet in Oslo.", "Talks", "planned"),
        ("The army plans to attack the town.", "Attack", "planned"),
        ("The rebels agreed to release the hostages.", "Release", "planned"),
        ("The minister said the army would attack the town.", "Attack", "planned"),
        ("The talks are scheduled for May.", "Talks", "planned"),
        ("Talks will be held in Oslo.", "Talks", "planned"),
        ("The planned talks were delayed.", "Talks", "planned"),
        ("Police came to arrest the man.", "Arrest", "planned"),
        ("Norway proposed talks between Chad and Sudan.", "Talks", "proposed"),
        ("Norway offered to hold talks with Sudan.", "Talks", "proposed"),
        ("The bloc called for talks with Sudan.", "Talks", "demanded"),
        ("Iran demanded that the troops withdraw from the town.", "Withdrawal", "demanded"),
        ("The envoy urged them to release the hostages.", "Release", "demanded"),
        ("The minister said that the army must withdraw from the town.", "Withdrawal", "demanded"),
        ("The general threatened to attack the town.", "Attack", "threatened"),
        ("If rebels attack the town, people will flee.", "Attack", "hypothetical"),
        ("The army could attack the town.", "Attack", "hypothetical"),
        ("The risk of an attack on the town is high.", "Attack", "hypothetical"),
        ("A possible attack on the town is feared.", "Attack", "hypothetical"),
        ("The army will wait until the rebels release the hostages.", "Release", "hypothetical"),
    ],
)
def test_not_yet(nlp: Language, text: str, event: str, modality: str) -> None:
    told = one(nlp, text, event)
    assert (told.modality, told.polarity) == (modality, "positive")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The army attacked the town.", "Attack"),
        ("The army began to attack the town.", "Attack"),
        ("After attacking the town, the rebels left.", "Attack"),
        ("The army, which will be enlarged, attacked the town.", "Attack"),
        ("The attack will be remembered.", "Attack"),
        ("The killings will provoke outrage.", "Killing"),
        ("The minister wants to end the war between Peru and Chile.", "Clash"),
        ("The army is believed to have attacked the town.", "Attack"),
        ("The rebels went on to attack the town.", "Attack"),
        ("The minister will condemn the attack.", "Attack"),
        ("Iran rejected the accusations of Iraq.", "Accusation"),
        ("The opposition boycotted the election.", "Election"),
        ("The attempted assassination of the president failed.", "Assassination"),
    ],
)
def test_actual(nlp: Language, text: str, event: str) -> None:
    told = one(nlp, text, event)
    assert (told.modality, told.polarity) == ("actual", "positive")


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("No ceasefire was reached.", "Ceasefire"),
        ("The army did not attack the town.", "Attack"),
        ("The army never attacked the town.", "Attack"),
        ("The sides failed to reach an agreement.", "Agreement"),
        ("The army denied that it had attacked the town.", "Attack"),
        ("Nobody was wounded in the blast.", "Injury"),
        ("The talks ended without an agreement.", "Agreement"),
        ("The two sides have not met since May.", "Talks"),
        ("Police foiled an attack on the embassy.", "Attack"),
        ("The minister canceled a visit to Oslo.", "Visit"),
    ],
)
def test_denied(nlp: Language, text: str, event: str) -> None:
    assert one(nlp, text, event).polarity == "negative"


@pytest.mark.parametrize(
    ("text", "event"),
    [
        ("The army did not deny that it had attacked the town.", "Attack"),
        ("Officials do not trust the rebels but attacked the town.", "Attack"),
        ("The general, who never lost a battle, attacked the town.", "Attack"),
    ],
)
def test_not_denied(nlp: Language, text: str, event: str) -> None:
    assert one(nlp, text, event).polarity == "positive"


def test_plan_shared_by_coordinated_verbs(nlp: Language) -> None:
    text = "The army will attack and capture the town."
    assert one(nlp, text, "Attack").modality == "planned"
    assert one(nlp, text, "TerritorialCapture").modality == "planned"


@pytest.mark.parametrize("text", ["Pakistan refused to deploy troops.", "The bloc rejected the deployment of troops."])
def test_what_is_refused_is_no_event_beside_the_refusal(nlp: Language, text: str) -> None:
    assert one(nlp, text, "Rejection").type == "Rejection"
    with pytest.raises(AssertionError):
        one(nlp, text, "Deployment")

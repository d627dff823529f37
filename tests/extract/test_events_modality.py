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
        ("The ministry expects the rebels to attack the town.", "Attack", "planned"),
        ("Washington expects Moscow to withdraw its troops from the province.", "Withdrawal", "planned"),
        ("Iran is expected to release the hostages on Friday.", "Release", "planned"),
        ("The army stands ready to retake the town.", "TerritorialCapture", "planned"),
        ("He accused the army of planning to attack the village.", "Attack", "planned"),
        ("The ceasefire was to begin on Friday.", "Ceasefire", "planned"),
        ("The talks that are to open in Oslo are watched closely.", "Talks", "planned"),
        ("The sides agreed on a truce of three days.", "Ceasefire", "planned"),
        ("The council will vote on sanctions against Mali.", "Sanction", "planned"),
        ("The president authorized airstrikes on the militia.", "Airstrike", "planned"),
        ("They agreed to a pause so that the wounded could be evacuated.", "Evacuation", "planned"),
        ("The president called a meeting of the security council.", "Consultation", "planned"),
        ("The minister told reporters after the ceremony that he would visit the troops.", "Visit", "planned"),
        ("UKRAINE, RUSSIA TO HOLD TALKS IN ISTANBUL", "Talks", "planned"),
        ("Leaders to Meet in Oslo", "Talks", "planned"),
        ("Minister: Talks to resume next week", "Talks", "planned"),
        ("The minister suggested that the troops withdraw.", "Withdrawal", "proposed"),
        ("“Attack the town!” the general shouted.", "Attack", "demanded"),
        ("Residents fear that the army will attack the town.", "Attack", "hypothetical"),
        ("The two sides are close to signing an agreement.", "Agreement", "hypothetical"),
        ("The rebels are on the verge of an agreement with the government.", "Agreement", "hypothetical"),
        ("Had the rebels attacked, nobody would have known.", "Attack", "hypothetical"),
        ("Did the army attack the town?", "Attack", "hypothetical"),
        ("In the novel, a gunman kills the president.", "Killing", "hypothetical"),
        ("In the game, soldiers attack a village.", "Attack", "hypothetical"),
        ("Anyone who attacks the town will be hunted.", "Attack", "hypothetical"),
        ("The law allows police to arrest protesters.", "Arrest", "hypothetical"),
        ("The minister did not rule out an attack.", "Attack", "hypothetical"),
        ("The fire could have been caused by an attack.", "Attack", "hypothetical"),
        ("Protesters risk arrest if they return.", "Arrest", "hypothetical"),
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
        ("The minister said he expected better before the army attacked the town.", "Attack"),
        ("The general, whom many expect to resign, attacked the town.", "Attack"),
        ("How many people were killed?", "Killing"),
        ("The judge is the latest official to be killed.", "Killing"),
        ("He was one of the first ministers to resign.", "Departure"),
        ("Soldiers were accused of committing murder in the village.", "Killing"),
        ("The president promised to help and announced the appointment of a new envoy.", "Appointment"),
        ("The leaders called the attacks barbarous.", "Attack"),
        ("Police know who took part in the planning of the attack in May.", "Attack"),
        ("The court convicted the man of theft, not of murder.", "Sentence"),
        ("The agreement with Sudan is expected to be implemented in May.", "Agreement"),
        ("Soldiers who appear in the film attacked the town in 1944.", "Attack"),
        ("The trials are likely to cause unrest.", "Trial"),
        ("The colonel would later be arrested in Oslo.", "Arrest"),
        ("The minister offered support for the rebels.", "Support"),
        ("The talks with the rebels yielded no result.", "Talks"),
        ("The minister praised dialogue with the rebels, not threats.", "Talks"),
        ("The sides agreed, and the army attacked the town.", "Attack"),
        ("A close ally attacked the town.", "Attack"),
        ("The minister denied reports in May, and the army attacked the town.", "Attack"),
        ("Police allowed the men to attack the town.", "Attack"),
        ("The minister suggested that the troops withdrew in May.", "Withdrawal"),
        ("The army attacked the town, so that thousands fled.", "Attack"),
        ("What did the rebels do after the army attacked the town?", "Attack"),
        ("Ten groups have offered jobs to acid attack survivors.", "Attack"),
        ("The company proposed a memorial for bombing victims.", "Bombing"),
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
        ("The army denied attacking the town.", "Attack"),
        ("The ministry denied reports of an attack on the village.", "Attack"),
        ("The minister rejected claims that the army had attacked the village.", "Attack"),
        ("Turkey denies giving any support to the militia.", "Support"),
        ("Talks with the rebels failed to produce a ceasefire.", "Ceasefire"),
        ("The sides failed to agree on a truce.", "Ceasefire"),
        ("The talks ended without an agreement on a ceasefire.", "Ceasefire"),
        ("The army has no plans to attack the town.", "Attack"),
        ("There is no evidence that the army attacked the village.", "Attack"),
        ("The army almost captured the town.", "TerritorialCapture"),
        ("Neither the army nor the rebels signed the agreement.", "Agreement"),
        ("Not a single soldier was killed.", "Killing"),
        ("The man was cleared of killing nine people.", "Killing"),
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
        ("Almost everyone knew that the army attacked the town.", "Attack"),
        ("The minister, who had no comment, attacked the town with his men.", "Attack"),
        ("The ministry confirmed reports of an attack on the village.", "Attack"),
        ("The minister rejected the plan that the army made before it attacked the village.", "Attack"),
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

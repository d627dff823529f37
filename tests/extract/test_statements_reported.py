"""Indirect speech: clauses after, before and around reporting words, other complements, and what was never said."""

import pytest
from spacy.language import Language

from tests.extract.statement_aids import by_rule, rows_of, said_in


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The ministry said the bridge had been destroyed.", "The ministry", "the bridge had been destroyed"),
        ("Officials say that two villages are cut off.", "Officials", "that two villages are cut off"),
        (
            "The envoy told reporters in Geneva on Friday that both sides had accepted the list.",
            "The envoy",
            "that both sides had accepted the list",
        ),
        ("The judge asked whether they had seen a doctor.", "The judge", "whether they had seen a doctor"),
        ("In the morning Petrova declared that the town was safe.", "Petrova", "that the town was safe"),
        ("He left the hall, saying the talks were over.", "He", "the talks were over"),
        ("Petrova, who commands the garrison, said the town was safe.", "Petrova", "the town was safe"),
        ("The agency quoted Petrova as saying that the town had fallen.", "Petrova", "that the town had fallen"),
        ("Petrova was quoted as saying that the town had fallen.", "Petrova", "that the town had fallen"),
        ("They met a guard who said the prisoners were alive.", "a guard", "the prisoners were alive"),
        ("Petrova went on to say that the convoy had left.", "Petrova", "that the convoy had left"),
        ("The president took to television to announce that it was over.", "The president", "that it was over"),
        ("BEIRUT — The army said it had retaken the hill.", "The army", "it had retaken the hill"),
        ("The head of the army said it was a mine.", "The head of the army", "it was a mine"),
    ],
)  # fmt: skip
def test_clause_after(nlp: Language, text: str, speaker: str, content: str) -> None:
    assert by_rule(nlp, text, "clause:after") == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "The minister did not say whether the prisoners were alive.",
        "The minister declined to say how many had died.",
        "The army may claim that the town has fallen.",
        "If the army says the town has fallen, nobody will believe it.",
        "Nobody said that the bridge was safe.",
        "No official said that the bridge was safe.",
        "He left without saying where he would go.",
        "The minister wants to say that the war is over.",
        "They heard the guard say that the prisoners were dead.",
        "I think that the war will go on.",
        "The photo shows soldiers who march through the town.",
        "The footage shows soldiers marching through the town.",
        "The girl who they said was hurt is home again.",
        "Police found a notebook that contained names.",
        "The government said nothing.",
        "There says a sign that the road is mined.",
    ],
)
def test_what_was_not_said(nlp: Language, text: str) -> None:
    assert [said for said in said_in(nlp, text) if said.rule.startswith("clause")] == []


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("The talks failed, officials said.", "officials", "The talks failed"),
        ("Ten houses burned down in the night, said the mayor.", "the mayor", "Ten houses burned down in the night"),
        ("GENEVA — Fighting stopped at noon, monitors said on Sunday.", "monitors", "Fighting stopped at noon"),
        ("The road is mined, the colonel told the council.", "the colonel", "The road is mined"),
    ],
)
def test_clause_before(nlp: Language, text: str, speaker: str, content: str) -> None:
    assert by_rule(nlp, text, "clause:before") == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "In his first speech, the mayor mentioned the dam.",
        "One after another, the towns declared bankruptcy.",
        "When the army cut the road, the governor said enough.",
    ],
)
def test_no_clause_before(nlp: Language, text: str) -> None:
    assert by_rule(nlp, text, "clause:before") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The talks, officials said, failed after two days.", "The talks, officials said, failed after two days"),
        ("The drones, Petrova said, came from the north.", "The drones, Petrova said, came from the north"),
        ("But, the envoy said, no date has been set.", "no date has been set"),
    ],
)
def test_clause_around(nlp: Language, text: str, content: str) -> None:
    assert [found for _, found in by_rule(nlp, text, "clause:inside")] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "In his speech, Petrova urged the men to hold on, and the band played.",
        "On Monday, the army declared victory, and the town slept.",
    ],
)
def test_no_clause_around(nlp: Language, text: str) -> None:
    assert by_rule(nlp, text, "clause:inside") == []


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        (
            "Petrova said it would respond and warned the rebels that the truce was over.",
            ["it would respond", "that the truce was over"],
        ),
        (
            "Petrova said the raid had failed, adding that ten men were missing.",
            ["the raid had failed", "that ten men were missing"],
        ),
        (
            "The president pledged to lift the siege and announced that the port was open.",
            ["to lift the siege", "that the port was open"],
        ),
    ],
)
def test_two_statements_of_one_speaker(nlp: Language, text: str, contents: list[str]) -> None:
    statements = said_in(nlp, text)
    assert [said.content for said in statements] == contents
    assert len({said.speaker for said in statements}) == 1


@pytest.mark.parametrize(
    ("rule", "text", "content"),
    [
        ("preposition", "The president accused the rebels of breaking the truce.", "breaking the truce"),
        ("preposition", "The rebels were accused by the president of breaking the truce.", "breaking the truce"),
        ("infinitive:person", "The secretary-general called for the siege to be lifted.", "the siege to be lifted"),
        ("infinitive:person", "Norway called for fighters to leave the town.", "fighters to leave the town"),
        ("preposition", "The ministry warned of new attacks.", "new attacks"),
        ("gerund", "The army denied bombing the hospital.", "bombing the hospital"),
        ("gerund", "The general admitted killing the prisoners.", "killing the prisoners"),
        ("gerund", "The governor ruled out closing the port.", "closing the port"),
        ("infinitive:person", "The pope urged both sides to lay down their arms.", "both sides to lay down their arms"),
        ("infinitive:person", "The assembly called on the militias to disarm.", "the militias to disarm"),
        ("infinitive:person", "The colonel ordered his men to withdraw.", "his men to withdraw"),
        ("infinitive", "The group threatened to kill its hostages.", "to kill its hostages"),
        ("infinitive", "The two governments promised to exchange prisoners.", "to exchange prisoners"),
        ("infinitive", "The prime minister vowed to crush the revolt.", "to crush the revolt"),
        ("object", "The union condemned the “cowardly murder of nine men.”", "the “cowardly murder of nine men.”"),
        ("object", "The army denied involvement in the raid.", "involvement in the raid"),
        ("object", "The group claimed responsibility for the blast.", "responsibility for the blast"),
        ("as", "The Kremlin dismissed the report as “an invention.”", "the report as “an invention.”"),
        ("object", "The police blamed the militia for the blast.", "the militia for the blast"),
        ("as", "The general described the raid as a success.", "the raid as a success"),
        ("as", "State media portrayed the retreat as a victory.", "the retreat as a victory"),
        ("as", "The spokeswoman characterized the talks as constructive.", "the talks as constructive"),
        ("name", "The prime minister called the attack a cowardly act.", "the attack a cowardly act"),
        ("name", "The regime branded the protesters traitors.", "the protesters traitors"),
        ("name", "The government labeled the group a terrorist organization.", "the group a terrorist organization"),
    ],
)
def test_other_complements(nlp: Language, rule: str, text: str, content: str) -> None:
    assert [found for _, found in by_rule(nlp, text, rule)] == [content]


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("preposition", "The president spoke of the rebels with contempt."),
        ("preposition", "The minister did not call for a ceasefire."),
        ("gerund", "The army stopped bombing the hospital."),
        ("gerund", "The general would never admit killing the prisoners."),
        ("infinitive:person", "The pope wanted both sides to lay down their arms."),
        ("infinitive:person", "The colonel could order his men to withdraw."),
        ("infinitive", "The group tried to kill its hostages."),
        ("infinitive", "The two governments failed to agree to exchange prisoners."),
        ("object", "The president dismissed him."),
        ("object", "The union condemned the attack, which killed nine people."),
        ("object", "The rebels rejected the plan."),
        ("object", "The police blamed the militia."),
        ("preposition", "The secretary-general called for an immediate ceasefire."),
        ("infinitive", "The two governments agreed to exchange prisoners."),
        ("infinitive:person", "The guard asked not to be named."),
        ("infinitive:person", "The agreement calls for the troops to leave the town."),
        ("name", "The council discussed what the president called “other ideas.”"),
        ("object", "The company reported 2019."),
        ("as", "The general served as a clerk."),
        ("as", "The general saw the raid as it was."),
        ("name", "The prime minister called the king at noon."),
        ("name", "The company was called to court."),
        ("infinitive:person", "Amin Haddad said he was asked for a map and told to secure the address."),
    ],
)
def test_no_such_complement(nlp: Language, rule: str, text: str) -> None:
    assert by_rule(nlp, text, rule) == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The bridge is gone, the army said, and the road is closed.", "The bridge is gone"),
        ("Nine men died, the army said, two days after the truce came into force.", "Nine men died"),
        ("The general declared that the war was over, a day after the fall of the city.", "that the war was over"),
        ("The drones, the army said, were shot down.", "The drones, the army said, were shot down"),
        ("The minister said that the war was over, which was true.", "that the war was over, which was true"),
    ],
)
def test_where_what_was_said_ends(nlp: Language, text: str, content: str) -> None:
    assert [said.content for said in said_in(nlp, text)] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "The minister announced aid, part of which will come from Norway.",
        "The two governments agreed that prisoners would be exchanged.",
        "Anyone who thought the war was over will be sorry.",
        "Petrova left the hall when asked what she would do.",
    ],
)
def test_what_reports_nothing(nlp: Language, text: str) -> None:
    assert said_in(nlp, text) == []


def test_a_thought_that_is_told_is_one_statement(nlp: Language) -> None:
    text = "Petrova said she believed the bridge had been mined."
    assert [said.content for said in said_in(nlp, text)] == ["she believed the bridge had been mined"]


def test_words_of_another_are_not_the_tellers(nlp: Language) -> None:
    doc, rows = rows_of(nlp, "Elena Sorn told him that Norway was ready “at any hour,” the Foreign Ministry said.")
    quoted = [doc[slice(*row["speaker_span"])].text for row in rows if row["direct"] and row["speaker_span"]]
    assert "the Foreign Ministry" not in quoted


def test_a_clause_that_parsers_cut_in_two_is_whole(nlp: Language) -> None:
    text = "Analysts have noted that continued resistance by China to further open its markets remains a key concern."
    [said] = said_in(nlp, text)
    assert said.content.endswith("remains a key concern")


@pytest.mark.parametrize(
    "text",
    [
        "Elena Sorn quickly found the work in the camp was hard.",
        "He learned the road was mined.",
    ],
)
def test_what_a_person_finds_is_not_said(nlp: Language, text: str) -> None:
    assert said_in(nlp, text) == []


def test_an_unclear_second_verb_has_no_speaker(nlp: Language) -> None:
    text = "Petrova said her son was unarmed and called the report of the police a lie."
    assert "her son" not in [said.speaker for said in said_in(nlp, text)]

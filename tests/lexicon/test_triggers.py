"""Every entry of the event lexicons does on its example what it promises."""

import re

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.lexicon.event_cues import event_cues
from kg.lexicon.event_frames import frames, slots_of
from kg.lexicon.event_lists import event_list, event_lists
from kg.lexicon.event_words import event_words, kinds_by_word
from kg.lexicon.light_verbs import light_verbs
from kg.lexicon.triggers import Trigger, triggers, triggers_by_word
from kg.lexicon.weapons import weapon_by_word, weapons
from kg.resources import ontology_folder

ROLES = {"actor", "target", "victim", "participant", "mediator", "beneficiary", "instrument", "object"}
OF_WEAPONS = {entry.event for entry in weapons() if entry.event}


def classes_of_ontology() -> set[str]:
    text = (ontology_folder() / "conflict.ttl").read_text(encoding="utf-8")
    return set(re.findall(r"^ckg:(\w+) a owl:Class", text, flags=re.MULTILINE))


@pytest.fixture(scope="module")
def read(nlp: Language) -> dict[str, Doc]:
    """Return every sentence of the lexicons with the events found in it, each sentence a Doc of its own."""
    sentences = [entry.example for entry in triggers()]
    sentences += [entry.counterexample for entry in triggers() if entry.counterexample]
    sentences += [entry.example for entry in weapons()]
    sentences += [entry.example for entry in event_cues()]
    sentences += [entry.example for entry in light_verbs()]
    sentences += [frame.example for frame in frames().values()]
    return dict(zip(sentences, nlp.pipe(sentences), strict=True))


def fires(entry: Trigger, doc: Doc) -> bool:
    classes = {entry.event} | (OF_WEAPONS if entry.refine else set())
    return any(row["type"] in classes and row["rule"].startswith(entry.pos) for row in doc._.kg_events)


def test_trigger_examples_fire(read: dict[str, Doc]) -> None:
    assert [entry.example for entry in triggers() if not fires(entry, read[entry.example])] == []


def test_trigger_counterexamples_do_not_fire(read: dict[str, Doc]) -> None:
    guarded = [entry for entry in triggers() if entry.counterexample]
    wrong = [
        entry.counterexample
        for entry in guarded
        if any(row["type"] == entry.event for row in read[entry.counterexample]._.kg_events)
    ]
    assert len(guarded) > 100
    assert wrong == []


def test_every_class_is_of_the_ontology() -> None:
    known = classes_of_ontology()
    assert {entry.event for entry in triggers()} <= known
    assert known >= OF_WEAPONS


def test_every_event_class_of_the_exchange_form_has_a_trigger() -> None:
    classes = (
        "Talks Consultation Visit Mediation Agreement Ceasefire Support Demand Ultimatum Threat Rejection Accusation "
        "Sanction DiplomaticBreak Attack Airstrike MissileStrike DroneStrike Shelling Bombing SuicideBombing Shooting "
        "Clash Raid Ambush Invasion Siege Assassination ChemicalAttack SexualViolence Destruction Cyberattack "
        "TerritorialCapture Withdrawal Deployment Mobilization MilitaryExercise Interception WeaponTest MilitaryAid "
        "Killing Injury Abduction PrisonerExchange Release HumanitarianAid Evacuation Displacement Arrest Trial "
        "Sentence Investigation Protest Riot Election Coup Appointment Departure"
    )
    assert set(classes.split()) - {entry.event for entry in triggers()} - OF_WEAPONS == set()


def test_every_trigger_names_a_frame() -> None:
    assert {entry.frame for entry in triggers()} <= frames().keys()


def test_every_frame_is_used() -> None:
    assert frames().keys() - {entry.frame for entry in triggers()} == set()


def test_slots_fill_roles_of_the_exchange_form() -> None:
    roles = {part for name in frames() for slot in slots_of(name) for part in re.split(r"[|?]", slot.role)}
    assert roles <= ROLES | {"host", "place", "none"}


def test_frame_examples_have_parties(read: dict[str, Doc]) -> None:
    bare = [
        frame.example
        for frame in frames().values()
        if not any(row["participants"] or row["places"] for row in read[frame.example]._.kg_events)
    ]
    assert bare == []


def test_words_are_looked_up_by_their_last_part() -> None:
    assert any("cease - fire" in entry.lemmas for entry in triggers_by_word()["fire"])
    assert "cease" not in triggers_by_word() or all("cease - fire" not in e.lemmas for e in triggers_by_word()["cease"])


def test_weapons_make_attacks_precise(read: dict[str, Doc]) -> None:
    for entry in weapons():
        found = {row["type"] for row in read[entry.example]._.kg_events}
        assert (entry.event or "Attack") in found, entry.example


def test_the_first_entry_of_a_weapon_wins() -> None:
    assert weapon_by_word()["drone"].kind == "drone"
    assert weapon_by_word()["suicide"].event == "SuicideBombing"


def test_words_have_their_kind() -> None:
    for entry in event_words():
        shown = [word for word in entry.words if word in entry.example.lower()]
        assert shown, entry.example
        assert all(entry.kind in kinds_by_word()[word] for word in entry.words)


def test_titles_are_officials_where_no_entry_says_more() -> None:
    assert "official" in kinds_by_word()["president"]
    assert "official" not in kinds_by_word()["rebel"]


def test_cues_give_modality_and_polarity(read: dict[str, Doc]) -> None:
    for entry in event_cues():
        found = {(row["modality"], row["polarity"]) for row in read[entry.example]._.kg_events}
        assert (entry.modality, entry.polarity) in found, entry.example


def test_light_verbs_lend_parties(read: dict[str, Doc]) -> None:
    for entry in light_verbs():
        parties = [part for row in read[entry.example]._.kg_events for part in row["participants"]]
        assert parties, entry.example


def test_examples_of_lists_have_a_word_of_the_list(nlp: Language) -> None:
    for entry in event_lists():
        doc = nlp(entry.example)
        words = {token.lower_ for token in doc} | {token.lemma_.lower() for token in doc}
        assert words & set(entry.words), entry.list


def test_lists_have_no_word_twice_and_a_name_of_their_own() -> None:
    names = [entry.list for entry in event_lists()]
    assert len(names) == len(set(names))
    assert all(len(entry.words) == len(set(entry.words)) for entry in event_lists())
    with pytest.raises(KeyError):
        event_list("no such list")

"""What descriptions mean: "the capital", "the rebels", "his deputy, NAME", and whom a shared family name means."""

import pytest
from spacy.language import Language

from tests.extract.reading_aids import entities, mentions_of


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Sudan closed its border. Shots were heard in the capital.", "Khartoum", "the capital"),
        ("Rebel fighters entered the Syrian capital on Sunday.", "Damascus", "the Syrian capital"),
        ("Troops left the capital of Niger on Monday.", "Niamey", "the capital of Niger"),
        ("They fled to the capital, Bamako, on Monday.", "Bamako", "the capital"),
        ("Ramadi, the capital of the province, was bombed.", "Ramadi", "the capital of the province"),
    ],
)
def test_the_capital(nlp: Language, text: str, name: str, words: str) -> None:
    assert words in mentions_of(nlp, text, name)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Sudan and Chad closed the border. Shots were heard in the capital.", "the capital"),
        ("Nobody knows where the capital is.", "the capital"),
        ("Sudan has no capital punishment. They raised the capital for it.", "capital"),
    ],
)
def test_the_capital_of_no_one_knows_what(nlp: Language, text: str, words: str) -> None:
    assert not any(words in found for _, found in entities(nlp(text)).values())


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Hezbollah fired rockets. The rebels said they would fire more.", "Hezbollah", "The rebels"),
        ("Boko Haram took the town. The militant group burned the market.", "Boko Haram", "The militant group"),
        ("Boko Haram fled. Soldiers came. It rained. Roads closed. The group returned.", "Boko Haram", "The group"),
        ("Russia shelled Kherson. The southern city has no power.", "Kherson", "The southern city"),
        ("The German Red Cross sent tents. The aid organization asked for more.", "German Red Cross", None),
    ],
)
def test_a_kind_for_its_name(nlp: Language, text: str, name: str, words: str | None) -> None:
    assert (words or "The aid organization") in mentions_of(nlp, text, name)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Reuters reported the strike. The rebels fled.", "The rebels"),
        ("Amnesty International spoke. The militant group fled.", "The militant group"),
        ("Boko Haram met Hamas. It rained. Roads closed. Soldiers came. The group returned.", "The group"),
        ("Hamas left. The rebels, a coalition of four groups, entered.", "The rebels"),
        ("Shells hit the Julan district. The city burned.", "The city"),
    ],
)
def test_a_kind_of_something_else(nlp: Language, text: str, words: str) -> None:
    assert not any(words in found for _, found in entities(nlp(text)).values())


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("Mali broke with Ukraine after soldiers were killed in the north of the country.", "Mali"),
        ("Tanks entered Niger. Soldiers fanned out across the country.", "Niger"),
        ("Chad spoke. Sudan spoke. Sudan again spoke to envoys of Sudan. Hunger spread in the country.", "Sudan"),
    ],
)
def test_the_country(nlp: Language, text: str, country: str) -> None:
    assert "the country" in mentions_of(nlp, text, country)


def test_the_country_in_doubt(nlp: Language) -> None:
    text = "Envoys of Chad and Sudan spoke on Monday. Hunger spread in the country."
    assert not any("the country" in found for _, found in entities(nlp(text)).values())


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Oren Varen resigned. His deputy, Mikael Sorn, took over.", "Mikael Sorn", "His deputy"),
        (
            "Milos Fenn, the director of the hospital, counted nine bodies.",
            "Milos Fenn",
            "the director of the hospital",
        ),
        ("The president of Chad, Oren Varen, spoke.", "Oren Varen", "The president of Chad"),
        (
            "A professor of history at Northern University, Oren Varen, said that his work was sound.",
            "Oren Varen",
            "A professor of history at Northern University",
        ),
        ("They left Kharkiv, a northeastern city, on Monday.", "Kharkiv", "a northeastern city"),
        ("The Northern Party, the governing party, won.", "Northern Party", "the governing party"),
    ],
)
def test_beside_the_name(nlp: Language, text: str, name: str, words: str) -> None:
    assert words in mentions_of(nlp, text, name)


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        ("Mikael Varen, the river and the road were painted.", "Mikael Varen", "the river"),
        ("Oren Varen resigned. His deputy stayed.", "Oren Varen", "His deputy"),
        ("Kharkiv, the minister said, was quiet.", "Kharkiv", "the minister"),
    ],
)
def test_beside_another_name(nlp: Language, text: str, name: str, words: str) -> None:
    assert words not in mentions_of(nlp, text, name)


def test_the_president_of_something_else(nlp: Language) -> None:
    text = "President Oren Varen spoke. The president of the football league was silent."
    assert mentions_of(nlp, text, "Oren Varen") == ["Oren Varen"]


def test_a_family_name_means_the_one_named_most(nlp: Language) -> None:
    text = (
        "Hanna Clayburn spoke on Monday. Clayburn won in May. Her husband, Robert Clayburn, applauded. "
        "Clayburn thanked the voters."
    )
    assert mentions_of(nlp, text, "Hanna Clayburn").count("Clayburn") == 2
    assert "Clayburn" not in mentions_of(nlp, text, "Robert Clayburn")


def test_a_title_of_address_decides_between_two_of_one_name(nlp: Language) -> None:
    text = "Robert Clayburn met his wife, Hanna Clayburn. Robert Clayburn left. Mrs. Clayburn stayed."
    assert "Clayburn" in mentions_of(nlp, text, "Hanna Clayburn")
    assert "Clayburn" not in mentions_of(nlp, text, "Robert Clayburn")


def test_a_country_before_brackets_is_not_what_stands_in_them(nlp: Language) -> None:
    found = entities(nlp("KHARTOUM, Sudan (Reuters) — Shots were heard on Monday."))
    assert "Reuters" in found
    assert found["Sudan"][1] == ["Sudan"]


def test_the_army_of_the_country_in_question(nlp: Language) -> None:
    text = (
        "The Thai army met Thai officials in Thailand. The U.S. army spoke once. It rained. Roads closed. "
        "Shops closed. The army closed the roads."
    )
    assert "The army" in mentions_of(nlp, text, "Thai army")


def test_that_before_a_clause_points_at_nothing(nlp: Language) -> None:
    text = "Thai authorities spoke. Friends of the man insisted that authorities had the wrong person."
    assert not any("that authorities" in words for _, words in entities(nlp(text)).values())


def test_the_army_of_another_country_far_back_is_not_meant(nlp: Language) -> None:
    text = (
        "Envoys from Thailand met the U.S. army. Thailand slept. It rained. Roads closed. Shops closed. "
        "Thailand slept again. The army closed the roads."
    )
    assert "The army" not in mentions_of(nlp, text, "U.S. army")


def test_the_army_named_just_before(nlp: Language) -> None:
    text = "The Thai army met Thai officials in Thailand. The Lao army came. The army closed the roads."
    assert "The army" in mentions_of(nlp, text, "Lao army")

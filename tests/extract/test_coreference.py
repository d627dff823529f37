"""Who is meant by short names, adjectives, capitals, descriptions and pronouns within one article."""

import pytest
from spacy.language import Language

from kg.extract.mentions.linking import person_words
from tests.extract.reading_aids import entities, mentions_of, pairs_of


def test_family_name_follows_the_full_name(nlp: Language) -> None:
    text = "Mikael Varen arrived on Monday. Varen met Elena Sorn. Sorn spoke first."
    assert mentions_of(nlp, text, "Mikael Varen") == ["Mikael Varen", "Varen"]
    assert mentions_of(nlp, text, "Elena Sorn") == ["Elena Sorn", "Sorn"]


def test_full_name_after_the_family_name_is_the_same_person(nlp: Language) -> None:
    assert mentions_of(
        nlp, "Zelenskyy spoke.\nVolodymyr Zelenskyy said more help was needed.", "Volodymyr Zelenskyy"
    ) == [
        "Zelenskyy",
        "Volodymyr Zelenskyy",
    ]


def test_two_people_of_one_family_name_stay_two(nlp: Language) -> None:
    found = entities(nlp("Daniel Ortega met his brother Humberto Ortega. Daniel Ortega left early."))
    assert found["Daniel Ortega"][1].count("Daniel Ortega") == 2
    assert "Humberto Ortega" in found


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Bashar al-Assad", "Bashar Assad"),
        ("Volodymyr Zelenskyy", "Volodymyr Zelenskiy"),
        ("José Varela", "Jose Varela"),
    ],
)
def test_spellings_of_one_name_agree(a: str, b: str) -> None:
    assert person_words(a) == person_words(b)


def test_acronym_joins_its_expansion(nlp: Language) -> None:
    text = "The Northern Relief Council sent trucks. The NRC said the road was closed."
    found = entities(nlp(text))
    assert any("NRC" in words and "Northern Relief Council" in words for _, words in found.values())


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("Kyiv rejected the offer from Russia.", True),
        ("The president wants talks with Moscow next week.", True),
        ("Moscow's demands were refused by the Ukrainian side.", True),
        ("The pact obliges Tehran to open its plants.", True),
        ("A drone hit a depot in Kyiv on Sunday.", False),
        ("He flew to Moscow on Sunday.", False),
        ("Kyiv's mayor visited the hospital.", False),
        ("Residents of Tehran stayed at home.", False),
    ],
)
def test_a_capital_for_its_government(nlp: Language, text: str, stands: bool) -> None:  # noqa: FBT001 - what is expected
    cities = {"Kyiv", "Moscow", "Tehran"}
    found = entities(nlp(text))
    as_country = any(row["type"] == "Country" and cities & set(words) for row, words in found.values())
    assert as_country == stands


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "Ukrainian President Volodymyr Zelenskyy spoke on Monday. The meeting is near, the president said.",
            "Volodymyr Zelenskyy",
            "the president",
        ),
        ("Hassan Dior, the defence minister, resigned. The minister gave no reason.", "Hassan Dior", "The minister"),
        ("Gen. Mikael Varen led the raid. The general was wounded.", "Mikael Varen", "The general"),
        ("Hezbollah fired rockets. The group said it would fire more.", "Hezbollah", "The group"),
        ("He sits in the Ukrainian parliament. He chairs the body's committee.", "Ukrainian parliament", "the body"),
        ("Sudan closed the border. The country has been at war since April.", "Sudan", "The country"),
    ],
)
def test_description(nlp: Language, text: str, name: str, words: str) -> None:
    assert words in mentions_of(nlp, text, name)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mikael Varen visited the town. The president was not there.", "The president"),
        ("Hassan Dior, the deputy defence minister, resigned. The president stayed.", "The president"),
        ("Reuters reported the strike. The group fled.", "The group"),
        ("Sudan closed the border. The city fell.", "The city"),
    ],
)
def test_description_of_somebody_else(nlp: Language, text: str, words: str) -> None:
    assert not any(words in found for _, found in entities(nlp(text)).values())


@pytest.mark.parametrize(
    ("text", "name", "pronoun"),
    [
        ("Mikael Varen said he would resign.", "Mikael Varen", "he"),
        ("Elena Sorn arrived. She met Mikael Varen.", "Elena Sorn", "She"),
        ("Mikael Varen defended his decision.", "Mikael Varen", "his"),
        ("Russia defended its nightly strikes.", "Russia", "its"),
        ("Elena Sorn met Mikael Varen. He left first.", "Mikael Varen", "He"),
    ],
)
def test_pronoun(nlp: Language, text: str, name: str, pronoun: str) -> None:
    assert pronoun in mentions_of(nlp, text, name)


@pytest.mark.parametrize(
    ("text", "pronoun"),
    [
        ("Mikael Varen met him on Monday.", "him"),
        ("Elena Sorn arrived. He was waiting.", "He"),
        ("It is clear that Russia will not attend.", "It"),
        ("Mikael Varen left. “He lied,” an officer said.", "He"),
    ],
)
def test_pronoun_of_somebody_else(nlp: Language, text: str, pronoun: str) -> None:
    assert not any(pronoun in found for _, found in entities(nlp(text)).values())


@pytest.mark.parametrize("words", ["the two sides", "both countries", "the warring parties"])
def test_a_pair(nlp: Language, words: str) -> None:
    doc = nlp(f"Russia and Ukraine sent teams to a hotel in Turkey. A deal between {words} is far off.")
    assert pairs_of(doc) == [(words, ["Russia", "Ukraine"])]


def test_no_pair_where_a_third_comes_close(nlp: Language) -> None:
    doc = nlp(
        "Russia, Ukraine and Poland sent teams. Poland and Russia spoke. A deal between the two sides is far off."
    )
    assert pairs_of(doc) == []


def test_mentions_do_not_cross(nlp: Language) -> None:
    doc = nlp("The Russian Foreign Ministry's spokeswoman Maria Dorova said Ukraine's parliament had voted.")
    spans = [(span.start, span.end) for span in doc.spans["kg_mentions"]]
    assert len(spans) > 4
    assert not any(a < b < a_end < b_end for a, a_end in spans for b, b_end in spans)

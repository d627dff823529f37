"""English passes, other languages do not, and what is in no language gets the benefit of the doubt."""

import time

import pytest

from kg.articles.language import other_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Le ministre de la défense a rencontré ses homologues à Brenn pour discuter d'un cessez-le-feu.", "fr"),
        ("Министр обороны встретился с коллегами в столице, чтобы обсудить прекращение огня.", "ru"),
        ("El ministro de Defensa se reunió con sus homólogos para hablar de un alto el fuego.", "es"),
        ("التقى وزير الدفاع نظراءه في العاصمة لبحث وقف إطلاق النار.", "ar"),
    ],
)
def test_other_languages(text: str, language: str) -> None:
    assert other_language(text) == language


@pytest.mark.parametrize(
    "text",
    [
        "The defense minister met his counterparts in the capital to discuss a ceasefire.",
        "DEFENSE MINISTER RESIGNS",
        "Kyiv, Kharkiv, Odesa, Mykolaiv, Zaporizhzhia, Kherson",
        "Mahmoud al-Hassan Abdulrahman",
        "12 March 2024",
        "Rebels from the Frente de Liberación Nacional said they had taken the town of San José on Monday.",
    ],
)
def test_english_and_names(text: str) -> None:
    assert other_language(text) is None


def test_long_text_costs_under_two_milliseconds() -> None:
    text = "The defense minister met his counterparts in the capital to discuss a ceasefire. " * 1000
    other_language(text)
    began = time.process_time()
    for _ in range(50):
        other_language(text)
    assert (time.process_time() - began) / 50 < 0.002

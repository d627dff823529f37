"""What makes an event less sure."""

import pytest
from spacy.language import Language

from kg.extract.events.confidence import DOUBTS
from kg.extract.extractor import Extractor
from kg.records import Article

PLAIN = "Rebels attacked a convoy in Tarsk."


def confidences(nlp: Language, text: str) -> dict[str, float]:
    """Return the confidence of each event of `text` by the words of its trigger."""
    extractor = Extractor.__new__(Extractor)
    extractor.nlp, extractor.model, extractor.software = nlp, "", ""
    (read,) = extractor.extract([Article(id="1", text=text, sha256="", published="2025-07-22")])
    return {text[slice(*event.trigger)]: event.confidence for event in read.events}


def test_a_plain_report_is_sure(nlp: Language) -> None:
    assert confidences(nlp, PLAIN)["attacked"] >= 0.8


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Rebels plan to attack a convoy in Tarsk.", "attack"),
        ("Rebels did not attack a convoy in Tarsk.", "attack"),
        ("President Mirela Castun said rebels attacked a convoy in Tarsk.", "attacked"),
        ("Rebels attack convoys in Tarsk.", "attack"),
        ("In Tarsk, far away on the long road to the border, rebels attacked a convoy.", "attacked"),
        ("Rebels rejected a proposal in Tarsk.", "rejected"),
        ("The fighting with rebels in Tarsk went on.", "fighting"),
        ("Fear of fighting keeps people at home.", "fighting"),
    ],
)
def test_doubts_make_it_less_sure(nlp: Language, text: str, trigger: str) -> None:
    assert confidences(nlp, text)[trigger] < confidences(nlp, PLAIN)["attacked"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (PLAIN, "Yesterday rebels attacked a convoy in Tarsk."),
        (PLAIN, "On Monday rebels attacked a convoy in Tarsk. The weather was bad."),
    ],
)
def test_what_is_no_doubt_changes_nothing(nlp: Language, one: str, other: str) -> None:
    assert confidences(nlp, one) == confidences(nlp, other)


def test_each_doubt_takes_something_off() -> None:
    assert min(DOUBTS.values()) > 0

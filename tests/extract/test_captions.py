"""Captions and credits are known by their form, and interrupt what the sentences around them tell."""

import pytest
from spacy.language import Language

from kg.extract.annotations import MENTIONS, spans_of
from kg.extract.captions import captions_of

CAPTION = "FILE - Police officer John Walden stands before the burnt hall, in Verrin, May 3, 2019."


@pytest.mark.parametrize(
    "line",
    [
        CAPTION,
        "FILE - A woman waits for the bus.",
        "Smoke rises over the harbor of Verrin, Sept. 21, 2015.",
        "The mayor, left, speaks to voters in Verrin, March 1, 2016. (P. Lorne/PX)",
        "Rescue workers at the wreck of the ferry, off Verrin, Nov. 29, 2016.",
    ],
)
def test_captions(nlp: Language, line: str) -> None:
    doc = nlp(f"The talks failed on Monday.\n{line}\nNobody came.")
    assert [doc[start:end].text for start, end in captions_of(doc)] == [line]


def test_a_credit_at_the_begin_of_a_line(nlp: Language) -> None:
    doc = nlp("(P. Lorne/PX)-The talks failed on Monday.")
    assert [doc[start:end].text for start, end in captions_of(doc)] == ["(P. Lorne/PX)"]


@pytest.mark.parametrize(
    "line",
    [
        "The talks failed in Verrin, May 3, 2019.",
        "He was born in the harbor town of Verrin, March 1, 1954.",
        "The talks (held in secret) will open on May 3.",
        "Files were found in the hall.",
    ],
)
def test_text_is_no_caption(nlp: Language, line: str) -> None:
    assert captions_of(nlp(f"The talks failed on Monday.\n{line}\nNobody came.")) == []


def meant(nlp: Language, text: str, pronoun: str) -> str | None:
    """Return whom the last `pronoun` of `text` means."""
    doc = nlp(text)
    found = [span for span in spans_of(doc, MENTIONS) if span.text.lower() == pronoun and span.kb_id_ == "pronoun"]
    return doc._.kg_entities[found[-1].id_]["name"] if found else None


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        (f"Omar Haddad rejected the plan.\n{CAPTION}\nHe left the hall.", "he", "Omar Haddad"),
        (f"Omar Haddad rejected the plan.\n{CAPTION}\nMany saw him in the hall.", "him", "Omar Haddad"),
        ("Norway rejected the plan.\nFILE - Sweden plays in the hall.\nIts envoy left.", "its", "Norway"),
        (f"Omar Haddad left the hall.\n{CAPTION.replace('hall', 'hall he built')}", "he", "John Walden"),
    ],
)
def test_pronouns_pass_over_captions(nlp: Language, text: str, pronoun: str, name: str) -> None:
    assert meant(nlp, text, pronoun) == name

"""Every part that the ablation leaves out is there, and is back afterwards."""

import pytest
from spacy.language import Language

from benchmarks.ablation import PARTS, Part, owner, table, without
from kg.extract.extractor import Extractor
from kg.records import Article

TEXT = "President Mirela Castun met the envoys in Brenn on Monday. She left on Tuesday."


@pytest.fixture(scope="module")
def extractor(nlp: Language) -> Extractor:
    made = Extractor.__new__(Extractor)
    made.nlp, made.model, made.software = nlp, "", ""
    return made


def pronouns(extractor: Extractor) -> int:
    (read,) = extractor.extract([Article(id="1", text=TEXT, sha256="", published="2025-07-22")])
    return sum(TEXT[slice(*mention)] == "She" for entity in read.entities for mention in entity.mentions)


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.name)
def test_what_is_left_out_exists(part: Part, nlp: Language) -> None:
    assert part.off or part.component in nlp.pipe_names
    for off in part.off:
        holder, name = owner(off)
        assert callable(getattr(holder, name))


def test_a_part_is_out_and_back_again(extractor: Extractor) -> None:
    part = next(part for part in PARTS if part.name == "pronouns")
    assert pronouns(extractor) == 1
    with without(part, extractor):
        assert pronouns(extractor) == 0
    assert pronouns(extractor) == 1


def test_a_component_is_out_and_back_again(extractor: Extractor) -> None:
    part = next(part for part in PARTS if part.component == "ner")
    with without(part, extractor):
        assert "ner" not in extractor.nlp.pipe_names
    assert "ner" in extractor.nlp.pipe_names


def test_the_table_gives_changes_in_points(extractor: Extractor) -> None:
    part = next(part for part in PARTS if part.name == "pronouns")
    lines = list(table(lambda: {"found": pronouns(extractor) / 2, "same": 0.25}, extractor, [part]))
    assert lines == [
        "| left out | found | same |",
        "|---|---|---|",
        "| nothing | 50.0 | 25.0 |",
        "| pronouns | −50.0 |  |",
    ]

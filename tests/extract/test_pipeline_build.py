"""The pipeline as a whole: its order is declared, it survives serialisation, and a missing model is a clear error."""

import json
from pathlib import Path

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import DocBin

from kg.errors import ModelError
from kg.extract.annotations import MENTIONS, NAMES, TITLES, spans_of
from kg.extract.pipeline import COMPONENTS, build_pipeline

TEXT = "Foreign Minister Elena Sorn said on Monday that Ukraine and Russia would meet in Istanbul. She left early."


def test_components_come_in_order_after_the_models_own(nlp: Language) -> None:
    assert tuple(nlp.pipe_names[-len(COMPONENTS) :]) == COMPONENTS
    assert nlp.pipe_names.index("kg_layout") < nlp.pipe_names.index("parser")


def test_each_component_says_what_it_reads_and_writes(nlp: Language) -> None:
    for name in COMPONENTS:
        meta = nlp.get_pipe_meta(name)
        assert meta.assigns, name
        assert meta.requires, name


def test_annotations_survive_being_written_to_bytes(nlp: Language) -> None:
    doc = nlp(TEXT)
    copy = next(DocBin().from_bytes(DocBin(docs=[doc], store_user_data=True).to_bytes()).get_docs(nlp.vocab))
    for group in (NAMES, TITLES, MENTIONS):
        assert [(s.start, s.end, s.label_, s.kb_id_, s.id_) for s in spans_of(copy, group)] == [
            (s.start, s.end, s.label_, s.kb_id_, s.id_) for s in spans_of(doc, group)
        ]
    assert spans_of(copy, MENTIONS)
    for attribute in ("kg_entities", "kg_roles", "kg_statements", "kg_events"):  # lists and tuples become one in bytes
        assert json.dumps(copy._.get(attribute)) == json.dumps(doc._.get(attribute))


def test_the_same_text_is_read_the_same_way_twice(nlp: Language) -> None:
    first, second = nlp(TEXT), nlp(TEXT)
    assert first._.kg_entities == second._.kg_entities
    assert first._.kg_events == second._.kg_events


def test_a_missing_model_is_named_with_the_command_that_installs_it() -> None:
    with pytest.raises(ModelError) as error:
        build_pipeline("en_core_web_missing")
    assert "'en_core_web_missing' is not installed" in str(error.value)
    assert "python -m spacy download en_core_web_missing" in str(error.value)


def test_a_pipeline_without_a_parser_is_refused(tmp_path: Path) -> None:
    spacy.blank("en").to_disk(tmp_path / "bare")
    with pytest.raises(ModelError, match="has no parser"):
        build_pipeline(str(tmp_path / "bare"))


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("Talks fail in Orvand\nThe envoys left on Monday.", ["Talks fail in Orvand", "The envoys left on Monday."]),
        ("Envoys met\n\nThe army fled", ["Envoys met", "The army fled"]),
        ("One line with two parts. And the other.", ["One line with two parts.", "And the other."]),
    ],
)
def test_sentences_end_with_their_line(nlp: Language, text: str, sentences: list[str]) -> None:
    assert [sent.text.strip() for sent in nlp(text).sents] == sentences

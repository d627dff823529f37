"""Fixtures that many tests share."""

import os

import pytest
from hypothesis import settings
from spacy.language import Language

from kg.extract.pipeline import build_pipeline

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("local", deadline=None)
settings.load_profile("ci" if os.environ.get("CI") else "local")


@pytest.fixture(scope="session")
def nlp() -> Language:
    """Return the whole pipeline with the default model, loaded once."""
    return build_pipeline()

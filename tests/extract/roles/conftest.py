"""Fixtures for the tests of roles: what a text says of who holds which post."""

from collections.abc import Callable

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.annotations import RoleRow

type Role = tuple[str, str, str | None, str]
"""Person, title, organization and status."""


def named(doc: Doc, row: RoleRow) -> Role:
    """Return a row with the names of its entities."""
    names = {key: entity["name"] for key, entity in doc._.kg_entities.items()}
    organization = None if row["organization"] is None else names[row["organization"]]
    return names[row["person"]], row["title"], organization, row["status"]


@pytest.fixture(scope="session")
def read(nlp: Language) -> Callable[[str], Doc]:
    """Return a function that reads a text published on 16 May 2024, as far as roles need it."""

    def reader(text: str) -> Doc:
        doc = nlp.make_doc(text)
        doc._.kg_published = "2024-05-16"
        with nlp.select_pipes(disable=["kg_statements", "kg_events"]):
            return nlp(doc)

    return reader


@pytest.fixture(scope="session")
def roles(read: Callable[[str], Doc]) -> Callable[[str], set[Role]]:
    """Return a function that gives the roles of a text."""

    def find(text: str) -> set[Role]:
        doc = read(text)
        return {named(doc, row) for row in doc._.kg_roles}

    return find


@pytest.fixture(scope="session")
def rows(read: Callable[[str], Doc]) -> Callable[[str], list[RoleRow]]:
    """Return a function that gives the rows of a text."""

    def find(text: str) -> list[RoleRow]:
        found: list[RoleRow] = read(text)._.kg_roles
        return found

    return find

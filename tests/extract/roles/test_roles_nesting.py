"""Bodies inside bodies that posts tell of, and one post of several people in several bodies."""

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

type Read = Callable[[str], Doc]
type Roles = Callable[[str], set[tuple[str, str, str | None, str]]]


def parts(doc: Doc) -> set[tuple[str, str]]:
    """Return the names of part and whole of each containment."""
    names = {key: row["name"] for key, row in doc._.kg_entities.items()}
    return {(names[row["part"]], names[row["whole"]]) for row in doc._.kg_parts}


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (
            "Anna Weber is chair of the Kenyan parliament's defence committee.",
            ("Kenyan parliament's defence committee", "Kenyan parliament"),
        ),
        (
            "Anna Weber, head of the foreign affairs committee of the Knesset, spoke.",
            ("Knesset's foreign affairs committee", "Knesset"),
        ),
        (
            "Anna Weber, director of the Peace Institute at Yale University, spoke.",
            ("Peace Institute", "Yale University"),
        ),
        ("Omar Haddad heads the Red Cross's water unit.", ("Red Cross's water unit", "Red Cross")),
    ],
)
def test_a_body_is_part_of_another(read: Read, text: str, part: tuple[str, str]) -> None:
    assert part in parts(read(text))


@pytest.mark.parametrize(
    "text",
    [
        "Anna Weber, director of the CIA, spoke at Yale University.",
        "Anna Weber is chair of Kenya's ruling party.",
        "Anna Weber is director of the CIA and chair of the Red Cross.",
        "The Red Cross's offer was refused by Anna Weber, head of Hamas.",
    ],
)
def test_bodies_side_by_side(read: Read, text: str) -> None:
    assert parts(read(text)) == set()


def test_the_post_is_in_the_part(roles: Roles) -> None:
    assert roles("Anna Weber is chair of the Kenyan parliament's defence committee.") == {
        ("Anna Weber", "chair", "Kenyan parliament's defence committee", "current"),
        ("Anna Weber", "member", "Kenyan parliament", "current"),
    }


def test_one_post_in_two_countries(roles: Roles) -> None:
    assert roles("The foreign ministers of Kenya and Uganda, Anna Weber and Paul Keller, met.") == {
        ("Anna Weber", "foreign minister", "Kenya", "current"),
        ("Paul Keller", "foreign minister", "Uganda", "current"),
    }


def test_two_countries_and_three_people_tell_nothing_of_each(roles: Roles) -> None:
    found = roles("The foreign ministers of Kenya and Uganda, Anna Weber, Omar Haddad and Paul Keller, met.")
    assert {role[2] for role in found} == {None}

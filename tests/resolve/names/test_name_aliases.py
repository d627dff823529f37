"""Other names of a thing speak for it elsewhere only where they are no short forms of its chief name."""

import pytest

from kg.resolve.names import Kind, NameForms, blocks, compare


@pytest.mark.parametrize(
    ("chief", "alias", "other"),
    [
        ("Ahmed al-Varaa", "Abu Mohammed al-Solani", "Abu Mohammad al-Solani"),
        ("Varenko", "Rustem Varenko", "Rustam Varenko"),
        ("Saloth Varr", "Pol Dovett", "Pol Dovett"),
    ],
)
def test_a_full_name_speaks(chief: str, alias: str, other: str) -> None:
    one = NameForms("person", "Person", chief, (alias,))
    likeness = compare(one, NameForms("person", "Person", other))
    assert likeness is not None
    assert not likeness.needs_context
    assert blocks(NameForms("person", "Person", alias)) <= blocks(one)


@pytest.mark.parametrize(
    ("kind", "type_", "chief", "alias"),
    [
        ("person", "Person", "George W. Varen", "George Varen"),
        ("person", "Person", "Rustem Varenko", "Varenko"),
        ("org", "Company", "Varen Pictures Inc.", "Varen"),
        ("org", "Military", "Velmoran Navy", "Velmoran forces"),
        ("place", "Place", "New Solheim", "AP"),
    ],
)
def test_a_short_form_needs_context(kind: Kind, type_: str, chief: str, alias: str) -> None:
    one = NameForms(kind, type_, chief, (alias,), "US")
    likeness = compare(one, NameForms(kind, type_, alias, (), "US"))
    assert likeness is None or likeness.needs_context

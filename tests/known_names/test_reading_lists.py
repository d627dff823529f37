"""Lists as people have them: what is read, and what is told of what cannot be."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.errors import InputError
from kg.known_names import read_entries
from kg.known_names.checks import type_of
from kg.resolve import LISTABLE, Entry

HEADER = "id,name,aliases,type,country,start,end\n"
SOLEN = Entry(
    id="A-1", name="Mira Solen", aliases=("Mira Castun", "M. Solen"), type="Person", country="UA", start="1970-05-01"
)


def read(folder: Path, text: str | bytes, name: str = "list.csv") -> tuple[list[Entry], list[str]]:
    """Return the entries of a list and the messages about its other lines, without the folder."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    found = list(read_entries(path))
    entries = [one for one in found if isinstance(one, Entry)]
    return entries, [str(one).removeprefix(f"{folder}/") for one in found if isinstance(one, InputError)]


@pytest.mark.parametrize(
    "text",
    [
        HEADER + "A-1,Mira Solen,Mira Castun|M. Solen,Person,UA,1970-05-01,\n",
        "\ufeff"
        + HEADER
        + "A-1, Mira Solen ,Mira Castun | M. Solen||Mira Solen,person,Ukraine,1970-05-01T00:00:00Z,\r\n",
        "Name;Type;ID;Aliases;Country;Start;Note\nMira Solen;human;A-1;Mira Castun|M. Solen;ua;+1970-05-01;x\n",
        HEADER.replace(",", "\t") + "A-1\tMira Solen\tMira Castun|M. Solen\tQ5\tUA\t1970-05-01",
        "\n" + HEADER + '\n"A-1","Mira Solen","Mira Castun|M. Solen","PERSON","UA","1970-05-01",""\n,,,,,,\n',
    ],
)
def test_tables_are_read(tmp_path: Path, text: str) -> None:
    assert read(tmp_path, text) == ([SOLEN], [])


@pytest.mark.parametrize("aliases", [["Mira Castun", "M. Solen"], "Mira Castun|M. Solen"])
def test_json_lines_are_read(tmp_path: Path, aliases: object) -> None:
    line = {"id": "A-1", "name": "Mira Solen", "aliases": aliases, "type": "Person", "country": "UA", "note": [1]}
    text = f"\n{json.dumps(line | {'start': '1970-05-01', 'end': None})}\n"
    assert read(tmp_path, text, "list.jsonl") == ([SOLEN], [])


def test_a_year_may_be_a_number_and_an_unknown_month_is_none(tmp_path: Path) -> None:
    text = '{"id": 7, "name": "Mira Solen", "type": "Person", "start": 1970, "end": "2001-00-00"}'
    assert read(tmp_path, text, "l.jsonl") == (
        [Entry(id="7", name="Mira Solen", type="Person", start="1970", end="2001")],
        [],
    )


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("A-2,,,Person,,,", "no name; a line needs id, name, type"),
        (",,,Person,,,", "no id and no name"),
        ("A-2,Ida Norr,,,,,", "no type"),
        ("A-2,Ida Norr,,Wizard,,,", "'Wizard' is no type; use one of Person"),
        ("A-2,Ida Norr,,Weapon,,,", "'Weapon' is no type"),
        ("A-2,Ida Norr,,Person,Narnia,,", "no country is known as 'Narnia'; give its ISO 3166-1 code (UA)"),
        ("A-2,Ida Norr,,Person,,May 1970,", "start 'May 1970' is no date; write it as 1978"),
        ("A-2,Ida Norr,,Person,,1970-13,", "is no date"),
        ("A-2,Ida Norr,,Person,,,-0044", "is no date"),
        ("A-2,Ida Norr,,Person,,1970,1969-12", "start 1970 is after end 1969-12; correct one of them"),
        ("A-2,Ida Norr, of Brenn,,Person,,,", "8 cells under 7 headings; put a value that has ',' in it in quotes"),
        ('A-2,"Ida\nNorr",,Person,,,', "has a line break or another control character in it; take it out"),
        (f"A-2,{'Ida' * 101},,Person,,,", "a name of 303 characters"),
        ("A-1,Ida Norr,,Person,,,", "id 'A-1' is also that of line 2, with other values; give each its own id"),
    ],
)
def test_a_bad_line_costs_only_itself(tmp_path: Path, line: str, problem: str) -> None:
    good = "A-1,Mira Solen,Mira Castun|M. Solen,Person,UA,1970-05-01,\n"
    text = f"{HEADER}{good}{line}\nA-3,Jan Roke,,Person,,,\n{good}"
    entries, messages = read(tmp_path, text)
    assert [one.id for one in entries] == ["A-1", "A-3"]
    (message,) = messages
    assert message.startswith("list.csv:3: ")
    assert problem in message


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ('{"id": "A-2"', "not JSON (Expecting ',' delimiter); write one object a line"),
        ('["A-2"]', "JSON, but no object; write one object a line with id, name, type"),
        ('{"id": "A-2", "name": ["Ida"], "type": "Person"}', "name is no text; write it in quotation marks"),
        ('{"id": true, "name": "Ida Norr", "type": "Person"}', "id is no text"),
        ('{"id": "A-2", "name": "Ida Norr", "type": "Person", "aliases": [1]}', "aliases must be names"),
        ('{"id": "A-2", "name": "Ida \\ud800", "type": "Person"}', "control character"),
        ('{"id": ' + "9" * 5000 + ', "name": "Ida Norr", "type": "Person"}', "numbers too long"),
        ("[" * 200_000, "nested too deep"),
    ],
)
def test_a_bad_line_of_json_costs_only_itself(tmp_path: Path, line: str, problem: str) -> None:
    good = '{"id": "A-1", "name": "Mira Solen", "type": "Person"}'
    entries, messages = read(tmp_path, f"{good}\n{line}\n{good.replace('A-1', 'A-3')}", "list.jsonl")
    assert [one.id for one in entries] == ["A-1", "A-3"]
    (message,) = messages
    assert message.startswith("list.jsonl:2: ")
    assert problem in message


def test_a_line_in_another_encoding_costs_only_itself(tmp_path: Path) -> None:
    text = HEADER.encode() + b"A-1,Andr\xe9 Roke,,Person,,,\nA-2,Jan Roke,,Person,,,\n"
    entries, messages = read(tmp_path, text)
    assert [one.id for one in entries] == ["A-2"]
    assert messages == ["list.csv:2: not UTF-8; convert the file (iconv -f WINDOWS-1252 -t UTF-8)"]


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        (
            "list.csv",
            "Mira Solen,Person\n",
            "list.csv:1: no column id and none name and none type; begin with a header",
        ),
        ("list.csv", "id,name\nA-1,Mira Solen\n", "list.csv:1: no column type"),
        ("list.txt", "Mira Solen", "list.txt: no list of names; give a .csv file with a header line, or .jsonl"),
    ],
)
def test_what_is_no_list_is_refused(tmp_path: Path, name: str, text: str, problem: str) -> None:
    entries, (message,) = read(tmp_path, text, name)
    assert entries == []
    assert message.startswith(problem)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    (error,) = read_entries(tmp_path / "none.csv")
    assert str(error).endswith("none.csv: cannot be read (No such file or directory); give a file that is there")


@given(st.binary(max_size=300), st.sampled_from(["list.csv", "list.jsonl", "list.tsv"]))
def test_no_bytes_break_it(tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    for text in (data, HEADER.encode() + data):
        entries, messages = read(folder, text, name)
        assert all(message.startswith(name) and "; " in message for message in messages)
        assert len({one.id for one in entries}) == len(entries)


@pytest.mark.parametrize("name", LISTABLE)
def test_every_class_that_can_be_listed_has_its_own_name(name: str) -> None:
    assert type_of(name) == type_of(name.upper()) == name

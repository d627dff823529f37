"""Titles beside names: before them, in apposition on either side, joined, several people with one title."""

from collections.abc import Callable

import pytest

type Roles = Callable[[str], set[tuple[str, str, str | None, str]]]


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Kenyan President William Ruto flew home.", ("William Ruto", "president", "Kenya", "current")),
        ("FAO spokesman Peter Lang denied it.", ("Peter Lang", "spokesman", "FAO", "current")),
        ("Russia's Foreign Minister Sergei Lavrov left.", ("Sergei Lavrov", "foreign minister", "Russia", "current")),
        ("Acting Interior Minister Omar Haddad spoke.", ("Omar Haddad", "interior minister", None, "acting")),
        ("Former U.S. President Bill Clinton spoke.", ("Bill Clinton", "president", "United States", "former")),
        ("President-elect Maria Lopez met the press.", ("Maria Lopez", "president", None, "incoming")),
        ("Senator Anna Weber of Ohio voted no.", ("Anna Weber", "senator", "Ohio", "current")),
        ("King Abdullah of Jordan offered to help.", ("Abdullah", "king", "Jordan", "current")),
        ("The bank's chief economist Paul Keller spoke.", ("Paul Keller", "chief economist", None, "current")),
        (
            "Columbia University professor Paul Keller spoke.",
            ("Paul Keller", "professor", "Columbia University", "current"),
        ),
    ],
)
def test_title_before_name(roles: Roles, text: str, role: tuple[str, str, str | None, str]) -> None:
    assert role in roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "The prime minister told Anna Weber to leave.",
        "The minister and Anna Weber met in Oslo.",
        "The alleged leader Omar Haddad was questioned.",
        "He named the baby after Anna Weber.",
        "The general election was won by Anna Weber.",
    ],
)
def test_title_that_is_not_the_persons(roles: Roles, text: str) -> None:
    assert roles(text) == set()


def test_joined_titles_before_a_name(roles: Roles) -> None:
    found = roles("Prime Minister and Defense Minister Karim Haddad spoke.")
    assert found == {
        ("Karim Haddad", "prime minister", None, "current"),
        ("Karim Haddad", "defense minister", None, "current"),
    }


def test_one_title_of_several_people(roles: Roles) -> None:
    found = roles("Foreign ministers Sergei Lavrov and Maria Lopez met in Oslo.")
    assert {
        ("Sergei Lavrov", "foreign minister", None, "current"),
        ("Maria Lopez", "foreign minister", None, "current"),
    } <= found


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "Anna Weber, the former defense minister, left the country.",
            ("Anna Weber", "defense minister", None, "former"),
        ),
        (
            "Anna Weber, a spokeswoman for the World Bank, declined to comment.",
            ("Anna Weber", "spokeswoman", "World Bank", "current"),
        ),
        (
            "Anna Weber, 54, head of the Red Cross in Sudan, was wounded.",
            ("Anna Weber", "head", "Red Cross", "current"),
        ),
        (
            "Anna Weber — then the foreign minister of Austria — signed the treaty.",
            ("Anna Weber", "foreign minister", "Austria", "former"),
        ),
        (
            "“It is over,” said Paul Keller, a senior analyst at the International Crisis Group.",
            ("Paul Keller", "senior analyst", "International Crisis Group", "current"),
        ),
        (
            "Paul Keller, a lawyer and president of the Human Rights Watch branch, spoke.",
            ("Paul Keller", "president", "Human Rights Watch branch", "current"),
        ),
    ],
)
def test_apposition_after_a_name(roles: Roles, text: str, role: tuple[str, str, str | None, str]) -> None:
    assert role in roles(text)


def test_two_posts_in_one_apposition(roles: Roles) -> None:
    found = roles(
        "Anna Weber, a member of the Kenyan parliament and the chair of the body's defence committee, spoke on Monday."
    )
    assert ("Anna Weber", "member", "Kenyan parliament", "current") in found
    assert ("Anna Weber", "chair", "Kenyan parliament's defence committee", "current") in found


def test_portfolios_are_shared_out_in_order(roles: Roles) -> None:
    found = roles("Anna Weber, Paul Keller and Maria Lopez, ministers of defense, finance and culture, spoke.")
    assert found == {
        ("Anna Weber", "minister of defense", None, "current"),
        ("Paul Keller", "minister of finance", None, "current"),
        ("Maria Lopez", "minister of culture", None, "current"),
    }


@pytest.mark.parametrize(
    "text",
    [
        "Anna Weber, the prime minister and the governor met on Monday.",
        "With Anna Weber, President Paul Keller visited the port.",
        "Anna Weber, a sheriff's cousin, was not hurt.",
        "Anna Weber, an alleged leader of the Red Brigades, was held.",
    ],
)
def test_no_apposition(roles: Roles, text: str) -> None:
    assert {role for role in roles(text) if role[0] == "Anna Weber"} == set()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Russia's president, Vladimir Putin, agreed.", ("Vladimir Putin", "president", "Russia", "current")),
        ("The head of NATO, Paul Keller, was not asked.", ("Paul Keller", "head", "NATO", "current")),
        (
            "Ukraine's ambassador to the United Nations, Anna Weber, replied.",
            ("Anna Weber", "ambassador to the united nations", "Ukraine", "current"),
        ),
        (
            "A Russian Defense Ministry spokesman, Major General Ivan Petrov, denied it.",
            ("Ivan Petrov", "spokesman", "Russian Defense Ministry", "current"),
        ),
        (
            "The prime minister-designate, Omar Haddad, will form a cabinet.",
            ("Omar Haddad", "prime minister", None, "incoming"),
        ),
    ],
)
def test_apposition_before_a_name(roles: Roles, text: str, role: tuple[str, str, str | None, str]) -> None:
    assert role in roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "According to the president, Anna Weber will leave.",
        "The president, Anna Weber, Paul Keller and Maria Lopez met.",
    ],
)
def test_no_apposition_before_a_name(roles: Roles, text: str) -> None:
    assert roles(text) == set()


@pytest.mark.parametrize(
    "text",
    [
        "Syrian writer Omar Haddad was jailed.",
        "The U.S.-backed commander Omar Haddad was hurt.",
        "The pro-Russian governor Omar Haddad fled.",
        "White House correspondent Omar Haddad asked twice.",
    ],
)
def test_nationality_and_attitude_are_no_organization(roles: Roles, text: str) -> None:
    assert {role[2] for role in roles(text)} == {None}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Retired LAPD detective Omar Haddad spoke.", ("Omar Haddad", "detective", "LAPD", "former")),
        (
            "Red Cross deputy Asia director Anna Weber spoke.",
            ("Anna Weber", "deputy asia director", "Red Cross", "current"),
        ),
        (
            "Hamas refused. Its spokesman, Omar Haddad, gave no reason.",
            ("Omar Haddad", "spokesman", "Hamas", "current"),
        ),
        (
            "Anna Weber, a professor of Medical Engineering at Yale University, spoke.",
            ("Anna Weber", "professor", "Yale University", "current"),
        ),
        (
            "Anna Weber, the governor of the country's largest province, spoke.",
            ("Anna Weber", "governor", None, "current"),
        ),
        ("Pentagon Press Secretary Anna Weber spoke.", ("Anna Weber", "press secretary", "Pentagon", "current")),
        (
            "U.S. Special Presidential Envoy Anna Weber spoke.",
            ("Anna Weber", "special presidential envoy", "United States", "current"),
        ),
    ],
)
def test_what_stands_between_body_and_title(roles: Roles, text: str, role: tuple[str, str, str | None, str]) -> None:
    assert role in roles(text)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("HIV researcher Anna Weber spoke.", ("Anna Weber", "researcher", None, "current")),
        ("Its spokesman, Omar Haddad, gave no reason.", ("Omar Haddad", "spokesman", None, "current")),
        ("Paul Keller refused. Its director, Omar Haddad, agreed.", ("Omar Haddad", "director", None, "current")),
        ("Anna Weber, director of the London-based institute, spoke.", ("Anna Weber", "director", None, "current")),
        (
            "Anna Weber, director of the Red Cross, a Geneva-based charity, spoke.",
            ("Anna Weber", "director", "Red Cross", "current"),
        ),
    ],
)
def test_look_alikes_between_body_and_title(roles: Roles, text: str, role: tuple[str, str, str | None, str]) -> None:
    assert roles(text) == {role}


@pytest.mark.parametrize("noun", ["group", "charity", "network"])
def test_a_name_after_a_kind_of_body_is_the_bodys(roles: Roles, noun: str) -> None:
    assert roles(f"The chair of the activist {noun} Anna Weber spoke.") == set()


@pytest.mark.parametrize("noun", ["administration", "province"])
def test_a_name_after_a_part_of_a_state_is_the_holders(roles: Roles, noun: str) -> None:
    assert {role[0] for role in roles(f"The head of the regional {noun} Anna Weber spoke.")} == {"Anna Weber"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The commanders, among them Paul Keller of the Azov Regiment and Omar Haddad of the Third Brigade, left.",
            {
                ("Paul Keller", "commander", "Azov Regiment", "current"),
                ("Omar Haddad", "commander", "Third Brigade", "current"),
            },
        ),
        (
            "Several opposition leaders, including Anna Weber, Paul Keller and Omar Haddad, were arrested.",
            {(name, "opposition leader", None, "current") for name in ("Anna Weber", "Paul Keller", "Omar Haddad")},
        ),
        (
            "Former ministers such as Anna Weber and Paul Keller were arrested.",
            {("Anna Weber", "minister", None, "former"), ("Paul Keller", "minister", None, "former")},
        ),
    ],
)
def test_some_of_many(roles: Roles, text: str, expected: set[tuple[str, str, str | None, str]]) -> None:
    assert roles(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The minister met people, including Anna Weber and Paul Keller.",
        "The minister, including Anna Weber in his plans, left.",
        "Ministers quarrelled; among them all Anna Weber was the calmest.",
    ],
)
def test_some_of_others(roles: Roles, text: str) -> None:
    assert roles(text) == set()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        (
            "They dragged the speaker of the National Assembly, Ararat Mirzoyan, from his car.",
            ("Ararat Mirzoyan", "speaker", "National Assembly", "current"),
        ),
        (
            "Kenyan President William Ruto met his Turkish counterpart, Mirela Castun, on Monday.",
            ("Mirela Castun", "president", "Turkey", "current"),
        ),
        ("The foreign minister, Kemal Sorvan, spoke.", ("Kemal Sorvan", "foreign minister", None, "current")),
    ],
)
def test_names_that_only_the_title_shows(roles: Roles, text: str, role: tuple[str, str, str | None, str]) -> None:
    assert role in roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "He became foreign minister, Monday or not.",
        "She met the mayor, Port Anselm was burning.",
        "They saw the president, United Nations officials and a priest.",
    ],
)
def test_names_that_no_title_shows(roles: Roles, text: str) -> None:
    assert roles(text) == set()


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Omar Haddad is one of the leaders of Hamas.", ("Omar Haddad", "leader", "Hamas", "current")),
        (
            "Anna Weber, one of the founders of the Labour Party, spoke.",
            ("Anna Weber", "founder", "Labour Party", "current"),
        ),
        (
            "Anna Weber, Paul Keller and other members of the Knesset left.",
            ("Anna Weber", "member", "Knesset", "current"),
        ),
        ("Omar Haddad and other Hamas leaders left.", ("Omar Haddad", "leader", "Hamas", "current")),
        ("Paul Keller served with the Third Brigade.", ("Paul Keller", "member", "Third Brigade", "unknown")),
        ("Anna Weber is the head of Qatar Petroleum.", ("Anna Weber", "head", "Qatar Petroleum", "current")),
        (
            "As president and original founder of the Red Cross, Anna Weber spoke.",
            ("Anna Weber", "president", "Red Cross", "unknown"),
        ),
    ],
)
def test_members_of_many(roles: Roles, text: str, role: tuple[str, str, str | None, str]) -> None:
    assert role in roles(text)


@pytest.mark.parametrize(
    "text",
    [
        "Omar Haddad met one of the leaders of Hamas.",
        "Anna Weber spoke, and other members of the Knesset left.",
        "Paul Keller was one of the victims.",
        "Anna Weber met with the Third Brigade.",
    ],
)
def test_no_member_of_many(roles: Roles, text: str) -> None:
    assert roles(text) == set()

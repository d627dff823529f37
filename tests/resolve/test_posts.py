"""Which post is meant: by a report, and by words that name nobody."""

import pytest

from kg.records import Entity
from kg.resolve.posts import Title, post_key, title_in

POLAND = Entity(id="b", type="Country", name="Poland", country="PL")
MINISTRY = Entity(id="m", type="GovernmentBody", name="Ministry of Defence", country="PL")
PARTY = Entity(id="p", type="PoliticalParty", name="Civic List", country="PL")


@pytest.mark.parametrize(
    ("words", "body", "title"),
    [
        ("the Polish defence minister", "Polish", Title("defence minister", "Minister")),
        ("Poland’s president", "Poland", Title("president", "HeadOfState")),
        ("the mayor of Brenik", "Brenik", Title("mayor", "Mayor")),
        ("Poland's energy minister", "Poland", Title("energy minister", "Minister")),
        ("the minister of defence of Poland", "Poland", Title("minister of defence", "Minister")),
    ],
)
def test_a_title_and_its_body_are_an_office(words: str, body: str, title: Title) -> None:
    assert title_in(words, body) == title


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("an adviser to Poland's president", "Poland"),
        ("the former Polish president", "Polish"),
        ("Poland's new defence minister", "Poland"),
        ("the Polish woman", "Polish"),
        ("Poland", "Poland"),
        ("a senior Polish official close to the minister", "Polish"),
    ],
)
def test_whoever_is_more_or_less_than_that_is_none(words: str, body: str) -> None:
    assert title_in(words, body) is None


@pytest.mark.parametrize(
    ("category", "title", "body", "key", "post"),
    [
        ("Minister", "defence minister", POLAND, "country-pl", "Minister|country-pl|defense"),
        ("Minister", "Minister of National Defense", POLAND, "country-pl", "Minister|country-pl|defense"),
        ("Minister", "minister", MINISTRY, "org-pl-defense-ministry", None),
        ("Minister", "defence minister", MINISTRY, "org-pl-defense-ministry", "Minister|country-pl|defense"),
        ("Minister", "minister of external affairs", POLAND, "country-pl", "Minister|country-pl|foreign"),
        ("HeadOfState", "president", POLAND, "country-pl", "HeadOfState|country-pl"),
        ("PartyLeader", "chairman", PARTY, "org-pl-civic-list", "PartyLeader|org-pl-civic-list"),
        ("Head", "director", PARTY, "org-pl-civic-list", "Head|org-pl-civic-list|director"),
        ("Member", "member", PARTY, "org-pl-civic-list", None),
        ("Head", "director", PARTY, f"org-hospital-{'0' * 16}", None),
    ],
)
def test_reports_of_one_post_have_one_key(category: str, title: str, body: Entity, key: str, post: str | None) -> None:
    assert post_key(category, title, body, key) == post

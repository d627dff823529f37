"""Whose army, ministry or court a name means where no lexicon knows the country."""

from kg.records import Article, Entity, Extraction
from kg.resolve import article_key, entity_keys

ARTICLE = Article(id="a", text="", sha256="0" * 64)
LAND = Entity(id="c", type="Country", name="Ruritania")
PEOPLE = Entity(id="c", type="Group", name="Ruritanian")


def key(name: str, type_: str = "Military", *, land: Entity | None = LAND, country: str | None = None) -> str:
    body = Entity(id="b", type=type_, name=name, country=country)
    return entity_keys(Extraction(article=ARTICLE, entities=(body, *([land] if land is not None else []))))["b"]


def test_words_for_the_forces_of_an_unknown_country_are_one() -> None:
    keys = {key("Ruritanian troops"), key("Ruritania’s army"), key("Ruritanian forces", land=PEOPLE)}
    assert keys == {"org-ruritania-military"}


def test_its_other_bodies_are_its_own() -> None:
    assert key("Ruritanian Defence Ministry", "GovernmentBody") == "org-ruritania-defense-ministry"
    assert key("Ruritania's Ministry of Defense", "GovernmentBody") == "org-ruritania-defense-ministry"
    assert key("Ruritanian navy") == "org-ruritania-navy"


def test_so_are_words_for_the_forces_of_a_known_one() -> None:
    assert {key(f"Ukrainian {noun}", country="UA") for noun in ("troops", "army", "forces")} == {"org-ua-military"}
    assert key("Ukrainian navy", country="UA") == "org-ua-navy"
    assert key("U.S. Army", country="US") == "org-us-army"


def test_a_body_of_nobody_named_is_the_article_s_own() -> None:
    own = article_key(ARTICLE)
    assert key("Ruritanian troops", land=None).endswith(own)
    assert key("Northern troops").endswith(own)
    assert key("Supreme Court", "Court").endswith(own)


def test_a_land_that_the_lexicon_knows_lends_its_name_to_nothing() -> None:
    norway = Entity(id="c", type="Country", name="Norway", country="NO")
    assert key("Norway Court", "Court", land=norway).endswith(article_key(ARTICLE))

"""Entities shared by articles: what is joined, what it is then called, and why."""

from kg.records import Article, Entity, Extraction, Span
from kg.resolve import Resolution, SharedEntity, article_key, resolve


def extraction(number: int, *entities: Entity, publisher: str | None = None) -> Extraction:
    article = Article(id=f"a{number}", text="", sha256=f"{number:064x}", publisher=publisher)
    return Extraction(article=article, entities=entities)


def person(name: str, *aliases: str, key: str = "e1") -> Entity:
    return Entity(id=key, type="Person", name=name, aliases=aliases, mentions=(Span(0, 3),))


def by_key(resolution: Resolution) -> dict[str, SharedEntity]:
    return {entity.key: entity for entity in resolution.entities}


def test_a_full_name_is_one_person_in_all_articles() -> None:
    resolution = resolve(
        [extraction(1, person("Mira Solen", "Solen")), extraction(2, person("Mira Solen", "the chair"))]
    )
    (solen,) = resolution.entities
    assert solen.name == "Mira Solen"
    assert solen.aliases == ("Solen", "the chair")
    assert [(name.key, name.articles) for name in solen.names] == [("person-mira-solen", 2)]


def test_the_join_says_why() -> None:
    first, second = extraction(1, person("Mira Solen")), extraction(2, person("Mira Solen"))
    (join,) = resolve([first, second]).joins
    assert join.into == "person-mira-solen"
    assert (join.score, join.reason, join.rule) == (0.95, "same full name in 2 articles", "same-key")
    assert join.of == ("person-mira-solen",)


def test_a_family_name_joins_nobody() -> None:
    resolution = resolve(
        [extraction(1, person("Solen")), extraction(2, person("Solen")), extraction(3, person("Mira Solen"))]
    )
    assert len(resolution.entities) == 3
    assert resolution.joins == ()


def test_namesakes_with_other_first_names_stay_apart() -> None:
    resolution = resolve([extraction(1, person("Mira Solen")), extraction(2, person("Jan Solen"))])
    assert {entity.name for entity in resolution.entities} == {"Mira Solen", "Jan Solen"}


def test_the_commonest_spelling_is_the_name_and_the_others_are_kept() -> None:
    articles = [
        extraction(1, person("Jón Árnason")),
        extraction(2, person("Jon Arnason")),
        extraction(3, person("Jon Arnason")),
    ]
    (arnason,) = resolve(articles).entities
    assert arnason.name == "Jon Arnason"
    assert arnason.aliases == ("Jón Árnason",)


def test_a_country_that_is_only_implied_is_there_by_name() -> None:
    kharkiv = Entity(id="e1", type="Place", name="Kharkiv", country="UA", lat=50.0, lon=36.2, precision="city")
    entities = by_key(resolve([extraction(1, kharkiv)]))
    assert entities["place-ua-kharkiv"].part_of == "country-ua"
    assert (entities["country-ua"].name, entities["country-ua"].type) == ("Ukraine", "Country")


def test_a_code_that_nobody_knows_implies_nothing() -> None:
    brenn = Entity(id="e1", type="Place", name="Brenn", country="VX")
    (only,) = resolve([extraction(1, brenn)]).entities
    assert only.part_of is None


def test_coordinates_come_from_whichever_article_has_them() -> None:
    bare = Entity(id="e1", type="Place", name="Brenn")
    located = Entity(id="e1", type="Place", name="Brenn", lat=48.5, lon=35.25, precision="city")
    (brenn,) = resolve([extraction(1, bare), extraction(2, located)]).entities
    assert (brenn.lat, brenn.lon, brenn.precision) == (48.5, 35.25, "city")


def test_publishers_are_media_outlets() -> None:
    resolution = resolve([extraction(1, publisher="Example Wire"), extraction(2, publisher="Example Wire")])
    (wire,) = resolution.entities
    assert (wire.name, wire.type, wire.names[0].articles) == ("Example Wire", "MediaOutlet", 2)


def test_people_have_no_country_of_their_own() -> None:
    entities = by_key(resolve([extraction(1, Entity(id="e1", type="Person", name="Mira Solen", country="UA"))]))
    assert entities["person-mira-solen"].part_of is None


def test_every_entity_of_an_article_has_a_key() -> None:
    one = extraction(1, person("Mira Solen"), person("Jan Berg", key="e2"))
    keys = resolve([one]).keys[article_key(one.article)]
    assert keys == {"e1": "person-mira-solen", "e2": "person-jan-berg"}


def test_an_article_that_speaks_of_two_people_tells_their_names_apart_for_all() -> None:
    both = extraction(1, person("Volodymyr Zelensky"), person("Volodymyr Zelenskyy", key="e2"))
    one, other = extraction(2, person("Volodymyr Zelensky")), extraction(3, person("Volodymyr Zelenskyy"))
    assert len(resolve([one, other]).entities) == 1
    assert len(resolve([one, other, both]).entities) == 2


def test_two_names_that_are_known_for_one_person_may_stand_in_one_article() -> None:
    both = extraction(1, person("Abu Mohammed al-Golani"), person("Ahmed al-Sharaa", key="e2"))
    (one,) = resolve([both]).entities
    assert {name.wording for name in one.names} == {"Abu Mohammed al-Golani", "Ahmed al-Sharaa"}
    (join,) = one.joins
    assert join.rule == "known names"

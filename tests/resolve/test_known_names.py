"""Known names in the index: what they join and part, in any order, and that they can be taken back."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.records import Article, Entity, Extraction, Role, Span
from kg.resolve import Decisions, Entry, Index, Resolution, SharedEntity, article_key, resolve, trace
from kg.resolve.decisions import pair
from tests.resolve.test_index import check, entities, happenings, keys
from tests.strategies import extractions

WORDS = Span(0, 3)


def person(number: int, *names: str) -> Extraction:
    people = tuple(Entity(id=f"e{n}", type="Person", name=name, mentions=(WORDS,)) for n, name in enumerate(names))
    article = Article(id=f"a{number}", text="", sha256=f"{number:064x}", published="2025-07-22")
    return Extraction(article=article, entities=people)


def entry(id_: str, name: str, *aliases: str, country: str | None = None) -> Entry:
    return Entry(id=id_, name=name, aliases=aliases, type="Person", country=country)


def by_key(resolution: Resolution) -> dict[str, SharedEntity]:
    return {one.key: one for one in resolution.entities}


IRI = "https://names.example/solen"
SOLEN = entry(IRI, "Mira Solen", "Mira Castun")


def test_an_alias_makes_two_names_one() -> None:
    read = [person(1, "Mira Solen"), person(2, "Mira Castun")]
    assert len(resolve(read).entities) == 2
    (solen,) = resolve(read, known=[SOLEN]).entities
    assert solen.same_as == (IRI,)
    assert [(match.name, match.ids, match.open) for match in solen.matches] == [
        ("person-mira-castun", (IRI,), False),
        ("person-mira-solen", (IRI,), False),
    ]
    (join,) = solen.joins
    assert (join.of, join.rule) == (("person-mira-castun", "person-mira-solen"), "known entry")
    assert join.reason == f"both are names of one known entry, {IRI}"


def test_an_id_that_is_no_iri_is_an_identifier() -> None:
    (solen,) = resolve([person(1, "Mira Solen")], known=[entry("A-1", "Mira Solen")]).entities
    assert (solen.same_as, solen.identifiers) == ((), ("A-1",))


def test_names_of_two_entries_are_two() -> None:
    read = [person(1, "Volodymyr Zelensky"), person(2, "Volodymyr Zelenskyy")]
    assert len(resolve(read).entities) == 1
    known = [entry("A-1", "Volodymyr Zelensky", country="UA"), entry("A-2", "Volodymyr Zelenskyy", country="FR")]
    lands = ("UA", "FR")
    bodies = [Entity(id="b", type="Country", name=land, country=land, mentions=(WORDS,)) for land in lands]
    told = [
        Extraction(article=one.article, entities=(*one.entities, body), roles=(_post("e0", "b"),))
        for one, body in zip(read, bodies, strict=True)
    ]
    found = by_key(resolve(told, known=known))
    assert {one.identifiers for one in found.values() if one.type == "Person"} == {("A-1",), ("A-2",)}


def _post(person_: str, body: str) -> Role:
    return Role(
        id="r", person=person_, title="envoy", category="Envoy", organization=body, status="current", evidence=WORDS,
        confidence=0.9, rule="test",
    )  # fmt: skip


def test_who_is_listed_under_both_names_may_be_called_by_both_in_one_article() -> None:
    (solen,) = resolve([person(1, "Mira Solen", "Mira Castun")], known=[SOLEN]).entities
    assert solen.aliases == ("Mira Solen",)


def test_two_people_of_one_article_who_are_alike_to_one_entry_are_neither() -> None:
    read = [person(1, "Volodymyr Zelenskiy", "Volodymyr Zelensky")]
    resolution = resolve(read, known=[entry("A-1", "Volodymyr Zelensky")])
    assert len(resolution.entities) == 2
    assert all(one.identifiers == () for one in resolution.entities)
    assert all(match.open for one in resolution.entities for match in one.matches)
    assert "but so may be person-volodymyr-zelensky," in resolution.entities[0].matches[0].reason


def test_a_persons_word_is_above_the_list() -> None:
    read = [person(1, "Mira Solen"), person(2, "Mira Castun")]
    two = Decisions(not_same={pair("person-mira-solen", "person-mira-castun"): ""})
    apart = resolve(read, known=[SOLEN], decisions=two)
    assert [one.same_as for one in apart.entities] == [(), ()]
    settled = Decisions(not_same=two.not_same, same={pair("person-mira-solen", IRI): ""})
    told = by_key(resolve(read, known=[SOLEN], decisions=settled))
    assert told["person-mira-solen"].same_as == (IRI,)
    assert told["person-mira-castun"].same_as == ()
    assert told["person-mira-castun"].matches == ()
    denied = Decisions(not_same={pair("person-mira-castun", IRI): ""})
    assert by_key(resolve(read, known=[SOLEN], decisions=denied))["person-mira-solen"].same_as == (IRI,)


def test_what_an_entity_is_not_none_of_its_names_makes_it() -> None:
    read = [person(1, "Volodymyr Zelensky"), person(2, "Volodymyr Zelenskyy")]
    denied = Decisions(not_same={pair("person-volodymyr-zelensky", "A-1"): ""})
    (one,) = resolve(read, known=[entry("A-1", "Volodymyr Zelenskyy")], decisions=denied).entities
    assert (one.identifiers, one.matches) == ((), ())


def test_a_decision_about_an_entry_that_is_not_there_changes_nothing() -> None:
    read = [person(1, "Mira Solen")]
    said = Decisions(same={pair("person-mira-solen", "A-9"): ""})
    assert resolve(read, decisions=said, known=[SOLEN]).entities == resolve(read, known=[SOLEN]).entities


NAMES = (
    "Mira Solen",
    "Mira Sollen",
    "Mira Castun",
    "Volodymyr Zelensky",
    "Volodymyr Zelenskiy",
    "Defence Ministry",
    "Ö",
)
ENTRIES = st.builds(
    Entry,
    id=st.sampled_from([IRI, "A-1", "A-2", "A-3"]),
    name=st.sampled_from(NAMES),
    aliases=st.lists(st.sampled_from(NAMES), max_size=2, unique=True).map(tuple),
    type=st.sampled_from(["Person", "Person", "GovernmentBody", "Place", "Country"]),
    country=st.sampled_from([None, "UA", "FR", "VX"]),
    start=st.sampled_from([None, "1980"]),
    end=st.sampled_from([None, "1990-01-01"]),
)
LISTS = st.lists(ENTRIES, max_size=4, unique_by=lambda one: one.id)
PEOPLE = st.lists(st.sampled_from(NAMES[:5]), min_size=1, max_size=3, unique=True)
KEYS = ("person-mira-solen", "person-mira-sollen", "person-mira-castun", "person-volodymyr-zelensky")
PAIRS = st.tuples(st.sampled_from(KEYS), st.sampled_from([IRI, "A-1", *KEYS])).filter(lambda two: two[0] != two[1])
DECISIONS = st.tuples(st.lists(PAIRS, max_size=2), st.lists(PAIRS, max_size=2)).map(
    lambda both: Decisions(
        same={pair(*two): "" for two in both[0]},
        not_same={pair(*two): "" for two in both[1] if pair(*two) not in {pair(*one) for one in both[0]}},
    )
)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_any_history_gives_what_articles_names_and_decisions_give(data: st.DataObject) -> None:
    pool: list[Extraction] = [
        person(number, *names) for number, names in enumerate(data.draw(st.lists(PEOPLE, min_size=1, max_size=4)))
    ]
    pool += data.draw(st.lists(extractions(), max_size=1))
    index, there = Index(), dict[str, Extraction]()
    known: Sequence[Entry] = ()
    decisions = Decisions()
    for _ in range(data.draw(st.integers(1, 5))):
        before = entities(index), happenings(index), keys(index)
        for one in data.draw(st.lists(st.sampled_from(pool), max_size=3)):
            key = article_key(one.article)
            if key in there and data.draw(st.booleans()):
                index.drop(key)
                del there[key]
            else:
                index.put(trace(one))
                there[key] = one
        if data.draw(st.booleans()):
            known = data.draw(LISTS)
            index.know(known)
        if data.draw(st.booleans()):
            decisions = data.draw(DECISIONS)
            index.decide(decisions)
        changes = index.settle()
        after = entities(index), happenings(index), keys(index)
        check(changes, before, after)
        fresh = resolve(
            data.draw(st.permutations(list(there.values()))),
            known=data.draw(st.permutations(known)),
            decisions=decisions,
        )
        assert list(after[0].values()) == list(fresh.entities)


APART = Decisions(not_same={pair("person-mira-solen", "person-mira-castun"): ""})


@contextmanager
def settling(index: Index, *read: Extraction, known: Sequence[Entry] = (SOLEN,)) -> Iterator[None]:
    """Settle what is done to `index`: it tells of all that is not as it was, and says what a new one says."""
    before = entities(index), happenings(index), keys(index)
    yield
    check(index.settle(), before, (entities(index), happenings(index), keys(index)))
    fresh = resolve(read, known=known, decisions=index.decisions)
    assert list(entities(index).values()) == list(fresh.entities)


def test_a_rival_that_comes_and_goes_changes_those_that_stay() -> None:
    index, solen, castun = Index(decisions=APART), person(1, "Mira Solen"), person(2, "Mira Castun")
    with settling(index, solen):
        index.know([SOLEN])
        index.put(trace(solen))
    assert index.entity("person-mira-solen").same_as == (IRI,)
    with settling(index, solen, castun):
        index.put(trace(castun))
    assert index.entity("person-mira-solen").same_as == ()
    with settling(index, solen):
        index.drop(article_key(castun.article))
    assert index.entity("person-mira-solen").same_as == (IRI,)


def test_a_rival_that_is_barred_by_another_of_its_names_leaves_the_entry_to_the_other() -> None:
    read = [person(1, "Mira Solen"), person(2, "Mira Castun"), person(3, "Ida Norr")]
    joined = {pair("person-mira-castun", "person-ida-norr"): ""}
    index = Index(decisions=Decisions(same=joined, not_same=APART.not_same))
    with settling(index, *read):
        index.know([SOLEN])
        for one in read:
            index.put(trace(one))
    assert index.entity("person-mira-solen").same_as == ()
    with settling(index, *read):
        barred = {**APART.not_same, pair("person-ida-norr", IRI): ""}
        index.decide(Decisions(same=joined, not_same=barred))
    assert index.entity("person-mira-solen").same_as == (IRI,)


def test_a_decision_waits_for_the_entry_that_it_is_about() -> None:
    norr, read = entry("A-9", "Ida Norr"), person(1, "Mira Solen")
    index = Index(decisions=Decisions(same={pair("person-mira-solen", "A-9"): ""}))
    with settling(index, read, known=[]):
        index.put(trace(read))
    with settling(index, read, known=[norr]):
        index.know([norr])
    assert index.entity("person-mira-solen").identifiers == ("A-9",)


def test_the_same_names_again_are_nothing_new() -> None:
    index = Index()
    index.put(trace(person(1, "Mira Solen")))
    assert index.know([SOLEN])
    assert index.settle().entities == {"person-mira-solen"}
    assert not index.know([SOLEN])
    assert index.settle().entities == frozenset()


def test_names_taken_back_leave_nothing() -> None:
    index = Index()
    index.put(trace(person(1, "Mira Solen")))
    index.put(trace(person(2, "Mira Castun")))
    index.settle()
    before = entities(index)
    index.know([SOLEN])
    index.settle()
    assert entities(index) != before
    index.know([])
    index.settle()
    assert entities(index) == before

"""Who is who and what is one happening, kept up to date while articles come and go.

    index = Index()                     in memory; Index(path) keeps it in an SQLite file
    index.put(trace(extraction))        what an article contributes, in the place of what it contributed before
    index.drop(article)
    index.know(entries)                 lists of known names, in the place of those before
    changes = index.settle()            which entities, happenings and articles are no longer what they were

What `settle` does costs what the changed articles and their neighbours cost, however many others there are; its result
is the same as that of a new index with the same articles, in whatever order they came.
"""

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Literal

from kg.resolve import copies, deaths, disputes, what, who
from kg.resolve.claims import Claims
from kg.resolve.clustering import Link
from kg.resolve.contributions import Contributions
from kg.resolve.decisions import Decisions, article_node, article_of
from kg.resolve.entries import LISTED, Entry
from kg.resolve.keys import is_scoped
from kg.resolve.linkage import Judge, Linkage
from kg.resolve.listing import find
from kg.resolve.matches import matches, with_matches
from kg.resolve.merging import Posts, StandIn, copy_group, happening, shared_entity
from kg.resolve.model import Changes, Contradiction, CopyGroup, Happening, Name, Origin, SharedEntity
from kg.resolve.namesakes import Namesakes, Renaming, are_apart
from kg.resolve.offices import Offices
from kg.resolve.profiles import Profiles
from kg.resolve.register import Register
from kg.resolve.sights import Sight, days_of
from kg.resolve.traces import Holding, Party, Telling, Trace
from kg.resolve.who import commonest


class Index:
    """All names and tellings, and the groups that they form."""

    def __init__(self, path: Path | str = ":memory:", *, decisions: Decisions | None = None) -> None:
        """Open the index in the file `path`, made where there is none; `decisions` are those of people."""
        self._database = sqlite3.connect(path, isolation_level=None)
        self._database.execute("PRAGMA synchronous = OFF")  # it can be made anew from the records at any time
        self._database.execute("PRAGMA journal_mode = MEMORY")
        self._decisions = decisions or Decisions()
        self._names = Profiles(self._database)
        self._told = Contributions(self._database)
        self._namesakes = Namesakes(self._database)
        self._offices = Offices(self._database)
        self._register = Register(self._database)
        self._who = Linkage(
            self._database, "name", Judge(self._name_blocks, self._name_link, self._name_conflict, who.head)
        )
        self._what = Linkage(
            self._database,
            "telling",
            Judge(self._telling_blocks, self._telling_link, self._telling_conflict, self._first, self._gainsaid),
        )
        self._copies = Linkage(
            self._database, "text", Judge(self._bands, self._copied, self._no_copies, self._told.earliest)
        )
        self._dirty_keys: set[str] = set()
        self._touched_entries: set[str] = set()
        self._new_articles: set[str] = set()
        self._gone_articles: set[str] = set()
        self._new: set[str] = set()
        self._gone: set[str] = set()
        self._doers: set[tuple[str, bool]] = set()
        self._profiles: dict[str, who.Profile] = {}
        self._sights: dict[str, Sight] = {}
        self._database.execute("BEGIN")

    @property
    def decisions(self) -> Decisions:
        """The decisions of people that it goes by."""
        return self._decisions

    def put(self, trace: Trace) -> None:
        """Take in what an article contributes, in the place of what it contributed before."""
        self.drop(trace.article)
        self._dirty_keys |= self._names.put(trace)
        self._namesakes.put(trace)
        self._offices.put(trace)
        self._doers |= self._told.put(trace)
        self._new_articles.add(trace.article)
        self._gone_articles.discard(trace.article)
        self._new |= {telling.report for telling in trace.tellings}
        self._gone -= self._new

    def drop(self, article: str) -> None:
        """Forget what an article contributes; no error when there is nothing."""
        self._dirty_keys |= self._names.drop(article)
        self._namesakes.drop(article)
        self._offices.drop(article)
        there, reports, doers = self._told.drop(article)
        if there:
            self._gone_articles.add(article)
            self._new_articles.discard(article)
        self._doers |= doers
        self._gone |= reports
        self._new -= reports

    def decide(self, decisions: Decisions) -> None:
        """Go by `decisions` from now on; names they newly concern, or no longer do, are looked at again."""
        before, self._decisions = self._decisions, decisions
        for name, article in before.apart:
            self._namesakes.look_again(name, article)
        concerned = before.concerned(decisions)
        for key in concerned:
            self._offices.look_again(key)
        self._dirty_keys |= {key for key in concerned if self._names.is_named(key)}
        self._touched_entries |= concerned
        self._new |= {report for report in concerned if self._told.is_told(report)}
        self._new_articles |= {article for article in map(article_of, concerned) if self._told.is_there(article)}

    def know(self, entries: Iterable[Entry]) -> bool:
        """Go by `entries` of known names from now on, and no others; say whether that is anything new."""
        changed, blocks = self._register.replace(entries)
        keys = self._who.standing_in(blocks) | {block.removeprefix("key:") for block in blocks}
        keys |= {key for id_ in changed for key in self._decisions.others(id_)}
        self._dirty_keys |= {key for key in keys if self._names.is_named(key)}
        self._touched_entries |= changed
        return bool(changed)

    def settle(self) -> Changes:
        """Bring all groups up to date and say what has changed."""
        renamings = list(self._namesakes.settle(self._decisions))
        for renaming in renamings:
            self._rename(renaming)
        self._names.sweep()
        gone = {key for key in self._dirty_keys if not self._names.is_named(key)}
        self._profiles.clear()
        claims = Claims(self._who, self._decisions)
        claimed = claims.claimed(self._dirty_keys)
        names = self._who.settle(self._dirty_keys - gone, gone)
        claimed |= claims.claimed(self._dirty_keys) | self._touched_entries
        claimants = {head for entry in claimed for head in claims.claimants(entry)}
        shifts = self._offices.settle(self._head_of_name, names.moved, self._decisions)
        moved = self._names.articles(names.moved) | {renaming.article for renaming in renamings} | shifts.articles
        posts = {self._who.head(key) for key in self._told.in_holdings(moved)}
        meant = {head for key in shifts.people if (head := self._head_of_name(key)) is not None}
        self._sights.clear()
        retold = self._told.reports_of(moved) - self._gone
        tellings = self._what.settle(self._new | retold, self._gone)
        texts = self._copies.settle(self._new_articles, self._gone_articles)
        retold_heads = {self._what.head(report) for report in self._told.reports_of(texts.moved)}
        dead = self._dead(self._doers)
        self._dirty_keys, self._new, self._gone, self._doers = set(), set(), set(), set()
        self._touched_entries = set()
        self._new_articles, self._gone_articles = set(), set()
        return Changes(
            entities=frozenset(self._shown(names.heads | posts | dead | claimants | meant | shifts.shown)),
            entities_gone=frozenset((names.gone | shifts.hidden) - shifts.gone),
            happenings=frozenset(tellings.heads | retold_heads),
            happenings_gone=frozenset(tellings.gone),
            copies=frozenset(texts.heads),
            copies_gone=frozenset(texts.gone),
            articles=frozenset(moved),
        )

    def _head(self, key: str) -> str:
        """Return the head of a name, that of its holder where it is an office that stands for one."""
        holder = self._offices.holder(key) if key.startswith("person-") and is_scoped(key) else None
        return self._who.head(holder or key)

    def _head_of_name(self, key: str) -> str | None:
        return self._who.head(key) if self._names.is_named(key) else None

    def _shown(self, heads: set[str]) -> set[str]:
        """Return those of `heads` that are no offices that stand for somebody."""
        return {head for head in heads if not is_scoped(head) or self._offices.holder(head) is None}

    def _rename(self, renaming: Renaming) -> None:
        """Have an article mean by another key what it meant by one."""
        self._names.rename(*renaming)
        self._offices.rename(*renaming)
        self._doers |= self._told.rename(*renaming)
        self._dirty_keys |= {renaming.old, renaming.new}
        self._new |= self._told.reports_of([renaming.article])

    def commit(self) -> None:
        """Keep everything since the last commit on disk."""
        self._database.execute("COMMIT")
        self._database.execute("BEGIN")

    def close(self) -> None:
        """Let go of the file; what was not committed is lost."""
        self._database.close()

    def head(self, key: str) -> str | None:
        """Return the head of the name with the key `key`, None where no article uses it."""
        return self._head(key) if self._names.is_named(key) else None

    def names(self, article: str) -> dict[str, str]:
        """Return the key of the name of each of an article's entities, by the entity's id."""
        return self._names.keys(article)

    def keys(self, article: str) -> dict[str, str]:
        """Return the head of each of an article's entities, by the entity's id."""
        return {entity: self._head(key) for entity, key in self._names.keys(article).items()}

    def articles(self) -> Iterator[str]:
        """Yield the key of every article that names or tells something, sorted."""
        return iter(self._told.articles())

    def entities(self) -> Iterator[str]:
        """Yield the head of every entity, sorted."""
        standing = self._offices.standing()
        return (head for head in self._who.heads() if head not in standing)

    def happenings(self) -> Iterator[str]:
        """Yield the head of every happening, sorted."""
        return self._what.heads()

    def entity(self, head: str) -> SharedEntity:
        """Return the entity with the head `head`."""
        found = self._who.group(head)
        profiles = {key: self._profile(key) for key in found.members}
        offered = self._holdings("body", found.members)
        holders = {one.person: commonest(self._together(one.person)) for one in offered}
        held = self._holdings("person", found.members)
        offices = [
            StandIn(Name(key, self._profile(key).name, 1), person, link)
            for key, person, link in self._offices.held_by(found.members)
        ]
        posts = Posts(held=held, offered=offered, holders=holders, offices=offices)
        late = self._late(head, found.members, held)
        claims = Claims(self._who, self._decisions)
        holders_of = {entry: claims.holders(entry) for profile in profiles.values() for entry in profile.entries}
        entity = shared_entity(head, found, profiles, posts=posts, late=late)
        return with_matches(entity, matches(head, profiles, holders_of))

    def happening(self, head: str) -> Happening:
        """Return the happening with the head `head`."""
        found = self._what.group(head)
        sights = sorted((self._sight(report) for report in found.members), key=lambda sight: sight.telling.order)
        told = [(sight, self._origin(sight.telling)) for sight in sights]
        return happening(head, found, told, against=self._against(sights))

    def _against(self, sights: Iterable[Sight]) -> tuple[Contradiction, ...]:
        """Return what reports of other happenings say against one; once for each of those."""
        found: dict[tuple[str, str], Contradiction] = {}
        for sight in sights:
            for report in sorted(
                self._what.opposed(sight.telling.report), key=lambda one: self._sight(one).telling.order
            ):
                if (dispute := disputes.between(sight, self._sight(report))) is not None:
                    found.setdefault((dispute.matter, self._what.head(report)), dispute)
        return tuple(found.values())

    def copies(self, head: str) -> CopyGroup | None:
        """Return the articles that are copies of the article `head`, None where there is no other."""
        found = self._copies.group(head)
        return copy_group(head, found) if len(found.members) > 1 else None

    def copied(self) -> Iterator[str]:
        """Yield the first article of every group of copies, sorted; most have no other."""
        return self._copies.heads()

    def _holdings(self, column: Literal["person", "body"], keys: Iterable[str]) -> list[Holding]:
        """Return the role reports whose person (or body) is one of `keys`, with the keys of shared entities."""
        return [
            one._replace(person=self._who.head(one.person), body=self._who.head(one.body) if one.body else "")
            for one in self._told.holdings(column, keys)
        ]

    def _late(self, head: str, keys: Collection[str], held: Sequence[Holding]) -> Sequence[Contradiction]:
        """Return what speaks against the death of the person with the head `head`, called `keys`."""
        if not self._told.has_died(keys):
            return ()
        return deaths.after_death(head, [self._sight(report) for report in self._told.deeds(keys)], held)

    def _dead(self, doers: set[tuple[str, bool]]) -> set[str]:
        """Return the heads of `doers` (keys, and whether they died) whose death is told, or was until now."""
        heads = {self._who.head(key) for key, died in doers if died and self._names.is_named(key)}
        others = {self._who.head(key) for key, _ in doers if self._names.is_named(key)} - heads
        return heads | {head for head in others if self._told.has_died(self._who.group(head).members)}

    def _together(self, head: str) -> Counter[str]:
        """Return how often each name of the entity `head` is used."""
        return sum((Counter(self._profile(key).names) for key in self._who.group(head).members), Counter())

    def _origin(self, telling: Telling) -> Origin:
        """Return where a telling comes from: the outlet it cites, else the one that printed its text first."""
        first = self._copies.head(telling.article)
        outlet = self._outlet(first)
        own = self._outlet(telling.article)
        if telling.cited is not None:
            return Origin(source=self._who.head(telling.cited), outlet=own)
        return Origin(source=outlet or first, outlet=own)

    def _outlet(self, article: str) -> str | None:
        outlet = self._told.outlet(article)
        return None if outlet is None else self._who.head(outlet)

    def _profile(self, key: str) -> who.Profile:
        if key not in self._profiles:
            said = self._names.profile(key)
            near = self._register.near(said, self._decisions)
            self._profiles[key] = replace(said, listed=find(said, near, self._decisions)) if near else said
        return self._profiles[key]

    def _sight(self, report: str) -> Sight:
        if report not in self._sights:
            self._sights[report] = self._seen(self._told.telling(report))
        return self._sights[report]

    def _seen(self, telling: Telling) -> Sight:
        parties = {Party(role, self._head(key)) for role, key in telling.parties}
        own = telling.article
        return Sight(
            telling=telling,
            all_parties=frozenset(parties),
            places=frozenset(self._who.head(place) for place in telling.places),
            parties=frozenset(party for party in parties if party.role != "instrument" and own not in party.entity),
            exact=frozenset(self._who.head(place) for place in telling.exact),
            speaker=None if telling.speaker is None else self._head(telling.speaker),
            around=frozenset(self._who.head(whole) for _, whole in telling.wider),
            days=days_of(telling),
            home=frozenset(self._who.head(place) for place in telling.home),
        )

    def _name_blocks(self, key: str) -> Iterable[str]:
        return {*who.blocks(self._profile(key)), *self._decisions.blocks(key)}

    def _name_link(self, one: str, other: str) -> Link | None:
        if (decided := self._decisions.link(one, other)) is not None or self._decisions.different(one, other):
            return decided
        if are_apart(one, other):
            return None
        found = who.link(self._profile(one), self._profile(other))
        return None if found is None or self._told_apart(one, other, found) else found

    def _name_conflict(self, one: str, other: str) -> bool:
        if self._decisions.different(one, other):
            return True
        if self._decisions.link(one, other) is not None:
            return False
        if are_apart(one, other):
            return True
        first, second = self._profile(one), self._profile(other)
        return who.conflict(first, second) or self._told_apart(one, other, who.link(first, second))

    def _told_apart(self, one: str, other: str, found: Link | None) -> bool:
        """Say whether an article speaks of both as two people, which weighs more than a likeness of their names.

        Who is known under two names may be called by both in one article.
        """
        if not one.startswith("person-") or (found is not None and found.rule in {who.KNOWN, LISTED}):
            return False
        return self._names.in_one_article(one, other)

    def _telling_blocks(self, report: str) -> Iterable[str]:
        return {*what.blocks(self._sight(report)), *self._decisions.blocks(report)}

    def _telling_link(self, one: str, other: str) -> Link | None:
        if (decided := self._decisions.link(one, other)) is not None:
            return decided
        return None if self._decisions.different(one, other) else what.link(self._sight(one), self._sight(other))

    def _telling_conflict(self, one: str, other: str) -> bool:
        if self._decisions.different(one, other):
            return True
        if self._decisions.link(one, other) is not None:
            return False
        return what.conflict(self._sight(one), self._sight(other))

    def _gainsaid(self, one: str, other: str) -> bool:
        first, second = self._sight(one), self._sight(other)
        return disputes.between(first, second) is not None or disputes.between(second, first) is not None

    def _first(self, reports: tuple[str, ...]) -> str:
        return min(reports, key=lambda report: self._sight(report).telling.order)

    def _bands(self, article: str) -> Iterable[str]:
        return {*copies.bands(self._told.signature(article)), *self._decisions.blocks(article_node(article))}

    def _copied(self, one: str, other: str) -> Link | None:
        nodes = article_node(one), article_node(other)
        if (decided := self._decisions.link(*nodes)) is not None or self._decisions.different(*nodes):
            return decided
        return copies.link(self._told.signature(one), self._told.signature(other))

    def _no_copies(self, one: str, other: str) -> bool:
        return self._decisions.different(article_node(one), article_node(other))

"""The component `kg_roles`: person-role-organization facts as `doc._.kg_roles`."""

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.roles.affiliations import beside_bodies
from kg.extract.roles.clauses import in_clauses
from kg.extract.roles.counterparts import counterparts, successors
from kg.extract.roles.endings import with_endings
from kg.extract.roles.merging import rows
from kg.extract.roles.naming import beside_names
from kg.extract.roles.nesting import parts
from kg.extract.roles.page import Page
from kg.extract.roles.posts import read_posts
from kg.extract.roles.tenure import with_tenures
from kg.extract.roles.verbs import of_verbs


@Language.component(
    "kg_roles",
    requires=["doc.spans", "doc._.kg_entities", "token.dep", "token.tag"],
    assigns=["doc._.kg_roles", "doc._.kg_parts", "doc._.kg_entities", "doc.spans"],
)
def make_roles(doc: Doc) -> Doc:
    """Write the roles of `doc`; bodies that the text only describes become entities where a role needs them."""
    page = Page(doc)
    posts = read_posts(page)
    facts = list(beside_names(page, posts))
    page.holders.update((fact.anchor, fact.person) for fact in facts)
    facts += in_clauses(page, posts)
    facts += of_verbs(page)
    facts += beside_bodies(page)
    facts = list(with_endings(page, with_tenures(page, facts)))
    facts += [*counterparts(page, facts), *successors(page, facts)]
    doc._.kg_roles = rows(page, facts)
    doc._.kg_parts = [*doc._.kg_parts, *parts(page, facts)]
    return doc

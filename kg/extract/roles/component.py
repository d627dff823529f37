"""The component `kg_roles`: person-role-organization facts as `doc._.kg_roles`."""

from spacy.language import Language
from spacy.tokens import Doc

from kg.extract.roles.merging import rows
from kg.extract.roles.naming import beside_names
from kg.extract.roles.page import Page
from kg.extract.roles.posts import read_post


@Language.component(
    "kg_roles",
    requires=["doc.spans", "doc._.kg_entities", "token.dep", "token.tag"],
    assigns=["doc._.kg_roles", "doc._.kg_entities", "doc.spans"],
)
def make_roles(doc: Doc) -> Doc:
    """Write the roles of `doc`; bodies that the text only describes become entities where a role needs them."""
    page = Page(doc)
    posts = {post.start: post for post in map(lambda title: read_post(page, title), page.titles)}
    facts = [*beside_names(page, posts)]
    doc._.kg_roles = rows(page, facts)
    return doc

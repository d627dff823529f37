"""Who holds which post in which organization: one module for each family of patterns.

`page` looks things up, `posts` reads a title with what belongs to it, `naming`, `clauses`, `verbs` and `affiliations`
link people to posts and bodies, `dates` says since when and until when, `merging` makes rows of what they found.
"""

from kg.extract.roles.component import make_roles

__all__ = ["make_roles"]

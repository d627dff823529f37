"""Who and what is meant: names, adjectives, metonyms, descriptions and pronouns joined to entities within one article.

`linking` joins names, `metonymy` tells a government from its capital, `descriptions` and `pronouns` look back for an
antecedent, `plurals` finds what "the two sides" are; `component` puts them in order. Precision comes before recall: a
mention whose antecedent is doubtful is left out.
"""

from kg.extract.mentions.component import Mentions

__all__ = ["Mentions"]

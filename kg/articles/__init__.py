"""Articles as people have them: text, Markdown, JSON Lines, folders of those and standard input.

`read_articles(sources)` is the stage. It yields an `Article` for each text that can be read and an `InputError` for
each that cannot, so that one bad file costs nothing but itself.
"""

from kg.articles.reader import read_articles

__all__ = ["read_articles"]

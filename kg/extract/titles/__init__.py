"""Titles of posts as they are used in a text, and the names that they show to be people's."""

from kg.extract.titles.finder import make_titles

__all__ = ["make_titles"]

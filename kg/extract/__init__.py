"""Texts to facts: the only place that sees spaCy."""

"""Namespaces (first sketch; the owner of ontology/ replaces this)."""

"""Turn news about armed conflict into a knowledge graph in which every fact carries the sentence it came from."""

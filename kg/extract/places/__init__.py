"""Where the named places lie: `gazetteer` looks names up in GeoNames, `component` decides which of several is meant."""

from kg.extract.places.component import Places

__all__ = ["Places"]

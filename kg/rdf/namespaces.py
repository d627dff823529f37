"""The namespaces of the graph as rdflib terms: `CKG.Talks`, `ORG.member`, `OA.exact`.

rdflib takes a third of a second to import, so this module is for validation, notebooks and tests; what writes and
queries the graph takes plain names from `kg.vocabulary`.
"""

from rdflib import Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, ORG, OWL, PROV, RDF, RDFS, SDO, SKOS, TIME, XSD, DefinedNamespace

from kg.vocabulary import PREFIXES, TERMS


class CKG(DefinedNamespace):
    """Our own terms; one that `ontology/conflict.ttl` does not have raises AttributeError."""

    _NS = Namespace(PREFIXES["ckg"])
    _fail = True
    __annotations__ = dict.fromkeys(sorted(TERMS), URIRef)


GEO = Namespace(PREFIXES["geo"])
ID = Namespace(PREFIXES["id"])
OA = Namespace(PREFIXES["oa"])
SEM = Namespace(PREFIXES["sem"])

__all__ = [
    "CKG",
    "DCTERMS",
    "FOAF",
    "GEO",
    "ID",
    "OA",
    "ORG",
    "OWL",
    "PROV",
    "RDF",
    "RDFS",
    "SDO",
    "SEM",
    "SKOS",
    "TIME",
    "XSD",
]

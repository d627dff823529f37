"""Where the facts come from: the article, the reading of it, and the program and model that read."""

from collections.abc import Mapping, Sequence

from kg.rdf.terms import A, Term, day, term, text
from kg.rdf.writer import GraphWriter
from kg.records import Article, Extraction
from kg.resolve import article_key, digest, entity_key, publisher_of, slug

_ARTICLE = term("schema:NewsArticle")
_ENTITY = term("prov:Entity")
_HEADLINE = term("schema:headline")
_PUBLISHED = term("schema:datePublished")
_PUBLISHER = term("schema:publisher")
_URL = term("schema:url")
_LANGUAGE = term("schema:inLanguage")
_IDENTIFIER = term("dct:identifier")
_SHA256 = term("ckg:sha256")
_MENTIONS = term("schema:mentions")
_REVISION_OF = term("prov:wasRevisionOf")

_ACTIVITY = term("prov:Activity")
_USED = term("prov:used")
_ASSOCIATED = term("prov:wasAssociatedWith")
_SOFTWARE = term("prov:SoftwareAgent")
_LABEL = term("skos:prefLabel")


def extraction_name(extraction: Extraction, article: str) -> str:
    """Return the local name of the reading: the same article read by the same program and model is one reading."""
    return f"extraction-{digest(article, extraction.software, extraction.model)}"


def write_article(
    writer: GraphWriter, extraction: Extraction, *, article: str, keys: Mapping[str, str], shared: Mapping[str, str]
) -> None:
    """Write what is known of the article itself, and whom and what it mentions (`keys`: keys of shared entities by id).

    `shared` may say which entity the outlet is (by the id "publisher").
    """
    node = writer.thing(f"article-{article}")
    writer.say(node, (A, _ARTICLE))
    _write_about(writer, extraction.article, node)
    if (publisher := publisher_of(extraction.article)) is not None:
        key = shared.get(publisher.id) or entity_key(publisher, article)
        writer.say(node, (_PUBLISHER, writer.thing(key)))
    writer.say(node, *((_MENTIONS, writer.thing(key)) for key in sorted(set(keys.values()))))


def write_earlier(writer: GraphWriter, earlier: Sequence[Article], *, article: str) -> None:
    """Write which versions, the latest first, the article with the key `article` replaces; none of their facts."""
    node = writer.thing(f"article-{article}")
    for version in earlier:
        before = writer.thing(f"article-{article_key(version)}")
        writer.say(node, (_REVISION_OF, before))
        _write_about(writer, version, before)
        node = before


def _write_about(writer: GraphWriter, about: Article, node: Term) -> None:
    writer.say(node, (A, _ENTITY), (_IDENTIFIER, text(about.id)))
    writer.say(node, (_LANGUAGE, text(about.language)), (_SHA256, text(about.sha256)))
    if about.title is not None:
        writer.say(node, (_HEADLINE, text(about.title)))
    if about.published is not None:
        writer.say(node, (_PUBLISHED, day(about.published)))
    if about.url is not None:
        writer.say(node, (_URL, text(about.url)))


def write_reading(writer: GraphWriter, extraction: Extraction, *, article: str) -> None:
    """Write which program and which model read the article."""
    reading = writer.thing(extraction_name(extraction, article))
    writer.say(reading, (A, _ACTIVITY), (_USED, writer.thing(f"article-{article}")))
    for agent in (extraction.software, extraction.model):
        if agent:
            node = writer.thing(f"software-{slug(agent)}")
            writer.say(reading, (_ASSOCIATED, node))
            writer.say(node, (A, _SOFTWARE), (_LABEL, text(agent)))

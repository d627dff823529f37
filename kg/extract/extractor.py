"""Articles in, extractions out: one process that holds a pipeline."""

import re
from collections.abc import Iterable, Iterator
from importlib.metadata import version

from spacy.tokens import Doc

from kg.extract.pipeline import DEFAULT_MODEL, build_pipeline
from kg.extract.reading import read
from kg.records import Article, Extraction

BATCH = 32
"""Articles parsed together; larger batches gain nothing on two cores and hold more Docs in memory."""

_ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Extractor:
    """Reads articles with one spaCy pipeline; `model` is what `kg.extract.pipeline.build_pipeline` takes."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        """Load the pipeline, which takes a few seconds.

        Raises:
            ModelError: the pipeline is not installed or cannot be used.
        """
        self.nlp = build_pipeline(model)
        meta = self.nlp.meta
        self.model = f"{meta['lang']}_{meta['name']} {meta['version']}"
        self.software = f"conflict-kg {version('conflict-kg')}"

    def extract(self, articles: Iterable[Article]) -> Iterator[Extraction]:
        """Yield the extraction of each article, in input order."""
        pairs = ((self._doc(article), article) for article in articles)
        for doc, article in self.nlp.pipe(pairs, as_tuples=True, batch_size=BATCH):
            yield read(doc, article, model=self.model, software=self.software)

    def _doc(self, article: Article) -> Doc:
        doc = self.nlp.make_doc(article.text)
        if article.published and (day := _ISO_DAY.match(article.published)):
            doc._.kg_published = day.group()
        return doc

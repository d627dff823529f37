"""Articles in, extractions out: one process that holds a pipeline."""

import re
import traceback
from collections.abc import Iterable, Iterator, Sequence
from importlib.metadata import version
from pathlib import Path

from spacy.tokens import Doc

from kg.config import DEFAULT_MODEL
from kg.errors import InputError
from kg.extract.pipeline import build_pipeline
from kg.extract.reading import read
from kg.records import Article, Extraction
from kg.records.exchange import to_json

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

    def lines(self, articles: Sequence[Article]) -> list[str | InputError]:
        """Return each article's record as a line of JSON, or why there is none: one that fails costs only itself."""
        try:
            return [to_json(extraction) for extraction in self.extract(articles)]
        except Exception as error:  # noqa: BLE001 - whatever a rule's defect raises; it is told, with its place
            if len(articles) > 1:
                return [line for article in articles for line in self.lines([article])]
            last = traceback.extract_tb(error.__traceback__)[-1]
            place = f"{Path(last.filename).name}:{last.lineno}"
            problem = (
                f"a rule failed on it ({type(error).__name__}: {error}, {place}); please report this with the text"
            )
            return [InputError(articles[0].id, problem)]

    def _doc(self, article: Article) -> Doc:
        doc = self.nlp.make_doc(article.text)
        if article.published and (day := _ISO_DAY.match(article.published)):
            doc._.kg_published = day.group()
        return doc

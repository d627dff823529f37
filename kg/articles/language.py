"""Tell English from other languages, so that no rule is tried on a text it was not made for."""

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

_SAMPLE = 500
"""Characters looked at, at the start and in the middle of a text: enough to be sure, and under a millisecond."""

_SURE = 0.5
"""Below this probability a text is given the benefit of the doubt: a line of names is in no language."""

_ENGLISH = frozenset(("en", "pcm"))
"""English, and Nigerian Pidgin, for which the model takes short English texts that are full of names."""


def other_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the language of `text` where that is clearly not English, else None.

    >>> other_language("Die Delegationen trafen sich am Mittwoch in Istanbul zu Gesprächen über einen Frieden.")
    'de'
    >>> other_language("The delegations met in Istanbul on Wednesday for talks about a ceasefire.") is None
    True
    """
    middle = len(text) // 2
    sample = text if len(text) <= 2 * _SAMPLE else f"{text[:_SAMPLE]} {text[middle : middle + _SAMPLE]}"
    language, probability = _identifier().classify(sample)
    return language if language not in _ENGLISH and probability >= _SURE else None


@cache
def _identifier() -> "LanguageIdentifier":
    # Imported and loaded on first use: it takes a third of a second, and most commands read no text.
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # noqa: PLC0415

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)

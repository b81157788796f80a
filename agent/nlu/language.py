"""Which language a message is in, where the tagger found it to be none that is read here."""

from functools import cache
from typing import TYPE_CHECKING

import prompts

if TYPE_CHECKING:
    from py3langid.langid import LanguageIdentifier

ENGLISH = "en"
# A word or two ("si", "oui") fit many languages; English, which says where to go on, is the answer then.
_LEAST_SURE = 0.5


def language_of(text: str) -> str:
    """The language (ISO 639-1) among those of `prompts/replies/foreign.yaml`; "en" where it cannot be told."""
    language, sure = _identifier().classify(text)
    return str(language) if float(sure) >= _LEAST_SURE else ENGLISH


@cache
def spoken() -> tuple[str, ...]:
    """The languages that a reply is held in."""
    return tuple(sorted({key.partition("_")[0] for key in prompts.replies("foreign")}))


@cache
def _identifier() -> "LanguageIdentifier":
    """An identifier of its own, about a second to load: the module's holds every language, for all who share the process."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    identifier.set_languages(spoken())
    return identifier

"""Certificates and products: what somebody holds, passes or works with, and no work by itself."""

from functools import lru_cache

from tools.oews.tables import words_of
from tools.oews.wording import title_key

# Words around the name of a certificate ("AWS cert", "PMP exam", "ASE master certs").
_AROUND = frozenset(
    {"cert", "certified", "certificate", "certification", "exam", "test", "course", "class", "level", "master"}
    | {"license", "licence", "b", "my", "comptia", "microsoft", "cisco"}
)  # fmt: skip


def is_certificate(words: str) -> bool:
    """Whether words for a job are the name of a certificate or of a product."""
    key = title_key(words)
    bare = " ".join(word for word in key.split() if word not in _AROUND)
    return not _certificates().isdisjoint({key, bare})


@lru_cache(maxsize=1)
def _certificates() -> frozenset[str]:
    return frozenset(map(title_key, words_of("occupation_words", "certificate")))

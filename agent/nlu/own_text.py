"""A text of their own that stands within a message: what they wrote, and want looked at."""

import re
from typing import NamedTuple

# A straight single quotation mark is an apostrophe as often: it ends a passage only behind the end of a sentence.
_QUOTED = re.compile(
    r"[\"“”]([^\"“”]+)[\"“”]|(?:^|(?<=\s))['\u2018](.+?[.!?…])['\u2019](?=[\s.,;:!?)]|$)", re.DOTALL
)
_FEWEST, _MOST = 6, 150  # words; fewer are a name or a saying, more a whole document


class OwnText(NamedTuple):
    """`passage` is what stands in quotation marks, `around` the message without it."""

    passage: str
    around: str


def quoted(text: str) -> OwnText | None:
    """The longest passage in quotation marks; None where there is none of some length."""
    found = [(match, (match[1] or match[2]).strip()) for match in _QUOTED.finditer(text)]
    if not found:
        return None
    match, passage = max(found, key=lambda each: len(each[1].split()))
    if not _FEWEST <= len(passage.split()) <= _MOST:
        return None
    return OwnText(passage, " ".join(f"{text[: match.start()]} {text[match.end() :]}".split()))

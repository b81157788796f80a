"""Schooling as postings and people name it: "Bachelor's in a quantitative field", "HS diploma or GED"."""

import re

_WORDS = re.compile(
    r"\b(?:degree|bachelor(?:['\u2019]?s)?|master['\u2019]?s|ph\.?d|doctorate|associate['\u2019]s|diploma|ged|high\s?school|b\.?s\.?c?|b\.?a|m\.?s\.?c|mba|m\.?[as]\.?(?=\s+(?:in|degree)\b)|adn|bsn|msn|dnp|m\.?ed|jd"
    r"|college|university|vocational school|trade school)\b",
    re.IGNORECASE,
)


def names_schooling(text: str) -> bool:
    """Whether the words of a span name a degree or a school's leaving certificate."""
    return _WORDS.search(text) is not None

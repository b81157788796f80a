"""Schooling in words: degrees, diplomas and schools."""

import re

_NONE = re.compile(r"\W*no\b", re.IGNORECASE)
_SCHOOLING = re.compile(
    r"\b(?:degree|bachelor(?:['\u2019]?s)?|master['\u2019]?s|ph\.?d|doctorate|associate['\u2019]s|diploma|ged|high\s?school|b\.?s\.?c?|b\.?a|m\.?s\.?c|mba|m\.?[as]\.?(?=\s+(?:in|degree)\b)|adn|bsn|msn|dnp|m\.?ed|jd"
    r"|college|university|vocational school|trade school)\b",
    re.IGNORECASE,
)


def names_schooling(words: str) -> bool:
    """Whether words name a degree or a school ("Bachelor's in a quantitative field", "HS diploma or GED")."""
    return _SCHOOLING.search(words) is not None


def wants_schooling(words: str) -> bool:
    """Whether words of a posting ask for a degree or a school; "no degree needed" asks for none."""
    return names_schooling(words) and _NONE.match(words) is None

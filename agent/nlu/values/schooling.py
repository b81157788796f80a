"""Schooling in words: degrees, diplomas and schools."""

import re

_NONE = re.compile(r"\W*no\b", re.IGNORECASE)
_SCHOOLING = re.compile(
    r"\b(?:degree|bachelor(?:['\u2019]?s)?|master['\u2019]?s|ph\.?d|doctorate|associate['\u2019]s|diploma|ged|high\s?school|b\.?s\.?c?|b\.?a|m\.?s\.?c|mba|m\.?[as]\.?(?=\s+(?:in|degree)\b)|adn|bsn|msn|dnp|m\.?ed|jd"
    r"|college|university|vocational school|trade school)\b",
    re.IGNORECASE,
)

_SUBJECT = re.compile(r"(?:\s+degree)?\s+(?:in|of)\b", re.IGNORECASE)


def names_schooling(words: str) -> bool:
    """Whether words name a degree or a school ("Bachelor's in a quantitative field", "HS diploma or GED")."""
    return _SCHOOLING.search(words) is not None


def goes_on(words: str) -> bool:
    """Whether what follows is still of the schooling that words name: its subject ("a degree in finance or "), or in the same phrase.

    Behind a comma only a list of subjects goes on; "a high school diploma, " has none.
    """
    named = list(_SCHOOLING.finditer(words))
    return bool(named) and (
        "," not in words[named[-1].end() :] or _SUBJECT.match(words, named[-1].end()) is not None
    )


def wants_schooling(words: str) -> bool:
    """Whether words of a posting ask for a degree or a school; "no degree needed" asks for none."""
    return names_schooling(words) and _NONE.match(words) is None


_LEVELS: tuple[tuple[int, str], ...] = (
    (8, r"ph\.?d|doctora\w+|d\.?n\.?p|m\.?d|j\.?d|law degree"),
    (6, r"master\S*|m\.?b\.?a|m\.?s\.?[cnw]?|m\.?ed|m\.?a|m\.?p\.?h|m\.?s\.?w"),
    (2, r"associate\S*|a\.?[as]\.?|a\.?d\.?n|some college|two[- ]year|2[- ]year|community college"),
    (4, r"bachelor\S*|b\.?[as]\.?|b\.?s\.?[nw]?|b\.?sc|b\.?f\.?a|b\.?ed|four[- ]year|4[- ]year|degree|university|college grad\w*"),
    (0, r"ged|hs|high\s?school|diploma|no (?:degree|college|schooling)|dropout|dropped out"),
)  # fmt: skip


def years_of_school(words: str) -> int | None:
    """Years of school after high school that a level of schooling stands for ("associate's degree": 2); None where none is named."""
    if _NONE.match(words):
        return 0
    found = (
        years for years, named in _LEVELS if re.search(rf"(?<![\w.])(?:{named})(?!\w)", words, re.IGNORECASE)
    )
    return next(found, None)

"""For which time pay is told: "28/hr", "every two weeks", "weekly pay of 1,150"."""

import re

from agent.models import PayPeriod

HOURS_A_YEAR, WEEKS_A_YEAR = 2080, 52
PER_YEAR: dict[PayPeriod, float] = {
    "hour": HOURS_A_YEAR,
    "contract_hour": HOURS_A_YEAR,
    "day": 260,
    "week": 52,
    "two_weeks": 26,
    "half_month": 24,
    "month": 12,
    "year": 1,
}
_PERIODS: tuple[tuple[PayPeriod, str], ...] = (
    ("two_weeks", r"\b(?:bi-?weekly|fortnight(?:ly)?|every\s+(?:two|2|other|second)\s+(?:weeks?|friday)|per\s+(?:two|2)\s+weeks|(?:two|2)\s+weeks)\b"),
    ("half_month", r"\b(?:semi-?monthly|twice\s+a\s+month|bi-?monthly)\b"),
    ("hour", r"(?:\b(?:an?|per|each|every|the)\s+|\bp\.?\s?|/\s*)(?:hour|hr|h)\b|\bhourly\b|\bp/?h\b|\bhora\b|\b(?:hr|hour)\b"),
    ("day", r"(?:\b(?:an?|per|each|every|the)\s+|\bp\.?\s?|/\s*)(?:day|d)\b|\bdaily\b|\bday rate\b|\bp/?d\b"),
    ("week", r"(?:\b(?:an?|per|each|every)\s+|\bp\.?\s?|/\s*)(?:week|wk|w)\b|\bweekly\b|\bp/?w\b"),
    ("month", r"(?:\b(?:an?|per|each|every)\s+|\bp\.?\s?|/\s*)(?:month|mo|mth|mes|mois|monat)\b|\bmonthly\b|\bp\.?m\b|\bal mes\b|\bim monat\b"),
    ("year", r"(?:\b(?:an?|per|each|every)\s+|\bp\.?\s?|/\s*)(?:year|yr|y|annum|año)\b|\b(?:yearly|annual(?:ly)?|lpa|salary|p\.?a)\b"),
)  # fmt: skip
_AFTER = 4  # words behind an amount in which its period stands, from the first one on
_BEFORE = re.compile(
    r"\b(?:hourly|daily|weekly|bi-?weekly|fortnightly|semi-?monthly|monthly|annual(?:ly)?|yearly)\b",
    re.IGNORECASE,
)
# "Cleared 81 last yr", "62 this year with the overtime", "last year I made 62".
_WHOLE_YEAR = re.compile(
    r"\b(?:last|this|past|all|that|whole)\s+(?:year|yr)\b|\bin\s+(?:19|20)\d\d\b", re.IGNORECASE
)
_OF_A_YEAR = 5  # words around an amount in which its year stands
_LEADING = re.compile(r"^\s*(?:paid\s+|gross\s+|before\s+tax(?:es)?\s+)?", re.IGNORECASE)


def period_in(text: str) -> PayPeriod | None:
    """The period that words name ("every two weeks", "per hour")."""
    return next((period for period, named in _PERIODS if re.search(named, text, re.IGNORECASE)), None)


def period_beside(before: str, after: str) -> PayPeriod | None:
    """The period that the first of the words behind an amount name, else an adjective before it ("weekly pay of 1,150")."""
    near = " ".join(_LEADING.sub("", after).split()[:_AFTER])
    behind = (name for name, pattern in _PERIODS if re.match(pattern, near, re.IGNORECASE))
    told = _BEFORE.search(" ".join(before.split()[-_AFTER:]))
    return next(behind, None) or (period_in(told[0]) if told else None)


def is_of_a_whole_year(before: str, after: str) -> bool:
    """Whether the words around an amount say that it is what a whole year brought."""
    near = " ".join(before.split()[-_OF_A_YEAR:]), " ".join(after.split()[:_OF_A_YEAR])
    return any(_WHOLE_YEAR.search(words) for words in near)


def is_told_by(text: str, period: PayPeriod) -> bool:
    """Whether words name this period."""
    return re.search(dict(_PERIODS)[period], text, re.IGNORECASE) is not None

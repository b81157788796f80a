"""The date that a document states of itself: "Updated: 2024-05-06", "Posted 3 March 2025", "Stand: März 2026"."""

import re

MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan", "feb", "mar mär", "apr", "may mai", "jun", "jul", "aug", "sep", "oct okt", "nov", "dec dez"),
        1,
    )
    for name in names.split()
}
_MONTH = rf"(?P<{{}}>{'|'.join(MONTHS)})[a-zä]*\.?"
# Other dates have the same word in them: "start date", "date of birth", "up to date".
_LABEL = (
    r"(?:created|(?:last )?updated|published|posted|revised|(?:last )?modified|as of|issued|"
    r"stand|aktualisiert|veröffentlicht|"
    r"(?<!start )(?<!end )(?<!due )(?<!closing )(?<!to )(?:date|datum)(?! of\b))"
)
_FORMS = (
    r"(?P<iso>\d{4}-\d\d(?:-\d\d)?)\b",
    _MONTH.format("month_first") + r" (?P<day_second>\d{1,2})(?:st|nd|rd|th)?,? (?P<year_1>\d{4})\b",
    r"(?P<day_first>\d{1,2})(?:st|nd|rd|th|\.)? " + _MONTH.format("month_second") + r",? (?P<year_2>\d{4})\b",
    _MONTH.format("month_alone") + r" (?P<year_3>\d{4})\b",
    r"(?P<day>\d{1,2})\.(?P<month>\d{1,2})\.(?P<year_4>\d{4})\b",
    r"(?P<one>\d{1,2})/(?P<other>\d{1,2})/(?P<year_5>\d{4})\b",
)
STATEMENT = re.compile(rf"\b{_LABEL}\b\D{{0,12}}?(?:{'|'.join(_FORMS)})", re.IGNORECASE)


# A row of a table under its columns' names says nothing of the whole.
RECORD = re.compile(r"^- [^:;\n]+: [^;\n]*; [^:;\n]+: .*$", re.MULTILINE)


def stated(head: str) -> str | None:
    """Give the first date stated in a document's head, as ISO 8601: a day or, where no day is named, a month."""
    match = STATEMENT.search(RECORD.sub("", head))
    if not match:
        return None
    found = match.groupdict()
    if found["iso"]:
        return str(found["iso"])
    if found["year_5"]:
        return _slashed(int(found["one"]), int(found["other"]), found["year_5"])
    year = next(found[f"year_{each}"] for each in range(1, 5) if found[f"year_{each}"])
    name = found["month_first"] or found["month_second"] or found["month_alone"]
    month = MONTHS[name.lower()] if name else int(found["month"])
    day = int(found["day_second"] or found["day_first"] or found["day"] or 0)
    if month > 12 or day > 31:
        return None
    return f"{year}-{month:02d}" + (f"-{day:02d}" if day else "")


def _slashed(one: int, other: int, year: str) -> str | None:
    """A day written with slashes: the year alone where month and day could be either number."""
    less, more = sorted((one, other))
    if less < 1 or less > 12 or more > 31:
        return None
    return f"{year}-{less:02d}-{more:02d}" if more > 12 or less == more else year

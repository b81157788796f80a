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
)
STATEMENT = re.compile(rf"\b{_LABEL}\b\D{{0,12}}?(?:{'|'.join(_FORMS)})", re.IGNORECASE)


def stated(head: str) -> str | None:
    """Give the first date stated in a document's head, as ISO 8601: a day or, where no day is named, a month."""
    match = STATEMENT.search(head)
    if not match:
        return None
    found = match.groupdict()
    if found["iso"]:
        return str(found["iso"])
    year = next(found[f"year_{each}"] for each in range(1, 5) if found[f"year_{each}"])
    name = found["month_first"] or found["month_second"] or found["month_alone"]
    month = MONTHS[name.lower()] if name else int(found["month"])
    day = int(found["day_second"] or found["day_first"] or found["day"] or 0)
    if month > 12 or day > 31:
        return None
    return f"{year}-{month:02d}" + (f"-{day:02d}" if day else "")

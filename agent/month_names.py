"""The names of months and weekdays in running text."""

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SHORT = [name[:3].casefold() for name in MONTHS]


def month_number(name: str) -> int:
    """1 to 12 for a month's name or its beginning ("sept", "October"). Raises ValueError for other words."""
    return _SHORT.index(name[:3].casefold()) + 1

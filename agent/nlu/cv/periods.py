"""Spans of months as CVs tell them: "06/2019 - present", "'19 - '21", "Spring 2021 to date", "seit Februar 2022"."""

import re
from dataclasses import dataclass
from datetime import date

# English, German, French, Spanish, Italian and Portuguese, in full and as abbreviated.
_MONTHS = (
    "january jan januar jänner janvier janv enero ene gennaio gen janeiro",
    "february feb febr februar février fevrier févr fév febrero febbraio fevereiro fev",
    "march mar märz maerz mrz mär mars marzo março",
    "april apr avril avr abril abr aprile",
    "may mai mayo maggio mag maio",
    "june jun juni juin junio giugno giu junho",
    "july jul juli juillet juil julio luglio lug julho",
    "august aug août aout agosto ago",
    "september sept sep septembre septiembre setiembre settembre set setembro",
    "october oct oktober okt octobre octubre ottobre ott outubro",
    "november nov novembre noviembre novembro",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro",
)
_MONTH_OF = {name: at for at, names in enumerate(_MONTHS) for name in names.split()}
# First month (from 0) of a season and how many it has; half-years and quarters are told the same way.
_SEASONS = {
    "spring": (2, 3), "summer": (5, 3), "fall": (8, 3), "autumn": (8, 3), "winter": (11, 1),
    "frühling": (2, 3), "frühjahr": (2, 3), "sommer": (5, 3), "herbst": (8, 3), "printemps": (2, 3), "été": (5, 3), "automne": (8, 3),
    "hiver": (11, 1), "primavera": (2, 3), "verano": (5, 3), "otoño": (8, 3), "invierno": (11, 1),
    "early": (0, 3), "mid": (5, 2), "late": (9, 3), "q1": (0, 3), "q2": (3, 3), "q3": (6, 3), "q4": (9, 3), "h1": (0, 6), "h2": (6, 6),
}  # fmt: skip
_NAMES = "|".join(sorted(_MONTH_OF, key=len, reverse=True))
# A day before a month's name ("1st May 2018", "15. März 2020", "1 de mayo de 2018") or behind it ("May 1, 2018").
_DAY_BEFORE = r"(?:(?<![\d/.])\d{{1,2}}(?:st|nd|rd|th|er|\.|º)?(?:\s+|-)(?:of\s+|de\s+)?)?"
_DAY_BEHIND = r"(?:\d{{1,2}}(?:st|nd|rd|th)?(?:,\s*|\s+))?"
_POINT = (
    rf"(?:{_DAY_BEFORE}"
    r"(?P<{0}month>\b(?:" + _NAMES + r")(?![^\W\d_])\.?)[\s,./'\u2019-]*(?:de\s+|del\s+)?"
    rf"{_DAY_BEHIND}"
    r"|\b(?P<{0}season>" + "|".join(_SEASONS) + r")[\s,'\u2019-]*(?:of\s+)?"
    r"|(?<!\d)(?P<{0}day>\d{{1,2}})[./-](?P<{0}nth>\d{{1,2}})[./-]"
    r"|(?<!\d)(?P<{0}number>0?[1-9]|1[0-2])\s?[./-]\s?(?=\d))?"
    r"(?:(?<![\d.,$€£/-])|(?<=[a-zé.\s]-)|(?<=\d[./-])|(?<=\d[./-]\s))"
    r"(?:(?P<{0}year>(?:19[5-9]|20[0-4])\d)(?![\d%])(?:[-/.](?P<{0}iso>0[1-9]|1[0-2])(?!\d)(?:[-/.]\d\d(?!\d))?)?"
    r"|['\u2018\u2019](?P<{0}short>\d\d)(?!\d)"
    r"|(?<=\d/)(?P<{0}tail>\d\d)(?![\d/]))"
)
_NOW = (
    r"present|pres|current(?:ly)?|now|today|(?:to|till?|until)\s?-?date|date|ongoing|heute|aktuell|laufend|jetzt|dato|aujourd['\u2019]hui|actuel(?:lement)?"
    r"|présent|en cours|ce jour|actualidad|presente|actual(?:mente)?|hoy|la fecha|attuale|oggi|atual(?:mente)?|hoje|o momento|heden"
)
_TO = r"\s*\)?\s*(?:[-\u2010-\u2015]+>?|\u2192|\bto\b:?|\buntil\b:?|\btill?\b|\bthrough\b|\bthru\b|\bbis(?:\s+zum)?\b:?|(?<=\s)[àa](?=\s)|\bau\b|\bjusqu['\u2019][àa]u?\b|\bhasta\b|\bal?\b|\bend(?:\s+date)?:)\s*(?:the\s+)?"
_FROM = r"(?:\b(?:from|since|seit|ab|depuis|desde|de|du|von|vom|start(?:\s+date)?):?\s+(?:le\s+)?)?"
_RANGE = re.compile(
    _FROM
    + _POINT.format("a")
    + r"(?:(?:"
    + _TO
    + r")(?:"
    + _POINT.format("b")
    + rf"|\b(?P<now>{_NOW})\b)|\s+(?P<todate>to\s?-?date)\b|\s*(?:[-\u2010-\u2015]|\bto\b)\s*(?P<open>$|\)|\n|(?=\s{{2}}|\s*\|)))",
    re.IGNORECASE,
)
_SINCE = re.compile(
    r"\b(?:since|seit|depuis|desde|ab|from)\s+(?:le\s+|el\s+)?" + _POINT.format("a"), re.IGNORECASE
)
_SINGLE = re.compile(_POINT.format("a"), re.IGNORECASE)
# "May-Aug 2019": one year for both months.
_SHARED = re.compile(
    r"\b(?P<first>(?:" + _NAMES + r")(?![^\W\d_])\.?)\s*(?:[-\u2010-\u2015/]|\bto\b)\s*"
    r"(?P<last>(?:" + _NAMES + r")(?![^\W\d_])\.?)[\s,]*(?P<year>(?:19[5-9]|20[0-4])\d)\b",
    re.IGNORECASE,
)
_YEAR = 12


@dataclass(frozen=True)
class Period:
    """Months (year * 12 + month, from 0), the end exclusive; `start` and `stop` are its offsets in the text.

    `single` says that one point of time is named instead of a span.
    """

    first: int
    end: int
    start: int
    stop: int
    runs: bool = False
    single: bool = False


def find_periods(text: str, today: date) -> list[Period]:
    """Spans of time in one line, in its order, else its single points; spans that end before they begin are none."""
    now = today.year * 12 + today.month
    for pattern, months in ((_RANGE, _range), (_SINCE, _since), (_SHARED, _shared), (_SINGLE, _point)):
        found = [(match, *months(match, now)) for match in pattern.finditer(text)]
        periods = [
            Period(first, min(end, now), *match.span(), runs=runs, single=pattern is _SINGLE)
            for match, first, end, runs in found
            if first < min(end, now)
        ]
        if periods:
            return periods
    return []


def months_worked(periods: list[Period]) -> int:
    """Months in which any of these ran."""
    return len({month for period in periods for month in range(period.first, period.end)})


def _range(match: re.Match[str], now: int) -> tuple[int, int, bool]:
    """First month, the one after the last, and whether it runs still."""
    first, width = _months(match, "a", now)
    if not (match["byear"] or match["bshort"] or match["btail"]):
        return first, now, True
    last, more = _months(match, "b", now)
    # Of two bare years the last one counts as reached, not as worked through.
    end = max(last, first + 12) if width == more == _YEAR and last > first else last + more
    return first, end, end > now


def _shared(match: re.Match[str], _now: int) -> tuple[int, int, bool]:
    base = int(match["year"]) * 12
    return base + _month_of(match["first"]), base + _month_of(match["last"]) + 1, False


def _since(match: re.Match[str], now: int) -> tuple[int, int, bool]:
    return _months(match, "a", now)[0], now, True


def _point(match: re.Match[str], now: int) -> tuple[int, int, bool]:
    first, width = _months(match, "a", now)
    return first, first + width, False


def _months(match: re.Match[str], point: str, now: int) -> tuple[int, int]:
    """First month of a point of time, and how many months it may mean."""
    told = {name.removeprefix(point): value for name, value in match.groupdict().items() if name[0] == point}
    short = told["short"] or told["tail"]
    year = int(told["year"]) if told["year"] else 2000 + int(short or 0)
    if short and year > now // 12:
        year -= 100
    base = year * 12
    if told["month"]:
        return base + _month_of(told["month"]), 1
    if told["season"]:
        first, width = _SEASONS[told["season"].casefold()]
        return base + first, width
    if told["day"]:
        # Day before month, as in Europe, unless that cannot be.
        month = int(told["nth"]) if int(told["nth"]) <= _YEAR else int(told["day"])
        return base + min(month, _YEAR) - 1, 1
    number = told["number"] or told["iso"]
    return (base + int(number) - 1, 1) if number else (base, 12)


def _month_of(word: str) -> int:
    return _MONTH_OF[word.casefold().rstrip(".")]

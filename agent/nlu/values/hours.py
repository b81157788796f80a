"""Study time in hours a week: "6 hours a week", "2h on tuesdays and thursdays", "weekends only, 4 hours each day"."""

import re
from dataclasses import dataclass

from agent.nlu.values.numbers import DAYS, NUMBER, Quantity, find_quantities, parse_number, plain

WEEKS_A_MONTH = 52 / 12
_DAYS_A_WEEK = 7
# Blanks are few and never given back: what is blanked out of a text ("...") leaves many, and each way to share them out would be tried.
_GAP = r"\s{0,4}+"
_MINUTES = re.compile(rf"{_GAP}-?{_GAP}(?:m|mins?|minutes?|minutos)\b", re.IGNORECASE)
_HOURS = re.compile(
    rf"{_GAP}\+?{_GAP}(?:ish)?{_GAP}-?{_GAP}(?:(?:full|good|solid|spare|free|extra|more|quiet)\s++)*(?:h|hs|hrs?|hours?|horas?|heures?|stunden)\b",
    re.IGNORECASE,
)
_BARE_HOUR = re.compile(r"^\W*(?:maybe|about|roughly)?\s*(?=(?:hour|hr)\b)", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?<![\w.])(?P<h1>\d{1,2})(?::(?P<m1>\d\d))?\s*(?P<x1>am|pm)?\s*(?:-|\u2013|to|till?|until)\s*"
    r"(?:(?P<h2>\d{1,2})(?::(?P<m2>\d\d))?\s*(?P<x2>am|pm)?|(?P<noon>noon|midnight))(?![\w.]*\s*(?:h|hrs?|hours?|min\w*)\b)",
    re.IGNORECASE,
)
_DAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:days?|s)?\b"
_PART_OF_DAY = re.compile(r"\b(?:days?|nights?|mornings?|evenings?|daily)\b", re.IGNORECASE)
_RUN = re.compile(rf"\b({_DAY})\s*(?:-|\u2013|to|thru|through)\s*({_DAY})", re.IGNORECASE)
_WORKDAYS = re.compile(
    r"\b(?:week\s?days?|week\s?nights?|work\s?(?:days?|nights?)|school\s(?:days?|nights?)|m\s?-\s?f|lunch\s?(?:breaks?|hours?|times?)?"
    r"|(?:before|after) (?:work|school)|on the (?:bus|train|ferry)|commute)\b",
    re.IGNORECASE,
)
_WEEKEND = re.compile(r"\bw(?:ee)?ke?nds?\b", re.IGNORECASE)
_DAILY = re.compile(
    r"\b(?:daily|nightly|(?:a|per|each|every)\s+(?:single\s+)?(?:day|night|evening|morning|afternoon)|todos los d[ií]as|al d[ií]a)\b|/\s*d(?:ay)?\b",
    re.IGNORECASE,
)
_WEEKLY = re.compile(
    r"\b(?:(?:a|per|each|every|in(?: a| the)?|of a)\s+(?:week|wk)(?!\s*\d)|weekly|wkly|p/?w|total|in all|altogether|combined|a la semana|por semana|pro woche)\b|/\s*(?:week|wk|w|semana)\b|^\s*(?:wk|week)\b",
    re.IGNORECASE,
)
_MONTHLY = re.compile(r"\b(?:a|per|each|every)\s+month\b|\bmonthly\b|/\s*mo(?:nth)?\b", re.IGNORECASE)
_FORTNIGHTLY = re.compile(
    rf"\b(?:a|per|every)\s+fortnight\b|\bevery\s+(?:two|2|other|second)\s+(?:weeks?|w(?:ee)?ke?nds?|{_DAY})",
    re.IGNORECASE,
)
_OTHER_DAY = re.compile(r"\bevery other (?:day|night|evening|morning)\b", re.IGNORECASE)
_TIMES = re.compile(
    rf"(?P<n>{NUMBER})\s*(?:x\b|times|days|evenings|nights|mornings|afternoons|sessions|shifts|weeknights)(?:\s*(?:a|per|each|/)\s*(?:week|wk))?",
    re.IGNORECASE,
)
_EACH = re.compile(
    r"\b(?:each(?!\s+w)|apiece|both|per day|a day)\b|\b(?:sat\w*\s*(?:and|&|\+|,)\s*sun)", re.IGNORECASE
)
# Days first and what they come to behind them: "Mon and Wed is really 4 hours".
_COMES_TO = re.compile(r"\b(?:is|are|makes?|gives?|comes? to|that['\u2019]?s|so)\b|=", re.IGNORECASE)
_SUM = re.compile(r"\b(?:total|in all|altogether|so)\b", re.IGNORECASE)
_AND_A_HALF = re.compile(r"\s+and\s+a\s+half\b", re.IGNORECASE)
_CLOCK_BEFORE = re.compile(r"\b(?:after|before|from|at|by|till?|until)\s*$", re.IGNORECASE)
_CLOCK_BEHIND = re.compile(r"\s*(?:am|pm|:)", re.IGNORECASE)
_GOES_ON = re.compile(
    rf"{_GAP}(?:on|at|over|every|each|a|per)?{_GAP}(?:the\s+)?(?:{_DAY}|w(?:ee)?ke?nds?\b|weekdays?\b|(?:a|per)?{_GAP}(?:week|wk)\b)",
    re.IGNORECASE,
)
# Other hours than before: "from six hours a week to ten", and of what falls "10 hours to 6"; of a range the unit stands last.
_CHANGE = re.compile(
    rf"(?P<thing>[^\d\n]*?)(?P<marked>\b(?:(?:down|up|back)\s+)?from\s+)?(?P<before>{NUMBER})(?P<unit>{_HOURS.pattern})(?P<often>[^\d,;]{{0,12}}?)"
    rf"\s*(?:\bto|\bbecomes?|->|\u2192)\s*(?P<after>{NUMBER})(?P<rest>.*)",
    re.IGNORECASE | re.DOTALL,
)
_SPLIT = re.compile(r"\b(?:split|between|spread|over|across)\b", re.IGNORECASE)


@dataclass(frozen=True)
class _Piece:
    """One amount of hours with the words around it; `weekly` once it counts a week as it stands."""

    hours: float
    around: str
    weekly: bool


def parse_hours(text: str) -> int | float | None:
    """Hours a week that a span tells; None where it tells none. Of a range the lower end, of a change what holds after it."""
    if (change := _CHANGE.fullmatch(text.strip())) and (after := _after(change)) is not None:
        return parse_hours(after) if after else None
    pieces = _pieces(text)
    if not pieces:
        return None
    totals = [piece for piece in pieces if piece.weekly]
    # Of some a weekly amount sums up the others ("3 hours a day on the train, so 12 a week").
    if totals and (len(totals) == len(pieces) or _SUM.search(text)):
        return plain(totals[-1].hours)
    return plain(sum(_a_week(piece, pieces) for piece in pieces))


def _after(change: re.Match[str]) -> str | None:
    """What holds after a change, as often as was said of it; empty where it tells how long some thing takes, None for a range."""
    if not (change["marked"] or parse_number(change["after"]) < parse_number(change["before"])):
        return None
    often = f"{change['often']} {change['rest']}"
    timed = _WEEKLY.search(often) or _DAILY.search(often) or _TIMES.search(often) or _days(often)
    if change["thing"].strip() and not timed:
        return ""  # "nightly load from six hours to one"
    unit = "" if _HOURS.match(change["rest"]) else change["unit"]
    return f"{change['after']}{unit} {often}"


AT_WORK = re.compile(r"\b\d+[\s-]*hours?[\s-]+(?:days?|shifts?|nights?)\b", re.IGNORECASE)  # no time to study


def is_weekly(text: str) -> bool:
    """Whether a span says that its hours are those of a week."""
    return _WEEKLY.search(text) is not None


def _pieces(text: str) -> list[_Piece]:
    amounts = _amounts(text)
    days_first = bool(amounts) and _days(text[: amounts[0][1]]) > 0 and not _days(text[amounts[-1][2] :])
    pieces = []
    for place, (hours, start, end) in enumerate(amounts):
        first = amounts[place - 1][2] if place else 0
        last = amounts[place + 1][1] if place + 1 < len(amounts) else len(text)
        before = text[first:start] if place == 0 or days_first else ""
        after = "" if days_first and place + 1 < len(amounts) else text[end:last]
        weekly = _WEEKLY.search(after) is not None and not _TIMES.search(after)
        pieces.append(_Piece(hours, f"{before} | {after}", weekly))
    return pieces


def _amounts(text: str) -> list[tuple[float, int, int]]:
    """Hours with where they stand: amounts with a unit, times of the clock, else a number alone."""
    found = [(hours, *match.span()) for match in _CLOCK.finditer(text) if (hours := _clock(match))]
    bare: list[tuple[float, int, int]] = []
    for quantity in find_quantities(text):
        if any(start < quantity.end and quantity.start < end for _, start, end in found):
            continue
        if unit := _MINUTES.match(text, quantity.end):
            found.append((quantity.low / 60, quantity.start, unit.end()))
        elif unit := _HOURS.match(text, quantity.end):
            half = _AND_A_HALF.match(text, unit.end())
            found.append((quantity.low + bool(half) / 2, quantity.start, (half or unit).end()))
        elif _counts_hours(text, quantity):
            # It may go on with hours told before ("2h tue, 4 on weekends", "an hour and two on sundays").
            goes_on = found and _GOES_ON.match(text, quantity.end)
            (found if goes_on else bare).append((quantity.low, quantity.start, quantity.end))
    if match := None if found else _BARE_HOUR.match(text):
        found.append((1.0, match.end(), match.end() + 4))
    return sorted(found or [each for each in bare if each[0] <= 168][:1], key=lambda each: each[1])


def _counts_hours(text: str, quantity: Quantity) -> bool:
    """Whether a number without a unit can be hours: no article, no share, no count of days, no time of day."""
    clock = _CLOCK_BEFORE.search(text[: quantity.start]) or _CLOCK_BEHIND.match(text, quantity.end)
    no_count = text[quantity.start : quantity.end].casefold() in ("a", "an", "half", "both")
    return not (no_count or clock or _TIMES.match(text, quantity.start))


def _clock(match: re.Match[str]) -> float:
    """Hours from one time of day to another; 0 where it cannot be such times."""
    first = int(match["h1"]) + int(match["m1"] or 0) / 60
    noon = {"noon": 12.0, "midnight": 24.0}.get((match["noon"] or "").casefold())
    last = noon or int(match["h2"]) + int(match["m2"] or 0) / 60
    often = any(pattern.search(match.string) for pattern in (_WORKDAYS, _WEEKEND, _PART_OF_DAY))
    often = often or _days(match.string) > 0
    if not often or first > 24 or last > 24:
        return 0.0
    return (last - first) % 12


def _a_week(piece: _Piece, pieces: list[_Piece]) -> float:
    """Hours a week of an amount: as often as the words around it say, once where they say nothing."""
    around = piece.around
    if piece.weekly or _is_summed(around):
        return piece.hours
    if (match := _TIMES.search(around)) and (often := parse_number(match["n"])) <= _DAYS_A_WEEK:
        return piece.hours * often
    if _OTHER_DAY.search(around):
        return piece.hours * 3.5
    share = 0.5 if _FORTNIGHTLY.search(around) else 1 / WEEKS_A_MONTH if _MONTHLY.search(around) else 1.0
    others = sum(
        _days(each.around) or 2 * bool(_WEEKEND.search(each.around)) for each in pieces if each is not piece
    )
    return piece.hours * share * _times_a_week(around, alone=len(pieces) == 1, others=others)


def _is_summed(around: str) -> bool:
    """Whether days stand before an amount that says what they come to ("sunday and two nights, is like 7 hours")."""
    before = around.partition("|")[0]
    often = _days(before) or _TIMES.search(before)
    return bool(often and _COMES_TO.search(before) and not _EACH.search(around))


def _times_a_week(around: str, *, alone: bool, others: int) -> int:
    """How often a week; "daily" leaves out the days (`others`) that have an amount of their own."""
    if days := _days(around):
        return 1 if _SPLIT.search(around) else days
    if _WEEKEND.search(around):
        return 2 if _EACH.search(around) else 1
    if _WORKDAYS.search(around):
        return 5
    return 7 - others if _DAILY.search(around) and (alone or not _WEEKEND.search(around)) else 1


def _days(text: str) -> int:
    """How many days of the week are named one by one or as a run."""
    if run := _RUN.search(text):
        first, last = (DAYS.index(name[:3].casefold()) for name in run.groups())
        return (last - first) % 7 + 1
    return len({name[:3].casefold() for name in re.findall(rf"\b{_DAY}", text, re.IGNORECASE)})

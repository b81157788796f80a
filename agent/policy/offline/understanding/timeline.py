"""Time ahead and time behind: the horizon of a plan, years of experience."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from agent.policy.offline.understanding.quantities import NUMBER, RANGE, blank, is_negated, parse_number, plain

WEEKS_A_YEAR = 52
LONGEST = 20 * WEEKS_A_YEAR

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAME = r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
_SEASONS = {"spring": 3, "summer": 6, "fall": 9, "autumn": 9, "winter": 12, "christmas": 12, "new year": 1}
_UNIT = r"(?P<unit>days?|weeks?|wks?|months?|mos?|quarters?|years?|yrs?)"
_WEEKS = {"d": 1 / 7, "w": 1.0, "m": WEEKS_A_YEAR / 12, "q": 13.0, "y": float(WEEKS_A_YEAR)}

_AHEAD = re.compile(
    rf"\b(?:in|within|over(?: the next| the coming)?|inside|under|after|next|for the next|have|have got|got|take|takes|give (?:me|myself)|deadline(?: is| of|:)?|timeline(?: is| of|:)?|horizon(?: is| of|:)?|timeframe(?: is| of|:)?|time frame(?: is| of|:)?|say|make it|only|just|max|maximum)\s+"
    rf"(?:(?:the|a|next|coming|following|about|around|roughly|maybe|like|less than|more like|under|at most|only|just|say|max)\s+)*{RANGE}\s*-?\s*{_UNIT}(?P<tail>\s+and\s+a\s+half)?(?:'s?|s')?\b",
    re.IGNORECASE,
)  # fmt: skip
# What turns "I have 5 years" into a past ("of Python", "as a nurse").
_BEHIND = re.compile(
    r"\s+(?:of\s+(?!time|study|learn)\w|as\b|in\s+(?!total)\w+|at\b(?! most)|old|working|doing|now|experience|exp\b|already|teaching|driving|nursing|with\b|back|running|under my|left until i retire)",
    re.IGNORECASE,
)
_PAST = re.compile(r"\s+(?:ago|of (?:\w+ )?experience)\b", re.IGNORECASE)
_AHEAD_OF_US = re.compile(r"^(?:in|within|over|inside|under|next|for the next)\b", re.IGNORECASE)
_LONG_PLAN = re.compile(rf"\b(?P<low>{NUMBER})[- ]{_UNIT}[- ](?:\w+ )?(?:(?:career|study|learning) )?(?:plan|roadmap|timeline|horizon|deadline|window|program|schedule|path|goal|timeframe|limit)\b", re.IGNORECASE)
_TO_GO = re.compile(rf"\b{RANGE}\s*{_UNIT}\s+(?:from now|to (?:get|go|do|prepare|study|make|become|learn|finish|spare)|(?:at )?(?:most|max|tops|left|maximum)|until|should do|is fine|works|deadline|is my)\b", re.IGNORECASE)
_THIS_YEAR = re.compile(r"\b(?:in|within|over|next) (?:a|one|the next|the coming|this coming) (?P<unit>year|month)\b|\b(?:this time )?next (?P<next>year)\b|\b(?:in )?half a year\b", re.IGNORECASE)
_BY = re.compile(
    rf"\b(?:by|before|until|till|no later than|due|deadline(?: is|:)?|ready (?:by|for|in)|starting|target(?: date)?(?: is|:)?|for|in)\s+(?P<end>(?:the\s+)?end\s+of\s+)?(?P<mid>mid[- ]?)?(?:the\s+)?(?:next\s+|this\s+|early\s+|late\s+)?"
    rf"(?:(?P<iso>20\d\d-\d\d?(?:-\d\d?)?)|(?P<month>{_MONTH_NAME})\b\.?(?:\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b(?!\s*\d{{2}}))?(?:,?\s*(?P<year>20\d\d))?"
    r"|(?P<season>spring|summer|fall|autumn|winter|christmas|new year)(?:'s)?(?:\s+(?:of\s+)?(?P<season_year>20\d\d))?|(?P<only_year>20\d\d)|(?P<this>(?:the |this )?year(?:'s end)?|year-end))\b",
    re.IGNORECASE,
)  # fmt: skip
_LOOSE = frozenset({"for", "in", "starting"})

_EXPERIENCE = re.compile(
    rf"\b(?P<low>{NUMBER})\s*(?:-\s*{NUMBER}\s*)?\+?\s*-?\s*(?P<unit>years?|yrs?|yoe|months?|decades?)'?(?P<tail>\s+and\s+a\s+half)?(?!\s+old)(?!-old)",
    re.IGNORECASE,
)
_AGE = re.compile(rf"\b(?:aged?|i'm|i am|turn(?:ed|ing)?)\s+(?:\d\d|(?:twenty|thirty|forty|fifty|sixty)[- ]?\w*)(?:\s+years?\s+old)?\b(?!\s*(?:years?|yrs?|hours?|h\b|k\b|months?|weeks?|days?|%))|\b{NUMBER}[- ]years?[- ]old\b|\b{NUMBER} yo\b", re.IGNORECASE)
_SINCE = re.compile(r"\bsince\s+(?:\w+\s+)?(?P<year>(?:19|20)\d\d)\b", re.IGNORECASE)
_NO_EXPERIENCE = re.compile(r"\b(?:no|zero|without(?: any)?|don't have any|haven't any|not any)\s+(?:real |prior |previous |relevant |professional |any )*(?:work |job |working |professional )?experience\b(?!\s+(?:with|in|of|using))", re.IGNORECASE)


@dataclass(frozen=True)
class Horizon:
    """Weeks until the goal; `assumption` says which day a date was counted to."""

    weeks: int
    assumption: str | None = None


def find_horizon(text: str, today: date) -> tuple[Horizon | None, str]:
    """How long the person gives it, and the clause with it blanked out. "I have 10 years" is no horizon."""
    for match in _BY.finditer(text):
        goal = _goal(match, today)
        if goal is None:
            continue
        weeks = (goal - today).days // 7
        if 0 < weeks <= LONGEST:
            return Horizon(weeks, f"counted to {goal:%d %B %Y}"), blank(text, match.span())
    for pattern in (_LONG_PLAN, _AHEAD, _TO_GO):
        for match in pattern.finditer(text):
            if is_negated(text, match.start("low")):
                continue
            weeks = _weeks(match)
            if pattern is _AHEAD and _is_behind(text, match, weeks):
                continue
            if 0 < weeks <= LONGEST:
                return Horizon(weeks), blank(text, match.span())
    match = _THIS_YEAR.search(text)
    if match:
        unit = (match["unit"] or match["next"] or "half").lower()
        return Horizon({"month": 4, "half": 26}.get(unit, WEEKS_A_YEAR)), blank(text, match.span())
    return None, text


def _is_behind(text: str, match: re.Match[str], weeks: int) -> bool:
    """Whether a length of time is experience after all."""
    after = text[match.end() :]
    if _AHEAD_OF_US.match(match[0]):
        return bool(_PAST.match(after))
    return bool(_BEHIND.match(after) or _PAST.match(after)) or weeks > 2 * WEEKS_A_YEAR


def _weeks(match: re.Match[str]) -> int:
    groups = match.groupdict()
    amount = parse_number(groups.get("high") or groups["low"]) + (0.5 if groups.get("tail") else 0.0)
    return round(amount * _WEEKS[groups["unit"][0].lower()])


def _goal(match: re.Match[str], today: date) -> date | None:
    """The first day of the named month or year, its last with "end of"; a date without a year is the next one."""
    loose = match[0].split()[0].lower() in _LOOSE
    if match["this"]:
        return date(today.year, 12, 31) if match["end"] or "end" in match["this"].lower() else None
    if match["iso"]:
        year, month, *day = (int(part) for part in match["iso"].split("-"))
        return _date(year, month, day[0] if day else 1)
    if match["only_year"]:
        year = int(match["only_year"])
        return date(year, 12, 31) if match["end"] or loose else date(year, 7, 1) if match["mid"] else date(year, 1, 1)
    if loose and not (match["year"] or match["season_year"]):
        return None
    named = match["season"] or match["month"]
    month = _SEASONS[named.lower()] if match["season"] else _MONTHS.index(named[:3].lower()) + 1
    year_words = match["year"] or match["season_year"]
    day = int(match["day"]) if match["day"] else 15 if match["mid"] else 1
    year = int(year_words) if year_words else today.year
    goal = _date(year, month, day)
    if goal is not None and not year_words and (goal <= today or ("next" in match[0].lower() and goal.year == today.year and match["season"])):
        goal = _date(year + 1, month, day) if goal <= today else goal
    return _month_end(goal) if goal is not None and match["end"] else goal


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _month_end(day: date) -> date:
    return (day.replace(day=28) + timedelta(days=4)).replace(day=1) - timedelta(days=1)


def find_experience(text: str, today: date) -> tuple[int | float | None, str]:
    """Years of experience, and the clause with them (and any age) blanked out."""
    for match in _AGE.finditer(text):
        text = blank(text, match.span())
    since = _SINCE.search(text)
    if since and int(since["year"]) <= today.year:
        return today.year - int(since["year"]), blank(text, since.span())
    if _NO_EXPERIENCE.search(text):
        return 0, _NO_EXPERIENCE.sub(" ", text)
    for match in _EXPERIENCE.finditer(text):
        if not _is_experience(text, match) or is_negated(text, match.start()):
            continue
        amount = parse_number(match["low"]) + (0.5 if match["tail"] else 0.0)
        unit = match["unit"][0].lower()
        amount = amount / 12 if unit == "m" else amount * 10 if unit == "d" else amount
        if amount <= 60:
            return plain(amount), blank(text, match.span())
    return None, text


def _is_experience(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    if re.match(r"\s*(?:ago|from now|at home|off|away|out|apart|gap|break|sabbatical|old|degree|program|course|college|plan|roadmap|old)\b|-?\s*(?:plan|roadmap|degree|program)", after, re.IGNORECASE):
        return False
    if re.match(r"\s*(?:\w+\s+)?(?:of\b|as\b|in\b|at\b|with\b|experience|exp\b|doing|work|under|on\b|now\b|using|coding|writing|running|teaching|cooking|selling|building|managing|driving|and counting|into\b|$|[,.;)])", after, re.IGNORECASE):
        return not re.search(r"\b(?:in|within|next|over|last|past)\s+(?:the\s+)?(?:next\s+)?$", before, re.IGNORECASE) or bool(re.search(r"\b(?:last|past)\s+$", before))
    return bool(re.search(r"\bfor(?:\s+(?:about|almost|nearly|over|around|the (?:last|past)))*\s*$|\bafter\s+$|\bexperience[: ]", before, re.IGNORECASE)) or bool(re.match(r"\s*[\w-]+\s+(?:nurse|developer|teacher|engineer|veteran|vet)\b", after, re.IGNORECASE))

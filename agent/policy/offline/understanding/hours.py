"""Study time: every way of saying it, counted as hours a week."""

import re
from dataclasses import dataclass

from agent.policy.offline.understanding.quantities import (
    NUMBER,
    RANGE,
    blank,
    is_negated,
    parse_number,
    plain,
)

WEEKS_A_PERIOD = re.compile(
    r"\s*(?:(?:a|per|each|every)\s+|/\s*)(?:week|wk|day|month|night|evening|weekday|weekend)s?\b",
    re.IGNORECASE,
)
WEEKS_A_MONTH = 4.33
MOST = 112  # hours awake in a week; more is not a plan but a slip

_UNIT = r"(?:hours?|hrs?|h|minutes?|mins?)"
_DAY = r"(?:mon|tues?|wednes|thurs?|fri|satur|sun)days?|sat|sun|mon|tues?|wed|thurs?|fri"
_SPAN = re.compile(
    rf"(?<![\w$€£.,])(?:(?:an|one)\s+hour\s+and\s+a\s+half|{RANGE}\s*(?:\+|plus)?\s*-?\s*(?:(?:full|good|solid|spare|free|extra)\s+)*(?P<unit>{_UNIT}))\b"
    rf"|\b(?:plus|and|\+)\s+(?:another\s+)?(?P<more>{NUMBER})\s+(?=(?:more\s+)?(?:on|at|over|each)\s+(?:the\s+)?(?:{_DAY}|weekends?|weekdays?)\b)"
    rf"|\b(?:{_DAY})\s+(?P<day>{NUMBER})(?!\s*(?:{_UNIT}|am|pm|:|-|/))\b",
    re.IGNORECASE,
)
_BARE_WEEKLY = re.compile(
    rf"(?<![\w$€£.,]){RANGE}\s*(?:(?:a|per|each|every)\s+|/\s*)(?:week|wk)\b", re.IGNORECASE
)  # "now 8 a week"
_TIMES = re.compile(
    rf"(?:{RANGE}|(?P<twice>once|twice))\s*(?:times|x|days|evenings|nights|mornings|afternoons|sessions|weeknights)?\s*(?:(?:a|per|each|every)\s+|/\s*)(?:week|wk)\b",
    re.IGNORECASE,
)
_ON_DAYS = re.compile(
    rf"(?:\bon|\bfor|\bx|\*)\s*(?P<count>{NUMBER})\s*(?:days|evenings|nights|mornings|afternoons|weeknights|sessions|times)\b",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"\bhours?(?: (?:a|per) week| weekly)?\s*(?:[:=]|is|are)\s*(?P<low>{NUMBER})(?!\s*(?:h|hours?|hrs?|k|am|pm)\b)",
    re.IGNORECASE,
)
# Days a week that a wording stands for, most specific first.
_DAYS = (
    (re.compile(r"\bevery other day\b", re.IGNORECASE), 3.5),
    (re.compile(r"\b(?:both|each|every)\s+(?:weekend\s+days?|day (?:on|of|at) (?:the )?weekends?)\b|\bdays? (?:on|at) (?:the )?weekends?\b", re.IGNORECASE), 2.0),
    (re.compile(r"\b(?:week\s?days?|week\s?nights?|work\s?days?|working days?|(?<!i )(?<!we )work\s?nights?|mon(?:day)?s?\s?(?:to|through|thru|till|-)\s?fri(?:day)?s?|school nights?|before work|after work|lunch (?:break|hour)s?)\b", re.IGNORECASE), 5.0),
    (re.compile(r"(?:\b(?:daily|nightly)|(?:\b(?:a|per|each|every)\s+|/\s*)(?:single\s+)?(?:day|night|evening|morning|afternoon)s?|/\s*d)\b", re.IGNORECASE), 7.0),
)  # fmt: skip
_WEEKEND = re.compile(r"\bweekends?\b", re.IGNORECASE)
_EACH = re.compile(
    r"\beach\b|\bapiece\b|\beach (?:day|time)\b|(?:\b(?:a|per|every)\s+|/\s*)day\b", re.IGNORECASE
)
_NAMED_DAYS = re.compile(rf"\b(?:{_DAY})\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"\s*(?:(?:a|per|each|every)\s+|/\s*)(?:week|wk|day|month|night|evening|weekday|weekend)s?\b",
    re.IGNORECASE,
)
_MONTH = re.compile(r"(?:\b(?:a|per|each|every)\s+|/\s*)month\b|\bmonthly\b", re.IGNORECASE)
_FORTNIGHT = re.compile(
    r"\b(?:a|per|every) fortnight\b|\bevery (?:two|2|other|second) week(?:s|ends?)?\b", re.IGNORECASE
)
_OTHER_TIME = re.compile(
    r"\b(?:i|we|i'm|and|currently|already|be)\s+(?:\w+ly\s+)?(?:work(?:ing)?|sleep(?:ing)?|commut\w+|driv(?:e|ing)|teach(?:ing)?)\s+(?:\w+\s+){0,3}$"
    r"|\b(?:shifts?|commute|overtime|work week|workweek|flight|drive|full-time|job|class|classes|course|school)\b[^,;]{0,25}$",
    re.IGNORECASE,
)
_OTHER_TIME_AFTER = re.compile(
    r"^\s*(?:-?\s*)?(?:shifts?|work\s?weeks?|weeks?\b(?!\s*(?:of|for|on)\b)|commute|of (?:sleep|overtime|work|driving|experience|driving)|away|drive|flight|ago"
    r"|(?:a|per|each|/)\s*(?:week|day)\s+(?:as|at my job|at work|at the|on the job|in my job|job))\b",
    re.IGNORECASE,
)
_STUDY = re.compile(
    r"\b(?:work(?:ing)? (?:on|toward|towards|at (?:it|this))|study|learn|spend|spare|free|invest|put in|commit|dedicate|available)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Hours:
    """Hours a week; `assumption` says how they were counted where the words left a choice."""

    per_week: int | float
    assumption: str | None = None


@dataclass(frozen=True)
class _Piece:
    hours: float
    scope: str
    note: str | None


def find_hours(text: str) -> tuple[Hours | None, str]:
    """The study time a clause states, and the clause with it blanked out.

    Parts for different days add up ("an hour every weekday plus 4 on Saturday"); of two totals the later one
    counts; what is given up ("not 10") and paid working time are passed over.
    """
    spans = [match for match in _SPAN.finditer(text) if match["unit"] != "HR"]
    if (
        not spans
        and (bare := _BARE_WEEKLY.search(text) or _LABELLED.search(text))
        and not is_negated(text, bare.start())
    ):
        return Hours(plain(parse_number(bare["low"]))), blank(text, bare.span())
    pieces: list[_Piece] = []
    rest = text
    for index, match in enumerate(spans):
        end = spans[index + 1].start() if index + 1 < len(spans) else len(text)
        start = spans[index - 1].end() if index else 0
        rest = blank(rest, (match.start(), _with_period(text, match.end())))
        if _is_other_time(text, match) or is_negated(text, match.start(), match.end()):
            continue
        after = text[match.end() : end]
        before = text[start : match.start()] if index == 0 else ""
        pieces.append(_piece(match, before, after))
    if not pieces:
        return None, rest
    total, notes = _sum(pieces)
    if not 0 < total <= MOST:
        return None, rest
    return Hours(plain(total), "; ".join(notes) or None), rest


def _is_other_time(text: str, match: re.Match[str]) -> bool:
    before, after = text[: match.start()], text[match.end() :]
    if re.fullmatch(r"an? hr", match[0], re.IGNORECASE) and re.match(
        r" (?!a\b|per\b|each\b|every\b|on\b|before\b|after\b|at\b|in\b|or\b|and\b|daily\b)[a-z]", after
    ):
        return True  # "been a hr assistant"
    noted = re.fullmatch(r"h|hrs|hours", match["unit"] or "", re.IGNORECASE) and re.match(
        r"\s*(?:week|wk)\b", after
    )
    if _OTHER_TIME_AFTER.match(after) and not noted:  # "10 hrs week" in notes, but "a 40 hour week"
        return True
    return bool(_OTHER_TIME.search(before)) and not _STUDY.search(before + after)


def _with_period(text: str, end: int) -> int:
    """Where the amount ends with its "a week", which would read as a length of time by itself."""
    period = _PERIOD.match(text, end)
    return period.end() if period else end


def _piece(match: re.Match[str], before: str, after: str) -> _Piece:
    amount, note = _amount(match)
    around = f"{before} {match[0] if match['day'] else ''} {after}"
    if on_days := _ON_DAYS.search(around):
        return _Piece(amount * parse_number(on_days["count"]), "week", note)
    times = _TIMES.search(around)
    if times and re.search(
        r"times|x\b|days|evenings|nights|mornings|afternoons|sessions|once|twice", times[0], re.IGNORECASE
    ):
        count = {"once": 1.0, "twice": 2.0}.get((times["twice"] or "").lower()) or parse_number(times["low"])
        return _Piece(amount * count, "week", note)
    if _FORTNIGHT.search(around):
        return _Piece(amount / 2, "week", note)
    if _MONTH.search(around):
        return _Piece(amount / WEEKS_A_MONTH, "week", note)
    if re.search(
        r"(?:\b(?:a|per|each|every)\s+|/\s*)(?:week|wk)\b|\bweekly\b|\bin total\b", after, re.IGNORECASE
    ):
        return _Piece(amount, "week", note)
    return _by_days(amount, around, note)


def _by_days(amount: float, around: str, note: str | None) -> _Piece:
    each = bool(_EACH.search(around))
    for wording, days in _DAYS:
        if wording.search(around):
            if days == 7.0 and _WEEKEND.search(around):
                return _Piece(amount * 2, "week", note)
            if days == 7.0:
                note = _joined(note, f"{plain(amount)} hours a day counted for seven days a week")
            return _Piece(amount * days, "weekday" if days == 5.0 else "week", note)
    named = _NAMED_DAYS.findall(around)
    if named:
        # "Two hours on Tuesdays and two on Thursdays": other days add up.
        scope = " ".join(sorted({day[:3].lower() for day in named}))
        return _Piece(amount * (len(named) if each or len(named) > 1 else 1), scope, note)
    if _WEEKEND.search(around):
        return _Piece(amount * (2 if each else 1), "weekend", note)
    return _Piece(amount, "week", _joined(note, f"{plain(amount)} hours read as hours a week"))


def _amount(match: re.Match[str]) -> tuple[float, str | None]:
    if written := match["more"] or match["day"]:
        return parse_number(written), None
    if match["low"] is None:
        return 1.5, None
    low = parse_number(match["low"])
    if (match["unit"] or "").lower().startswith("m"):
        low /= 60
    return low, f"the lower end of {match[0].strip()} taken" if match["high"] else None


def _sum(pieces: list[_Piece]) -> tuple[float, list[str]]:
    """Add parts for different days; where two speak of the same days the later one replaces the earlier."""
    by_scope: dict[str, _Piece] = {piece.scope: piece for piece in pieces}
    if "week" in by_scope and len(by_scope) > 1:
        by_scope = {pieces[-1].scope: pieces[-1]}
    kept = list(by_scope.values())
    return sum(piece.hours for piece in kept), [piece.note for piece in kept if piece.note]


def _joined(first: str | None, second: str) -> str:
    return f"{first}; {second}" if first else second

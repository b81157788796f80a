"""Study time: every way of saying it, counted as hours a week."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from agent.policy.offline.understanding.quantities import (
    NUMBER,
    RANGE,
    blank,
    is_negated,
    parse_number,
    plain,
)
from agent.policy.offline.understanding.weekdays import DAY, EVERY_DAY, WEEKEND, days_of, named_days

WEEKS_A_MONTH = 4.33
MOST = 112  # hours awake in a week; more is not a plan but a slip

_UNIT = r"(?:hours?|hrs?|h|minutes?|mins?)"
_SPAN = re.compile(
    rf"(?<![\w$€£.,])(?<!\d )(?:(?:(?:an|one)\s+)?hour\s+and\s+a\s+half|{RANGE}\s*(?:\+|plus)?\s*-?\s*(?:(?:full|good|solid|spare|free|extra)\s+)*(?P<unit>{_UNIT}))\b"
    rf"|\b(?:plus|and|\+)\s+(?:another\s+)?(?P<more>{NUMBER})\s+(?=(?:more\s+)?(?:on|at|over|each)\s+(?:the\s+)?(?:{DAY}|weekends?|weekdays?)\b)"
    rf"|\b(?:{DAY})\s+(?P<day>{NUMBER})(?![.,]?\d|\s*(?:{_UNIT}|am|pm|:|-|/))\b",
    re.IGNORECASE,
)
_BARE_WEEKLY = re.compile(
    rf"(?<![\w$€£.,]){RANGE}\s*(?:(?:a|per|each|every)\s+|/\s*)(?:week|wk)\b", re.IGNORECASE
)  # "now 8 a week"
_TIMES = re.compile(
    rf"(?:{RANGE}|(?P<twice>once|twice))\s*(?:times|x|days|evenings|nights|mornings|afternoons|sessions|weeknights)\s*(?:(?:a|per|each|every)\s+|/\s*)(?:week|wk)\b|\b(?P<often>once|twice)\s+(?:a|per|each|every)\s+week\b"
    rf"|(?P<count>{NUMBER})\s*(?:days|evenings|nights|mornings|afternoons|weeknights|sessions|times)(?=\s*x\b)",
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
_WEEKLY = re.compile(
    r"(?:\b(?:a|per|each|every)\s+|/\s*)(?:week|wk)\b|\bweekly\b|\bin total\b", re.IGNORECASE
)
_OTHER_DAYS = re.compile(r"\bevery other (?:day|night|evening|morning)\b", re.IGNORECASE)
_EACH = re.compile(r"\beach\b|\bapiece\b|\bboth\b|(?:\b(?:a|per|every)\s+|/\s*)day\b|\bdays\b", re.IGNORECASE)
_ALTOGETHER = re.compile(r"\b(?:total|altogether|combined|split|between|spread|over)\b", re.IGNORECASE)
_PERIOD = re.compile(
    r"\s*(?:of\s+\w+\s+)?(?P<period>(?:(?:a|per|each|every)\s+|/\s*)(?:week|wk|day|month|night|evening|weekday|weekend)s?)\b",
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
    """Hours a week; `on` has the hours of each day where days were named, `assumption` how a choice was read."""

    per_week: int | float
    assumption: str | None = None
    on: dict[str, float] = field(default_factory=dict)

    def with_days_of(self, earlier: "Hours | None") -> "Hours":
        """Together with what was told before, if both name days: each day counts as it was told last."""
        if earlier is None or not (self.on and earlier.on):
            return self
        on = earlier.on | self.on
        return Hours(plain(sum(on.values())), self.assumption, on)


@dataclass(frozen=True)
class _Piece:
    """`hours` a week, on `days` if they were named; `loose` when nothing said how often."""

    hours: float
    days: frozenset[str] = frozenset()
    note: str | None = None
    loose: bool = False


def find_hours(text: str) -> tuple[Hours | None, str]:
    """The study time a clause states, and the clause with it blanked out.

    Parts for different days add up ("an hour every weekday plus 4 on Saturday"); of two totals the later one
    counts; what is given up ("not 10") and paid working time are passed over.
    """
    spans = [match for match in _SPAN.finditer(text) if match["unit"] != "HR"]
    pieces, rest = _pieces(text, spans)
    bare = _BARE_WEEKLY.search(rest) or (None if spans else _LABELLED.search(text))
    if bare and all(piece.loose for piece in pieces) and not is_negated(text, bare.start()):
        return Hours(plain(parse_number(bare["low"]))), blank(rest, bare.span())
    if not pieces:
        return None, rest
    on: dict[str, float] = {}
    for piece in pieces:
        on |= dict.fromkeys(piece.days, piece.hours / max(len(piece.days), 1))
    kept = [piece for piece in pieces if piece.days] if all(piece.days for piece in pieces) else pieces[-1:]
    total = sum(on.values()) if len(kept) == len(pieces) and on else kept[-1].hours
    if not 0 < total <= MOST:
        return None, rest
    notes = dict.fromkeys(piece.note for piece in kept if piece.note)
    return Hours(plain(total), "; ".join(notes) or None, on if kept[-1].days else {}), rest


def _pieces(text: str, spans: list[re.Match[str]]) -> tuple[list[_Piece], str]:
    """Each amount with the words that say when, and the text without them. Days stand before the amounts or after."""
    pieces: list[_Piece] = []
    rest = text
    days_first = (
        bool(spans) and bool(days_of(text[: spans[0].start()])) and not days_of(text[spans[-1].end() :])
    )
    for index, match in enumerate(spans):
        end = spans[index + 1].start() if index + 1 < len(spans) else len(text)
        start = spans[index - 1].end() if index else 0
        rest = blank(rest, match.span(), _period_after(text, match.end()))
        given_up = is_negated(text, match.start(), match.end()) and not _is_change(match)
        if given_up or _is_other_time(text, match):
            continue
        before = text[start : match.start()] if index == 0 or days_first else ""
        after = "" if days_first and index + 1 < len(spans) else text[match.end() : end]
        pieces.append(_piece(match, before, after))
    return pieces, rest


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


def _period_after(text: str, end: int) -> tuple[int, int]:
    """The "a week" of an amount, which would read as a length of time by itself; empty where there is none."""
    period = _PERIOD.match(text, end)
    return period.span("period") if period else (end, end)


def _piece(match: re.Match[str], before: str, after: str) -> _Piece:
    amount, note = _amount(match)
    around = f"{before} {match[0] if match['day'] else ''} {after}"
    often = next(_counts(around), None)
    if often is not None:
        return _Piece(amount * often, note=note)
    days = days_of(around)
    weekly = _WEEKLY.search(re.split(r"\d", after)[0])
    if weekly or not days:
        loose = not weekly
        read = f"{plain(amount)} hours read as hours a week" if loose else None
        return _Piece(amount, note=_joined(note, read), loose=loose)
    if days == EVERY_DAY:
        note = _joined(note, f"{plain(amount)} hours a day counted for seven days a week")
    once = days == WEEKEND and not (named_days(around) or _EACH.search(around))
    return _Piece(amount * (1 if once or _ALTOGETHER.search(around) else len(days)), days, note)


def _counts(around: str) -> Iterator[float]:
    """How many times a week."""
    if match := _ON_DAYS.search(around):
        yield parse_number(match["count"])
    if match := _TIMES.search(around):
        words = (match["twice"] or match["often"] or "").lower()
        yield {"once": 1.0, "twice": 2.0}.get(words) or parse_number(match["low"] or match["count"])
    if _FORTNIGHT.search(around):
        yield 1 / 2
    if _MONTH.search(around):
        yield 1 / WEEKS_A_MONTH
    if _OTHER_DAYS.search(around):
        yield 3.5


def _amount(match: re.Match[str]) -> tuple[float, str | None]:
    if written := match["more"] or match["day"]:
        return parse_number(written), None
    if match["low"] is None:
        return 1.5, None
    low, high = parse_number(match["low"]), parse_number(match["high"] or match["low"])
    if (match["unit"] or "").lower().startswith("m"):
        low, high = low / 60, high / 60
    if _is_change(match):
        return high, None
    return low, f"the lower end of {match[0].strip()} taken" if match["high"] else None


def _is_change(match: re.Match[str]) -> bool:
    """Whether a range is none: "from 10 to 6 hours"."""
    return bool(match["high"]) and parse_number(match["high"]) < parse_number(match["low"])


def _joined(first: str | None, second: str | None) -> str | None:
    return "; ".join(each for each in (first, second) if each) or None

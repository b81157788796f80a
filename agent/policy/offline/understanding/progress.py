"""Progress in a message: what the person says they finished, and the weeks they say they lost."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from pydantic import JsonValue

from agent.models import Understanding
from agent.policy.offline.understanding.cues import has_cue, spaced
from agent.policy.offline.understanding.quantities import NUMBER, blank, parse_number
from agent.policy.offline.understanding.text import Clause
from prompts import words

MOST_WEEKS = 52
_MILESTONES = re.compile(
    rf"\bmilestones?\s*(?:number\s*|no\.?\s*|#\s*)?(?P<listed>{NUMBER}(?:\s*(?:,|\band\b|&|\bto\b|-)\s*{NUMBER})*)(?![\w%])"
    r"|\bM(?P<short>\d{1,2})\b"
    r"|\b(?P<ordinal>first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|1st|2nd|3rd|[4-9]th|10th)\s+milestone\b",
    re.IGNORECASE,
)
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth".split()  # noqa: SIM905 - ten words read better in a row
)
_TIME = (
    rf"\b(?:(?:the|last|past|next|whole|entire|full|another|other|about|around|roughly|some)\s+)*"
    rf"(?P<number>{NUMBER}|a couple)?\s*(?:(?:whole|full|entire|more|solid|straight)\s+)*"
    r"(?P<unit>days?|weeks?|fortnights?|months?)\b"
)
_TICKED = re.compile(r"[\u2713\u2714\u2705\u2611]|\[x\]", re.IGNORECASE)
_WEEKS = {"day": 1 / 7, "week": 1.0, "fortnight": 2.0, "month": 52 / 12}


@dataclass(frozen=True)
class ToldProgress:
    """`done` names skills as written and milestones by their ids; `weeks` is the whole weeks that were lost."""

    done: tuple[str, ...] = ()
    weeks: int = 0


def told_progress(clauses: Sequence[Clause]) -> ToldProgress:
    """Read what the person tells about themselves; questions, suppositions and others' doings count for nothing."""
    telling = [
        clause
        for clause in clauses
        if clause.tells and not _of_others().match(clause.text) and not has_cue("injection", clause.text)
    ]
    done = [item for clause in telling for item in finished(without_lost(clause).text)]
    # An amount that is said twice is the same time: "I was ill for two weeks, so I lost two weeks".
    weeks = sum({lost_weeks(clause.text) for clause in telling})
    return ToldProgress(tuple(dict.fromkeys(done)), min(weeks, MOST_WEEKS))


def with_progress(understanding: Understanding, told: ToldProgress) -> Understanding:
    """The reading of a message with the progress it tells: a fact, whatever else was asked."""
    noted: dict[str, JsonValue] = {}
    if told.done:
        noted["done"] = [*told.done]
    if told.weeks:
        noted["lost_weeks"] = told.weeks
    if not noted:
        return understanding
    asked = [intent for intent in understanding.intents if intent not in ("small_talk", "outside", "profile")]
    details = {**understanding.details, **noted}
    return understanding.model_copy(update={"intents": ["profile", *asked], "details": details})


def without_lost(clause: Clause) -> Clause:
    """The clause with its lost time blanked out, so that nobody reads it as hours, a horizon or years of work."""
    match = _lost(clause.text)
    return replace(clause, text=blank(clause.text, match.span()).strip()) if match else clause


def finished(text: str) -> list[str]:
    """Skills and milestones that a clause says are done, in order; none where it is denied or still to come."""
    if not (_TICKED.search(text) or _cue("done").search(text)) or _cue("not_done").search(text):
        return []
    from tools.roadmap.skills import find_in_text

    skills = [(each.start, each.text) for each in find_in_text(text) if each.level == "yes"]
    return [item for _, item in sorted([*skills, *_milestones(text)])]


def lost_weeks(text: str) -> int:
    """Whole weeks that a clause says go by without study: days and months are turned into weeks, 0 for none."""
    match = _lost(text)
    if match is None:
        return 0
    weeks = _count(match["number"]) * _WEEKS[match["unit"].lower().rstrip("s")]
    return round(weeks) if weeks >= 0.5 else 0


def _lost(text: str) -> re.Match[str] | None:
    for pattern in (_time_after(), _time_before()):
        for match in pattern.finditer(text):
            denied = _cue("not_lost_before").search(text[: match.start()].rstrip())
            if not denied and not re.match(
                rf"['\u2019]?\s*(?:{_not_lost_after()})", text[match.end("unit") :]
            ):
                return match
    return None


def _milestones(text: str) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for match in _MILESTONES.finditer(text):
        if match["short"]:
            numbers = [int(match["short"])]
        elif match["ordinal"]:
            numbers = [_place(match["ordinal"].lower())]
        else:
            numbers = [int(parse_number(each)) for each in re.findall(NUMBER, match["listed"], re.IGNORECASE)]
            if re.search(r"\bto\b|-", match["listed"]) and len(numbers) == 2:
                numbers = list(range(numbers[0], min(numbers[1], numbers[0] + 20) + 1))
        found += [(match.start(), f"M{number}") for number in numbers]
    return found


def _place(ordinal: str) -> int:
    return _ORDINALS.index(ordinal) + 1 if ordinal in _ORDINALS else int(re.sub(r"\D", "", ordinal))


def _count(number: str | None) -> float:
    return parse_number(number) if number else 1.0


@cache
def _of_others() -> re.Pattern[str]:
    kin = "|".join(words("people")["kin"].split())
    return re.compile(rf"^(?:my|our|his|her|their|a|the) (?:\w+ ){{0,2}}?(?:{kin})\b", re.IGNORECASE)


@cache
def _cue(name: str) -> re.Pattern[str]:
    return re.compile("|".join(map(spaced, words("progress")[name])), re.IGNORECASE)


@cache
def _time_after() -> re.Pattern[str]:
    cues = "|".join(map(spaced, words("progress")["lost"]))
    return re.compile(rf"(?:{cues})[^.;?!\d]{{0,40}}?{_TIME}", re.IGNORECASE)


@cache
def _time_before() -> re.Pattern[str]:
    cues = "|".join(each.replace(" ", r"\s+") for each in words("progress")["lost_before"])
    return re.compile(rf"{_TIME}\s+(?:{cues})", re.IGNORECASE)


@cache
def _not_lost_after() -> str:
    return "|".join(each.replace(" ", r"\s+") for each in words("progress")["not_lost_after"])

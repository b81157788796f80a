"""What is taken back, and amounts that lean on what was said before ("make it 5", "not 10")."""

import re
from functools import cache
from typing import TYPE_CHECKING

from agent.models import ProfileField
from agent.policy.offline.understanding.cues import has_cue, spaced
from agent.policy.offline.understanding.quantities import NUMBER, is_negated, parse_number, plain
from prompts import words

if TYPE_CHECKING:
    from agent.policy.offline.understanding.facts import Known

_BARE = re.compile(
    rf"(?:\b(?:make (?:it|that)|only|just|say|more like|rather|instead|about|at most|max(?:imum)?|actually|no|wait|oops|it's|i meant|meant|sorry|maybe|around|up to|down to|to)[, ]+)+(?P<value>{NUMBER})(?=\s*(?:$|[,.;!]|\b(?:now|at most|max|tops|instead|not|please|actually|then|is|would|a week|per week)\b))"
    rf"|(?:too (?:much|many|little|few|short|long)[,;. ]+(?:say |rather |more like |make it )?)(?P<after>{NUMBER})[.! ]*$"
    rf"|^(?P<alone>{NUMBER})\s*(?:at most|max|tops|instead|now|please|not\b.*)?[.! ]*$",
    re.IGNORECASE,
)
# A number that counts nothing else ("7 is more like it", "maybe 3 for studying").
_LONE = re.compile(
    rf"(?<![\w$.,])({NUMBER})(?=\s*(?:$|[,.;!?]|(?:is|for|would|now|max|tops|per|a week|instead|please|at|on|to study|more|left)\b))",
    re.IGNORECASE,
)
_OLD_VALUE = re.compile(
    rf"^(?P<much>{NUMBER})(?: hours?)?(?: a week)? (?:is|are|would be) (?:way )?too (?:much|many|little|few|short|long)\b|\b(?:not|instead of|rather than|from|can't do|can't manage)\s+(?:do |have |spend )?(?P<value>{NUMBER})\b",
    re.IGNORECASE,
)
_SET_TO = re.compile(
    rf"\b(?:update|set|change|make|put|increase|reduce|raise|lower|cut|bump)\b.*\b(?:to|at)\s+(?P<value>{NUMBER})[.! ]*$",
    re.IGNORECASE,
)
_AMOUNTS: tuple[ProfileField, ...] = ("hours_per_week", "horizon_weeks", "years_experience", "target_salary")
_DISPUTES = re.compile(
    r"\b(?:too (?:many|much|few|little|long|short|high|low)|less|fewer|changed?|different)\b", re.IGNORECASE
)
_NO_DEADLINE = re.compile(
    r"\b(?:no rush|no hurry|no deadline|take as long as|whenever|no (?:fixed )?(?:timeline|time limit|target date|time frame))\b",
    re.IGNORECASE,
)


def disputed_amount(text: str) -> ProfileField | None:
    """The field whose amount does not suit, though no number is named ("too many hours")."""
    if not _DISPUTES.search(text):
        return None
    return next(
        (name for name, pattern in _fields().items() if name in _AMOUNTS and pattern.search(text)), None
    )


def forgotten_fields(text: str, last: ProfileField | None = None) -> list[ProfileField]:
    """Fields the clause takes back as a whole ("forget my salary"); `last` is the one that "that number" means."""
    if _NO_DEADLINE.search(text):
        return ["horizon_weeks"]
    if not has_cue("takes_back", text):
        return []
    found = [name for name, pattern in _fields().items() if pattern.search(text)]
    if (
        not found
        and last in _AMOUNTS
        and re.search(r"\b(?:that|the|this) (?:number|amount|figure)\b", text, re.IGNORECASE)
    ):
        return [last]
    if "missing_skills" in found and "skills" in found:
        found.remove("skills")
    if "skills" in found and re.search(r"\bfrom (?:my|the) skills\b", text, re.IGNORECASE):
        return []  # one skill is taken off the list, not the list
    return found[:1] if re.search(r"\bexperience\b", text, re.IGNORECASE) and len(found) > 1 else found


def bare_amount(
    text: str, known: "Known", topic: ProfileField | None
) -> tuple[ProfileField, int | float] | None:
    """A number without a unit, and the field it corrects: the one whose old value is given up, else the last one.

    `topic` is the field whose amount was given up in this message; any number may take its place.
    """
    profile, last = known.profile, topic or known.last_field
    named = _SET_TO.search(text)
    field = next(
        (name for name, pattern in _fields().items() if name in _AMOUNTS and pattern.search(text)), None
    )
    if named and field:
        return field, plain(parse_number(named["value"]))
    old = _OLD_VALUE.search(text)
    stated = [*_BARE.finditer(text), *(_LONE.finditer(text) if topic or old else ())]
    match = next((each for each in stated if not is_negated(text, each.start(), each.end())), None)
    if match is None:
        return None
    value = plain(parse_number(next(each for each in match.groups() if each)))
    if old:
        given_up = parse_number(old["value"] or old["much"])
        for name in _AMOUNTS:
            if getattr(profile, name) == given_up:
                return name, value
    if last in _AMOUNTS:
        return last, value
    return None


@cache
def _fields() -> dict[ProfileField, re.Pattern[str]]:
    fields: dict[ProfileField, list[str]] = words("cues")["fields"]
    return {
        name: re.compile("|".join(map(spaced, wordings)), re.IGNORECASE) for name, wordings in fields.items()
    }

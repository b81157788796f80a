"""What is taken back as a whole ("forget my salary")."""

import re
from functools import cache

from agent.models import ProfileField
from agent.policy.offline.understanding.cues import has_cue, spaced
from prompts import words

AMOUNTS: tuple[ProfileField, ...] = ("hours_per_week", "horizon_weeks", "years_experience", "target_salary")
_EVERYTHING = re.compile(
    r"\b(?:forget|delete|erase|wipe|clear|remove) (?:everything|all)(?: (?:of it|that))?(?: (?:i|you)(?:'ve)? (?:\w+ ){0,3}?(?:about me|you|know|said|told))",
    re.IGNORECASE,
)
_NO_DEADLINE = re.compile(
    r"\b(?:no rush|no hurry|no deadline|take as long as|whenever|no (?:fixed )?(?:timeline|time limit|target date|time frame))\b",
    re.IGNORECASE,
)


def forgotten_fields(text: str, last: ProfileField | None = None) -> list[ProfileField]:
    """Fields the clause takes back as a whole ("forget my salary"); `last` is the one that "that number" means."""
    if _NO_DEADLINE.search(text):
        return ["horizon_weeks"]
    if _EVERYTHING.search(text):
        return [*field_words()]
    if not has_cue("takes_back", text):
        return []
    found = [name for name, pattern in field_words().items() if pattern.search(text)]
    if (
        not found
        and last in AMOUNTS
        and re.search(r"\b(?:that|the|this) (?:number|amount|figure)\b", text, re.IGNORECASE)
    ):
        return [last]
    if "missing_skills" in found and "skills" in found:
        found.remove("skills")
    if "skills" in found and re.search(r"\bfrom (?:my|the) skills\b", text, re.IGNORECASE):
        return []  # one skill is taken off the list, not the list
    return found[:1] if re.search(r"\bexperience\b", text, re.IGNORECASE) and len(found) > 1 else found


@cache
def field_words() -> dict[ProfileField, re.Pattern[str]]:
    """Words that name a field of the profile."""
    fields: dict[ProfileField, list[str]] = words("cues")["fields"]
    return {
        name: re.compile("|".join(map(spaced, wordings)), re.IGNORECASE) for name, wordings in fields.items()
    }

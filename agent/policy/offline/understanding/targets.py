"""The role a person wants: "I want to become...", "from teaching to...", "X instead"."""

import re
from dataclasses import dataclass

from agent.policy.offline.understanding.cues import cued_intents
from agent.policy.offline.understanding.doings import doer_wished
from agent.policy.offline.understanding.frames import frame
from agent.policy.offline.understanding.phrases import (
    Mention,
    cleaned,
    is_field,
    is_work,
    known_roles,
    names_work,
    phrase_at,
    phrase_before,
)
from agent.policy.offline.understanding.places import is_place
from agent.policy.offline.understanding.text import Clause

_NEGATED = re.compile(
    r"\b(?:not|don't|do not|no longer|never|doesn't|isn't|wouldn't|instead of|rather than|not to|stop|quit|without)"
    r"(?: \w+){0,4}$", re.IGNORECASE
)  # fmt: skip
_FROM_TO = re.compile(
    r"\bfrom (?:being )?(?:an? |the )?(?P<old>[^,.;?]{3,50}?) (?:in)?to (?:being |becoming )?(?:an? |the )?(?P<new>[^,.;?]{2,60})|^(?P<old2>[^,.;?]{3,40}?)\s*(?:->|→|=>)\s*(?P<new2>[^,.;?]{2,40})",
    re.IGNORECASE,
)
_OWN = re.compile(r"\b(?:i|me|my|i'd|i'm)\b", re.IGNORECASE)
_INTO = re.compile(r"\binto\s+$", re.IGNORECASE)
# Frames from the loosest to the plainest; strong ones vouch for words that no title knows.
_FRAMES = (
    ("picks_after", False),
    ("moves_into_after", False),
    ("wants_after", True),
    ("becomes_after", True),
)


@dataclass(frozen=True)
class Target:
    """A wanted role and where its wording starts in the clause."""

    role: str
    start: int


def wanted_role(clause: Clause, roles: list[Mention]) -> Target | None:
    """The role the person wants; the last one of the plainest wording wins."""
    text = clause.text
    found: Target | None = None
    for name, plain in _FRAMES:
        if clause.asks and not _counts_in_question(name, text):
            continue
        for match in frame(name).finditer(text):
            phrase = phrase_at(text, match.end(), roles)
            strong = plain or bool(_INTO.search(match[0]) and not clause.asks)
            if phrase is None or not is_work(phrase, strong=strong):
                continue
            if is_place(phrase) and not known_roles(phrase):
                continue
            # A known role is surer than words that only their frame vouches for.
            surer = found is None or names_work(phrase) or not names_work(found.role)
            if surer and not _is_negated(text, match):
                found = Target(cleaned(phrase), match.start())
    if found or clause.asks:
        return found
    done = doer_wished(text)
    if done and not _NEGATED.search(text[: done[0]].rstrip()):
        return Target(done[1], done[0])
    return _instead(text, roles)


def unwanted_role(text: str, roles: list[Mention]) -> str | None:
    """The role of "I don't want to be a nurse anymore"."""
    for name, _ in _FRAMES:
        for match in frame(name).finditer(text):
            phrase = phrase_at(text, match.end(), roles)
            if phrase and names_work(phrase) and _is_negated(text, match):
                return phrase
    return None


def change_of_role(text: str) -> tuple[str, str] | None:
    """Both ends of "from teaching to data engineering" and "truck driver -> data engineer"."""
    match = _FROM_TO.search(text)
    if match is None:
        return None
    old, new = (match["old"], match["new"]) if match["old"] else (match["old2"], match["new2"])
    wanted = phrase_at(new, 0, known_roles(new))
    if not wanted or not all(names_work(each) or is_field(each) for each in (old, wanted)):
        return None
    return cleaned(old), cleaned(wanted)


def _counts_in_question(name: str, text: str) -> bool:
    """Whether the wish is the person's own: "how long does it take to become..." is nobody's, "can I become..." is."""
    if name in ("becomes_after", "wants_after", "moves_into_after"):
        return bool(_OWN.search(text))
    return name != "picks_after" or "plan" in cued_intents(text)


def _is_negated(text: str, match: re.Match[str]) -> bool:
    return bool(_NEGATED.search(text[: match.end()].rstrip()))


def _instead(text: str, roles: list[Mention]) -> Target | None:
    match = frame("instead_before").search(text)
    phrase = phrase_before(text, match.start(), roles) if match and roles else None
    if phrase and is_work(phrase, strong=False):
        return Target(cleaned(phrase), text.find(phrase))
    return None

"""The roles a question is about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from agent.policy.offline.understanding.doings import doer_asked
from agent.policy.offline.understanding.frames import frame
from agent.policy.offline.understanding.phrases import (
    Mention,
    is_field,
    known_roles,
    names_work,
    phrase_at,
    phrase_before,
    split_level,
)
from agent.policy.offline.understanding.places import is_place
from agent.policy.offline.understanding.role_words import may_be_asked
from agent.policy.offline.understanding.trades import agent_form

# "How fast is cybersecurity growing?", "include electricians"
_AROUND = re.compile(
    r"(?<=\w)\s+(?:growing|shrinking|dying|booming|expanding|hiring|changing)$|^(?:add|include|compare)\s+(?=\w)",
    re.IGNORECASE,
)
_PLURAL = re.compile(r"\b([A-Z]{2,3})s\b")  # "RNs"
# "A recruiter offered...": somebody who acts in the story, not a role that is asked about.
_SPEAKS = re.compile(
    r"\s+(?:has |have |just |is )?(?:offered|offers|offering|said|says|told|called|contacted|reached)\b"
)


@dataclass(frozen=True)
class AskedRole:
    """A role a question is about, in the person's words without its level."""

    text: str
    level: str | None = None
    known: bool = True


def asked_roles(text: str) -> list[AskedRole]:
    """The roles a question names, in order; one that no title knows only where the wording leaves no doubt."""
    found: dict[int, AskedRole] = {}
    text = _PLURAL.sub(r"\1 ", text)
    roles = known_roles(text)
    for role in roles:
        phrase = _narrowed(text, role)
        if (" " in role.text or may_be_asked(phrase)) and not _SPEAKS.match(text, role.end):
            found[role.start] = _asked(phrase, known=True)
    if not found and (done := doer_asked(text)):
        found[done[0]] = _asked(done[1], known=True)
    if not found:
        for start, phrase in _unknown_roles(text, roles):
            found[start] = _asked(phrase, known=False)
            break
    unique: dict[str, AskedRole] = {}
    for _, asked in sorted(found.items()):
        unique.setdefault(asked.text.casefold(), asked)
    return list(unique.values())


def bare_role(text: str) -> str | None:
    """The role in an answer of a few words ("AI engineer", "a nurse I think"), known or not."""
    roles = known_roles(text)
    if roles:
        return _narrowed(text, roles[0])
    phrase = phrase_at(text, 0, roles)
    return phrase if phrase and (is_field(phrase) or names_work(phrase)) else None


def _asked(phrase: str, *, known: bool) -> AskedRole:
    text, level = split_level(_AROUND.sub("", phrase))
    return AskedRole(agent_form(text) or text, level, known)


def _narrowed(text: str, role: Mention) -> str:
    return phrase_before(text, role.end, [role], any_words=True) or role.text


def _unknown_roles(text: str, roles: list[Mention]) -> Iterator[tuple[int, str]]:
    for name in ("asked_verb_before", "asked_before"):
        for match in frame(name).finditer(text):
            phrase = phrase_before(text, match.start(), roles)
            if phrase and _may_be_unknown(phrase):
                yield match.start(), phrase
    for match in frame("asked_after").finditer(text):
        phrase = phrase_at(text, match.end(), roles)
        if phrase and _may_be_unknown(phrase):
            yield match.end(), phrase


def _may_be_unknown(phrase: str) -> bool:
    return (
        may_be_asked(phrase)
        and not is_place(phrase)
        and (names_work(phrase) or is_field(phrase) or len(phrase.split()) > 1)
    )

"""The roles a clause tells (what the person is, was, wants to be) and the roles it asks about."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache

from agent.policy.offline.understanding.cues import cued_intents
from agent.policy.offline.understanding.frames import frame
from agent.policy.offline.understanding.phrases import (
    Mention,
    agent_form,
    is_field,
    known_roles,
    may_be_asked,
    names_work,
    phrase_at,
    phrase_before,
    split_level,
)
from agent.policy.offline.understanding.places import is_place
from agent.policy.offline.understanding.text import Clause
from prompts import words

_NEGATED = re.compile(
    r"\b(?:not|don't|do not|no longer|never|doesn't|isn't|wouldn't|instead of|rather than|not to|stop|quit|without)"
    r"(?: \w+){0,4}$", re.IGNORECASE
)  # fmt: skip
_FROM_TO = re.compile(r"\bfrom (?:being )?(?:an? |the )?(?P<old>[^,.;?]{3,50}?) (?:in)?to (?:being |becoming )?(?:an? |the )?(?P<new>[^,.;?]{2,60})|^(?P<old2>[^,.;?]{3,40}?)\s*(?:->|→|=>)\s*(?P<new2>[^,.;?]{2,40})", re.IGNORECASE)
_GRADUATE = re.compile(r"\b(?:just|recently|newly|about to|fresh(?:ly)?)\s+(?:graduat\w+|finish\w* (?:college|university|high school|school)|out of (?:college|university|high school|school))|\b(?:recent|new|fresh)\s+(?:\w+\s+){0,2}(?:grad|graduate)\b", re.IGNORECASE)


@dataclass(frozen=True)
class RoleFacts:
    """What a clause says of the person's own work. `former` is what they left, `dropped` what they say is not so."""

    current: str | None = None
    target: str | None = None
    former: str | None = None
    dropped: str | None = None


@dataclass(frozen=True)
class AskedRole:
    """A role a question is about, in the person's words without its level."""

    text: str
    level: str | None = None
    known: bool = True


def told_roles(clause: Clause) -> RoleFacts:
    """Read a clause the person tells about themselves; in a question only the wish to become something counts."""
    roles = known_roles(clause.text)
    if clause.others or clause.supposes:
        return RoleFacts()
    moved = _moved(clause.text, roles)
    if moved is not None:
        return moved
    target, start = _target(clause, roles)
    if clause.asks:
        return RoleFacts(target=target)
    text = clause.text
    told = text if target is None else text[:start]
    former = _first(told, "was_after", roles, strong=True)
    dropped = _first(told, "is_not_after", roles, strong=False) or _unwanted(text, roles)
    if former or dropped:
        told = frame("was_after").sub(" | ", frame("is_not_after").sub(" | ", told))
        told = re.split(r"\|[^,;]*", told)[-1] if "|" in told else told
    return RoleFacts(_current(told, roles if told == clause.text else known_roles(told)), target, former, dropped)


def asked_roles(text: str) -> list[AskedRole]:
    """The roles a question names, in order; one that no title knows only where the wording leaves no doubt."""
    found: dict[int, AskedRole] = {}
    roles = known_roles(text)
    for role in roles:
        phrase = _narrowed(text, role, roles)
        if may_be_asked(phrase):
            found[role.start] = _asked(phrase, known=True)
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
        return _narrowed(text, roles[0], roles)
    phrase = phrase_at(text, 0, roles)
    return phrase if phrase and (is_field(phrase) or names_work(phrase)) else None


def _asked(phrase: str, *, known: bool) -> AskedRole:
    text, level = split_level(phrase)
    return AskedRole(text, level, known)


def _narrowed(text: str, role: Mention, roles: list[Mention]) -> str:
    return phrase_before(text, role.end, [role]) or role.text


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
    return may_be_asked(phrase) and not is_place(phrase) and (names_work(phrase) or is_field(phrase) or len(phrase.split()) > 1)


def _target(clause: Clause, roles: list[Mention]) -> tuple[str | None, int]:
    """The role the person wants, and where its wording starts; the last one said wins."""
    text = clause.text
    found: tuple[str | None, int] = (None, len(text))
    for name, strong in (("picks_after", False), ("moves_into_after", False), ("wants_after", True), ("becomes_after", True)):
        if name == "becomes_after" and clause.asks and not re.search(r"\b(?:i|me|my|i'd|i'm)\b", text, re.IGNORECASE):
            continue
        if clause.asks and name == "picks_after" and "plan" not in cued_intents(text):
            continue
        for match in frame(name).finditer(text):
            phrase = phrase_at(text, match.end(), roles)
            if phrase is None or (is_place(phrase) and not known_roles(phrase)) or not _is_work(phrase, strong=strong):
                continue
            if not _NEGATED.search(text[: match.start()] + match[0]):
                found = (_cleaned(phrase), match.start())
    if found[0] is None and not clause.asks:
        found = _instead(text, roles)
    return found


def _unwanted(text: str, roles: list[Mention]) -> str | None:
    """ "I don't want to be a nurse anymore"."""
    for name in ("wants_after", "becomes_after", "picks_after"):
        for match in frame(name).finditer(text):
            phrase = phrase_at(text, match.end(), roles)
            if phrase and names_work(phrase) and _NEGATED.search(text[: match.start()] + match[0]):
                return phrase
    return None


def _instead(text: str, roles: list[Mention]) -> tuple[str | None, int]:
    match = frame("instead_before").search(text)
    if match and roles:
        phrase = phrase_before(text, match.start(), roles)
        if phrase and _is_work(phrase, strong=False):
            return _cleaned(phrase), text.find(phrase)
    return None, len(text)


def _is_work(phrase: str, *, strong: bool) -> bool:
    if names_work(phrase):
        return True
    head = phrase.split()[-1].lower()
    if not may_be_asked(phrase) or head in set(words("people")["not_roles"].split()):
        return False
    return is_field(phrase) or (strong and len(phrase) > 2 and not head.endswith(("ly", "ed")))


def _moved(text: str, roles: list[Mention]) -> RoleFacts | None:
    """ "From teaching to data engineering", "truck driver -> data engineer"."""
    match = _FROM_TO.search(text)
    if match is None:
        return None
    old, new = (match["old"], match["new"]) if match["old"] else (match["old2"], match["new2"])
    new_phrase = phrase_at(new, 0, known_roles(new))
    if not new_phrase or not (names_work(old) or is_field(old)) or not (names_work(new_phrase) or is_field(new_phrase)):
        return None
    return RoleFacts(current=_cleaned(old), target=_cleaned(new_phrase))


def _current(text: str, roles: list[Mention]) -> str | None:
    strong = _first(text, "is_strong_after", roles, strong=True)
    return strong or _situation(text) or _first(text, "is_weak_after", roles, strong=False) or _described(text, roles)


def _described(text: str, roles: list[Mention]) -> str | None:
    """What they do: "nurse here", "I drive a truck", "I work in retail", or a role that opens the clause."""
    match = frame("here_before").search(text)
    if match and (phrase := phrase_before(text, match.start(), roles)) and names_work(phrase):
        return _cleaned(phrase)
    done = _verbs().search(text)
    if done:
        return str(words("people")["verbs"][re.sub(r"\b(?:an?|the|my|our)\b", "a", done["what"].lower())])
    first = phrase_at(text, 0, roles)
    if first and roles and text.lower().find(first.lower()) <= 4 and names_work(first) and roles[0].start < len(first) + 4:
        return _cleaned(first)
    field = frame("works_in_after").search(text)
    if field:
        phrase = phrase_at(text, field.end(), roles)
        if phrase and not is_place(phrase) and (names_work(phrase) or is_field(phrase)):
            return _cleaned(phrase)
    return None


def _situation(text: str) -> str | None:
    if _GRADUATE.search(text):
        return "recent graduate"
    match = _situations().search(text)
    if match is None:
        return None
    # "computer science student", "army veteran": the words before belong to it.
    return _cleaned(phrase_before(text, match.end(), [Mention(match.start("what"), match.end("what"), match["what"])]) or match["what"])


def _first(text: str, name: str, roles: list[Mention], *, strong: bool) -> str | None:
    for match in frame(name).finditer(text):
        phrase = phrase_at(text, match.end(), roles)
        if phrase and not is_place(phrase) and (names_work(phrase) or (strong and _is_work(phrase, strong=True))):
            return _cleaned(phrase)
    return None


def _cleaned(phrase: str) -> str:
    phrase = re.sub(r"^(?:an?|the|my)\s+", "", phrase.strip(" .,'"), flags=re.IGNORECASE)
    phrase = agent_form(phrase) or phrase
    return re.sub(r"\b(?:ai|ml|hr|it|ux|ui|qa|rn|lpn|cna|emt|hvac|cdl|cpa|icu|er)\b", lambda match: match[0].upper(), phrase)


@cache
def _verbs() -> re.Pattern[str]:
    done = "|".join(re.escape(each).replace(r"\ a\ ", r"\s+(?:an?|the|my|our)\s+").replace(r"\ ", r"\s+") for each in sorted(words("people")["verbs"], key=len, reverse=True))
    return re.compile(rf"\bi(?:\s+(?:currently|now|still|mostly|mainly|also|just))?\s+(?P<what>{done})\b(?!\s+(?:up|for dinner|at home|myself|it))", re.IGNORECASE)


@cache
def _situations() -> re.Pattern[str]:
    named = "|".join(re.escape(each).replace(r"\-", "[- ]") for each in words("people")["situations"])
    return re.compile(rf"(?:\b(?:i'm|i am|am|as|currently|now|been|still)\b|^)[^,;]*?\b(?P<what>{named})\b(?!\s+(?:loan|debt|visa|teacher|nurse|advisor))", re.IGNORECASE)


def with_former(facts: RoleFacts) -> RoleFacts:
    """A role that was left stands in for the current one where none is named ("former teacher")."""
    if facts.current is None and facts.former is not None:
        return replace(facts, current=f"former {facts.former}")
    return facts

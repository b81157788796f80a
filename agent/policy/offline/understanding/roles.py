"""What a clause tells of the person's own work: what they are, were, are not, and want to be."""

import re
from dataclasses import dataclass, replace
from functools import cache

from agent.policy.offline.understanding.doings import doer
from agent.policy.offline.understanding.frames import frame
from agent.policy.offline.understanding.phrases import (
    Mention,
    cleaned,
    is_trade,
    is_work,
    known_roles,
    names_work,
    phrase_at,
    phrase_before,
)
from agent.policy.offline.understanding.places import is_place
from agent.policy.offline.understanding.targets import change_of_role, unwanted_role, wanted_role
from agent.policy.offline.understanding.text import Clause
from prompts import words

_GRADUATE = re.compile(
    r"\b(?:just|recently|newly|about to|fresh(?:ly)?)\s+(?:graduat\w+|finish\w* (?:college|university|high school|school)|out of (?:college|university|high school|school))|\b(?:recent|new|fresh)\s+(?:\w+\s+){0,2}(?:grad|graduate)\b",
    re.IGNORECASE,
)
_AGE_FIRST = re.compile(r"\s*\d{2}\s*(?:yo|y/o|m|f|years old)?\s*,\s*", re.IGNORECASE)


@dataclass(frozen=True)
class RoleFacts:
    """What a clause says of the person's own work. `former` is what they left, `dropped` what they say is not so."""

    current: str | None = None
    target: str | None = None
    former: str | None = None
    dropped: str | None = None


def told_roles(clause: Clause) -> RoleFacts:
    """Read a clause the person tells about themselves; in a question only the wish to become something counts."""
    text = clause.text
    if clause.others or clause.supposes:
        return RoleFacts()
    if moved := change_of_role(text):
        return RoleFacts(current=moved[0], target=moved[1])
    roles = known_roles(text)
    target = wanted_role(clause, roles)
    if clause.asks:
        return RoleFacts(target=target.role if target else None)
    told = text[: target.start] if target else text
    former = _first(told, "was_after", roles, strong=True)
    dropped = _first(told, "is_not_after", roles, strong=False) or unwanted_role(text, roles)
    current = _current(_without_past(told) if former or dropped else told)
    return _with_former(
        RoleFacts(current, target.role if target else None, former, dropped),
        retired=bool(re.search(r"\bretired\b", told, re.IGNORECASE)),
    )


def _without_past(told: str) -> str:
    """What follows the words about former work ("used to be a chef, | now I drive a taxi")."""
    marked = frame("was_after").sub(" | ", frame("is_not_after").sub(" | ", told))
    return re.split(r"\|[^,;]*", marked)[-1] if "|" in marked else told


def _current(text: str) -> str | None:
    roles = known_roles(text)
    return (
        _first(text, "is_strong_after", roles, strong=True)
        or _situation(text)
        or _first(text, "is_weak_after", roles, strong=False)
        or _described(text, roles)
    )


def _described(text: str, roles: list[Mention]) -> str | None:
    """What they do: "nurse here", "I drive a truck", a role that opens the clause, or "I work in retail"."""
    if aged := _AGE_FIRST.match(text):  # "28, warehouse picker"
        text = text[aged.end() :]
        roles = known_roles(text)
    match = frame("here_before").search(text)
    if match and (phrase := phrase_before(text, match.start(), roles)) and names_work(phrase):
        return cleaned(phrase)
    if done := doer(text):
        return done
    first = phrase_at(text, 0, roles)
    if first and roles and roles[0].start < len(first) + 4 and text.find(first) <= 4 and names_work(first):
        return cleaned(first)
    field = frame("works_in_after").search(text)
    phrase = phrase_at(text, field.end(), roles) if field else None
    if phrase and not is_place(phrase) and (names_work(phrase) or is_trade(phrase)):
        return cleaned(phrase)
    return None


def _situation(text: str) -> str | None:
    if _GRADUATE.search(text):
        return "recent graduate"
    match = _situations().search(text)
    if match is None:
        return None
    # "computer science student", "army veteran": the words before belong to it.
    named = Mention(match.start("what"), match.end("what"), match["what"])
    return cleaned(phrase_before(text, named.end, [named], any_words=True) or named.text)


def _first(text: str, name: str, roles: list[Mention], *, strong: bool) -> str | None:
    """The first role that follows a wording of the frame."""
    for match in frame(name).finditer(text):
        phrase = phrase_at(text, match.end(), roles)
        named = phrase and (names_work(phrase) or (strong and is_work(phrase, strong=True)))
        if phrase and named and not is_place(phrase):
            return cleaned(phrase)
    return None


@cache
def _situations() -> re.Pattern[str]:
    named = "|".join(re.escape(each).replace(r"\-", "[- ]") for each in words("people")["situations"])
    return re.compile(
        rf"(?:\b(?:i'm|i am|am|as|currently|now|been|still)\b|^)[^,;]*?\b(?P<what>{named})\b(?!\s+(?:loan|debt|visa|teacher|nurse|advisor))",
        re.IGNORECASE,
    )


def _with_former(facts: RoleFacts, *, retired: bool) -> RoleFacts:
    """A role that was left stands in for the current one where none is named ("former teacher")."""
    if facts.current is None and facts.former is not None:
        return replace(facts, current=f"{'retired' if retired else 'former'} {facts.former}")
    return facts

"""What a clause tells of the person's own work: what they are, were, are not, and want to be."""

import re
from dataclasses import dataclass
from functools import cache

from agent.policy.offline.understanding.cues import corrected_from, cued_intents
from agent.policy.offline.understanding.doings import doer, doer_wished
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
from agent.policy.offline.understanding.standing import Standing, standings, wishes
from agent.policy.offline.understanding.text import Clause
from agent.policy.offline.understanding.trades import agent_form, doer_of, is_trade
from prompts import words

_GRADUATE = re.compile(
    r"\b(?:just|recently|newly|about to|fresh(?:ly)?)\s+(?:graduat\w+|finish\w* (?:college|university|high school|school)|out of (?:college|university|high school|school))|\b(?:recent|new|fresh)\s+(?:\w+\s+){0,2}(?:grad|graduate)\b",
    re.IGNORECASE,
)
_AGE_FIRST = re.compile(r"\s*\d{2}\s*(?:yo|y/o|m|f|years old)?\s*,\s*", re.IGNORECASE)
_FROM_TO = re.compile(
    r"\bfrom (?:being )?(?:an? |the )?(?P<old>[^,.;?]{3,50}?) (?:in)?to (?:being |becoming )?(?:an? |the )?(?P<new>[^,.;?]{2,60})|^(?P<old2>[^,.;?]{3,40}?)\s*(?:->|→|=>)\s*(?P<new2>[^,.;?]{2,40})|\b(?:leav\w+|left|quit\w*|trad\w+|swap\w*|give up|giving up) (?:my )?(?P<old4>[^,.;?]{3,40}?) for (?:an? |the )?(?P<new4>[^,.;?]{2,40})|: ?(?P<old3>[^,.;?]{3,40}?) to (?P<new3>[^,.;?]{2,40})",
    re.IGNORECASE,
)
_LATE_CORRECTION = re.compile(
    r"(?P<what>.+?),? (?:to be (?:exact|precise|clear)|i mean|i meant|that is)\W*", re.IGNORECASE
)
_DOING = re.compile(r"\w+ing$", re.IGNORECASE)
_FOLK = re.compile(
    r"\W*(?:i'm an? )?(?P<trade>[\w ]{2,30}?) (?:guy|gal|lady|dude|girl|woman|man)\b", re.IGNORECASE
)
_GIVES_UP = re.compile(r"(?:forget|not|scrap|drop|no more)\b", re.IGNORECASE)
_RETIRED = re.compile(r"\bretired\b", re.IGNORECASE)
_UNDECIDED = re.compile(r"\s+or (?!some?thing|similar|so\b|no\b|like\b)\w", re.IGNORECASE)
_OWN = re.compile(r"\b(?:i|me|my|i'd|i'm)\b", re.IGNORECASE)


@dataclass(frozen=True)
class RoleFacts:
    """What a clause says of the person's own work.

    `former` is what they left, `dropped` what they say is not so, `unwanted` what they do not want, `corrected` what takes the place of what was said last,
    `named` what stands there by itself; `wishes`: something is wished for, but no role;
    `deed`: the current role is only concluded from what they do.
    """

    current: str | None = None
    target: str | None = None
    former: str | None = None
    dropped: str | None = None
    unwanted: str | None = None
    corrected: str | None = None
    named: str | None = None
    wishes: bool = False
    deed: bool = False


def told_roles(clause: Clause) -> RoleFacts:
    """Read a clause the person tells about themselves; in a question only the wish to become something counts."""
    text = clause.text
    if clause.others or clause.supposes:
        return RoleFacts()
    if corrected := _correction(text):
        return RoleFacts(corrected=corrected)
    if moved := _change_of_role(text):
        return RoleFacts(current=moved[0], target=moved[1])
    roles = known_roles(text)
    said = standings(text, roles)
    wanted = _surest([each for each in said if each.says == "wanted"])
    if clause.asks:
        own = wanted and len(roles) < 2 and (_OWN.search(text) or "plan" in cued_intents(text))
        return RoleFacts(target=wanted.role if wanted and own else None)
    return _told(text, wanted, {each.says: each.role for each in reversed(said)})


def _told(text: str, wanted: Standing | None, first: dict[str, str]) -> RoleFacts:
    """What a statement tells. `first` is the first role of each standing in it."""
    target, start = (wanted.role, wanted.start) if wanted else _wished(text)
    if target and _UNDECIDED.match(text, text.casefold().find(target.casefold()) + len(target)):
        target = None  # "a baker or a cook"
    dropped, former = first.get("refused"), first.get("left")
    if dropped and "named" in first:
        return RoleFacts(dropped=dropped, corrected=first["named"])  # "not a baker, a cook"
    current = first.get("held") or _situation(text[:start])
    deed = None if current or dropped or "named" in first else _described(text[:start])
    current = current or deed
    if current is None and former:
        current = f"{'retired' if _RETIRED.search(text) else 'former'} {former}"
    return RoleFacts(
        current=doer_of(current) if current else None,
        target=target,
        former=former,
        dropped=dropped,
        unwanted=first.get("unwanted"),
        named=None if current or dropped else first.get("named"),
        deed=deed is not None,
        wishes=target is None and wishes(text),
    )


def _correction(text: str) -> str | None:
    """The role that "actually no, a baker" puts in the place of another."""
    if late := _LATE_CORRECTION.fullmatch(text.strip()):
        return cleaned(late["what"]) if is_work(late["what"], strong=False) else None
    start = corrected_from(text)
    if _GIVES_UP.match(text, start):
        return None
    phrase = phrase_at(text, start, known_roles(text)) if start else None
    alone = phrase and len(text[start:].strip(" .!")) <= len(phrase) + 4
    return cleaned(phrase) if phrase and alone and names_work(phrase) else None


def _surest(wanted: list[Standing]) -> Standing | None:
    """The last one that titles know, else the last one."""
    return next((each for each in reversed(wanted) if each.known), wanted[-1] if wanted else None)


def _wished(text: str) -> tuple[str | None, int]:
    """What they want to do ("I want to teach"), and where the wish starts."""
    done = doer_wished(text)
    return (done[1], done[0]) if done else (None, len(text))


def _change_of_role(text: str) -> tuple[str, str] | None:
    """Both ends of "from teaching to data engineering" and "truck driver -> data engineer"."""
    match = _FROM_TO.search(text)
    if match is None:
        return None
    old = match["old"] or match["old2"] or match["old3"] or match["old4"]
    new = match["new"] or match["new2"] or match["new3"] or match["new4"]
    wanted = phrase_at(new, 0, known_roles(new))
    if not wanted or not all(names_work(each) or is_field(each) for each in (old, wanted)):
        return None
    return doer_of(cleaned(old)), cleaned(wanted)


def _described(text: str) -> str | None:
    """What they do: "I drive a truck" or "I work in retail"."""
    if aged := _AGE_FIRST.match(text):  # "28, warehouse picker"
        text = text[aged.end() :]
    roles = known_roles(text)
    if done := doer(text):
        return done
    opening = phrase_at(text, 0, roles)
    if opening and _DOING.match(opening) and agent_form(opening):
        return cleaned(opening)  # "bartending since 2016"
    folk = _FOLK.match(text)
    if folk and is_trade(folk["trade"]):
        return cleaned(folk[0])
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


@cache
def _situations() -> re.Pattern[str]:
    named = "|".join(re.escape(each).replace(r"\-", "[- ]") for each in words("people")["situations"])
    return re.compile(
        rf"(?:\b(?:i'm|i am|am|as|currently|now|been|still)\b|^)[^,;]*?\b(?P<what>{named})\b(?!\s+(?:loan|debt|visa|teacher|nurse|advisor))",
        re.IGNORECASE,
    )

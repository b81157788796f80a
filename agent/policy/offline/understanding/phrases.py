"""Where the name of a role starts and ends in a clause, and whether a phrase names work at all."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from agent.policy.offline.understanding.places import is_place
from agent.policy.offline.understanding.role_words import (
    articles,
    endings,
    ends,
    levels,
    may_be_asked,
    never,
    not_asked,
    not_roles,
    openers,
)
from agent.policy.offline.understanding.trades import agent_form, is_trade, names_trade
from prompts import words

LONGEST = 6  # words in the name of a role

_BREAK = re.compile(r"[,;:!?()@\[\]\"|=]|\.(?=\s|$)|\s[-/]+\s|->|→|&(?!\w)|\d{2,}")


@dataclass(frozen=True)
class Mention:
    """A known role found in a text; `field` where the work is named rather than who does it."""

    start: int
    end: int
    text: str
    field: bool = False


def known_roles(text: str) -> list[Mention]:
    """Every role of the occupation titles in `text`, in order."""
    from tools.oews.occupations import find_roles

    found = [
        _without_verb(Mention(each.start, each.end, each.text))
        for each in find_roles(text)
        if text[each.start : each.end] not in never()
    ]
    fields = [
        each
        for each in _fields(text)
        if not any(each.start < other.end and other.start < each.end for other in found)
    ]
    return sorted([*found, *fields], key=lambda each: each.start)


def _without_verb(role: Mention) -> Mention:
    """A title without the small word before it that only looks like its abbreviation ("is project manager")."""
    first, _, rest = role.text.partition(" ")
    rest = re.sub(r"^(?:an?|the) ", "", rest)
    if first in ("is", "it", "as", "im", "or", "in", "be", "me", "we", "us", "to", "go", "do") and rest:
        return Mention(role.end - len(rest), role.end, rest)
    return role


def _fields(text: str) -> Iterator[Mention]:
    """Fields of work whose doer is a known title ("data engineering")."""
    for match in _field().finditer(text):
        for start in (match.start(), match.start("last")):
            if text[start:].split(maxsplit=1)[0].lower() in ends() | openers():
                continue
            if names_trade(text[start : match.end()]):
                end = _worker_end(text, match.end())
                yield Mention(start, end, text[start:end], field=True)
                break


def _worker_end(text: str, end: int) -> int:
    """Where the name of who works in a field ends ("emergency management | specialist")."""
    following = re.compile(r" [A-Za-z-]+\b").match(text, end)
    return following.end() if following and names_work(following[0].strip()) else end


@cache
def _field() -> re.Pattern[str]:
    endings = "|".join(ending for ending in words("roles")["agents"] if ending != "ing")
    return re.compile(rf"(?:\b[A-Za-z]+[ -])?\b(?P<last>[A-Za-z]+[ -](?:{endings}))\b", re.IGNORECASE)


def phrase_at(text: str, start: int, roles: list[Mention]) -> str | None:
    """The role named from `start` on: up to a boundary word, or to the end of a known title that runs over it."""
    start = _skip_openers(text, start, {role.start for role in roles})
    end = _boundary(text, start)
    for role in roles:
        if start <= role.start < max(end, start + 1) and role.end > end:
            end = role.end
    for role in roles:
        if start <= role.start and role.end < end and is_place(text[role.end : end].strip(" ,.")):
            end = role.end  # "teacher denver"
            break
    phrase = re.sub(r"\s+of$", "", text[start:end].strip(" .'-"))
    return phrase if phrase and len(phrase.split()) <= LONGEST else None


def phrase_before(text: str, end: int, roles: list[Mention], *, any_words: bool = False) -> str | None:
    """The role named right before `end`: a known title that ends there, else the last words no boundary parts.

    Only words of job titles may narrow a title, unless `any_words`.
    """
    for role in roles:
        if role.end <= end and not text[role.end : end].strip(" '-"):
            return _with_modifiers(text, role, any_words=any_words)
    start = 0
    for match in re.finditer(r"[^\s,;:!?()]+", text[:end]):
        if match[0].lower().strip("'") in ends() | not_asked() or match[0].lower() in openers():
            start = match.end()
    phrase = _BREAK.split(text[start:end])[-1].strip(" .'-")
    return phrase if phrase and len(phrase.split()) <= LONGEST else None


def _with_modifiers(text: str, role: Mention, *, any_words: bool) -> str:
    """The known title with the words that narrow it ("pediatric ICU" before "nurse").

    With `any_words` also words of no title, but only right after an article or the like ("a dragon | trainer"):
    elsewhere they may be anything ("will replace radiologists").
    """
    from tools.oews.titles import title_lengths
    from tools.oews.wording import title_key

    start = sure = role.start
    opened = True
    for match in reversed(list(re.finditer(r"\S+", text[: role.start]))):
        word = match[0].lower()
        opened = word in articles()
        if word in ends() | not_asked() | openers() or re.search(r"[^\w'-]$", word) or not word.isascii():
            break
        if role.start - match.start() > 25 or word.endswith(("ing", "'s")) or word in levels():
            break
        if start == sure and title_lengths(title_key(word)):
            sure = match.start()
        elif not any_words:
            break
        start, opened = match.start(), True
    return text[start if opened else sure : role.end].strip()


def _skip_openers(text: str, start: int, titles: set[int]) -> int:
    """The first word that may belong to the role; a known title may itself begin with an opener ("real estate agent")."""
    while True:
        if start + len(text[start:]) - len(text[start:].lstrip()) in titles:
            return start + len(text[start:]) - len(text[start:].lstrip())
        match = re.compile(r"\s*([^\s,;:!?]+)\s+").match(text, start)
        opener = match is not None and (
            match[1].lower() in openers() or re.fullmatch(r"\d+[- ]?(?:year|yr)s?(?:-old)?", match[1])
        )
        if match is None or not opener:
            return start + len(text[start:]) - len(text[start:].lstrip())
        start = match.end()


def _boundary(text: str, start: int) -> int:
    stop = _BREAK.search(text, start)
    end = stop.start() if stop else len(text)
    for index, match in enumerate(re.finditer(r"\S+", text[start:end])):
        if index and _is_end(match[0]):
            return start + match.start()
        if index == 0 and _is_end(match[0]):
            return start
    return end


def _is_end(word: str) -> bool:
    plain = word.lower().strip(".'\"")
    return word != "IT" and (plain in ends() or plain.endswith("n't"))


def opens_with_role(text: str, roles: list[Mention]) -> bool:
    """Whether a known role opens the text, but for words that may stand before any."""
    return bool(roles) and all(word in openers() for word in text[: roles[0].start].lower().split())


def split_level(phrase: str) -> tuple[str, str | None]:
    """A role without its level, and the level ("senior", "entry-level", "mid-level") if one was said."""
    for written, level in levels().items():
        rest = re.sub(rf"^{re.escape(written)}\s+(?=\w)", "", phrase, flags=re.IGNORECASE)
        if rest != phrase:
            return rest, level
    return phrase, None


def names_work(phrase: str) -> bool:
    """Whether the phrase ends in a known role, or its last word sounds like one and is not on the list of others."""
    head = phrase.rsplit(maxsplit=1)[-1].lower()
    ending = [role for role in known_roles(phrase) if role.end >= len(phrase) - 1]
    if any(" " in role.text for role in ending):
        return True
    if not may_be_asked(phrase):
        return False
    if ending and head not in not_roles():
        return True
    if re.fullmatch(r"[A-Z]\w+(?:[ -][A-Z]\w+)?ian", phrase):
        return False  # "I'm Brazilian"
    return head not in not_roles() and len(head) > 4 and head.endswith(endings())


def is_field(phrase: str) -> bool:
    """Whether a phrase that names no role links to occupations or skills all the same ("nursing", "AI")."""
    return is_trade(phrase) or _is_taught(phrase)


def is_work(phrase: str, *, strong: bool) -> bool:
    """Whether a phrase after a frame names work; a `strong` frame vouches for words that nothing else knows."""
    if names_work(phrase):
        return True
    head = phrase.rsplit(maxsplit=1)[-1].lower()
    if not may_be_asked(phrase) or head in not_roles():
        return False
    return is_field(phrase) or (strong and len(phrase) > 2 and not head.endswith(("ly", "ed")))


def cleaned(phrase: str) -> str:
    """A role as it is kept: who does it rather than the field, abbreviations in capitals."""
    phrase = re.sub(r"^(?:an?|the|my)\s+", "", phrase.strip(" .,'"), flags=re.IGNORECASE)
    phrase = agent_form(phrase) or phrase
    return re.sub(
        r"\b(?:ai|ml|hr|it|ux|ui|qa|rn|lpn|cna|emt|hvac|cdl|cpa|icu|er)\b",
        lambda match: match[0].upper(),
        phrase,
    )


def _is_taught(phrase: str) -> bool:
    from tools.roadmap.skills import find_in_text

    return any(each.skill_id and each.start == 0 and each.end == len(phrase) for each in find_in_text(phrase))

"""Work told by what is done: "I drive a truck", "someone who cuts hair"."""

import re
from functools import cache

from prompts import words


def doer(text: str) -> str | None:
    """Who does what the person says they do ("I drive a truck" -> "truck driver")."""
    match = _own().search(text)
    if match is None:
        return None
    if match["what"]:
        return _named(match["what"])
    return next(
        name for wording, name in _gerunds().items() if re.fullmatch(wording, match["doing"], re.IGNORECASE)
    )


def doer_wished(text: str) -> tuple[int, str] | None:
    """Who does what the person wants to do ("I want to teach"), and where the wish starts."""
    match = _wished().search(text)
    return (match.start(), _named(match["what"])) if match else None


def doer_asked(text: str) -> tuple[int, str] | None:
    """The same in the third person ("someone who drives a school bus"), and where it stands."""
    match = _anybodys().search(text)
    return (match.start(), _named(match["what"])) if match else None


def _named(done: str) -> str:
    written = re.sub(r"\s+", " ", re.sub(r"\b(?:an?|the|my|our)\b", "a", done.lower()))
    return _verbs().get(written) or _verbs()[re.sub(r"^(\w+)s\b", r"\1", written)]


def _verbs() -> dict[str, str]:
    table: dict[str, str] = words("people")["verbs"]
    return table


def _wordings() -> list[str]:
    longest_first = sorted(_verbs(), key=len, reverse=True)
    return [each.replace(" a ", " (?:an?|the|my|our) ").replace(" ", r"\s+") for each in longest_first]


@cache
def _gerunds() -> dict[str, str]:
    """The wordings with their first word in the -ing form, and whom each names."""
    longest_first = sorted(_verbs(), key=len, reverse=True)
    return {
        re.sub(r"^(\w+?)e?\b", r"(?:\1|\1\\w)ing", wording): _verbs()[each]
        for wording, each in zip(_wordings(), longest_first, strict=True)
    }


@cache
def _own() -> re.Pattern[str]:
    adverbs = r"(?:\s+(?:currently|now|still|mostly|mainly|also|just))*"
    not_work = r"(?!\s+(?:up|for dinner|at home|myself|it))"
    done = rf"i{adverbs}\s+(?P<what>{'|'.join(_wordings())})"
    doing = rf"(?:i'm|i am|i've been|i have been|been){adverbs}\s+(?P<doing>{'|'.join(_gerunds())})"
    return re.compile(rf"\b(?:{done}|{doing})\b{not_work}", re.IGNORECASE)


@cache
def _wished() -> re.Pattern[str]:
    wish = r"(?:want|wanna|like|love|hope|hoping|plan|planning|dreaming|going|learn|train)\s+(?:to|of)"
    return re.compile(
        rf"\b{wish}\s+(?P<what>{'|'.join(_wordings())})\b(?!\s+(?:up|me|myself|it|english))", re.IGNORECASE
    )


@cache
def _anybodys() -> re.Pattern[str]:
    several_words = (re.sub(r"^(\w+)", r"\1s", each) for each in _wordings() if r"\s" in each)
    return re.compile(rf"\b(?:who|that|he|she|they)\s+(?P<what>{'|'.join(several_words)})\b", re.IGNORECASE)

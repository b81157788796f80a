"""Work told by what is done: "I drive a truck", "someone who cuts hair"."""

import re
from functools import cache

from prompts import words

_OBJECT = r"(?:(?:an?|the|my|our|some)\s+)?(?P<object>[a-z][a-z-]*(?:\s+(?!in\b|at\b|for\b|on\b|and\b|but\b|out\b|near\b|around\b|with\b|to\b)[a-z][a-z-]*){0,2})"
_POINTING = frozenset({"it", "them", "that", "this", "these", "those", "people", "things", "myself", "me"})
_ADVERBS = r"(?:\s+(?:currently|now|still|mostly|mainly|also|just))*"
_DEED = re.compile(
    rf"\b(?:i{_ADVERBS}|(?:i'm|i am|i've been|i have been|been){_ADVERBS}(?P<doing>))\s+(?P<verb>[a-z]+?)(?(doing)ing)\s+{_OBJECT}",
    re.IGNORECASE,
)
_WISHED_DEED = re.compile(
    rf"\b(?:want|wanna|like|love|hope|plan|learn|train)\s+to\s+(?P<doing>(?!))?(?P<verb>[a-z]+)\s+{_OBJECT}",
    re.IGNORECASE,
)

_ANYBODYS_DEED = re.compile(
    rf"\b(?:who|that|he|she|they)\s+(?P<doing>(?!))?(?P<verb>[a-z]+)\s+{_OBJECT}", re.IGNORECASE
)


def doer(text: str) -> str | None:
    """Who does what the person says they do ("I drive a truck" -> "truck driver")."""
    match = _own().search(text)
    if match is None:
        deed = _derived(_DEED, text)
        return deed[1] if deed else None
    if match["what"]:
        return _named(match["what"])
    return next(
        name for wording, name in _gerunds().items() if re.fullmatch(wording, match["doing"], re.IGNORECASE)
    )


def doer_wished(text: str) -> tuple[int, str] | None:
    """Who does what the person wants to do ("I want to teach"), and where the wish starts."""
    match = _wished().search(text)
    if match:
        return match.start(), _named(match["what"])
    return _derived(_WISHED_DEED, text)


def doer_asked(text: str) -> tuple[int, str] | None:
    """The same in the third person ("someone who drives a school bus"), and where it stands."""
    match = _anybodys().search(text)
    return (match.start(), _named(match["what"])) if match else _derived(_ANYBODYS_DEED, text)


def _derived(wording: re.Pattern[str], text: str) -> tuple[int, str] | None:
    """Where a deed stands, and the title made of it and its object ("run a forklift" -> "forklift operator")."""
    for match in wording.finditer(text):
        agents = _agents_of(match["verb"].lower(), doing=match["doing"] is not None)
        objects = match["object"].split()
        for length in range(len(objects), 0, -1):
            for agent in agents:
                if title := _title(" ".join(objects[:length]), agent):
                    return match.start(), title
    return None


def _title(what: str, agent: str) -> str | None:
    from tools.oews.occupations import find_roles
    from tools.oews.wording import title_key

    if what.lower() in _POINTING:
        return None
    name = f"{title_key(what)} {agent}"
    return name if any((each.start, each.end) == (0, len(name)) for each in find_roles(name)) else None


def _agents_of(verb: str, *, doing: bool) -> list[str]:
    """The agents of a verb; one in the -ing form may have dropped an "e" or doubled its last letter."""
    deeds: dict[str, str] = words("people")["deeds"]
    stems = (
        [verb, f"{verb}e", verb[:-1]] if doing else [verb, verb.removesuffix("s"), verb.removesuffix("es")]
    )
    return next((deeds[stem].split() for stem in stems if stem in deeds), [])


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

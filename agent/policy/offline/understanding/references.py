"""Roles that a message points back to instead of naming them: "the second one", "which of the two", "I want that"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.policy.offline.understanding.phrases import known_roles
from agent.policy.offline.understanding.text import Clause
from agent.policy.offline.understanding.trades import singular

_PLACE_IN_PAIR = re.compile(
    r"\b(?:the |that )?(?P<place>first|former|1st|second|latter|2nd|last|other)(?: (?:one|role|job|option|career|choice)| of (?:the two|them|those|these))\b"
    r"|\bthe (?P<alone>former|latter|other|second|first)(?=(?:,? (?:then|please|now))?\W*$)",
    re.IGNORECASE,
)
_PAIR = re.compile(
    r"\b(?:the|these|those) two(?: of them)?\b|\bboth(?: of (?:them|these|those))?\b|\beither(?: of (?:them|these|those))?\b|(?<=which of )(?:them|these|those)\b",
    re.IGNORECASE,
)
_WHICH = re.compile(
    r"(?P<which>\bwhich(?: (?:one|role|job|career))?)(?= (?:is|has|have|pays?|earns?|makes?|would|should|will|gets?|offers?|needs?|takes?|one)\b)",
    re.IGNORECASE,
)
_WISHED = re.compile(
    r"\b(?:want|choose|pick|take|go with|become|be)(?: to (?:do|be|become))? (?:that|this|it|one)(?: one)?(?: too| as well| then| now)?\W*$"
    r"|^(?:(?:ok|okay|yes|yeah|well|so|and),? )*(?:that|this|it)(?:'s| is| sounds like) (?:exactly )?(?:what|the (?:one|job|role|career)(?: that)?) i(?:'d|'m)? .*\b(?:want|like|love|after|looking|do|become)\b",
    re.IGNORECASE,
)
SHORT = 6  # words in which pointing to a role is choosing it
MOST = 4  # roles kept in mind
_DIFFER = re.compile(r"\bthey\b(?= (?:\w+ )?(?:differ|compare)\b)|(?<=between )them\b", re.IGNORECASE)
_IS_ONE = re.compile(r"^(?:\w+ )?(?:i'm|i am) one(?: too| as well| myself)?(?=\W*$|,)", re.IGNORECASE)
_CHOSEN = re.compile(
    r"(?:(?:ok|okay|fine|then|so|alright),? )*(?P<what>(?!that|this|what|so\b)[\w.+#/ -]{2,40}?),? it is\b(?: then)?\W*$",
    re.IGNORECASE,
)
_THEN = re.compile(
    r"(?:(?:ok|okay|fine|so|alright),? )*(?:an? |the )?(?P<what>[\w.+#/ -]{2,40}?),? then\W*$", re.IGNORECASE
)
_AM_THERE = re.compile(
    r"\b(?:i'm|i am|i live|i work|i've lived|i've worked|we live|we're)\b(?:(?!\bnot\b|n't).)*?\bthere\b(?! (?:is|are|was|will|should)\b)",
    re.IGNORECASE,
)
_SECOND = frozenset({"second", "latter", "2nd", "last"})


def resolved(clause: Clause, recent: Sequence[str], topic: str | None) -> Clause:
    """The clause with the roles it points to named. `recent` are those spoken of so far, `topic` the present one."""
    text = clause.text
    if topic and _IS_ONE.search(text):
        return replace(clause, text=_IS_ONE.sub(f"I'm a {singular(topic)}", text))
    pair = (recent[-2], recent[-1]) if len(recent) > 1 else None
    chosen = None if clause.asks else _chosen(text, recent, pair, topic)
    if chosen:
        return replace(clause, text=f"I want to be {chosen}")
    return replace(clause, text=_with_pair(text, pair, topic, asks=clause.asks)) if pair else clause


def placed(clause: Clause, place: str | None) -> Clause:
    """The clause with the place named that the person is "there" in."""
    if place is None or clause.asks or not _AM_THERE.search(clause.text):
        return clause
    return replace(
        clause, text=re.sub(r"\bthere\b", f"in {place}", clause.text, count=1, flags=re.IGNORECASE)
    )


def _chosen(text: str, recent: Sequence[str], pair: tuple[str, str] | None, topic: str | None) -> str | None:
    """The role that words of choosing point to: "that's what I want", "the second one", "welder it is", "welder then"."""
    if topic and _WISHED.search(text):
        return singular(topic)
    if match := _CHOSEN.match(text):
        named = match["what"].casefold()
        return next((role for role in recent if named in role.casefold()), match["what"])
    if pair is None:
        return None
    match = _THEN.match(text)
    if match and match["what"].casefold() in (pair[0].casefold(), pair[1].casefold()):
        return match["what"]
    match = _PLACE_IN_PAIR.search(text)
    return _of_pair(match, pair, topic) if match and len(text.split()) <= SHORT else None


def _of_pair(match: re.Match[str], pair: tuple[str, str], topic: str | None) -> str:
    place = (match["place"] or match["alone"]).lower()
    if place == "other":
        return pair[1] if (topic or "").casefold() == pair[0].casefold() else pair[0]
    return pair[1] if place in _SECOND else pair[0]


def _with_pair(text: str, pair: tuple[str, str], topic: str | None, *, asks: bool) -> str:
    """The text with "the first one" named, and a question of neither by name asked of both."""
    named = _PLACE_IN_PAIR.sub(lambda match: _of_pair(match, pair, topic), text)
    if named != text or not asks or known_roles(text):
        return named
    both = _DIFFER.sub(" and ".join(pair), _PAIR.sub(" or ".join(pair), text))
    return both if both != text else _WHICH.sub(rf"\g<which> of {' or '.join(pair)}", text)


def remembered(recent: Sequence[str], named: Sequence[str]) -> list[str]:
    """The roles spoken of so far with those just named, the latest last; a pair keeps its order while it is spoken of."""
    told = list(dict.fromkeys(named))
    if {each.casefold() for each in told} <= {each.casefold() for each in recent[-2:]}:
        return [*recent]
    kept = [each for each in recent if each.casefold() not in {name.casefold() for name in told}]
    return [*kept, *told][-MOST:]

"""Roles that a message points back to instead of naming them: "the second one", "which of the two", "I want that"."""

import re
from collections.abc import Sequence
from dataclasses import replace

from agent.policy.offline.understanding.phrases import known_roles, singular
from agent.policy.offline.understanding.text import Clause

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
_IS_ONE = re.compile(r"^(?:\w+ )?(?:i'm|i am) one(?: too| as well| myself)?\W*$", re.IGNORECASE)
_CHOSEN = re.compile(r"(?:(?:ok|okay|fine|then|so|alright),? )*(?P<what>(?!that|this|what|so\b)[\w.+#/ -]{2,40}?),? it is\b(?: then)?\W*$", re.IGNORECASE)
_SECOND = frozenset({"second", "latter", "2nd", "last"})


def resolved(clause: Clause, recent: Sequence[str], topic: str | None) -> Clause:
    """The clause with the roles it points to named. `recent` are those spoken of so far, `topic` the present one."""
    text = clause.text
    if topic and _IS_ONE.search(text):
        return replace(clause, text=f"I'm a {singular(topic)}")
    if topic and not clause.asks and _WISHED.search(text):
        return replace(clause, text=f"I want to be {singular(topic)}")
    if chosen := _CHOSEN.match(text):
        named = chosen["what"].casefold()
        return replace(clause, text=f"I want to be {next((role for role in recent if named in role.casefold()), chosen['what'])}")
    if len(recent) < 2:
        return clause
    first, second = recent[-2:]

    def one(match: re.Match[str]) -> str:
        place = (match["place"] or match["alone"]).lower()
        if place == "other":
            return second if (topic or "").casefold() == first.casefold() else first
        return second if place in _SECOND else first

    pointed = _PLACE_IN_PAIR.search(text)
    if pointed and not clause.asks and len(text.split()) <= SHORT:
        return replace(clause, text=f"I want to be {one(pointed)}")
    text = _PLACE_IN_PAIR.sub(one, text)
    if clause.asks and text == clause.text and not known_roles(text):
        text = _PAIR.sub(f"{first} or {second}", text)
        text = _DIFFER.sub(f"{first} and {second}", text)
        text = text if text != clause.text else _WHICH.sub(rf"\g<which> of {first} or {second}", text)
    return replace(clause, text=text) if text != clause.text else clause


def remembered(recent: Sequence[str], named: Sequence[str]) -> list[str]:
    """The roles spoken of so far with those just named, the latest last; a pair keeps its order while it is spoken of."""
    told = list(dict.fromkeys(named))
    if {each.casefold() for each in told} <= {each.casefold() for each in recent[-2:]}:
        return [*recent]
    kept = [each for each in recent if each.casefold() not in {name.casefold() for name in told}]
    return [*kept, *told][-MOST:]

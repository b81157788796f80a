"""Which of the roles shown last a message picks: by its place ("the second one", "number 3") or by its words."""

import re

from agent.models import DialogueState
from agent.nlu.values.numbers import ORDINALS

_THING = r"(?:one|job|role|option|thing|idea)s?\b"
_PLACES = "|".join(ORDINALS)
_PLACE = re.compile(
    rf"(?:\b(?:number|option|no\.?)\s*|#\s*)(?P<number>\d{{1,2}})\b|\A\W*(?P<bare>\d{{1,2}})\W*\Z"
    rf"|(?<!\bmy )\b(?:(?P<short>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{_PLACES}))\s+{_THING}"
    rf"|\b(?:the|that)\s+(?P<alone>{_PLACES})\W*\Z",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\b(?:the|that)\s+(?P<words>(?:[\w&/-]+\s+){{1,3}}){_THING}", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]{3,}")
_STEM = 4  # letters that "billing" and "billers", "inspector" and "inspectors" share


def shown(dialogue: DialogueState) -> list[str]:
    """The roles that a message may pick from: listed last, else set side by side, else considered."""
    pair = [subject.role for subject in dialogue.pair if subject.role]
    return list(dialogue.options) or pair or list(dialogue.alternatives)


def chosen(text: str, dialogue: DialogueState) -> str | None:
    """The role that a message without a role in it picks; None where it picks none."""
    roles = shown(dialogue)
    if not roles:
        return None
    if found := _PLACE.search(text):
        word = next(group for group in found.groups() if group)
        place = int(word) if word.isdigit() else ORDINALS[word.casefold()]
        return roles[place - 1 if place > 0 else place] if abs(place) <= len(roles) and place else None
    return among(named["words"], roles) if (named := _NAMED.search(text)) else None


def among(words: str, roles: list[str]) -> str | None:
    """The one of the roles that all of these words belong to, in whatever form of the word."""
    wanted = _stems(words)
    found = [role for role in roles if wanted and wanted <= _stems(role)]
    return found[0] if len(found) == 1 else None


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:_STEM] for word in _WORD.findall(words.casefold()))

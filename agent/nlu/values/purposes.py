"""What a text is to say: the clause behind "asking if", "saying that", "and say", "put in that", as a sentence of its own."""

import re

_CLAUSE = r"\s+(?P<said>[^.!?\n]+)"
_ASKS = re.compile(
    rf"\bask(?:s|ing)?(?:\s+(?:him|her|them|[A-Z][a-z]+))?\s+(?:if|whether){_CLAUSE}", re.IGNORECASE
)
_SAYS = re.compile(
    rf"\b(?:saying(?:\s+that)?|say\s+that|and\s+say(?:\s+that)?|(?:put(?:ting)?\s+in|add(?:ing)?|mention(?:ing)?)\s+that|(?:tell|telling)\s+(?:him|her|them)\s+that"
    rf"|let(?:ting)?\s+(?:him|her|them)\s+know(?:\s+that)?){_CLAUSE}",
    re.IGNORECASE,
)
_NOT = re.compile(r"(?:\b(?:not|never|without)|n['\u2019]?t)\s+(?:\w+\s+)?$", re.IGNORECASE)
# Who is spoken of may be whom it goes to: such a clause cannot stand as it is.
_THIRD = re.compile(r"\b(?:he|she|they|him|her|them|his|their|it)\b", re.IGNORECASE)
_MAY = re.compile(r"(?P<who>I|we)\s+(?P<may>can|could|may|might|should)\s+(?P<rest>.+)", re.IGNORECASE)
_MOST = 40  # words; a longer clause is more than one sentence holds


def purpose_of(text: str) -> str | None:
    """The one thing that a text is to ask or to say, as it may stand in it; None where it is not told so, or told twice."""
    asked = [_question(each["said"]) for each in _ASKS.finditer(text) if not _is_denied(text, each)]
    said = [_sentence(each["said"]) for each in _SAYS.finditer(text) if not _is_denied(text, each)]
    found = [*asked, *said]
    return found[0] if len(found) == 1 else None


def _is_denied(text: str, match: re.Match[str]) -> bool:
    return _NOT.search(text[: match.start()]) is not None


def _question(clause: str) -> str | None:
    words = _tidy(clause)
    if words is None:
        return None
    if match := _MAY.fullmatch(words):
        who = "I" if match["who"].casefold() == "i" else "we"
        return f"{match['may'].capitalize()} {who} {match['rest']}?"
    return f"Could you tell me if {words}?"


def _sentence(clause: str) -> str | None:
    words = _tidy(clause)
    return f"{words[:1].upper()}{words[1:]}." if words else None


def _tidy(clause: str) -> str | None:
    """A clause with "I" in capitals; None where it is too long, or speaks of somebody who may be whom it goes to."""
    words = clause.strip(" ,;:'\"()")
    if not words or _THIRD.search(words) or len(words.split()) > _MOST:
        return None
    return re.sub(r"\bi\b", "I", re.sub(r"\b[iI]m\b", "I'm", words))

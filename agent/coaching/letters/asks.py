"""What somebody wants of whom a text goes to, as a request of that text: "asking if i can come by" as "Can I come by?"."""

import re

from agent.coaching.letters.sentences import TELLS_THEM, sentence, told, written_out
from agent.coaching.letters.to_you import to_you

_SOMEBODY = r"(?:him|her|them|(?:my|the|our)\s+\w+(?:\s+(?!(?:if|whether|to|for|about|what|how|when)\b)\w+)?|(?-i:[A-Z])\w+(?:\s(?-i:[A-Z])\w+)?)"
_WHOM = rf"(?:\s+{_SOMEBODY})?"
_ASK = r"^(?:.{0,60}?\b)?(?:ask(?:ing|in)?|request(?:ing)?)"
_IF = re.compile(rf"{_ASK}(?:\s+[^,.;]{{1,60}}?)?\s+(?:if|whether)\s+(?P<rest>.+)$", re.IGNORECASE)
_ALONE_IF = re.compile(
    r"^(?:to\s+see\s+|see\s+|want(?:\s+to\s+know)?\s+)?(?:if|whether)\s+(?P<rest>.+)$", re.IGNORECASE
)
_WH = re.compile(
    rf"{_ASK}{_WHOM}\s+(?:about\s+)?(?P<rest>(?:what|how|when|where|who|which|why)\b.+)$", re.IGNORECASE
)
_TO_DO = re.compile(
    r"^(?:.{0,60}?\b)?(?:ask(?:ing|in)?|tells?|telling|get(?:ting)?|want(?:s|ing)?|need(?:s|ing)?)\s+"
    rf"{_SOMEBODY}\s+to\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
_DO_FOR_ME = re.compile(
    r"^(?P<rest>(?:put|give|keep|let|send|call|move|take|pay|tell|show|train|teach|help|text|write)\s+(?:me|us|my|our)\b.+)$",
    re.IGNORECASE,
)
# "asking to be a reference": what is asked of them to be for the writer.
_ASK_TO_BE = re.compile(
    rf"{_ASK}{_WHOM}\s+to\s+be\s+(?P<rest>(?:my|an?)\s+(?:reference|referee|mentor|sponsor)\b.*)$",
    re.IGNORECASE,
)
_ASK_TO = re.compile(rf"{_ASK}\s+to\s+(?P<rest>.+)$", re.IGNORECASE)
_ASK_FOR = re.compile(rf"{_ASK}{_WHOM}\s+(?P<rest>(?:for|about)\s+.+)$", re.IGNORECASE)
_LIKE = re.compile(
    r"^(?:(?:i|we|im|i['\u2019]m)\s+)?(?:just\s+|really\s+)?(?:want|wants|wanna|need|would\s+like|['\u2019]?d\s+like|['\u2019]?d\s+want|i['\u2019]d\s+(?:like|want)|id\s+(?:like|want)|"
    r"looking\s+for|hoping\s+for|after|put(?:\s+in)?|hope\s+for)\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
_LIKE_TO = re.compile(
    r"^(?:(?:i|we|im|i['\u2019]m)\s+)?(?:looking|hoping|hope|trying)\s+to\s+(?P<rest>.+)$", re.IGNORECASE
)
_OFFER = re.compile(r"^offer(?:ing)?\s+(?:(?:him|her|them)\s+)?to\s+(?P<rest>.+)$", re.IGNORECASE)
_FOR = re.compile(r"^(?P<rest>for\s+.+)$", re.IGNORECASE)
_TO = re.compile(r"^to\s+(?P<rest>.+)$", re.IGNORECASE)
_MODAL = r"can|could|may|might|should|will|would|do|does|did|am|are|is|was|were|have|has"
_SUBJECT_FIRST = re.compile(
    rf"^(?P<who>i|we|you|they|there|it|he|she)\s+(?P<may>{_MODAL})\s+(?P<rest>.+)$", re.IGNORECASE
)
_SHORT_FIRST = re.compile(r"^(?P<who>you|they|there|it)['\u2019](?P<may>re|s)\s+(?P<rest>.+)$", re.IGNORECASE)
_THEY = re.compile(r"^they\b", re.IGNORECASE)
_QUESTION = re.compile(
    rf"^(?:(?:{_MODAL})\s+(?:i|you|u|he|she|we|they|it|there|the|my|your|our|this|that|any\w*|some\w*)\b"
    rf"|(?:what|how|when|where|who|which|why)(?:['\u2019]s|\s+(?:{_MODAL}))|how\s+about)\b",
    re.IGNORECASE,
)
_DO = re.compile(
    r"^(?P<who>I|we|you|they)\s+(?P<rest>(?:know|need|have|want|think|hire|take|still|see|get)\b.+)$",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^()]*\)")
_NOTHING = re.compile(r"(?:for|about)\s+(?:it|this|that|them)", re.IGNORECASE)
_IN_OR_OFF = re.compile(r"(?:in|off|back|out|on)\b", re.IGNORECASE)


def asked(clause: str, *, alone: bool) -> str | None:
    """A clause that says what is wanted, as a request in their words; None where nothing is left of it."""
    clause = _ASIDE.sub("", clause)
    words = written_out(clause.strip(" \n,;:'\"“”()-\u2013—"))
    words = re.sub(r"^(?:and|but|also|so|plus|oh|then|ok)[\s,]+", "", words, flags=re.IGNORECASE)
    words = re.sub(r"[\s,]+(?:please|too)?[.?!]*$", "", words)
    if TELLS_THEM.match(words):
        return told(clause, alone=alone)
    for pattern, made in _FORMS:
        if match := pattern.match(words):
            return made(match["rest"], alone)
    if _QUESTION.match(words):
        return _ends(to_you(words) if alone else words, "?")
    return told(clause, alone=alone)


def _if(rest: str, alone: bool) -> str:
    """A question of yes or no, as one asks it."""
    said = to_you(rest) if alone else rest
    said = _THEY.sub("you", said)
    if match := _DO.match(said):
        return _ends(f"Do {match['who']} {match['rest']}", "?")
    if match := _SUBJECT_FIRST.match(said):
        who = match["who"] if match["who"] == "I" else match["who"].lower()
        may = "are" if who == "you" and match["may"].casefold() == "is" else match["may"].lower()
        return _ends(f"{may.capitalize()} {who} {match['rest']}", "?")
    if match := _SHORT_FIRST.match(said):
        return _ends(f"{'Is' if match['may'] == 's' else 'Are'} {match['who'].lower()} {match['rest']}", "?")
    return _ends(f"Could you tell me if {said}", "?")


def _wh(rest: str, alone: bool) -> str:
    return _ends(f"Could you tell me {to_you(rest) if alone else rest}", "?")


def _to_do(rest: str, alone: bool) -> str:
    return _ends(f"Could you {to_you(rest) if alone else rest}", "?")


def _be(rest: str, alone: bool) -> str:
    said = to_you(rest) if alone else rest
    return _ends(f"Could you be {re.sub(r'^an?', 'my', said)}", "?")


def _like_to(rest: str, alone: bool) -> str:
    return _ends(f"I'd like to {to_you(rest) if alone else rest}", ".")


def _offer(rest: str, alone: bool) -> str:
    return _ends(f"I can {to_you(rest) if alone else rest}", ".")


def _ask_for(rest: str, alone: bool) -> str | None:
    if _NOTHING.fullmatch(rest.strip(" .,?!")):
        return None  # what for was told before
    return _ends(f"I'd like to ask {to_you(rest) if alone else rest}", ".")


def _like(rest: str, alone: bool) -> str:
    verb = "I want" if _IN_OR_OFF.match(rest) else "I'd like"
    return _ends(f"{verb} {to_you(rest) if alone else rest}", ".")


def _ends(words: str, end: str) -> str:
    return sentence(words.rstrip(" .,?!") + end)


_FORMS = (
    (_IF, _if),
    (_ALONE_IF, _if),
    (_ASK_TO_BE, _be),
    (_TO_DO, _to_do),
    (_DO_FOR_ME, _to_do),
    (_WH, _wh),
    (_ASK_TO, _like_to),
    (_ASK_FOR, _ask_for),
    (_LIKE, _like),
    (_LIKE_TO, _like_to),
    (_OFFER, _offer),
    (_FOR, _ask_for),
    (_TO, _like_to),
)

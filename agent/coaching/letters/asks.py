"""What a text says, asks and thanks for, as one says it to its reader: `if` "i can come by" as "Can I come by?"."""

import re
from collections.abc import Callable

from agent.coaching.letters.sentences import bare, sentence, told, with_i
from agent.coaching.letters.to_you import reader_as_you, to_you
from agent.models import LetterPart
from agent.models.letter import Act

_MODAL = r"can|could|may|might|should|will|would|do|does|did|am|are|is|was|were|have|has"
_SUBJECT_FIRST = re.compile(
    rf"^(?P<who>i|we|you|they|there|it|he|she|(?:the|my|our|your|a|any|some)\s+(?:[\w'\u2019-]+\s+){{0,2}}?[\w'\u2019-]+)\s+(?P<may>{_MODAL})\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
_SHORT_FIRST = re.compile(
    r"^(?P<who>you|they|there|it)['\u2019](?P<may>re|s|ll|d)\s+(?P<rest>.+)$", re.IGNORECASE
)
_IN_SHORT = {"re": "are", "s": "is", "ll": "will", "d": "would"}
_DO = re.compile(r"^(?P<who>i|we|you|they)\s+(?P<rest>(?!never\b|not\b)(?P<verb>[a-z]+)\b.*)$", re.IGNORECASE)
_LATER = re.compile(
    r"^(?P<when>(?:after|before|from|in|on|once)\s+[^,]{1,40}?),?\s+(?P<rest>(?:it|i|we|you|they|there)\s.+)$",
    re.IGNORECASE,
)
_MORE = re.compile(r"\b(?:and|or)\s+(?:if|whether|what|how|when|where|who|which|why)\b", re.IGNORECASE)
_WANT = re.compile(
    r"^(?:i|we)?\s*(?:['\u2019]d|(?:really|just)\s+)*\s*(?:want(?:s|ed)?|wanna|need|would\s+like|like|would\s+love|love|hope\s+for|looking\s+for|hoping\s+for|am\s+asking\s+for|after)\s+(?P<rest>.+)$",
    re.IGNORECASE,
)
_WANT_IT_TO = re.compile(r"^(?:for\s+)?(?:you|him|her|them)\s+(?:to\s+)?(?P<rest>.+)$", re.IGNORECASE)
_WANTS_THEM = re.compile(r"i\s+(?:want|need)\s+(?:he|she|they|him|her|them|you)\b", re.IGNORECASE)
_LOOKING_TO = re.compile(
    r"^(?:i['\u2019]?m\s+|i\s+am\s+)?(?:looking|hoping|trying)\s+to\s+(?P<rest>.+)$", re.IGNORECASE
)
_ASIDE = re.compile(r"\s*\([^()]*\)")
_NOTHING = re.compile(r"(?:it|this|that|them)", re.IGNORECASE)
_IN_OR_OFF = re.compile(r"(?:in|off|back|out|on)\b", re.IGNORECASE)
_PAST = re.compile(
    r"(?:(?!need|feed)\w+ed|got|went|had|did|said|told|made|took|gave|saw|knew|thought|found|left|bought|brought|was|were)$",
    re.IGNORECASE,
)
_WHO_DID = re.compile(r"^(?:i|you|he|she|they|we|it)\s+(?!to\b)\w+", re.IGNORECASE)
_LIKE = "I'd like"


def said_to(part: LetterPart, words: str, *, alone: bool) -> str | None:
    """The sentence of a part whose `words` speak to its reader, `alone` or as one of many; None where they say nothing."""
    wants = part.kind == "wanted" or _WANTS_THEM.match(words)
    if part.act == "tell" or (part.act == "plain" and not wants):
        return told(words, alone=alone)
    said = bare(_ASIDE.sub("", words))
    said = re.sub(r"(?:[\s,]+(?:please|too))?[\s,.?!]*$", "", re.sub(r"^(?:also|please|just)\s+", "", said))
    if part.act in ("if", "wh", "question", "do"):
        said = reader_as_you(said)
    if alone:
        said = to_you(said)
    return _SAID[part.act](said) if said or part.act == "thank" else None


def _if(said: str) -> str:
    """A question of yes or no, as one asks it."""
    when, words = "", said
    if later := _LATER.match(said):
        when, words = f" {later['when']}", later["rest"].rstrip(" .?!")
    if not _MORE.search(words):
        if match := _SHORT_FIRST.match(words) or _SUBJECT_FIRST.match(words):
            may = _IN_SHORT.get(match["may"].casefold(), match["may"].lower())
            who = match["who"] if match["who"] == "I" else match["who"][:1].lower() + match["who"][1:]
            return _ends(f"{'are' if who == 'you' and may == 'is' else may} {who} {match['rest']}{when}", "?")
        if (match := _DO.match(words)) and not _PAST.match(match["verb"]):
            who = match["who"] if match["who"] == "I" else match["who"].lower()
            return _ends(f"do {who} {match['rest']}{when}", "?")
    return _ends(f"could you tell me if {said}", "?")


def _like(rest: str) -> str:
    if match := _WANT_IT_TO.match(rest):
        return _ends(f"could you {match['rest']}", "?")
    return _ends(f"{'I want' if _IN_OR_OFF.match(rest) else _LIKE} {rest}", ".")


def _wanted(said: str) -> str | None:
    """A clause that says what is wanted, with no word of saying."""
    if match := _LOOKING_TO.match(said):
        return _ends(f"I'd like to {match['rest']}", ".")
    if match := _WANT.match(said):
        return _like(match["rest"])
    if re.match(
        rf"(?:(?:{_MODAL})\s+(?:i|you|we|they|it|there|the|my)\b|(?:what|how|when|where|who|which|why)(?:['\u2019]s|\s+(?:{_MODAL}))\b)",
        said,
        re.IGNORECASE,
    ):
        return _ends(said, "?")
    if match := re.match(r"(?:for|about)\s+(?P<rest>.+)", said, re.IGNORECASE):
        return _asked_for(match["rest"])
    if match := re.match(r"to\s+(?P<rest>.+)", said, re.IGNORECASE):
        return _ends(f"I'd like to {match['rest']}", ".")
    return _ends(with_i(said), ".") if len(said.split()) > 1 else None


def _asked_for(said: str) -> str | None:
    return None if _NOTHING.fullmatch(said) else _ends(f"I'd like to ask for {said}", ".")


def _do(said: str) -> str:
    if match := re.match(
        r"be\s+(?:my|an?)\s+(?P<what>reference|referee|mentor|sponsor)\b(?P<rest>.*)", said, re.IGNORECASE
    ):
        return _ends(f"could you be my {match['what']}{match['rest']}", "?")
    return _ends(f"could you {said}", "?")


def _thank(said: str) -> str:
    if not said:
        return "Thank you."
    if _WHO_DID.match(said):  # "thank you for he helped me"
        return _ends(f"{to_you(said)}, thank you", ".")
    return _ends(f"thank you for {said}", ".")


def _mention(said: str) -> str:
    return _ends(f"I'd also like to mention {said}", ".")


def _ends(words: str, end: str) -> str:
    return sentence(words.rstrip(" .,?!") + end)


_SAID: dict[Act, Callable[[str], str | None]] = {
    "plain": _wanted,
    "tell": lambda said: _ends(said, "."),
    "mention": _mention,
    "about": lambda said: _ends(f"I'd like to talk with you about {said}", "."),
    "if": _if,
    "wh": lambda said: _ends(f"could you tell me {said}", "?"),
    "question": lambda said: _ends(said, "?"),
    "for": _asked_for,
    "ask_about": lambda said: _ends(f"I'd like to ask about {said}", "."),
    "do": _do,
    "like_to": lambda said: _ends(f"I'd like to {said}", "."),
    "offer": lambda said: _ends(f"I can {said}", "."),
    "thank": _thank,
    "sorry": lambda said: _ends(f"I'm sorry for {said}", "."),
}

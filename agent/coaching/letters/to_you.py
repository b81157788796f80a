"""What is said of whom a text goes to, as said to them: "he knows my work" as "you know my work"."""

import re
from functools import cache

import prompts
from agent.nlu.addressee import is_given

# Between who and what they do.
_BESIDE = r"(?:\s+(?:always|never|also|still|just|already|really|only|even|once|often|usually|probably))?"
_DOES = re.compile(
    rf"\b(?P<who>s?he)\b(?P<beside>{_BESIDE})\s+(?P<verb>[a-z]+(?:n['\u2019]t)?)\b", re.IGNORECASE
)
_SHORT = re.compile(r"\bs?he['\u2019](?P<short>s|d|ll)\b(?P<next>(?:\s+\w+)?)", re.IGNORECASE)
_BE = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "isn't": "aren't",
    "wasn't": "weren't",
    "hasn't": "haven't",
    "doesn't": "don't",
}
_ASKS = re.compile(r"\b(?P<verb>is|was|has|does|isn't|doesn't)\s+s?he\b", re.IGNORECASE)
_HER = re.compile(r"\bher\b(?P<next>\s+\w+)?", re.IGNORECASE)
# Somebody else who may be "he" or "she": a relative or one of the house, not "my recall patients".
_PEOPLE = (
    r"mom|mum|mother|dad|father|parents?|son|daughter|kid|wife|husband|partner|brother|sister|friend|landlord|neighbou?r|cousin|"
    r"uncle|aunt|grand\w+|girlfriend|boyfriend|boss|manager|supervisor|co-?worker|colleague|lead|doctor|teacher|client|customer"
)
_OTHERS = re.compile(
    rf"\b(?:my|our)\s+(?:[a-z]+\s+){{0,2}}?(?:{_PEOPLE})\b(?=.*\b(?:s?he|him|her|his)\b)", re.IGNORECASE
)
_THIRD = re.compile(r"\b(?:s?he|him|her|his)(?:['\u2019]\w+)?\b", re.IGNORECASE)
_DONE = re.compile(r"(?:been|gone|got|had|done|given|taken|\w+ed)$")


def to_you(words: str) -> str:
    """A clause in the second person; as it is where somebody else is named who may be meant ("my mother ... she")."""
    named = any(each[:1].isupper() and is_given(each.strip(".,")) for each in words.split()[1:])
    if named or _OTHERS.search(words) or not _THIRD.search(words):
        return words
    said = _ASKS.sub(lambda match: f"{_as_written(match['verb'], _BE[match['verb'].casefold()])} you", words)
    said = _SHORT.sub(_short, said)
    said = _DOES.sub(lambda match: f"you{match['beside']} {_of_you(match['verb'])}", said)
    said = _HER.sub(lambda match: _whose(match) if match["next"] else "you", said)
    for old, new in (("he", "you"), ("she", "you"), ("him", "you"), ("his", "your")):
        said = re.sub(rf"\b{old}\b", new, said, flags=re.IGNORECASE)
    return said


# Whom "they" may be before they are named: whoever reads the question.
_THEY = re.compile(
    r"\bthey(?P<short>['\u2019]?(?:re|ve|ll|d))?\b(?:\s+(?P<verb>was)\b)?|\btheir\b", re.IGNORECASE
)
_MANY = re.compile(
    r"\b(?!(?:is|was|does|has|this|always|hours|weeks|months|years|days|yes|its)\b)[a-z]{3,}[^s\W]s\b",
    re.IGNORECASE,
)


def reader_as_you(words: str) -> str:
    """A question in which "they" are whoever reads it, up to where others are named who may be meant."""
    named = _MANY.search(words)
    end = named.start() if named else len(words)
    return _THEY.sub(_they, words[:end]) + words[end:]


def _they(match: re.Match[str]) -> str:
    if match[0].casefold() == "their":
        return "your"
    short = (match["short"] or "").lstrip("'\u2019")
    return f"you'{short}" if short else "you were" if match["verb"] else "you"


def _short(match: re.Match[str]) -> str:
    after = match["next"]
    short = (
        "ve"
        if match["short"] == "s" and _DONE.match(after.strip())
        else {"s": "re"}.get(match["short"], match["short"])
    )
    return f"you'{short}{after}"


def _whose(match: re.Match[str]) -> str:
    after = match["next"]
    return f"you{after}" if after.strip().casefold() in _not_hers() else f"your{after}"


def _as_written(old: str, new: str) -> str:
    return new.capitalize() if old[:1].isupper() else new


def _of_you(verb: str) -> str:
    """The verb as it goes with "you"."""
    low = verb.casefold().replace("\u2019", "'")
    if low in _BE:
        return _BE[low]
    if not low.endswith("s") or low.endswith("ss") or len(low) < 4:
        return verb
    if low.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if re.search(r"(?:sh|ch|x|ss|zz|o)es$", low) else verb[:-1]


@cache
def _not_hers() -> frozenset[str]:
    """The words before which "her" is whom, not whose."""
    return frozenset(str(prompts.words("own_words")["not_hers"]).split())

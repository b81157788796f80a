"""Numbers as people write them: "8", "1.5", "ten", "a couple of", "two and a half", "10-12"."""

import re

_SMALL = {
    "a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0,
    "eight": 8.0, "nine": 9.0, "ten": 10.0, "eleven": 11.0, "twelve": 12.0, "thirteen": 13.0, "fourteen": 14.0,
    "fifteen": 15.0, "sixteen": 16.0, "seventeen": 17.0, "eighteen": 18.0, "nineteen": 19.0, "dozen": 12.0,
    "half": 0.5, "half a": 0.5, "half an": 0.5, "a half": 0.5, "a couple of": 2.0, "a couple": 2.0, "couple of": 2.0,
    "couple": 2.0, "a few": 3.0, "few": 3.0, "several": 5.0, "a dozen": 12.0,
}  # fmt: skip
_TENS = {
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}
_UNITS = "one|two|three|four|five|six|seven|eight|nine"
_WORDS = "|".join(sorted(map(re.escape, _SMALL), key=len, reverse=True))
_TENS_WORDS = rf"(?:{'|'.join(_TENS)})(?:[- ](?:{_UNITS}))?"
_AND_HALF = r"(?:\s+and\s+(?:a\s+)?half|½)"

NUMBER = rf"(?:\d+(?:[.,]\d+)*{_AND_HALF}?|½|(?:{_TENS_WORDS}|{_WORDS})(?![\w'-]){_AND_HALF}?)"
RANGE = rf"(?:between\s+)?(?P<low>{NUMBER})(?:\s*(?:-|to|and|or)\s*(?P<high>{NUMBER}))?"


def parse_number(words: str) -> float:
    """The value of text that NUMBER matched; commas group thousands."""
    text = re.sub(r"\s+", " ", words.lower().strip())
    if text == "½":
        return 0.5
    half = re.search(_AND_HALF, text)
    if half:
        return parse_number(text[: half.start()]) + 0.5
    if text[0].isdigit():
        return float(re.sub(r",(?=\d{3}\b)", "", text).replace(",", "."))
    if text in _SMALL:
        return _SMALL[text]
    tens, _, unit = text.replace("-", " ").partition(" ")
    return _TENS[tens] + (_SMALL[unit] if unit else 0.0)


def plain(value: float) -> int | float:
    """The value without a needless ".0", rounded to two places."""
    rounded = round(value, 2)
    return int(rounded) if rounded == int(rounded) else rounded


def blank(text: str, *spans: tuple[int, int]) -> str:
    """The text with these spans blanked out, all other offsets kept."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text


def is_negated(text: str, start: int, end: int | None = None) -> bool:
    """Whether the amount from `start` to `end` is given up: "not 10", "can't do 10", "10 is too many"."""
    return bool(_GIVEN_UP.search(text[:start])) or bool(end and _TOO_MUCH.match(text, end))


_TOO_MUCH = re.compile(
    r"\s*(?:(?:a|per|each|/)\s*(?:day|week|month|year)\s*)?(?:is|are|was|were|would be|'s|sounds?|seems?|feels?)\s+"
    r"(?:(?:way|far|a bit|much|just|really|probably|no longer|not|isn't)\s+)*(?:too\s+\w+|unrealistic|impossible|(?<=not )(?:realistic|possible|enough|doable))|\s*(?:won't|doesn't|can't|isn't|don't)\s+(?:\w+\s+)?(?:work|happen|fit|possible|realistic|doable|enough)\b",
    re.IGNORECASE,
)
_GIVEN_UP = re.compile(
    r"(?:\bnot|\binstead of|\brather than|\bno longer|\b(?:can't|cannot|couldn't|won't|don't)"
    r"(?: \w+){0,2}|\bfrom)(?: (?:really|even|the|to|do|have|manage|for|about|spend|spare|those|my))*\s*$",
    re.IGNORECASE,
)

"""Numbers as people write them: "8", "1.5", "ten", "a couple of", "two and a half", "10-12"."""

import re

_SMALL = {
    "a": 1.0, "an": 1.0, "one": 1.0, "two": 2.0, "three": 3.0, "four": 4.0, "five": 5.0, "six": 6.0, "seven": 7.0,
    "eight": 8.0, "nine": 9.0, "ten": 10.0, "eleven": 11.0, "twelve": 12.0, "thirteen": 13.0, "fourteen": 14.0,
    "fifteen": 15.0, "sixteen": 16.0, "seventeen": 17.0, "eighteen": 18.0, "nineteen": 19.0, "dozen": 12.0,
    "half": 0.5, "half a": 0.5, "half an": 0.5, "a half": 0.5, "a couple of": 2.0, "a couple": 2.0, "couple of": 2.0,
    "couple": 2.0, "a quarter": 0.25, "quarter": 0.25, "a few": 3.0, "few": 3.0, "several": 5.0, "a dozen": 12.0,
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
_HUNDREDS = rf"(?:a|{_UNITS})\s+hundred(?:\s+(?:and\s+)?(?:{_TENS_WORDS}|{_UNITS}|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen))?"
_AND_HALF = r"(?:\s+and\s+(?:a\s+)?half|½)"

NUMBER = rf"(?:\d+(?:[.,]\d+)*{_AND_HALF}?|½|(?:{_HUNDREDS}|{_TENS_WORDS}|{_WORDS})(?![\w'-]){_AND_HALF}?)"
RANGE = rf"(?:between\s+)?(?P<low>{NUMBER})(?:\s*(?:-|to|and|or)\s*(?P<high>{NUMBER}))?"


def parse_number(words: str) -> float:
    """The value of text that NUMBER matched; commas and spaces group thousands."""
    text = re.sub(r"\s+", " ", words.lower().strip())
    if text == "½":
        return 0.5
    half = re.search(_AND_HALF, text)
    if half:
        return parse_number(text[: half.start()]) + 0.5
    if text[0].isdigit():
        return float(re.sub(r"[, ](?=\d{3}\b)", "", text).replace(",", "."))
    if text in _SMALL:
        return _SMALL[text]
    if "hundred" in text:
        hundreds, _, rest = re.sub(r"\band\b ?", "", text).partition(" hundred")
        return _SMALL[hundreds] * 100 + (parse_number(rest) if rest.strip() else 0.0)
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


_NOT = r"(?:(?:is|are|was|were|would)\s+(?:not|no\s+longer)|isn't|aren't|ain't|wasn't|won't|wouldn't|doesn't|don't|can't|cannot|not)"
_TOO_MUCH = re.compile(
    r"\s*(?:hours?|hrs?)?\s*(?:(?:a|per|each|/)\s*(?:day|week|month|year)\s*)?"
    r"(?:(?:is|are|was|were|would be|'s|sounds?|seems?|feels?)\s+(?:\w+\s+){0,3}?(?:too\s+\w+|unrealistic|impossible|out of the question)"
    rf"|{_NOT}\s+(?:\w+\s+){{0,3}}?(?:happen\w*|work\w*|fit|do|cut it|possible|realistic|enough|doable|manageable|feasible|right|true|correct))\b",
    re.IGNORECASE,
)
# "Not 10" gives up the ten; "not below 10" does not.
_GIVEN_UP = re.compile(
    r"(?:\bnot|\binstead of|\brather than|\bno longer|\b(?:can't|cannot|couldn't|won't|don't)"
    r"(?: (?!go\b)\w+){0,2}|\bfrom)(?: (?:really|even|the|to|do|have|manage|for|about|spend|spare|those|my))*\s*$",
    re.IGNORECASE,
)

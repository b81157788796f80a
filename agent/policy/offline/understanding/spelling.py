"""Short forms and typing errors, mended before anything else reads the message."""

import re
from functools import cache

from prompts import words
from tools.oews.places import place_keys
from tools.oews.spelling import english_words, sound

_WORD = re.compile(r"[A-Za-z][A-Za-z']*")
_SHORTEST = 4
_SHORTEST_TITLE = 6  # shorter unknown words are names more often than slips
# Figures that stand for words: "salary 4 nurses", "want 2 become".
_FIGURES = (
    (re.compile(r"(?<!\S)w/o(?=\s)", re.IGNORECASE), "without"),
    (re.compile(r"\b(i) no (?!longer|more|idea)(?=\w)", re.IGNORECASE), r"\1 know "),
    (re.compile(r"(?<!\S)w/\s*(?=\w)", re.IGNORECASE), "with "),
    (re.compile(r"(?<=[a-z] )'?n'? (?=[A-Za-z])"), "and "),
    (
        re.compile(
            r"(?<=[a-z]) 4 (?=(?!hours?|hrs?|h\b|days?|weeks?|wks?|months?|mos?\b|years?|yrs?|yoe|times|evenings|nights|mornings|kids|children|of|or|on|at|in|to|and|more|other|different|for|weekends|a (?:day|week)|per|jobs|roles|people|skills|now|at most|max|(?:january|jan|february|feb|march|mar|april|apr|may|june|jun|july|jul|august|aug|september|sept|sep|october|oct|november|nov|december|dec)\b)[a-z])",
            re.IGNORECASE,
        ),
        " for ",
    ),
    (
        re.compile(
            r"\b(want|how|need|like|love|going|try|trying|able|way|road|hoping|looking|path) 2 (?=[a-z]+\b(?<!hours)(?<!days)(?<!weeks)(?<!months)(?<!years))",
            re.IGNORECASE,
        ),
        r"\1 to ",
    ),
)
_ENDINGS = frozenset({"s", "es", "d", "ed", "ing", "er", "ers", "ly", "r"})


def mend(text: str) -> str:
    """Write out short forms, then turn each unknown word into the nearest word the coach listens for.

    A word is unknown when neither the embedder's vocabulary nor a word list holds it; names stay as they are.
    """
    shouts = text.isupper()
    text = _short_forms().sub(lambda match: _written_out(match[0], shouts=shouts), text)
    for pattern, written in _FIGURES:
        text = pattern.sub(written, text)
    return _WORD.sub(lambda match: _mended(match[0], text, match.start()), text)


def _written_out(found: str, *, shouts: bool) -> str:
    if len(found) > 1 and found.isupper() and not shouts:
        return found  # "RN" is a nurse, "rn" is now
    return str(words("spelling")["short_forms"][found.lower()])


@cache
def _short_forms() -> re.Pattern[str]:
    forms = sorted(words("spelling")["short_forms"], key=len, reverse=True)
    return re.compile(
        rf"(?<![\w'/@.-])(?:{'|'.join(map(re.escape, forms))})(?![\w'/@-])(?!\.\w)", re.IGNORECASE
    )


def _mended(word: str, text: str, start: int) -> str:
    if (
        word.lower().endswith("in")
        and word.lower() not in _known_words()
        and word.lower() + "g" in _known_words()
    ):
        return word + "g"  # "drivin"
    if len(word) < _SHORTEST or "'" in word or word.isupper() or word.lower() in _known_words():
        return word
    if word.lower() in _names():
        return word
    # A capital inside a sentence marks a name, unless the whole message is shouted or titled.
    is_name = word[0].isupper() and start > 0 and not text[:start].rstrip().endswith((".", "!", "?", "\n"))
    own_form = word.endswith(("ing", "ed")) and _is_form(word)  # "grooming" is no slip for "growing"
    nearest = None if own_form else _nearest_cue(word.lower(), 1 if is_name or len(word) < 8 else 2)
    if nearest is None and not word[0].isupper():
        nearest = _title_word(word.lower())
    if nearest is None:
        return word
    return nearest.capitalize() if word[0].isupper() else nearest


@cache
def _nearest_cue(word: str, distance: int) -> str | None:
    from rapidfuzz.distance import OSA

    best: tuple[int, bool, str] | None = None
    for cue in _cues():
        if cue[0] != word[0] or abs(len(cue) - len(word)) > distance:
            continue
        if word.removeprefix(cue) in _ENDINGS:
            continue  # another form, not an error
        away = OSA.distance(word, cue, score_cutoff=distance)
        # Swapped letters are the commonest slip, so they win among equals.
        candidate = (away, sorted(word) != sorted(cue), cue)
        if away <= distance and (best is None or candidate < best):
            best = candidate
    return best[2] if best else None


@cache
def _title_word(word: str) -> str | None:
    """The word of job titles that an unknown word sounds like ("grafic"), or misses by one letter."""
    from rapidfuzz.distance import OSA

    from tools.oews.titles import title_words
    from tools.oews.wording import title_key

    if len(word) < _SHORTEST_TITLE or title_key(word) in title_words() or _is_form(word):
        return None
    if word.endswith("s") and (one := _title_word(word.removesuffix("s"))):
        return one + "s"
    sounds = sound(word)
    best: tuple[int, str] | None = None
    for known in title_words():
        if known[0] != word[0] or abs(len(known) - len(word)) > 2 or word.removeprefix(known) in _ENDINGS:
            continue
        away = 0 if sound(known) == sounds else OSA.distance(word, known, score_cutoff=1)
        if away <= 1 and (best is None or (away, known) < best):
            best = (away, known)
    return best[1] if best else None


@cache
def _names() -> frozenset[str]:
    """Every word in the name of a place or a skill."""
    from tools.roadmap.lexicon import entries

    places = {word for key in place_keys() for word in key.split()}
    return frozenset(places.union(*entries()))


def _is_form(word: str) -> bool:
    """Whether a known word with an ending of its own stands behind it ("bakers", "florists")."""
    return any(word.endswith(each) and word.removesuffix(each) in _known_words() for each in _ENDINGS)


@cache
def _cues() -> tuple[str, ...]:
    return tuple(words("spelling")["cues"].split())


@cache
def _known_words() -> frozenset[str]:
    """Common English, and every word of our own lists."""
    return english_words() | frozenset(_cues())

"""How a text is to be: its tone, how much shorter, whether it is sent as a message or is lines of a CV."""

import re
from collections.abc import Sequence

from agent.models.letter import TONES, Tone
from agent.nlu.formality import formality
from agent.nlu.kinds import likeliest_of
from agent.nlu.tagger import default_tagger
from agent.nlu.values.numbers import find_quantities

_SPOKEN = re.compile(
    r"\b(?:texts?|txt|dm|message|msg|whats\s?app|sms|chat|teams|slack|out\s*loud|aloud|in\s+person)\b",
    re.IGNORECASE,
)
_WRITTEN = re.compile(r"\b(?:letters?|e-?mails?|application|mail)\b", re.IGNORECASE)
_LINES = re.compile(
    r"\b(?:bullets?|one-?liners?|(?:resume|cv|linkedin)\s+(?:line|headline|summary)|translate|reword|(?:put|say)\s+(?:that|this|it)\s+on)\b",
    re.IGNORECASE,
)
_PIECES = re.compile(r"(?P<many>\b[\w-]+)\s+(?:short\s+|little\s+)?(?:sentences?|lines?)\b", re.IGNORECASE)
_MOST_PIECES = 12
_SURE, _SURE_OF_LENGTH = 0.45, 0.6
_SHORTER: frozenset[str] = frozenset({"shorter"})


def style_of(said: Sequence[str]) -> tuple[Tone | None, int | None, bool | None]:
    """The tone, how short (a number of sentences, 0 for shorter than now) and whether it is spoken, as these clauses want it."""
    if not said:
        return None, None, None
    degree: Tone | None = next(filter(None, map(formality, said)), None)
    rows = default_tagger().summaries(said)
    read = [likeliest_of("remark", row, _SHORTER | {*TONES} - {"formal"}) for row in rows]
    sure = {each.label for each in read if each.confidence >= _SURE}
    tone = degree or next((each for each in TONES if each in sure), None)
    counted = next(filter(None, map(_sentences, said)), None)
    shorter = any(each.label == "shorter" and each.confidence >= _SURE_OF_LENGTH for each in read)
    short = counted or (0 if shorter else None)
    return tone, short, next((spoken for each in said if (spoken := is_spoken(each)) is not None), None)


def _sentences(said: str) -> int | None:
    """How many sentences or lines it may have at most."""
    for match in _PIECES.finditer(said):
        found = find_quantities(match["many"])
        if found and 0 < found[0].low <= _MOST_PIECES:
            return int(found[0].high or found[0].low)
    return None


def is_of_lines(text: str) -> bool:
    """Whether lines for a CV or a profile are asked for, and no whole of one."""
    return _LINES.search(text) is not None


def is_spoken(text: str) -> bool | None:
    """Whether a text is to be sent as a message or said; None where that is not told."""
    spoken, written = _SPOKEN.search(text), _WRITTEN.search(text)
    return None if bool(spoken) == bool(written) else bool(spoken)

"""What is said of a text of their own that is to be looked at: what it lacks, by its length and numbers."""

from agent.coaching.lines import Said, line
from agent.nlu.values.numbers import find_quantities

_LONG_LINE, _LONG_MESSAGE = 28, 110  # words
_SPEAKS = frozenset({"i", "you", "we", "your", "hi", "hello", "dear", "thanks"})  # a message to somebody
_FIRST_YEAR, _LAST_YEAR = 1950, 2050  # a number that is a year tells nothing of what was done


def of_their_own(text: str, *, of_cv: bool) -> Said:
    """What a line of a CV, or a message, lacks to be understood and remembered, and how it is built."""
    length = len(text.split())
    speaks = _SPEAKS & {word.strip(".,;:!?'\"").casefold() for word in text.split()}
    line_of_cv = of_cv or (length < _LONG_LINE and not speaks)
    has_number = any(not _FIRST_YEAR <= each.low <= _LAST_YEAR for each in find_quantities(text))
    long = length > (_LONG_LINE if line_of_cv else _LONG_MESSAGE)
    if not line_of_cv:
        keys = ["message", *(["long_message"] if long else []), "asks" if "?" in text else "asks_nothing"]
    else:
        keys = ["number" if has_number else "no_number", *(["long_line"] if long else []), "shape"]
    lines = tuple(line(f"text_remarks.{key}") for key in keys)
    return Said(lines, again=lines[-1:])

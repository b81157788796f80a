"""advice: what a coach answers to questions of judgement, conduct and how-to, and to what people tell; written, not looked up."""

from collections.abc import Sequence
from itertools import accumulate

import prompts
from agent.coaching import written
from agent.coaching.lines import Line, Said, line
from agent.coaching.moves import letter
from agent.coaching.thresholds import MOST_OF_A_VIEW
from agent.coaching.view import View
from agent.models import Wish


def say(wish: Wish, view: View) -> Said:
    """The answer first, then the reasons, then one thing for this week; who asks again hears what they have not heard."""
    if wish.advice is None:
        return Said()  # nothing that was written fits
    entry = prompts.advice(wish.advice)
    if "text" in entry:
        return letter.written(wish.advice, wish, view)
    said = written.sentences(wish.advice)
    again = written.unheard(wish.advice, view) or [line("advice.heard")]
    return Said(tuple(_short(said)), line("advice.own_view").text, again=tuple(_short(again)))


def _short(said: Sequence[Line]) -> list[Line]:
    """As many sentences as a view may have; the first always."""
    words = list(accumulate(len(each.text.split()) for each in said))
    return [
        each for each, so_far in zip(said, words, strict=True) if so_far <= MOST_OF_A_VIEW or each is said[0]
    ]

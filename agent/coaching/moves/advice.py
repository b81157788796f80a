"""advice: what a coach answers to questions of judgement, conduct and how-to, and to what people tell; written, not looked up."""

from collections.abc import Mapping, Sequence
from itertools import accumulate
from typing import Any

import prompts
from agent.coaching.lines import Line, Said, line
from agent.coaching.moves import letter
from agent.coaching.thresholds import MOST_OF_A_VIEW
from agent.coaching.view import View
from agent.models import Wish

_TOLD = "told"  # the area of what people tell rather than ask


def say(wish: Wish, view: View) -> Said:
    """The answer first, then the reasons, then one thing for this week; who asks again hears what they have not heard."""
    if wish.advice is None:
        return Said()  # nothing that was written fits
    entry = prompts.advice(wish.advice)
    if "text" in entry:
        return letter.written(wish.advice, wish, view)
    said = _in_order(wish.advice, entry)
    unheard = tuple(each for each in said if each.digest not in view.dialogue.said)
    again = unheard or (line("advice.heard"),)
    return Said(tuple(_short(said)), line("advice.own_view").text, again=tuple(_short(again)))


def _in_order(name: str, entry: Mapping[str, Any]) -> list[Line]:
    """The sentences of an entry, those first that matter most: to what was told the step, to what was asked the reasons."""
    says, why = Line("advice.says", entry["says"]), [Line("advice.why", each) for each in entry["why"]]
    step = [Line("advice.step", entry["step"])] if "step" in entry else []
    told = name.partition(".")[0] == _TOLD
    return [says, *why[:1], *step, *why[1:]] if told else [says, *why, *step]


def _short(said: Sequence[Line]) -> list[Line]:
    """As many sentences as a view may have; the first always."""
    words = list(accumulate(len(each.text.split()) for each in said))
    return [
        each for each, so_far in zip(said, words, strict=True) if so_far <= MOST_OF_A_VIEW or each is said[0]
    ]

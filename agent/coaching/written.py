"""The sentences of a written answer of `prompts/advice`, which of them the person has not read, and whether one was given last."""

import prompts
from agent.coaching.lines import Line
from agent.coaching.view import View

_TOLD = "told"  # the area of what people tell rather than ask
# What is answered with a view and no figure: a remark after it is about that.
_VIEWS = frozenset({"advice", "feelings", "handle", "words", "letter", "should_i", "pushback"})


def sentences(name: str) -> list[Line]:
    """Those first that matter most: to what was told the step, to what was asked the reasons."""
    entry = prompts.advice(name)
    says, why = Line("advice.says", entry["says"]), [Line("advice.why", each) for each in entry["why"]]
    step = [Line("advice.step", entry["step"])] if "step" in entry else []
    told = name.partition(".")[0] == _TOLD
    return [says, *why[:1], *step, *why[1:]] if told else [says, *why, *step]


def unheard(name: str, view: View) -> list[Line]:
    """What of it was not said in this thread."""
    return [each for each in sentences(name) if each.digest not in view.dialogue.said]


def after_a_view(view: View) -> bool:
    """Whether the last thing that was answered was answered without figures."""
    return bool(view.dialogue.wishes) and all(wish.name in _VIEWS for wish in view.dialogue.wishes)

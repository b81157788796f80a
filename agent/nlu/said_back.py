"""The words of a message that a reply without a written answer takes up: what is asked, or what tells the feeling."""

from collections.abc import Sequence

import numpy as np

from agent.models import Wish
from agent.nlu.kinds import OTHER, chances_of
from agent.nlu.mentions import Message
from agent.nlu.parts import fragments, parts, which_ask
from agent.nlu.tagger import default_tagger

# What is answered plainly where nothing written fits.
_PLAIN = frozenset({"feelings", "handle", "should_i"})
# Words that are said back: fewer name nothing, more read like an echo.
_FEWEST, _MOST = 3, 16


def with_words(wishes: Sequence[Wish], message: Message) -> list[Wish]:
    """The wishes, those that are answered plainly with the words that they rest on."""
    if all(wish.name not in _PLAIN or wish.feeling for wish in wishes):
        return [*wishes]
    cut = fragments(message.asked)
    told = [
        each.text for each, asks in zip(cut, which_ask(cut), strict=True) if not asks and _is_short(each.text)
    ]
    asked = [part.text.rstrip(" ,;") for part in parts(message.asked) if _is_short(part.text)]
    words = {
        "feelings": _felt(told),
        **dict.fromkeys(("handle", "should_i"), max(asked, key=len, default=None)),
    }
    return [
        wish.model_copy(update={"query": words[wish.name]}) if wish.name in _PLAIN and not wish.kind else wish
        for wish in wishes
    ]


def _felt(told: Sequence[str]) -> str | None:
    """What tells a feeling best."""
    if not told:
        return None
    rows = default_tagger().summaries(told)
    return told[int(np.argmin([chances_of("feeling", row)[OTHER] for row in rows]))]


def _is_short(words: str) -> bool:
    return _FEWEST <= len(words.split()) <= _MOST

"""The ways of putting things in `prompts/words/frames.yaml`, compiled once."""

import re
from functools import cache

from agent.policy.offline.understanding.cues import spaced
from prompts import words


@cache
def frame(name: str) -> re.Pattern[str]:
    """One pattern for all the wordings of a frame, bound to whole words."""
    return re.compile("|".join(spaced(each) for each in words("frames")[name]), re.IGNORECASE)

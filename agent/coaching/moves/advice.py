"""advice: what a coach answers to questions of judgement, conduct and how-to, and to what people tell; written, not looked up."""

from collections.abc import Sequence
from itertools import accumulate

import prompts
from agent.coaching import written
from agent.coaching.lines import Line, Said, line
from agent.coaching.moves import letter
from agent.coaching.names import is_same_work, people
from agent.coaching.roads import goal
from agent.coaching.thresholds import MOST_OF_A_VIEW, MOST_WORDS
from agent.coaching.view import View
from agent.models import Wish
from tools.roadmap.ways_in import papers_of

# Where an entry is told for the job of the thread: before its first sentence or behind it.
_JOB_STANDS = ("first", "after", "nowhere")


def say(wish: Wish, view: View) -> Said:
    """The answer first, then the reasons, then one thing for this week; who asks again hears what they have not heard."""
    if wish.advice is None:
        return Said()  # nothing that was written fits
    entry = prompts.advice(wish.advice)
    if "text" in entry:
        return letter.written(wish.advice, wish, view)
    said, at = written.sentences(wish.advice), _JOB_STANDS.index(entry.get("job", "nowhere"))
    job = _on_paper(wish, view) if "job" in entry else []
    said[at:at], most = job, MOST_WORDS if job else MOST_OF_A_VIEW
    again = [*job, *written.unheard(wish.advice, view)] or [line("advice.heard")]
    return Said(tuple(_short(said, most)), line("advice.own_view").text, again=tuple(_short(again, most)))


def _on_paper(wish: Wish, view: View) -> list[Line]:
    """What the job that the thread is about takes on paper; who does such work has it."""
    role = goal(wish, view)
    new = role is not None and not is_same_work(role, view.profile.current_role)
    papers = papers_of(role) if role and new else None
    told = [line("advice.papers", people=people(role), papers=papers)] if role and papers else []
    return [each for each in told if each.digest not in view.dialogue.said]


def _short(said: Sequence[Line], most: int) -> list[Line]:
    """As many sentences as `most` words allow; the first always."""
    words = list(accumulate(len(each.text.split()) for each in said))
    return [each for each, so_far in zip(said, words, strict=True) if so_far <= most or each is said[0]]

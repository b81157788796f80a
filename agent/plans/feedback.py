"""What the reviewer is told about their own words: which of them a redraft could not follow, and what to say instead."""

import re
from functools import cache

from agent import wording
from agent.models import Plan
from prompts import words

_SHOWN = 160
_READ = 4000  # characters of a message that are read for wishes
_EDITING = (
    "Or change any line yourself: edit opens the whole plan, and the review goes through it item by item "
    "(/edit and /review in the chat, `coach resume THREAD --edit FILE` in a script)."
)


def unchanged(reason: str, plan: Plan, *, known: bool) -> str:
    """Nothing came of `reason`. `known` says that facts were read in it, which the plan counts already."""
    said = f"“{wording.inline(reason)[:_SHOWN]}”"
    lead = (
        f"Nothing: what I read in {said} is in the plan already."
        if known
        else f"Nothing: I found no wish in {said} that I can redraft the plan by, so it is as it was."
    )
    return " ".join([lead, *hints(reason), examples(plan), _EDITING])


def examples(plan: Plan) -> str:
    """How changes can be said, in terms of this plan."""
    said = ["“only five hours a week”"]
    skills = [skill for milestone in plan.milestones for skill in milestone.skills]
    said += [f"“I already know {skills[0]}”"] if skills else []
    said += [f"“drop {plan.milestones[-1].id}”"] if plan.milestones else ["“drop the market outlook”"]
    said += ["“I live in Chicago”", "“I would rather become a web developer”"]
    return f"What I can read are facts about you and parts of the plan: {wording.listing(said, 'or')}."


def hints(text: str) -> list[str]:
    """What to do about wishes that no redraft fulfils by itself; at most two, in the order of the list."""
    read = text[:_READ].replace("\u2019", "'")
    return [said for wish, said in _hints() if wish.search(read)][:2]


@cache
def _hints() -> list[tuple[re.Pattern[str], str]]:
    table: list[dict[str, str]] = words("rejections")["hints"]
    return [(re.compile(rf"\b(?:{hint['when']})", re.IGNORECASE), hint["say"]) for hint in table]

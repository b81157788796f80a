"""Changes of a plan that has first steps and no milestones: what somebody wants to do is one of its actions."""

from collections.abc import Sequence

import prompts
from agent import wording
from agent.models import Plan, PlanChange, PlanEdit
from agent.plans.edits import merge_edits
from agent.plans.putting_back import put_back
from agent.plans.unmade import Unmade, unmade

Result = tuple[list[PlanEdit], list[Unmade]]


def in_first_steps(changes: Sequence[PlanChange], held: Sequence[PlanEdit]) -> Result:
    """Of a plan that has no milestones: what they want to do is one of its actions, and the rest is said to find no place."""
    edits, notes = list(held), list[Unmade]()
    for change in changes:
        if change.kind == "put_back":
            edits, said = put_back(change, edits, Plan())
        else:
            new, said = _as_action(change)
            edits = merge_edits(edits, new)
        notes += said
    return edits, notes


def _as_action(change: PlanChange) -> Result:
    named = [change.words] if change.kind == "own_step" and change.words else []
    named += change.skills if change.kind in ("first", "more") else []
    if not named:
        refused = change.kind == "refuse"
        return [], [unmade(change) if refused else Unmade(prompts.reply("feedback.no_steps"))]
    place = "" if change.at in (None, "end", "after") and change.kind != "first" else "/first"
    texts = [wording.sentence(" ".join(words.split()).strip(" .,;!?")) for words in named]
    return [PlanEdit(path=f"next_actions{place}", after=text) for text in reversed(texts)], []

"""Changes of a plan that has first steps and no milestones: what somebody wants to do is one of its actions."""

from collections.abc import Sequence

import prompts
from agent import wording
from agent.models import Plan, PlanChange, PlanEdit
from agent.plans.edits import merge_edits
from agent.plans.named import telling_words
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
            texts = _texts(change, edits)
            # The newest word says where an action goes, or that it goes.
            edits = [edit for edit in edits if not (_is_action(edit) and edit.after in texts)]
            place = "" if change.at in (None, "end", "after") and change.kind != "first" else "/first"
            new = [PlanEdit(path=f"next_actions{place}", after=text) for text in reversed(texts)]
            edits = merge_edits(edits, new if change.kind != "leave_out" else [])
            refused = change.kind == "refuse"
            said = (
                [] if texts else [unmade(change) if refused else Unmade(prompts.reply("feedback.no_steps"))]
            )
        notes += said
    return edits, notes


def _texts(change: PlanChange, held: Sequence[PlanEdit]) -> list[str]:
    """What a change puts in, else the actions of theirs that it names."""
    named = [change.words] if change.words and change.kind in ("own_step", "later", "leave_out") else []
    named += change.skills if change.kind in ("first", "more", "later", "leave_out") else []
    theirs = [str(edit.after) for edit in held if _is_action(edit)]
    found = list[str]()
    for words in named:
        wanted = telling_words(words)
        own = [text for text in theirs if wanted and wanted <= telling_words(text)]
        new = [wording.sentence(" ".join(words.split()).strip(" .,;!?"))]
        found += own or (new if change.kind in ("own_step", "first", "more") else [])
    return list(dict.fromkeys(found))


def _is_action(edit: PlanEdit) -> bool:
    return edit.path.startswith("next_actions") and edit.before is None and isinstance(edit.after, str)

"""What was taken out of a plan, put in again."""

from collections.abc import Sequence

from agent.models import Plan, PlanChange, PlanEdit
from agent.plans import labels
from agent.plans.constraints import KEEP, removed_skills
from agent.plans.item_review import items_of
from agent.plans.named import skills_of_subject, telling_words
from agent.plans.plan_texts import LISTS
from agent.plans.progress import usual_name
from agent.plans.step_names import stem
from agent.plans.unmade import Unmade, left_out, untaught


def put_back(change: PlanChange, held: Sequence[PlanEdit], plan: Plan) -> tuple[list[PlanEdit], list[Unmade]]:
    """The edits without those that took out what is wanted back in; without a name the last one is taken back."""
    out = removed_skills(held)
    wanted = [(usual_name(skill), skills_of_subject(skill) & out) for skill in change.skills]
    names = [name for skill, of_it in wanted for name in (sorted(of_it) or [skill])] + [*change.parts]
    if not names:
        last = len(held) - 1
        while last > 0 and held[last].reason == held[last - 1].reason == "shorter":
            last -= 1  # what was cut together comes back together
        return list(held[: max(last, 0)]), []
    there = items_of(plan)
    gone = [max((_likeness(edit, name) for edit in held), default=0) for name in names]
    kept = [
        edit
        for edit in held
        if not any(best and _likeness(edit, name) == best for name, best in zip(names, gone, strict=True))
    ]
    missing = [there.get(name, name) for name, best in zip(names, gone, strict=True) if not best]
    kept += [
        PlanEdit(path=f"{KEEP}/{title}", after=title)
        for name in missing
        for title in left_for_later(name, plan)
    ]
    missing = [name for name in missing if not left_for_later(name, plan)]
    known = [name for name in missing if left_out(name, plan)]
    rest = labels.listing(plan.language, sorted(name for name in missing if not left_out(name, plan)))
    notes = [untaught(name, plan) for name in known]
    return kept, [*notes, *([Unmade(labels.remark(plan.language, "never_out", what=rest))] if rest else [])]


def left_for_later(name: str, plan: Plan) -> list[str]:
    """The step that a name stands for, where the plan leaves it for later because its time is short."""
    later = [group for group in (plan.outlook.skipped if plan.outlook else []) if group.kind == "later"]
    shared = {
        each: _shared(telling_words(name), telling_words(each)) for group in later for each in group.skills
    }
    best = max(shared.values(), default=0)
    named = [each for each, words in shared.items() if words == best > 0]
    return named if len(named) == 1 else []


def _likeness(edit: PlanEdit, name: str) -> int:
    """How many words of `name` name what an edit took out; all of them and more where it is the very name."""
    place = edit.path.split("/")
    removes = edit.path.endswith("/most") or (
        edit.after is None and (place[0] in LISTS or len(place) == len(("place", "name")))
    )
    if not removes:
        return 0
    title = edit.before.get("title") if isinstance(edit.before, dict) else edit.before
    called = [*place, *edit.anchor, *([title] if isinstance(title, str) else [])]
    wanted = telling_words(name)
    if name in called:
        return len(wanted) + 1
    return max(_shared(wanted, telling_words(each)) for each in called)


def _shared(wanted: set[str], called: set[str]) -> int:
    """How many words stand in both, whatever their ending: "evaluation", "evaluating"."""
    return sum(any(stem(word) == stem(other) for other in called) for word in wanted)

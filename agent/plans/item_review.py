"""Review item by item: the evidence behind each part of a plan, and single decisions joined into one.

An item is a milestone ("M2"), a section ("pay"), or one of the lists "assumptions" and "next_actions".
"""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from agent.models import Claim, Plan, Section
from agent.plans.review import ACTION
from tools.errors import DecisionError, UsageError
from tools.evidence import Evidence, Value
from tools.roadmap.models import Milestone

_LISTS = {"assumptions": "What this takes for granted", "next_actions": "Next actions"}


class ItemDecision(Value):
    """What the person decided on one item.

    `message` is the reason of a rejection; an edit brings the item in its new form (a milestone, a section, or the
    lines of a list).
    """

    type: Literal["approve", "edit", "reject"]
    message: str | None = None
    edited: Milestone | Section | list[str] | None = None


class Why(Value):
    """What stands behind one item: its statements, and every piece of evidence that they rest on."""

    item: str
    title: str
    statements: list[Claim] = []
    evidence: list[Evidence] = []


def items_of(plan: Plan) -> dict[str, str]:
    """Every item's id and title, in reading order."""
    items = {section.id: section.title for section in plan.sections}
    items |= {milestone.id: milestone.title for milestone in plan.milestones}
    return items | {name: title for name, title in _LISTS.items() if getattr(plan, name)}


def why(plan: Plan, evidence: Sequence[Evidence], item: str) -> Why:
    """What `item` rests on. Raises UsageError where the plan has no such item."""
    name = _known(plan, item)
    milestone = next((held for held in plan.milestones if held.id == name), None)
    section = next((held for held in plan.sections if held.id == name), None)
    if milestone is not None:
        statements = _behind_milestone(milestone, plan, evidence)
    elif section is not None:
        statements = list(section.claims)
    else:
        statements = [Claim(text=text) for text in getattr(plan, name)]
    cited = {number for claim in statements for number in claim.evidence}
    return Why(
        item=name,
        title=items_of(plan)[name],
        statements=statements,
        evidence=[held for held in evidence if held.id in cited],
    )


def join_decisions(plan: Plan, decisions: Mapping[str, ItemDecision | str]) -> dict[str, Any]:
    """One reply for `Coach.resume(decisions=...)` from a decision an item ("approve", "reject: too long").

    A rejected milestone is taken out, as is a section that is rejected without a reason; reasons are sent as the
    rejection's message, with what was edited beside them. Only when every item is approved is the plan. Raises
    DecisionError where nothing is decided or a decision cannot be read, UsageError for an unknown item.
    """
    read = {_known(plan, item): _read(item, decision) for item, decision in decisions.items()}
    changed = plan
    for item, decision in read.items():
        if decision.type == "edit":
            changed = _replaced(changed, item, decision)
        elif decision.type == "reject" and (item in _milestones(plan) or not decision.message):
            changed = without(changed, item)
    reasons = [
        f"{item}: {decision.message}" if item in _milestones(plan) else decision.message
        for item, decision in read.items()
        if decision.type == "reject" and decision.message
    ]
    edited = changed.model_dump(mode="json") if changed != plan else None
    if reasons:
        kept = {"plan": edited} if edited else {}
        return _reply({"type": "reject", "message": "\n".join(reasons), **kept})
    if edited:
        return _reply({"type": "edit", "edited_action": {"name": ACTION, "args": {"plan": edited}}})
    open_items = [item for item in items_of(plan) if item not in read]
    if open_items or not read:
        raise DecisionError(
            f"Nothing is decided yet about {', '.join(open_items)}.",
            "Approve each of them, or approve the whole plan.",
        )
    return _reply({"type": "approve"})


def _reply(decision: dict[str, Any]) -> dict[str, Any]:
    return {"decisions": [decision]}


def _known(plan: Plan, item: str) -> str:
    items = items_of(plan)
    named = next((name for name in items if name.casefold() == item.strip().casefold()), None)
    if named is None:
        raise UsageError(f"The plan has no item {item}.", f"Its items are {', '.join(items)}.")
    return named


def _milestones(plan: Plan) -> set[str]:
    return {milestone.id for milestone in plan.milestones}


def _read(item: str, decision: ItemDecision | str) -> ItemDecision:
    if isinstance(decision, ItemDecision):
        return decision
    word, _, rest = decision.partition(":")
    word, message = word.strip().lower(), rest.strip() or None
    if word == "approve":
        return ItemDecision(type="approve")
    if word == "reject":
        return ItemDecision(type="reject", message=message)
    raise DecisionError(
        f"The decision on {item} cannot be read: {decision[:80]}.", 'Say "approve" or "reject: the reason".'
    )


def _replaced(plan: Plan, item: str, decision: ItemDecision) -> Plan:
    edited = decision.edited
    if isinstance(edited, Milestone) and item in _milestones(plan):
        changed = [edited if held.id == item else held for held in plan.milestones]
        return plan.model_copy(update={"milestones": changed})
    if isinstance(edited, Section) and edited.id == item:
        sections = [edited if held.id == item else held for held in plan.sections]
        return plan.model_copy(update={"sections": sections})
    if isinstance(edited, list) and item in _LISTS:
        return plan.model_copy(update={item: list(edited)})
    raise DecisionError(
        f"The edit of {item} does not fit it.", "Bring the item in its new form, with its id."
    )


def without(plan: Plan, item: str) -> Plan:
    """The plan without a milestone, section or list; what built on the milestone goes on without it."""
    if item in _LISTS:
        return plan.model_copy(update={item: []})
    milestones = [
        held.model_copy(update={"after": [name for name in held.after if name != item]})
        for held in plan.milestones
        if held.id != item
    ]
    sections = [held for held in plan.sections if held.id != item]
    return plan.model_copy(update={"milestones": milestones, "sections": sections})


def _behind_milestone(milestone: Milestone, plan: Plan, evidence: Sequence[Evidence]) -> list[Claim]:
    """What the plan says of it, what it builds on and what needs it, and the newest roadmap evidence for it."""
    said = [
        claim
        for section in plan.sections
        for claim in section.claims
        if claim.text.startswith(f"{milestone.title}:")
    ]
    titles = {held.id: held.title for held in plan.milestones}
    links = [
        Claim(text=f"It builds on {name} ({titles[name]}).") for name in milestone.after if name in titles
    ]
    links += [
        Claim(text=f"{held.id} ({held.title}) builds on it.")
        for held in plan.milestones
        if milestone.id in held.after
    ]
    about = [item for item in evidence if item.kind == "roadmap" and _is_about(item, milestone)]
    hours = [Claim(text=about[-1].text, evidence=[about[-1].id])] if about else []
    return [*said, *hours, *links]


def _is_about(item: Evidence, milestone: Milestone) -> bool:
    return any(
        figure.subject == milestone.title and figure.unit == "hours" and figure.value == milestone.hours
        for figure in item.figures
    )

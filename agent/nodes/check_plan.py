"""check_plan: plain code holds the draft to its evidence; what stays unsupported is cut and said."""

from functools import partial
from typing import Any

from langchain_core.messages import AIMessage, HumanMessage

from agent import grounding
from agent.coaching.beside_plan import answered_beside
from agent.context import CoachContext
from agent.models import Plan, Understanding, Violation
from agent.plans.difference import is_same, leads_elsewhere, plan_difference
from agent.plans.labels import ENGLISH, label, remark
from agent.plans.progress import as_of
from agent.plans.review import draft_digest
from agent.plans.summary import UNHELPED, summary_markdown
from agent.plans.unmade import ways_to_say_it
from agent.state import CoachState

MAX_REDRAFTS = 2
_ADDS_UP = ("prerequisite", "weeks", "hours")


def check_plan(state: CoachState, context: CoachContext) -> dict[str, Any]:
    """Report violations; once redrafts are used up (or the draft is the person's), cut them instead."""
    draft = state["draft"]
    if draft is None:
        return {"violations": []}
    evidence = state.get("evidence", [])
    check = partial(
        grounding.check_plan,
        evidence=evidence,
        profile=as_of(state["profile"], state.get("progress"), context.today),
        today=context.today,
        edits=state.get("edits", []),
    )
    violations = check(draft)
    theirs = _of_their_schedule(violations, state)
    wrong = [violation for violation in violations if violation not in theirs]
    if wrong and not state.get("by_person") and state["redrafts"] < MAX_REDRAFTS:
        return {"violations": violations}
    checked = grounding.cut(draft, wrong, evidence) if wrong else draft
    kept = check(checked) if violations else []
    taken_out = [violation for violation in wrong if violation not in kept]
    by_model = state.get("beside")
    beside = answered_beside(state, context, checked) if _last_reviewed(state) and not by_model else None
    said = {"dialogue": beside.dialogue} if beside and beside.dialogue else {}
    above = by_model or (beside.text if beside else "")
    parts = [*([above] if above else []), _presentation(state, checked, taken_out, kept)]
    return {
        **said,
        "draft": checked,
        "violations": [],
        "remark": None,
        "offered": [name for name in [draft_digest(checked)] if name not in state.get("offered", [])],
        "messages": [AIMessage("\n\n".join(parts))],
    }


def _of_their_schedule(violations: list[Violation], state: CoachState) -> list[Violation]:
    """Weeks and hours that do not add up since the person set some: no redraft helps, and nothing is lost by it."""
    set_by_them = state.get("by_person") or any(
        edit.path.startswith("milestones/") and edit.after is not None for edit in state.get("edits", [])
    )
    return [violation for violation in violations if set_by_them and violation.rule in _ADDS_UP]


def _presentation(state: CoachState, draft: Plan, taken_out: list[Violation], kept: list[Violation]) -> str:
    """The draft in short or, where they know it, what changed in it; what was not changed, and what was taken out."""
    understanding = state.get("understanding") or Understanding()
    parts = [_told(state, draft), " ".join(understanding.unchanged)]
    parts += [text for text in draft.assumptions if text.startswith(UNHELPED) and text not in parts[0]]
    if taken_out:
        parts.append(f"Taken out, because nothing supports it:\n\n{_listed(taken_out)}")
    if kept:
        parts.append(f"Kept as you wrote it, but it does not add up:\n\n{_listed(kept)}")
    parts.append(label(draft.language, "draft"))
    return "\n\n".join(part for part in parts if part)


def _told(state: CoachState, draft: Plan) -> str:
    """A new plan, or one for another target, in short; else what came of the person's words, also where nothing did."""
    previous = _last_reviewed(state)
    understanding = state.get("understanding") or Understanding()
    elsewhere = previous is not None and leads_elsewhere(previous, draft)

    def titled(title: str, text: str) -> str:
        return f"## {label(draft.language, title)}\n\n{text}"

    if previous is not None and not elsewhere:
        # What changed is told in English; in another language the plan says it.
        if draft.language == ENGLISH and (told := plan_difference(previous, draft, _last_words(state))):
            return titled("different", told)
        fewer = any(change.kind == "fewer" for change in understanding.plan_changes)
        if draft.language != ENGLISH and (fewer or not is_same(previous, draft)):
            return titled("different", summary_markdown(draft))
        if _is_answered(state) or understanding.changes or state.get("by_person"):
            return titled("unchanged", _nothing(state, understanding, draft))
    return titled("in_short", summary_markdown(draft))


def _nothing(state: CoachState, understanding: Understanding, draft: Plan) -> str:
    """That the plan is as it was: by their edit, with the facts or changes told, or where nothing was read."""
    say = partial(remark, draft.language)
    if state.get("by_person"):
        return say("same")
    if understanding.unchanged:
        return say("nothing")
    if understanding.changes and not understanding.plan_changes:
        return say("stays")
    said = say("known") if understanding.plan_changes else f"{say('nothing')} {say('unclear')}"
    return f"{said} {ways_to_say_it(draft)}"


def _last_words(state: CoachState) -> str:
    said = [message for message in state.get("messages", []) if isinstance(message, HumanMessage)]
    return said[-1].text if said else ""


def _is_answered(state: CoachState) -> bool:
    """Whether the person answered the draft with words in this turn, and did not ask for a plan anew."""
    if state["reviews"] and state["reviews"][-1].decision == "edit":
        return False
    said = [message for message in state.get("messages", []) if isinstance(message, HumanMessage)]
    return bool(said and said[-1].text and said[-1].additional_kwargs.get("decision"))


def _listed(violations: list[Violation]) -> str:
    lines = dict.fromkeys(f"- {violation.text}: {violation.problem}" for violation in violations)
    return "\n".join(lines)


def _last_reviewed(state: CoachState) -> Plan | None:
    """The draft that the person saw last in this thread, or the delivered plan that is being revised."""
    return state.get("shown") or state.get("plan")

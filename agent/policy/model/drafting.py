"""The draft: code lays out sections, figures, milestones and dates; the model adds statements that name evidence."""

import re
from functools import partial

from langchain_core.messages import AnyMessage, HumanMessage, SystemMessage

import prompts
from agent import grounding
from agent.context import CoachContext
from agent.grounding.quantities import find_quantities
from agent.models import Claim, Plan
from agent.policy.model.briefing import evidence_text, found_this_turn, plan_texts, profile_text
from agent.policy.model.cleaning import plain_markdown
from agent.policy.model.exchange import Step
from agent.policy.model.failures import ModelFailure
from agent.policy.model.figures import fill_figures
from agent.policy.model.guards import borrows_names, is_unfounded, speaks_of_approval
from agent.policy.model.history import last_message
from agent.policy.model.known import Known
from agent.policy.model.leaning import coaching_stems, leans_on, stems_of, words_of_evidence
from agent.policy.model.masking import Masks
from agent.policy.model.reading import model_details
from agent.policy.model.said import Said
from agent.policy.model.structured import Abilities, ask
from agent.policy.model.wire import Writing, WrittenClaim, read_writing
from agent.state import CoachState
from tools.evidence import Evidence

OUTPUT_TOKENS = 900
MAX_CLAIMS = 6
MAX_ACTIONS = 3
# A plan speaks to the person, knows no hurry, and its coach does nothing beside it.
_PERSUADES = re.compile(
    r"\b(?:I|we|my|our|us)\b|\b(?:within|in) (?:an?|the next) (?:hour|day|week)\b|\b(?:tonight|tomorrow|immediately|right now|hurry|expires?|last chance|before it is too late|or lose)\b"
)
_COUNTS = "no one two three four five six seven eight nine ten eleven twelve".split()  # noqa: SIM905 - numbers read better in a row


def drafting_messages(state: CoachState, plan: Plan) -> list[AnyMessage]:
    """What is sent: rules, the profile, the plan's sections and all evidence of this turn."""
    sections = "\n".join(f"- {section.id}: {section.title}" for section in plan.sections)
    task = (
        f"The person: {profile_text(state['profile'])}\n\nSections:\n{sections}\n\n"
        f"{_asked(state)}:\n{last_message(state['messages'])}\n\n"
        f"Evidence:\n{evidence_text(found_this_turn(state), with_placeholders=True)}"
    )
    return [SystemMessage(prompts.render("model/draft.v2")), HumanMessage(task)]


def _asked(state: CoachState) -> str:
    return "Why they sent the last draft back" if state.get("shown") is not None else "What they said last"


def drafting_step(
    state: CoachState, context: CoachContext, plan: Plan, masks: Masks, abilities: Abilities
) -> Step[Plan]:
    """`plan` with the statements of the model that hold; as it was if the model fails, and then it says so."""
    failed = model_details(state.get("understanding")).get("failed")
    if failed:
        return _noted(plan, _failed(failed))
    if state.get("violations"):
        return plan
    try:
        writing = yield from ask(
            "draft_plan",
            drafting_messages(state, plan),
            prompts.schema("model/write_claims.v1"),
            read_writing,
            abilities=abilities,
            output=OUTPUT_TOKENS,
        )
    except ModelFailure as failure:
        return _noted(plan, _failed(failure.reason))
    return joined(plan, writing, state, context, masks)


def joined(plan: Plan, writing: Writing, state: CoachState, context: CoachContext, masks: Masks) -> Plan:
    """The plan with what of the writing is supported; what is left out is counted and said."""
    evidence = state.get("evidence") or []
    known = Known.of(Said.of(state).texts, evidence, plan_texts({"draft": plan}))
    added = [
        _claim(masks.restore(plain_markdown(written.text)), written, plan, evidence, known)
        for written in writing.claims
    ]
    good = [claim for claim in added if claim is not None][:MAX_CLAIMS]
    actions = [masks.restore(plain_markdown(action)) for action in writing.next_actions]
    stems = stems_of([known.said, *words_of_evidence(evidence)]) | coaching_stems("answer", "do")
    actions = [action for action in actions if _is_plain(action, known) and leans_on(action, stems)][
        :MAX_ACTIONS
    ]
    steps = [partial(_with_claim, section_id=name, claim=claim, evidence=evidence) for name, claim in good]
    steps += [partial(_with_action, action=action) for action in actions]
    faults = _faults(plan, state, context)
    kept = 0
    for step in steps:
        candidate = step(plan)
        if candidate != plan and _faults(candidate, state, context) <= faults:
            plan, kept = candidate, kept + 1
    left_out = len(writing.claims) + len(writing.next_actions) - kept
    return _noted(plan, _left_out(left_out)) if left_out else plan


def _claim(
    text: str, written: WrittenClaim, plan: Plan, evidence: list[Evidence], known: Known
) -> tuple[str, Claim] | None:
    """The statement with its figures put in; None if it has figures of its own or leans on nothing."""
    filled = fill_figures(text, evidence)
    if filled is None or all(section.id != written.section for section in plan.sections):
        return None
    text, named = filled
    held = {item.id: item for item in evidence}
    ids = list(dict.fromkeys([*named, *(name.strip("[] ") for name in written.evidence)]))
    cited = [held[name] for name in ids if name in held]
    if not cited or len(cited) < len(ids) or is_unfounded(text, known):
        return None
    # What a figure is said of must stand beside that figure, not in the other evidence that is named.
    about = [held[name] for name in named] or cited
    if borrows_names(text, known.said, about) or not leans_on(text, stems_of(words_of_evidence(cited))):
        return None
    return written.section, Claim(text=text, evidence=ids)


def _is_plain(action: str, known: Known) -> bool:
    """An action without figures, also in words, of which nothing is unfounded."""
    counted = find_quantities(action) or re.search(r"\d", action)
    persuades = speaks_of_approval(action) or _PERSUADES.search(action)
    return not counted and not persuades and not is_unfounded(action, known)


def _with_claim(plan: Plan, section_id: str, claim: Claim, evidence: list[Evidence]) -> Plan:
    sections = []
    for section in plan.sections:
        known = [held.text for held in section.claims]
        claims = [claim] if section.id == section_id and claim.text not in known else []
        sections.append(section.model_copy(update={"claims": [*section.claims, *claims]}))
    longer = plan.model_copy(update={"sections": sections})
    return longer.model_copy(update={"sources": grounding.cited_sources(longer, evidence)})


def _with_action(plan: Plan, action: str) -> Plan:
    actions = [*plan.next_actions, *([] if action in plan.next_actions else [action])]
    return plan.model_copy(update={"next_actions": actions})


def _faults(plan: Plan, state: CoachState, context: CoachContext) -> set[str]:
    found = grounding.check_plan(plan, state.get("evidence") or [], state["profile"], context.today)
    return {f"{violation.where} {violation.text}" for violation in found}


def _noted(plan: Plan, text: str) -> Plan:
    return plan.model_copy(update={"assumptions": [*plan.assumptions, text]})


def _failed(reason: str) -> str:
    """Without the status: a number in a plan needs evidence."""
    return f"The language model could not help with this draft: {re.sub(r' *[(][0-9]+[)]', '', reason)}."


def _left_out(count: int) -> str:
    said = _COUNTS[count] if count < len(_COUNTS) else "many"
    which = "a statement" if count == 1 else f"{said} statements"
    return f"The language model also wrote {which} that no evidence holds; they are not in this plan."

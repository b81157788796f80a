"""The draft: code lays out sections, figures, milestones and dates; the model rewords, leaves out and adds, under the same rules."""

import json
from collections.abc import Sequence
from typing import Any

from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage

import prompts
from agent import grounding
from agent.context import CoachContext
from agent.grounding import own
from agent.models import Claim, Plan, Section, Understanding
from agent.policy.model.answering import Helpers, checked
from agent.policy.model.briefing import evidence_lines, found_this_turn, notes, situation, their_messages
from agent.policy.model.pieces import Judge, Judged
from agent.policy.model.structured import ask
from agent.policy.model.wire import Writing, WrittenClaim, read_writing
from agent.state import CoachState
from tools.evidence import Evidence

MAX_CLAIMS = 12
MAX_ACTIONS = 3
# Texts of a plan outside its sections; they can be reworded under their ids as well.
_LISTS = ("assumptions", "next_actions")


def planning_messages(state: CoachState, context: CoachContext, plan: Plan) -> list[BaseMessage]:
    """What is sent: rules, the person and the thread, the draft with an id for each text, the evidence it rests on."""
    reading = state.get("understanding") or Understanding()
    facts = {**situation({**state, "draft": None, "plan": None}, context), "write_in": reading.language}
    if state.get("shown") is not None:
        facts["the_last_draft"] = "was sent back with the last message"
    sections = [
        json.dumps({"section": section.id, "title": section.title}, ensure_ascii=False)
        for section in plan.sections
    ]
    claims = [json.dumps({"id": name, **given}, ensure_ascii=False) for name, given in _texts(plan).items()]
    task = (
        f"Known: {json.dumps(facts, ensure_ascii=False)}\n\nSections:\n{chr(10).join(sections)}\n\n"
        f"The draft:\n{chr(10).join(claims)}\n\nEvidence:\n{evidence_lines(_evidence(state, plan))}\n\n"
        f"Said by the tools:\n{chr(10).join(notes(state.get('tool_results') or [])) or 'nothing'}\n\n"
        f"Last message:\n{their_messages(state)[-1]}"
    )
    return [SystemMessage(prompts.render("model/plan.v3")), HumanMessage(task)]


async def write_plan(helpers: Helpers, plan: Plan, state: CoachState, context: CoachContext) -> Plan:
    """`plan` with what of the model's writing holds. Raises ModelFailure."""
    reading = state.get("understanding") or Understanding()
    judge = Judge({**state, "draft": plan}, context, reading.language)
    messages, tool = planning_messages(state, context, plan), prompts.schema("model/write_plan.v1")
    writing = await ask(helpers.writer, "write_plan", messages, tool, read_writing)
    held = _texts(plan)
    wanted = [
        claim
        for claim in writing.claims
        if claim.id in held or claim.section in {each.id for each in plan.sections}
    ]
    dropped = {claim.id for claim in wanted if claim.id and claim.id in held and not claim.text.strip()}
    actions = [
        WrittenClaim(kind="advice", section="next_actions", text=text)
        for text in writing.actions[:MAX_ACTIONS]
    ]
    texts = [_as_piece(claim) for claim in wanted if claim.text.strip()][: MAX_CLAIMS + len(held)]
    judged = [judge.judge(text) for text in [*texts, *actions]]
    kept = await checked(helpers, judge, judged, messages, prompts.schema("model/write_reply.v1"))
    plan, left_out = _joined(plan, kept, dropped, writing, judge)
    helpers.writer.line.budget.left_out(left_out)
    return plan


def _as_piece(claim: WrittenClaim) -> WrittenClaim:
    """A claim without evidence is advice: it may name no fact."""
    return claim.model_copy(update={"kind": "finding" if claim.evidence or claim.quote else "advice"})


def _texts(plan: Plan) -> dict[str, dict[str, Any]]:
    """Every text of the draft that can be reworded, by its id."""
    found: dict[str, dict[str, Any]] = {}
    for section in plan.sections:
        for number, claim in enumerate(section.claims, start=1):
            if claim.by == "coach":
                found[f"{section.id}.{number}"] = {
                    "section": section.id,
                    "text": claim.text,
                    "evidence": claim.evidence,
                }
    for name in _LISTS:
        for number, text in enumerate(getattr(plan, name), start=1):
            if text not in plan.theirs:
                found[f"{name}.{number}"] = {"text": text}
    return found


def _evidence(state: CoachState, plan: Plan) -> list[Evidence]:
    """What the draft cites, and what else this turn found; rows that the plan's own lookups replaced are in neither."""
    cited = {name for section in plan.sections for claim in section.claims for name in claim.evidence}
    found = {item.id for item in found_this_turn(state)}
    return [item for item in state.get("evidence") or [] if item.id in cited or item.id in found]


def _joined(
    plan: Plan, kept: Sequence[Judged], dropped: set[str], writing: Writing, judge: Judge
) -> tuple[Plan, int]:
    """The plan with each text that holds in its place, as long as the plan's own check finds nothing new."""
    faults = _faults(plan, judge)
    held = _texts(plan)
    left_out = 0
    for judged in kept:
        candidate = _with_text(plan, judged, held, judge.state.get("evidence") or [])
        if candidate != plan and _faults(candidate, judge) <= faults:
            plan = candidate
        else:
            left_out += 1
    gone = {
        name
        for name in dropped
        if name and not own.strange_number(str(held[name]["text"]), own.Known("", ""))
    }
    candidate = _without(plan, gone)
    plan = candidate if _faults(candidate, judge) <= faults else plan
    titles = {
        name: title
        for name, title in writing.titles.items()
        if _is_sound(title, judge) and not any(c.isdigit() for c in title)
    }
    sections = [
        section.model_copy(update={"title": titles.get(section.id, section.title)})
        for section in plan.sections
    ]
    return plan.model_copy(update={"sections": sections}), left_out


def _with_text(plan: Plan, judged: Judged, held: dict[str, dict[str, Any]], evidence: list[Evidence]) -> Plan:
    """The plan with this text under its id, else at the end of its section."""
    piece = judged.piece
    name = getattr(piece, "id", None)
    place, _, number = (name or "").rpartition(".")
    if place in _LISTS:
        texts = [*getattr(plan, place)]
        texts[int(number) - 1] = judged.bare
        return plan.model_copy(update={place: texts})
    if getattr(piece, "section", "") == "next_actions":
        more = [judged.bare] if judged.bare not in plan.next_actions else []
        return plan.model_copy(update={"next_actions": [*plan.next_actions, *more]})
    claim = Claim(text=judged.bare, evidence=[*judged.ids], written=judged.written)
    sections = []
    for section in plan.sections:
        claims = [*section.claims]
        if name in held and section.id == place:
            claims[int(number) - 1] = claim
        elif (
            name not in held
            and section.id == getattr(piece, "section", "")
            and claim.text not in [each.text for each in claims]
        ):
            claims.append(claim)
        sections.append(section.model_copy(update={"claims": claims}))
    return _sourced(plan, sections, evidence)


def _without(plan: Plan, gone: set[str]) -> Plan:
    """The plan without the claims of these ids."""
    sections = [
        section.model_copy(
            update={
                "claims": [
                    claim
                    for number, claim in enumerate(section.claims, start=1)
                    if f"{section.id}.{number}" not in gone
                ]
            }
        )
        for section in plan.sections
    ]
    return plan.model_copy(update={"sections": sections})


def _sourced(plan: Plan, sections: list[Section], evidence: list[Evidence]) -> Plan:
    longer = plan.model_copy(update={"sections": sections})
    return longer.model_copy(update={"sources": grounding.cited_sources(longer, evidence)})


def _is_sound(text: str, judge: Judge) -> bool:
    """An action or a title: no number, link, disguise or deed of its own."""
    return not (
        own.strange_number(text, judge.known)
        or own.strange_link(text, judge.known)
        or own.told_deed(text)
        or own.disguised(text)
    )


def _faults(plan: Plan, judge: Judge) -> set[str]:
    state = judge.state
    found = grounding.check_plan(plan, state.get("evidence") or [], state["profile"], judge.context.today)
    return {f"{violation.where} {violation.text}" for violation in found}

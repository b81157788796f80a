"""The draft: code lays out sections, figures, milestones and dates; the model rewords, leaves out and adds, under the same rules."""

import asyncio
import re
from collections.abc import Sequence

from langchain_core.messages import BaseMessage

import prompts
from agent import grounding
from agent.context import CoachContext
from agent.grounding import own
from agent.models import Claim, Plan
from agent.plans.labels import languages
from agent.plans.plan_texts import LISTS, Texts, plan_texts, with_texts
from agent.policy.model import briefing
from agent.policy.model.desk import Desk
from agent.policy.model.pieces import Judge, Judged
from agent.policy.model.structured import ask
from agent.policy.model.transport import Line
from agent.policy.model.wire import MAX_TEXT, Writing, WrittenClaim
from agent.state import CoachState
from tools.evidence import Evidence

MAX_CLAIMS = 12
MAX_ACTIONS = 3


def planning_messages(state: CoachState, context: CoachContext, plan: Plan) -> list[BaseMessage]:
    """What is sent: rules, the person and the thread, the draft with an id for each text, the evidence it rests on."""
    known = briefing.situation({**state, "draft": None, "plan": None}, context)
    known["write_in"] = briefing.reading(state).language
    if state.get("shown") is not None:
        known["the_last_draft"] = "was sent back with the last message"
    sections = [{"section": section.id, "title": section.title} for section in plan.sections]
    texts = plan_texts(plan)
    claims = [
        {"id": name, "text": texts[at].text}
        if at[0] in LISTS
        else {"id": name, "section": at[0], "text": texts[at].text, "evidence": texts[at].evidence}
        for name, at in _ids(plan).items()
        if texts[at].text not in plan.theirs
    ]
    told = (
        f"Sections:\n{briefing.json_lines(sections)}\n\nThe draft:\n{briefing.json_lines(claims)}\n\n"
        f"Evidence:\n{briefing.evidence_in_short(_evidence(state, plan))}"
    )
    return briefing.task("model/plan.v4", state, known, told, talk=False)


async def write_plan(
    writer: Line, checker: Line, plan: Plan, state: CoachState, context: CoachContext
) -> Plan:
    """`plan` with what of the model's writing holds. Raises ModelFailure."""
    drafted = {name: plan_texts(plan)[at].text for name, at in _ids(plan).items()}
    judge = await asyncio.to_thread(Judge, {**state, "draft": plan}, context, drafted)
    messages = await asyncio.to_thread(planning_messages, state, context, plan)
    writing = await ask(writer, "write_plan", messages, prompts.schema("model/write_plan.v1"), Writing)
    held, sections = _ids(plan), [section.id for section in plan.sections]
    wanted = [each for each in writing.claims if each.id in held or each.section in sections]
    claims = [each for each in wanted if each.text.strip()][: MAX_CLAIMS + len(held)]
    actions = [text.strip()[:MAX_TEXT] for text in writing.actions[:MAX_ACTIONS] if text.strip()]
    claims += [WrittenClaim(section="next_actions", text=text) for text in actions]
    desk = Desk(writer, checker, judge, messages, runs_on=False)
    await asyncio.to_thread(desk.take, [*map(_as_piece, claims)])
    kept = await desk.checked()
    dropped = {each.id for each in wanted if each.id in held and each.id and not each.text.strip()}
    plan, left_out = await asyncio.to_thread(_joined, plan, kept, dropped, judge)
    writer.budget.left_out(left_out)
    return await asyncio.to_thread(_titled, plan, writing, judge)


def _as_piece(claim: WrittenClaim) -> WrittenClaim:
    """A claim without evidence is advice: it may name no fact."""
    return claim.model_copy(update={"kind": "finding" if claim.evidence or claim.quote else "advice"})


def _ids(plan: Plan) -> dict[str, tuple[str, int]]:
    """Where each text of the draft stands, by its id: "pay.1", "next_actions.2"."""
    return {f"{place}.{at + 1}": (place, at) for place, at in plan_texts(plan)}


def _evidence(state: CoachState, plan: Plan) -> list[Evidence]:
    """What the draft cites, and the passages this turn found; the hours of milestones are code's and not shown."""
    named = {name for section in plan.sections for claim in section.claims for name in claim.evidence}
    named |= {item.id for item in briefing.found_this_turn(state) if item.kind == "document"}
    titles = {milestone.title for milestone in plan.milestones}
    return [
        item
        for item in state.get("evidence") or []
        if item.id in named and not any(figure.subject in titles for figure in item.figures)
    ]


def _joined(plan: Plan, kept: Sequence[Judged], dropped: set[str], judge: Judge) -> tuple[Plan, int]:
    """The plan with each text that holds under its id, else at the end of its section, and without those that were dropped.

    Texts with which the plan's own check finds new fault stay as they were; with how many these are.
    """
    before, changes, ids = plan_texts(plan), Texts(), _ids(plan)
    for judged in kept:
        claim, piece = Claim(text=judged.bare, evidence=[*judged.ids], written=judged.written), judged.piece
        if not isinstance(piece, WrittenClaim):
            continue  # what was mended has lost its place
        there = {text.text for (at, _), text in (before | changes).items() if at == piece.section}
        if piece.id in ids:
            changes[ids[piece.id]] = claim.model_copy(update={"by": before[ids[piece.id]].by})
        elif claim.text not in there:
            changes[piece.section, len(before) + len(changes)] = claim
    wrong = _faults(with_texts(plan, before | changes), judge) - _faults(plan, judge)
    sound = {key: claim for key, claim in changes.items() if claim.text not in wrong}
    texts = before | sound
    # A text with a figure is not left out.
    gone = {ids[name] for name in dropped if not own.strange_number(texts[ids[name]].text, own.Known("", ""))}
    joined = with_texts(plan, {key: claim for key, claim in texts.items() if key not in gone})
    sources = grounding.cited_sources(joined, judge.state.get("evidence") or [])
    return joined.model_copy(update={"sources": sources}), len(kept) - len(sound)


def _titled(plan: Plan, writing: Writing, judge: Judge) -> Plan:
    """The plan with the titles that the model gave its sections, where they say nothing but a title."""
    titles = {
        each.section: each.title
        for each in writing.titles
        if not re.search(r"\d", each.title)
        and not (own.fault(each.title, judge.known, each.title) or own.told_deed(each.title))
    }
    sections = [
        section.model_copy(update={"title": titles.get(section.id, section.title)})
        for section in plan.sections
    ]
    language = judge.language if judge.language in languages() else plan.language
    return plan.model_copy(update={"sections": sections, "language": language})


def _faults(plan: Plan, judge: Judge) -> set[str]:
    """The texts in which the plan's own check finds fault."""
    state = judge.state
    found = grounding.check_plan(plan, state.get("evidence") or [], state["profile"], judge.context.today)
    return {violation.text for violation in found}

"""The draft: code lays out sections, figures, milestones and dates; the model rewords, leaves out and adds, under the same rules."""

import asyncio
import re
from collections.abc import Sequence
from typing import NamedTuple

from langchain_core.messages import BaseMessage

import prompts
from agent import grounding
from agent.context import CoachContext
from agent.grounding import own
from agent.models import Claim, Draft, Plan, Wording
from agent.plans.labels import languages
from agent.plans.plan_texts import Texts, plan_texts, with_texts
from agent.policy.model import briefing
from agent.policy.model.desk import Desk
from agent.policy.model.pieces import Judge, Judged, rendered
from agent.policy.model.reworded import At, Page, named_texts, page_of, shown_claims, wording_of
from agent.policy.model.structured import ask
from agent.policy.model.transport import Line
from agent.policy.model.wire import MAX_TEXT, Writing, WrittenClaim
from agent.state import CoachState
from tools.evidence import Evidence

MAX_CLAIMS = 12
MAX_ACTIONS = 3
_TALK = 1000  # tokens of the conversation: what the draft is worded for was often told before
_THE_PLAN = ("plan", "tell", "feedback", "answer", "correct", "approve", "thanks", "progress")


class _Joined(NamedTuple):
    """A plan with what holds of the writing: the texts that changed by their place, and the places of those left out."""

    plan: Plan
    changes: Texts
    gone: set[At]


def planning_messages(
    state: CoachState,
    context: CoachContext,
    page: Page,
    before: Wording | None = None,
    person: Evidence | None = None,
) -> list[BaseMessage]:
    """What is sent: rules, the person and the thread, the draft with an id for each text, the evidence it rests on."""
    known = briefing.situation({**state, "draft": None, "plan": None}, context)
    known["milestones"] = briefing.plan_in_short(page.plan, waits=True, whole=False).get("milestones")
    known["write_in"] = briefing.reading(state).language
    if state.get("shown") is not None:
        known["the_last_draft"] = "was sent back with the last message"
    sections = [{"section": section.id, "title": section.title} for section in page.plan.sections]
    added = [
        {"section": section, "text": claim.written or claim.text, "evidence": claim.evidence}
        for section, claims in (before.added if before else {}).items()
        for claim in claims
    ]
    theirs = [person] if person and person.figures else []
    told = [
        f"Sections:\n{briefing.json_lines(sections)}",
        f"The draft:\n{briefing.json_lines(shown_claims(page, before))}",
        f"Your own lines in the last draft:\n{briefing.json_lines(added)}" if added else "",
        f"Evidence:\n{briefing.evidence_in_short([*_evidence(state, page.plan), *theirs])}",
        f"Said by the tools:\n{chr(10).join(briefing.notes(state.get('tool_results') or []))}"
        if _asks(state)
        else "",
    ]
    return briefing.task("model/plan.v5", state, known, "\n\n".join(filter(None, told)), talk=_TALK)


async def write_plan(
    writer: Line, checker: Line, plan: Plan, state: CoachState, context: CoachContext
) -> Draft:
    """`plan` with what of the model's writing holds, and what it says beside it. Raises ModelFailure."""
    before = last_wording(state)
    page = page_of(plan, before, language=briefing.reading(state).language)
    ids = {name: at for name, at, _ in named_texts(page.plan)}
    drafted = {name: page.drafted[at] for name, at in ids.items()} | page.milestones
    judge = await asyncio.to_thread(Judge, {**state, "draft": page.plan}, context, drafted)
    messages = await asyncio.to_thread(planning_messages, state, context, page, before, judge.person)
    writing = await ask(writer, "write_plan", messages, prompts.schema("model/write_plan.v2"), Writing)
    sections = [section.id for section in page.plan.sections]
    wanted = [each for each in writing.claims if each.id in drafted or each.section in sections]
    claims = [each for each in wanted if each.text.strip()][: MAX_CLAIMS + len(drafted)]
    actions = [text.strip()[:MAX_TEXT] for text in writing.actions[:MAX_ACTIONS] if text.strip()]
    claims += [WrittenClaim(section="next_actions", text=text) for text in actions]
    desk = Desk(writer, checker, judge, messages, runs_on=False)
    await asyncio.to_thread(desk.take, [*writing.reply, *map(_as_piece, claims)])
    kept = await desk.checked()
    said = [each for each in kept if not isinstance(each.piece, WrittenClaim)]
    written = [(each, each.piece) for each in kept if isinstance(each.piece, WrittenClaim)]
    texts = [each for each, piece in written if piece.id not in page.milestones]
    worded = {page.milestones[piece.id]: each.bare for each, piece in written if piece.id in page.milestones}
    dropped = {each.id for each in wanted if each.id in ids and each.id and not each.text.strip()}
    joined = await asyncio.to_thread(_joined, page.plan, texts, dropped, judge)
    writer.budget.left_out(len(texts) - len(joined.changes))
    titled = await asyncio.to_thread(_titled, joined.plan, writing, judge)
    titled = titled.model_copy(update={"worded": titled.worded | worded})
    wording = wording_of(page, titled, joined.changes, joined.gone, before)
    return Draft(plan=titled, said=rendered(said), wording=wording)


def last_wording(state: CoachState) -> Wording | None:
    """How the last draft was worded, if it was in the language of the last message."""
    wording = state.get("wording")
    return wording if wording and wording.language == briefing.reading(state).language else None


def _asks(state: CoachState) -> bool:
    """Whether the message wants something beside the plan."""
    return any(wish.name not in _THE_PLAN for wish in briefing.reading(state).wishes)


def _as_piece(claim: WrittenClaim) -> WrittenClaim:
    """A claim without evidence is advice: it may name no fact."""
    return claim.model_copy(update={"kind": "finding" if claim.evidence or claim.quote else "advice"})


def _evidence(state: CoachState, plan: Plan) -> list[Evidence]:
    """What the draft cites, and passages that this turn found, all of it where something else is asked; hours of milestones are code's."""
    named = {name for section in plan.sections for claim in section.claims for name in claim.evidence}
    found = briefing.found_this_turn(state)
    named |= {item.id for item in found if item.kind == "document" or _asks(state)}
    titles = {milestone.title for milestone in plan.milestones}
    return [
        item
        for item in state.get("evidence") or []
        if item.id in named and not any(figure.subject in titles for figure in item.figures)
    ]


def _joined(plan: Plan, kept: Sequence[Judged], dropped: set[str], judge: Judge) -> _Joined:
    """The plan with each text that holds under its id, else at the end of its section, and without those that were dropped.

    Texts with which the plan's own check finds new fault stay as they were.
    """
    before, changes = plan_texts(plan), Texts()
    ids = {name: at for name, at, _ in named_texts(plan)}
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
    return _Joined(joined.model_copy(update={"sources": sources}), sound, gone)


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

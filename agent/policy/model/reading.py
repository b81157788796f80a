"""The first step: the model reads the message, and code keeps what the person's words support."""

import asyncio
from collections.abc import Sequence

from langchain_core.messages import BaseMessage, HumanMessage
from pydantic import JsonValue

import prompts
from agent import wording
from agent.context import CoachContext
from agent.models import (
    DialogueState,
    Offer,
    Profile,
    ProfileChange,
    Progress,
    Subject,
    ToolRequest,
    ToolResult,
    Understanding,
    Wish,
)
from agent.models.changes import apply_changes
from agent.nlu.advice import entry_for
from agent.plans.progress import undone
from agent.plans.requests import merge_requests, plan_requests
from agent.policy.model import briefing
from agent.policy.model.facts import Told, kept_facts, texts_of
from agent.policy.model.offers import offer_of, with_offer, without_offer
from agent.policy.model.structured import ask
from agent.policy.model.transport import Budget, Line
from agent.policy.model.wire import Fact, Lookup, Reading
from agent.state import CoachState
from tools.errors import UsageError

MAX_LOOKUPS = 8
_TOOL = "model/read_message.v5"
_LONGEST = 300
_SHOWN_BEFORE = 30
_TEXTS = ("role", "location", "level", "query")
# Of these arguments one has to be given.
_ASKS_BY = {"search_documents": ("query",), "suggest_roles": ("role", "location")}
_ARGS: dict[str, tuple[str, ...]] = {
    "search_documents": ("query",),
    "lookup_salary": ("role", "location", "level", "pay"),
    "summarize_job_market": ("role", "location"),
    "generate_roadmap": ("role",),
    "suggest_roles": ("role", "location", "min_pay", "pay", "no_degree", "better_pay"),
}


def reading_messages(state: CoachState, context: CoachContext) -> list[BaseMessage]:
    """What is sent: rules, the latest conversation, what is known of the person and the thread, the message."""
    before = briefing.recent_evidence(state)[-_SHOWN_BEFORE:]  # need not be looked up again
    known = [f"{item.id}: {wording.inline(item.text)[:90]}" for item in before]
    return briefing.task(
        "model/read.v6", state, {**briefing.situation(state, context), "looked_up_before": known}
    )


def further_messages(state: CoachState, context: CoachContext) -> list[BaseMessage]:
    """What is sent before another round of lookups: the same, and what the first ones brought."""
    *before, last = reading_messages(state, context)
    results = state["tool_results"]
    seen = prompts.render(
        "model/further.v1",
        made="\n".join(f"{each.name} {briefing.json_lines([each.args])}" for each in results),
        notes="\n".join(briefing.notes(results)) or "none",
        evidence=briefing.evidence_lines(briefing.found_this_turn(state)),
    )
    return [*before, HumanMessage(f"{last.text}\n\n{seen}")]


async def read_message(line: Line, state: CoachState, context: CoachContext) -> Understanding:
    """The reading as far as the person's messages support it. Raises ModelFailure."""
    # Linking reads tables: it is done in threads, so that other conversations' requests go on.
    messages = await asyncio.to_thread(reading_messages, state, context)
    reading = await ask(line, "read_message", messages, prompts.schema(_TOOL), Reading)
    return await asyncio.to_thread(understood, reading, line.budget, state, context)


async def further_lookups(line: Line, state: CoachState, context: CoachContext) -> list[ToolRequest]:
    """Lookups that the model wants after it saw what the first ones brought. Raises ModelFailure."""
    messages = await asyncio.to_thread(further_messages, state, context)
    reading = await ask(line, "look_again", messages, prompts.schema(_TOOL), Reading)
    return await asyncio.to_thread(requests, reading.lookups, state["profile"], context)


def wants_more(results: Sequence[ToolResult]) -> bool:
    """Whether a lookup left something to look up again: it failed, was ambiguous, or brought nothing."""
    documents = [result.document or {} for result in results]
    unsure = any(each.get("ambiguous") or each.get("answerable") is False for each in documents)
    return unsure or not all(result.ok and result.evidence for result in results)


def understood(reading: Reading, budget: Budget, state: CoachState, context: CoachContext) -> Understanding:
    """The typed reading that the graph works with; what no words of the person support is counted."""
    said, today = briefing.their_messages(state), context.today
    told = kept_facts(reading.facts, said, state["profile"], today, reading.language)
    told.changes += _undone(told.taken_back, state)
    budget.left_out(told.left_out + reading.left_out)
    calls = requests(reading.lookups, apply_changes(state["profile"], told.changes), context)
    subjects = _subjects(calls)
    amounts = [amount for offer in told.offers for amount in offer.amounts]
    query = next((str(call.args["query"]) for call in calls if "query" in call.args), None)
    wishes = [
        Wish(
            name=name,
            subjects=subjects,
            amounts=amounts if name in ("offer", "ask_for", "compare") else [],
            query=query if name == "library" else None,
            advice=entry_for(said[-1]) if name == "advice" else None,
        )
        for name in reading.wishes
    ]
    before = state.get("dialogue") or DialogueState()
    offers, alternatives = _considered(told, before)
    dialogue = {
        "topic": subjects[-1] if subjects else before.topic,
        "pair": subjects[:2] if len(subjects) > 1 else before.pair,
        "offers": offers,
        "alternatives": alternatives,
        "asked": None,
        "other": None,
        "wishes": wishes,
    }
    return Understanding(
        changes=told.changes,
        calls=calls,
        plan_wanted=reading.wants_plan,
        wishes=wishes,
        doubtful=told.doubtful,
        done=told.done,
        lost_weeks=told.lost_weeks,
        deadline=told.deadline.isoformat() if told.deadline else None,
        language=reading.language,
        plan_changes=reading.plan_changes,
        dialogue=before.model_copy(update=dialogue),
    )


def _considered(told: Told, before: DialogueState) -> tuple[list[Offer], list[str]]:
    """The offers and roles that the person thinks of after the message."""
    offers, roles = before.offers, before.alternatives
    for fact in told.taken_back:
        if fact.field == "offer":
            sums = [f"{fact.value}"] if isinstance(fact.value, int | float) else texts_of(fact)
            offers = without_offer(offers, offer_of(sums, fact.quote))
        gone = {text.casefold() for text in texts_of(fact) if fact.field == "alternatives"}
        roles = [role for role in roles if role.casefold() not in gone]
    for offer in told.offers:
        offers = with_offer(offers, offer)
    return offers, [*roles, *(role for role in told.alternatives if role not in roles)]


def _undone(facts: Sequence[Fact], state: CoachState) -> list[ProfileChange]:
    """What is not done after all as skills to take back; who takes back what is done and names none of it means all."""
    held, facts = state.get("progress") or Progress(), [fact for fact in facts if fact.field == "done"]
    plans = [plan for plan in (state.get("draft"), *reversed(state.get("delivered") or [])) if plan]
    named = [words for fact in facts for words in texts_of(fact) or [fact.quote]]
    gone = [skill for words in named for skill in undone(words, held, state["profile"], plans)]
    if not gone and any(fact.op == "forget" and not fact.value for fact in facts):
        gone = [*held.done]
    return [ProfileChange(field="skills", op="remove", value=gone)] if gone else []


def requests(lookups: Sequence[Lookup], profile: Profile, context: CoachContext) -> list[ToolRequest]:
    """The lookups as tool calls, none merged; a roadmap is asked for with the person's hours and skills."""
    wanted = [call for lookup in lookups for call in _request(lookup, profile, context)]
    return merge_requests(wanted)[:MAX_LOOKUPS]


def _request(lookup: Lookup, profile: Profile, context: CoachContext) -> list[ToolRequest]:
    """The call with those of its arguments that fit; none where it would ask nothing."""
    args: dict[str, JsonValue] = {}
    for name in _ARGS[lookup.tool]:
        value = lookup.args.get(name)
        if isinstance(value, str) and name in _TEXTS:
            value = value.strip()[:_LONGEST]
        if value not in (None, "") and isinstance(value, str if name in _TEXTS else int | float):
            args[name] = value
    if not any(args.get(name) for name in _ASKS_BY.get(lookup.tool, ("role",))):
        return []
    if lookup.tool == "generate_roadmap":
        aimed = profile.model_copy(update={"target_role": args["role"]})
        try:
            return plan_requests(aimed, today=context.today)[:1]
        except UsageError:
            return []
    return [ToolRequest(name=lookup.tool, args=args)]


def _subjects(calls: Sequence[ToolRequest]) -> list[Subject]:
    """What the lookups are about: each role with its place and level, once."""
    found: list[Subject] = []
    for args in (call.args for call in calls if call.args.get("role")):
        told = {"role": args["role"], "place": args.get("location"), "level": args.get("level")}
        subject = Subject.model_validate(told)
        found += [subject] if subject not in found else []
    return found

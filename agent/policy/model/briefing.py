"""What the model is told: the person, the thread, what was found, and the conversation, as much of it as fits."""

import json
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from langchain_core.messages import (
    AIMessage,
    AnyMessage,
    BaseMessage,
    HumanMessage,
    SystemMessage,
    trim_messages,
)

import prompts
from agent import wording
from agent.context import CoachContext
from agent.grounding.naming import citations
from agent.grounding.references import figure_names
from agent.models import DialogueState, Plan, Profile, ToolResult, Understanding
from agent.plans.availability import milestone_days
from agent.plans.plan_texts import plan_texts
from agent.policy.model.transport import estimated_tokens
from agent.state import CoachState
from prompts import words
from tools.evidence import Evidence, Figure

HISTORY_TOKENS = 4000
# The last replies are given whole; a draft of many pages by its beginning.
_REPLY_LENGTH = 2500
_RESOURCES = 12


def task(
    prompt: str,
    state: CoachState,
    known: dict[str, Any],
    told: str = "",
    *,
    talk: int = HISTORY_TOKENS,
) -> list[BaseMessage]:
    """What is sent for a step: its rules, the latest conversation, what is known and told beside it, the last message."""
    parts = [
        f"Known: {json.dumps(known, ensure_ascii=False)}",
        told,
        f"Last message:\n{their_messages(state)[-1]}",
    ]
    before = conversation(state["messages"], talk)
    return [SystemMessage(prompts.render(prompt)), *before, HumanMessage("\n\n".join(filter(None, parts)))]


def reading(state: CoachState) -> Understanding:
    """What was read in the last message."""
    return state.get("understanding") or Understanding()


def situation(state: CoachState, context: CoachContext) -> dict[str, Any]:
    """What a colleague would need to know before the message: what was handed over, today, the person, the thread, the plan."""
    dialogue = state.get("dialogue") or DialogueState()
    plan, progress = state.get("draft") or state.get("plan"), state.get("progress")
    person = state["profile"].model_dump(mode="json", exclude=set(Profile.model_computed_fields))
    said = next((each for each in reversed(state["messages"]) if isinstance(each, HumanMessage)), None)
    return _filled(
        {
            "last_message_is": said.additional_kwargs.get("kind") if said else None,
            "today": context.today.isoformat(),
            "person": _filled(person),
            "offers": [_filled(offer.model_dump(mode="json")) for offer in dialogue.offers],
            "alternatives": dialogue.alternatives,
            "plan": plan_in_short(plan, waits=state.get("draft") is not None) if plan else None,
            "progress": _filled(progress.model_dump(mode="json")) if progress else None,
        }
    )


def evidence_lines(items: Iterable[Evidence]) -> str:
    """Evidence as JSON lines, each figure by the name it is referred to with."""
    return json_lines(map(_shown, items)) or "none"


def evidence_in_short(items: Iterable[Evidence]) -> str:
    """The same for a text that holds its words: passages whole, else figures; what a figure shares with the one before is left out."""
    lines = []
    for shown in map(_shown, items):
        last: dict[str, Any] = {}
        short = {}
        for name, figure in shown.get("figures", {}).items():
            short[name] = {
                key: each for key, each in figure.items() if key == "value" or last.get(key) != each
            }
            last = figure
        lines.append({"id": shown["id"], "figures": short} if short else shown)
    return json_lines(lines) or "none"


def json_lines(items: Iterable[Any]) -> str:
    """A JSON document on each line."""
    return "\n".join(json.dumps(item, ensure_ascii=False) for item in items)


def found_this_turn(state: CoachState) -> list[Evidence]:
    """The evidence that this turn's calls brought."""
    named = {name for result in state.get("tool_results") or [] for name in result.evidence}
    return [item for item in state.get("evidence") or [] if item.id in named]


def recent_evidence(state: CoachState) -> list[Evidence]:
    """The evidence of the thread: what the plan rests on behind the rest, and what was looked up or shown last at the end."""
    plan, last = state.get("draft") or state.get("plan"), len(state["messages"])
    used = {name: 0 for claim in plan_texts(plan).values() for name in claim.evidence} if plan else {}
    # A roadmap's many parts count where they were shown; of what a turn found what was shown counts more.
    found = {item.id: last + 1 for item in found_this_turn(state) if item.kind != "roadmap"}
    used |= found
    used |= {
        name: at + found.get(name, 0)
        for at, message in enumerate(state["messages"], start=1)
        if isinstance(message, AIMessage)
        for name in citations(str(message.text))
    }
    return sorted(state.get("evidence") or [], key=lambda item: used.get(item.id, -1))


def notes(results: Sequence[ToolResult]) -> list[str]:
    """What the tools say beside their evidence: what is not known, what is ambiguous, what failed, where to learn."""
    lines: list[str] = []
    for result in results:
        asked = f"{result.name}({', '.join(str(value) for value in result.args.values() if isinstance(value, str))})"
        document = result.document or {}
        listed = [each for key in ("notes", "ambiguous") if isinstance(each := document.get(key), list)]
        said = [] if result.ok else [result.error or "no result"]
        said += [str(note) for each in listed for note in each]
        said += ["the library does not hold an answer."] if document.get("answerable") is False else []
        lines += [f"{asked}{'' if result.ok else ' failed'}: {wording.inline(text)}" for text in said]
        # Where the roadmap's skills can be learned: the only courses and links a reply may name.
        learned = (milestone.get("resources") or [] for milestone in document.get("milestones") or [])
        first = [resource for resources in learned for resource in resources[:1]]
        lines += [f"resource: {each['title']} {each['url']}" for each in first[:_RESOURCES]]
    return list(dict.fromkeys(lines))


def conversation(messages: Sequence[AnyMessage], tokens: int = HISTORY_TOKENS) -> list[BaseMessage]:
    """What was said before the last message of the person, as much of it as fits, from one of theirs on."""
    last = max((at for at, each in enumerate(messages) if isinstance(each, HumanMessage)), default=0)
    said, views = list[BaseMessage](), words("languages")["own_view"].values()
    for message in messages[:last]:
        text = str(message.text)
        if isinstance(message, HumanMessage):
            said.append(HumanMessage(text))
            continue
        for view in views:  # code's line, not the model's to write again
            text = text.removesuffix(view).rstrip()
        if not text:
            continue
        said.append(AIMessage(text if len(text) <= _REPLY_LENGTH else text[:_REPLY_LENGTH] + " …"))
    return trim_messages(
        said, strategy="last", max_tokens=tokens, token_counter=estimated_tokens, start_on="human"
    )


def their_messages(state: CoachState) -> list[str]:
    """Everything the person said, oldest first."""
    return [str(message.text) for message in state.get("messages") or [] if isinstance(message, HumanMessage)]


def plan_in_short(plan: Plan, *, waits: bool, whole: bool = True) -> dict[str, Any]:
    """Its milestones with weeks, days, hours and skills (of a step what to do), its other parts, and whether it waits for approval."""
    start = date.fromisoformat(plan.start) if plan.start else None
    lines = []
    for each in plan.milestones:
        days = f" ({' to '.join(map(str, milestone_days(each, start)))})" if start else ""
        weeks = f"weeks {each.start_week} to {each.end_week}{days}, {each.hours} hours"
        title, does = plan.word(each.title), plan.word(each.does)
        after = f"; builds on {', '.join(each.after)}" if each.after else ""
        proof = f"; proof: {plan.word(each.proof)}" if each.proof and whole else ""
        links = "".join(f"; learn from {one.title} {one.url}" for one in each.resources[:1] if whole)
        lines.append(f"{each.id} {title} ({does or ', '.join(each.skills)}): {weeks}{after}{proof}{links}")
    ends = plan.outlook.finish if plan.outlook else None
    skipped = plan.outlook.skipped if plan.outlook else []
    return _filled(
        {
            "status": "waits for the person's approval" if waits else "approved",
            "begins": plan.start,
            "milestones": lines,
            "hours_in_all": sum(milestone.hours for milestone in plan.milestones),
            "eight_in_ten_finish": f"weeks {ends.low_weeks} to {ends.high_weeks}" if ends else None,
            "sections": [section.id for section in plan.sections],
            "next_actions": plan.next_actions,
            "not_in_it": [f"{', '.join(group.skills)} ({group.why})" for group in skipped],
            "takes_for_granted": plan.assumptions if whole else [],
        }
    )


def _shown(item: Evidence) -> dict[str, Any]:
    figures = {name: _filled(_figure(figure)) for name, figure in figure_names(item).items()}
    source = item.source
    named = ", ".join(part for part in (source.title, source.publisher, source.date) if part)
    return _filled({"id": item.id, "text": item.text, "figures": figures, "source": named})


def _figure(figure: Figure) -> dict[str, Any]:
    """A figure, and what it is called where its name does not say it."""
    told = figure.model_dump(mode="json", include={"value", "unit", "subject", "place", "period"})
    named = figure.statistic[:1] == "p" and figure.statistic[1:].isdigit()
    return told if named else told | {"label": figure.label}


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, [], {}, "", 0)}

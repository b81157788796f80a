"""What the model is told: the person, the thread, what was found, and the conversation, as much of it as fits."""

import json
from collections.abc import Iterable, Sequence
from datetime import timedelta
from typing import Any

from langchain_core.messages import AIMessage, AnyMessage, BaseMessage, HumanMessage, trim_messages

from agent import wording
from agent.context import CoachContext
from agent.grounding.references import figure_names
from agent.models import DialogueState, Plan, Profile, ToolResult
from agent.policy.model.budget import estimated_tokens
from agent.state import CoachState
from tools.evidence import Evidence, Figure, Source

HISTORY_TOKENS = 2500
# The last replies are given whole; a draft of many pages by its beginning.
_REPLY_LENGTH = 2500
_RESOURCES = 12
_SHOWN_BEFORE = 30


def situation(state: CoachState, context: CoachContext) -> dict[str, Any]:
    """What a colleague would need to know before the message: today, the person, the thread, the plan."""
    dialogue = state.get("dialogue") or DialogueState()
    plan = state.get("draft") or state.get("plan")
    progress = state.get("progress")
    told = {
        "today": context.today.isoformat(),
        "person": _filled(
            state["profile"].model_dump(mode="json", exclude=set(Profile.model_computed_fields))
        ),
        "offers": [_filled(offer.model_dump(mode="json")) for offer in dialogue.offers],
        "alternatives": dialogue.alternatives,
        "plan": _plan_in_short(plan, waits=state.get("draft") is not None) if plan else None,
        "progress": _filled(progress.model_dump(mode="json")) if progress else None,
    }
    return _filled(told)


def looked_up_before(evidence: Sequence[Evidence]) -> list[str]:
    """What the thread already knows, a line each: the model need not look it up again."""
    return [f"{item.id}: {wording.inline(item.text)[:90]}" for item in evidence[-_SHOWN_BEFORE:]]


def evidence_lines(items: Iterable[Evidence]) -> str:
    """Evidence as JSON lines, each figure by the name it is referred to with."""
    return "\n".join(json.dumps(_shown(item), ensure_ascii=False) for item in items) or "none"


def evidence_in_short(items: Iterable[Evidence]) -> str:
    """Evidence as JSON lines for a draft that holds its words: passages whole, else figures; what a figure shares with the one before is left out."""
    lines = []
    for item in items:
        shown = _shown(item)
        if figures := shown.get("figures"):
            shown = {"id": item.id, "figures": {}}
            before: dict[str, Any] = {}
            for name, figure in figures.items():
                shown["figures"][name] = {
                    key: value for key, value in figure.items() if key == "value" or before.get(key) != value
                }
                before = figure
        lines.append(json.dumps(shown, ensure_ascii=False))
    return "\n".join(lines) or "none"


def person_evidence(state: CoachState) -> Evidence:
    """The person's own figures, to be referred to as {P.present_pay}: what a difference to now is reckoned from."""
    profile, offers = state["profile"], (state.get("dialogue") or DialogueState()).offers
    told = [("present_pay", profile.present_pay), ("target_salary", profile.target_salary)]
    told += [
        ("offer", amount.low)
        for offer in offers
        for amount in offer.amounts
        if amount.period in ("year", None)
    ]
    figures = [
        Figure(label=name, value=value, unit="USD/year", subject="the person", statistic=name)
        for name, value in told
        if value
    ]
    return Evidence(
        id="P",
        kind="document",
        text="What the person told.",
        figures=figures,
        source=Source(title="the person"),
    )


def found_this_turn(state: CoachState) -> list[Evidence]:
    """The evidence that this turn's calls brought."""
    named = {name for result in state.get("tool_results") or [] for name in result.evidence}
    return [item for item in state.get("evidence") or [] if item.id in named]


def notes(results: Sequence[ToolResult]) -> list[str]:
    """What the tools say beside their evidence: what is not known, what is ambiguous, what failed, where to learn."""
    lines: list[str] = []
    for result in results:
        asked = f"{result.name}({', '.join(str(value) for value in result.args.values() if isinstance(value, str))})"
        if not result.ok:
            lines.append(f"{asked} failed: {wording.inline(result.error or 'no result')}")
            continue
        document = result.document or {}
        for key in ("notes", "ambiguous"):
            said = document.get(key)
            lines += (
                [f"{asked}: {wording.inline(str(note))}" for note in said] if isinstance(said, list) else []
            )
        if document.get("answerable") is False:
            lines.append(f"{asked}: the library does not hold an answer.")
        lines += _resources(document)
    return list(dict.fromkeys(lines))


def conversation(messages: Sequence[AnyMessage], tokens: int = HISTORY_TOKENS) -> list[BaseMessage]:
    """What was said before the last message of the person, as much of it as fits, from one of theirs on."""
    before = [*messages]
    while before and not isinstance(before.pop(), HumanMessage):
        continue
    said: list[BaseMessage] = []
    for message in before:
        text = str(message.text)
        if isinstance(message, HumanMessage):
            said.append(HumanMessage(text))
        elif text:
            said.append(AIMessage(text if len(text) <= _REPLY_LENGTH else text[:_REPLY_LENGTH] + " …"))
    return trim_messages(
        said,
        strategy="last",
        max_tokens=tokens,
        token_counter=estimated_tokens,
        start_on="human",
        include_system=False,
    )


def their_messages(state: CoachState) -> list[str]:
    """Everything the person said, oldest first."""
    return [str(message.text) for message in state.get("messages") or [] if isinstance(message, HumanMessage)]


def _shown(item: Evidence) -> dict[str, Any]:
    figures = {
        name: _filled(
            figure.model_dump(mode="json", include={"value", "unit", "subject", "place", "period"})
            | _label(figure)
        )
        for name, figure in figure_names(item).items()
    }
    source = item.source
    named = ", ".join(part for part in (source.title, source.publisher, source.date) if part)
    return _filled({"id": item.id, "text": item.text, "figures": figures, "source": named})


def _label(figure: Figure) -> dict[str, str]:
    """What a figure is called, where its name does not say it."""
    return {} if figure.statistic[:1] == "p" and figure.statistic[1:].isdigit() else {"label": figure.label}


def _resources(document: dict[str, Any]) -> list[str]:
    """Where the roadmap's skills can be learned: the only courses and links a reply may name."""
    found = [
        f"resource: {resource['title']} {resource['url']}"
        for milestone in document.get("milestones") or []
        for resource in (milestone.get("resources") or [])[:1]
    ]
    return found[:_RESOURCES]


def _plan_in_short(plan: Plan, *, waits: bool) -> dict[str, Any]:
    """Its milestones with weeks, days and skills, its other parts, and whether it waits for approval."""
    from datetime import date

    start = date.fromisoformat(plan.start) if plan.start else None
    lines = []
    for milestone in plan.milestones:
        last = start + timedelta(weeks=milestone.end_week, days=-1) if start else None
        until = f", until {last.isoformat()}" if last else ""
        lines.append(
            f"{milestone.id} {milestone.title} ({', '.join(milestone.skills)}): "
            f"weeks {milestone.start_week}-{milestone.end_week}{until}, {milestone.hours} hours"
        )
    status = "waits for the person's approval" if waits else "approved"
    return _filled(
        {
            "status": status,
            "begins": plan.start,
            "milestones": lines,
            "sections": [section.id for section in plan.sections],
            "next_actions": plan.next_actions,
        }
    )


def _filled(values: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in values.items() if value not in (None, [], {}, "", 0)}

"""Answering: the reply of a turn, from this turn's findings and nothing else."""

from agent.availability import plan_start
from agent.context import CoachContext
from agent.models import Understanding
from agent.policy.offline.answering.closing import assumed, failures, waiting_reminder
from agent.policy.offline.answering.comparison import comparison_reply, is_comparison
from agent.policy.offline.answering.documents import documents_reply
from agent.policy.offline.answering.draft_questions import draft_reply
from agent.policy.offline.answering.market import market_reply
from agent.policy.offline.answering.profile import noted, profile_reply
from agent.policy.offline.answering.roadmap import roadmap_reply
from agent.policy.offline.answering.salary import salary_reply
from agent.policy.offline.answering.talk import talk_reply
from agent.policy.offline.findings import Findings, read_findings
from agent.state import CoachState


def answer(state: CoachState, context: CoachContext) -> str:
    """Markdown: what was noted, what was found, what was assumed, the one question, the plan that waits."""
    understanding = state.get("understanding") or Understanding()
    findings = read_findings(state)
    of_draft = draft_reply(state, understanding, context.today)
    found = [*([of_draft] if of_draft else []), *_found(state, findings, understanding, context)]
    parts = [noted(understanding), *found]
    if not found and not findings.failed and not understanding.question:
        parts = [_told(state, understanding)]
    parts += [failures(findings.failed, found_some=bool(found)), assumed(understanding)]
    parts += [understanding.question or "", waiting_reminder(state, understanding)]
    return "\n\n".join(part for part in parts if part)


def _found(
    state: CoachState, findings: Findings, understanding: Understanding, context: CoachContext
) -> list[str]:
    """One part for each thing asked about."""
    profile = state["profile"]
    if is_comparison(understanding, findings):
        parts = [comparison_reply(findings, profile)]
    else:
        parts = [salary_reply(found, profile) for found in findings.salaries]
        parts += [market_reply(found, profile) for found in findings.markets]
        parts += [
            roadmap_reply(found, profile, plan_start(profile, context.today)) for found in findings.roadmaps
        ]
    parts += [documents_reply(found) for found in findings.searches]
    return [part for part in parts if part]


def _told(state: CoachState, understanding: Understanding) -> str:
    """Nothing was looked up: the message was about the person, the plan that waits, or the talk itself."""
    if understanding.changes or "profile" in understanding.intents:
        return profile_reply(state["profile"], understanding)
    return talk_reply(state, understanding)

"""Answering: the reply of a turn, from this turn's findings and nothing else."""

from collections.abc import Callable
from functools import partial

from agent.coaching.findings import Findings, read_findings
from agent.context import CoachContext
from agent.models import Understanding
from agent.policy.offline.answering.closing import assumed, failures, waiting_reminder
from agent.policy.offline.answering.comparison import comparison_reply, is_comparison
from agent.policy.offline.answering.conversation import about_conversation
from agent.policy.offline.answering.documents import documents_reply
from agent.policy.offline.answering.draft_questions import draft_reply
from agent.policy.offline.answering.market import market_reply
from agent.policy.offline.answering.next_step import suggestion
from agent.policy.offline.answering.profile import noted, of_others, profile_reply
from agent.policy.offline.answering.question import Question, read_question
from agent.policy.offline.answering.roadmap import roadmaps_reply
from agent.policy.offline.answering.salary import salary_reply
from agent.policy.offline.answering.talk import talk_reply
from agent.state import CoachState


def answer(state: CoachState, context: CoachContext) -> str:
    """Markdown: what was noted, what was found, what was assumed, the one question, the plan that waits."""
    understanding = state.get("understanding") or Understanding()
    findings, question = read_findings(state), read_question(state, context)
    of_draft = draft_reply(state, understanding, context.today)
    found = [*([of_draft] if of_draft else []), *_found(findings, understanding, question)]
    parts = [noted(understanding), *found]
    asked_back = understanding.question or ""
    if about := _asked_of_coach(state, findings, question):
        parts = [noted(understanding), about]
    elif not found and not findings.failed:
        if not asked_back:
            parts = [_told(state, understanding, question)]
        elif question.is_about("advice"):
            parts, asked_back = [noted(understanding), suggestion(question)], ""
    parts += [failures(findings.failed, found_some=bool(found)), assumed(understanding)]
    parts += [asked_back, waiting_reminder(state, understanding)]
    return "\n\n".join(part for part in parts if part)


def _asked_of_coach(state: CoachState, findings: Findings, question: Question) -> str:
    """A question about the coach, its figures or its words, which no library answers and no lookup explains."""
    ways = [found for found in findings.roadmaps if found.document.milestones]
    looked_up = findings.salaries or findings.markets or ways
    if state.get("draft") is not None or (looked_up and not question.is_about("terms")):
        return ""
    if not question.is_about("terms", "sources", "certainty", "privacy", "advice"):
        return ""
    if not (looked_up or findings.searches or findings.roadmaps):
        return ""
    if said := about_conversation(state, question):
        return said
    return suggestion(question) if question.is_about("advice") else ""


def _found(findings: Findings, understanding: Understanding, question: Question) -> list[str]:
    """One part for each thing asked about; two lookups that end in the same words are told once."""
    replies: list[Callable[[Question], str]] = []
    if is_comparison(understanding, findings, question):
        replies.append(partial(comparison_reply, findings))
    else:
        replies += [partial(salary_reply, found) for found in findings.salaries]
        replies += [partial(market_reply, found) for found in findings.markets]
        replies.append(partial(roadmaps_reply, findings.roadmaps))
    replies += [partial(documents_reply, found) for found in findings.searches]
    parts = []
    for reply in replies:
        parts.append(reply(question))
        question = question.after(parts[-1])
    return list(dict.fromkeys(part for part in parts if part))


def _told(state: CoachState, understanding: Understanding, question: Question) -> str:
    """Nothing was looked up: the message was about the person, the plan that waits, or the talk itself."""
    if understanding.changes or "profile" in understanding.intents:
        return profile_reply(understanding, question)
    if question.of_others and not question.asks:
        return of_others(question)
    return talk_reply(state, understanding, question)

"""Drafting: a plan from profile, tool documents and today's date, and from nothing else.

The same facts told in any order give the same plan: nothing here reads the messages.
"""

from agent.context import CoachContext
from agent.grounding import cited_sources
from agent.models import Plan
from agent.plans.drafting.actions import next_actions
from agent.plans.drafting.facts import read_facts
from agent.plans.drafting.outlook import outlook
from agent.plans.drafting.path import gap_section, timeline_section
from agent.plans.drafting.pay_and_market import market_section, pay_section
from agent.plans.drafting.person import standing_section, target_section
from agent.plans.drafting.progress import progress_section
from agent.plans.drafting.risks import assumptions, risks_section
from agent.state import CoachState


def draft_plan(state: CoachState, context: CoachContext) -> Plan:
    """Write the plan towards `profile.target_role`."""
    facts = read_facts(state, context)
    sections = [
        standing_section(facts),
        progress_section(facts),
        target_section(facts),
        gap_section(facts),
        timeline_section(facts),
        pay_section(facts),
        market_section(facts),
        risks_section(facts),
    ]
    plan = Plan(
        start=facts.today.isoformat(),
        sections=[section for section in sections if section.claims],
        milestones=facts.roadmap.document.milestones if facts.roadmap else [],
        assumptions=assumptions(facts),
        next_actions=next_actions(facts),
        outlook=outlook(facts),
    )
    return plan.model_copy(update={"sources": cited_sources(plan, state.get("evidence") or [])})

"""Drafting: a plan from profile, tool documents and today's date, and from nothing else.

The same facts told in any order give the same plan: nothing here reads the messages.
"""

from agent.context import CoachContext
from agent.models import Plan
from agent.policy.offline.drafting.actions import next_actions
from agent.policy.offline.drafting.facts import PlanFacts, read_facts
from agent.policy.offline.drafting.outlook import market_section, pay_section
from agent.policy.offline.drafting.path import gap_section, timeline_section
from agent.policy.offline.drafting.person import standing_section, target_section
from agent.policy.offline.drafting.risks import assumptions, risks_section
from agent.state import CoachState
from tools.evidence import Source


def draft_plan(state: CoachState, context: CoachContext) -> Plan:
    """Write the plan towards `profile.target_role`."""
    facts = read_facts(state, context)
    sections = [
        standing_section(facts),
        target_section(facts),
        gap_section(facts),
        timeline_section(facts),
        pay_section(facts),
        market_section(facts),
        risks_section(facts),
    ]
    plan = Plan(
        start=context.today.isoformat(),
        sections=[section for section in sections if section.claims],
        milestones=facts.roadmap.document.milestones if facts.roadmap else [],
        assumptions=assumptions(facts),
        next_actions=next_actions(facts),
    )
    return plan.model_copy(update={"sources": _sources(plan, facts)})


def _sources(plan: Plan, facts: PlanFacts) -> list[Source]:
    """The sources of all evidence that a claim names, each once, in order of first mention."""
    cited = [name for section in plan.sections for claim in section.claims for name in claim.evidence]
    sources: list[Source] = []
    for name in dict.fromkeys(cited):
        source = facts.numbered[name].source
        if source not in sources:
            sources.append(source)
    return sources

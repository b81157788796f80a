"""A reply held against evidence, sentence by sentence."""

from collections.abc import Iterable, Sequence
from datetime import date

from agent.grounding.claims import says_approved
from agent.grounding.person import amounts_told
from agent.grounding.schedule import Schedule
from agent.grounding.statements import split_statements
from agent.grounding.support import Checker
from agent.models import Amount, Profile, Violation
from agent.plans.availability import plan_start
from tools import settings
from tools.evidence import Evidence


def check_answer(
    text: str,
    evidence: Sequence[Evidence],
    profile: Profile,
    today: date | None = None,
    told: Iterable[Amount] = (),
) -> list[Violation]:
    """The statements of a markdown reply that nothing they cite holds; `where` is "start:end" in the text.

    `told` are amounts that the person named (offers): theirs to repeat, and to take differences from.
    """
    numbered = {item.id: item for item in evidence}
    start = plan_start(profile, today or settings.today())
    checker = Checker(
        numbered, profile, Schedule.of(start, evidence), told=tuple(amounts_told(profile, told))
    )
    found = []
    for statement in split_statements(text):
        approved = says_approved(statement.text)
        problem = "only the person approves a plan" if approved else checker.problem(statement)
        if problem:
            rule, where = "approval" if approved else "figure", f"{statement.start}:{statement.end}"
            found.append(Violation(rule=rule, where=where, text=statement.text.strip(), problem=problem))
    return found

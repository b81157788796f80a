"""A reply held against evidence, sentence by sentence."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from agent.grounding.claims import says_approved
from agent.grounding.person import amounts_told
from agent.grounding.schedule import Schedule
from agent.grounding.statements import Statement, split_statements
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
    return [violation for _, violation in _faults(text, evidence, profile, today, told)]


def supported_answer(
    text: str, evidence: Sequence[Evidence], profile: Profile, today: date | None = None
) -> tuple[str, list[Violation]]:
    """The reply without its unsupported statements, and what was wrong with them. A table cell becomes "not known"."""
    faults = _faults(text, evidence, profile, today)
    for statement, _ in sorted(faults, key=lambda fault: fault[0].start, reverse=True):
        cell = text[: statement.start].rstrip(" ").endswith("|")
        text = text[: statement.start] + (" not known " if cell else "") + text[statement.end :]
    if faults:
        text = (
            re.sub(r"^\s*(?:[-*+\u2022>]|\d{1,2}[.)])?\s*$\n?", "", text, flags=re.MULTILINE)
            if not text.strip()
            else _tidied(text)
        )
    return text, [violation for _, violation in faults]


def _faults(
    text: str,
    evidence: Sequence[Evidence],
    profile: Profile,
    today: date | None,
    told: Iterable[Amount] = (),
) -> list[tuple[Statement, Violation]]:
    numbered = {item.id: item for item in evidence}
    start = plan_start(profile, today or settings.today())
    checker = Checker(
        numbered, profile, Schedule.of(start, evidence), told=tuple(amounts_told(profile, told))
    )
    faults = []
    for statement in split_statements(text):
        where = f"{statement.start}:{statement.end}"
        if says_approved(statement.text):
            problem, rule = "only the person approves a plan", "approval"
        else:
            problem, rule = checker.problem(statement) or "", "figure"
        if problem:
            faults.append(
                (statement, Violation(rule=rule, where=where, text=statement.text.strip(), problem=problem))
            )
    return faults


def _tidied(text: str) -> str:
    """Without bullets and quote marks that lost their text, and without gaps."""
    lines = [
        line for line in text.split("\n") if not re.fullmatch(r"\s*(?:[-*+\u2022>]|\d{1,2}[.)])\s*", line)
    ]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(line.rstrip() for line in lines)).strip()

"""The outlook of a plan: what it comes to as typed values, each figure with the evidence that holds it."""

from agent.models import CitedFigure, Outlook, Skipped, SkippedKind
from agent.plans.availability import busy_ahead
from agent.plans.drafting.facts import PlanFacts
from agent.plans.drafting.market import Market
from agent.plans.drafting.pay import Salary, row_evidence, shown_rows
from agent.plans.drafting.roadmap import Roadmap, afterwards_claim
from tools.roadmap.models import SkillGap

_STAND_INS = 3


def outlook(facts: PlanFacts) -> Outlook:
    """Where to, by when, for how many hours, pay now and then, jobs, and what is skipped."""
    profile, found = facts.profile, facts.roadmap
    now = _medians(facts.current_pay, 1)
    return Outlook(
        target=facts.target,
        location=profile.location,
        hours_per_week=profile.hours_per_week or _assumed(found),
        hours_told=bool(profile.hours_per_week),
        horizon_weeks=profile.horizon_weeks,
        feasible=found is None or found.document.feasible,
        finish=found.document.finish if found else None,
        cites=found.ids[:1] if found and found.document.milestones else [],
        present_pay=None if profile.out_of_work else profile.present_pay,
        former_pay=profile.present_pay if profile.out_of_work else None,
        pay_now=now[0] if now else None,
        pay_then=_medians(facts.pay, _STAND_INS),
        jobs=_jobs(facts.market),
        afterwards=afterwards_claim(found) if found else None,
        skipped=_skipped(found, facts) if found else [],
        done=list(facts.progress.done),
        busy=[str(period) for period in busy_ahead(profile, facts.today)],
        lost_weeks=facts.progress.lost_weeks,
    )


def _assumed(found: Roadmap | None) -> float | None:
    held = found.holding(lambda figure: figure.unit == "hours/week") if found else None
    return float(held[1].value) if held else None


def _medians(found: Salary | None, most: int) -> list[CitedFigure]:
    """The published median of each occupation that is shown."""
    medians = []
    for row in shown_rows(found, most) if found else []:
        evidence = row_evidence(found, row) if found else None
        figures = evidence.figures if evidence else []
        median = next((figure for figure in figures if figure.statistic == "p50"), None)
        if evidence and median:
            medians.append(CitedFigure(figure=median, evidence=evidence.id))
    return medians


def _jobs(found: Market | None) -> CitedFigure | None:
    """How many people work in the first occupation here."""
    held = found.holding(lambda figure: figure.statistic == "employment") if found else None
    return CitedFigure(figure=held[1], evidence=held[0].id) if held else None


def _skipped(found: Roadmap, facts: PlanFacts) -> list[Skipped]:
    """What the target needs and the plan does not teach, by the reason why not."""
    work = facts.work
    musts = [item for item in found.document.gap if item.needed == "must"]
    done = {*facts.progress.done} | {item.skill for item in musts if found.document.of == "steps"}
    known = [item for item in musts if item.have == "yes" and item.skill not in done]
    taught = {skill for milestone in found.document.milestones for skill in milestone.skills}
    later = [item for item in musts if item.skill in found.document.later]
    out = [item for item in musts if item.have != "yes" and item.skill not in taught and item not in later]
    groups: list[tuple[str, SkippedKind, list[SkillGap]]] = [
        ("done already", "done", [item for item in musts if item.have == "yes" and item.skill in done]),
        ("known already", "known", [item for item in known if item.why != work]),
        (f"from your {work}", "known", [item for item in known if work and item.why == work]),
        ("left for later, so that what you want to learn fits", "later", later),
        ("left out at your wish", "left_out", [item for item in out if item.skill not in facts.shortened]),
        ("left out to make it shorter", "left_out", [item for item in out if item.skill in facts.shortened]),
    ]
    return [
        Skipped(skills=[item.skill for item in items], why=why, kind=kind)
        for why, kind, items in groups
        if items
    ]

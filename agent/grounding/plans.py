"""A plan held against evidence, and what stays of it when the unsupported is taken out."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from agent.grounding.claims import Held, action_violations, check_claim
from agent.grounding.milestones import milestone_violations
from agent.grounding.naming import citations
from agent.grounding.schedule import Schedule
from agent.models import Claim, Plan, PlanEdit, Profile, Violation
from tools.evidence import Evidence, Source
from tools.roadmap.models import Milestone

_LEFT_OUT = "Some statements were left out of this plan, because no evidence held them."


def check_plan(
    plan: Plan,
    evidence: Sequence[Evidence],
    profile: Profile,
    today: date,
    edits: Sequence[PlanEdit] = (),
) -> list[Violation]:
    """Everything in `plan` that its evidence, the profile or the calendar does not hold; empty when it is sound.

    What the person wrote (claims by "person", and texts that `edits` put in) is theirs and not held to evidence.
    """
    start = date.fromisoformat(plan.start) if plan.start else today
    names = [part for each in plan.milestones for part in (each.title, each.proof, *each.skills)]
    names += [resource.title for milestone in plan.milestones for resource in milestone.resources]
    held = Held.of(evidence, profile, Schedule.of(start, evidence, plan.milestones), names)
    theirs = {edit.after for edit in edits if isinstance(edit.after, str)}
    claims = [(where, claim) for where, claim in _claims(plan, "assumptions") if claim.text not in theirs]
    found = [violation for where, claim in claims for violation in check_claim(where, claim, held)]
    proofs = [milestone.proof for milestone in plan.milestones if milestone.proof.rstrip(" .")]
    found += action_violations(plan.next_actions, held, theirs, proofs)
    return [*found, *milestone_violations(plan, held, profile, edits), *_loose(plan, held.evidence)]


def _loose(plan: Plan, numbered: dict[str, Evidence]) -> Iterator[Violation]:
    """Figures of the summary that their evidence lacks, sources that nobody read, sources cited and not listed."""
    if outlook := plan.outlook:
        for item in [*outlook.pay_then, *(each for each in (outlook.pay_now, outlook.jobs) if each)]:
            if item.evidence not in numbered or item.figure not in numbered[item.evidence].figures:
                lacks = "its evidence lacks it"
                yield Violation(rule="figure", where="outlook", text=item.figure.label, problem=lacks)
    read = [item.source for item in numbered.values()]
    for index, source in enumerate(plan.sources):
        if source not in read:
            where, unread = f"sources/{index}", "nothing was read there"
            yield Violation(rule="source", where=where, text=source.title, problem=unread)
    for source in cited_sources(plan, numbered.values()):
        if source not in plan.sources:
            unlisted = "it is cited but not listed"
            yield Violation(rule="source", where="sources", text=source.title, problem=unlisted)


def cut(plan: Plan, violations: Sequence[Violation], evidence: Sequence[Evidence] = ()) -> Plan:
    """The plan without what violates, with an assumption that says so.

    A person's claim stays and loses its citations; a milestone that no roadmap holds goes, another one stays
    and loses the text or prerequisite at fault. With `evidence` the sources are listed anew.
    """
    if not violations:
        return plan
    at_fault = {violation.where for violation in violations}
    invented = {item.where.split("/")[1] for item in violations if item.rule == "milestone"}

    def sound(place: str, items: Sequence[Any]) -> list[Any]:
        return [item for index, item in enumerate(items) if f"{place}/{index}" not in at_fault]

    def own(place: str, claims: Sequence[Claim]) -> list[Claim]:
        """Each claim but the coach's at fault; the person's without what it cites."""
        marked = [(claim, f"{place}/{index}" in at_fault) for index, claim in enumerate(claims)]
        return [
            claim.model_copy(update={"evidence": []}) if wrong else claim
            for claim, wrong in marked
            if not wrong or claim.by == "person"
        ]

    def mended(each: Milestone) -> Milestone:
        where = f"milestones/{each.id}"
        gone = invented | {name for name in each.after if f"{where}/after/{name}" in at_fault}
        proof = "" if f"{where}/proof" in at_fault else each.proof
        return each.model_copy(
            update={"after": [name for name in each.after if name not in gone], "proof": proof}
        )

    assumptions = sound("assumptions", plan.assumptions)
    kept: dict[str, Any] = {
        "sections": [
            each.model_copy(update={"claims": own(f"{each.id}/claims", each.claims)})
            for each in plan.sections
        ],
        "milestones": [mended(each) for each in plan.milestones if each.id not in invented],
        "assumptions": [*assumptions, *([_LEFT_OUT] if _LEFT_OUT not in assumptions else [])],
        "next_actions": sound("next_actions", plan.next_actions),
        "sources": sound("sources", plan.sources),
        "outlook": None if "outlook" in at_fault else plan.outlook,
    }
    rest = plan.model_copy(update=kept)
    return rest.model_copy(update={"sources": cited_sources(rest, evidence)}) if evidence else rest


def cited_sources(plan: Plan, evidence: Iterable[Evidence]) -> list[Source]:
    """The sources of all evidence that the plan's texts name, each once, in order of first mention."""
    numbered = {item.id: item for item in evidence}
    claims = [claim for _, claim in _claims(plan, "assumptions", "next_actions")]
    names = dict.fromkeys(name for each in claims for name in (*each.evidence, *citations(each.text)))
    sources: list[Source] = []
    for name in names:
        if name in numbered and numbered[name].source not in sources:
            sources.append(numbered[name].source)
    return sources


def _claims(plan: Plan, *lists: str) -> Iterator[tuple[str, Claim]]:
    """The claims of all sections, and the texts of these lists, each with its place."""
    for section in plan.sections:
        yield from ((f"{section.id}/claims/{index}", claim) for index, claim in enumerate(section.claims))
    for name in lists:
        yield from ((f"{name}/{index}", Claim(text=text)) for index, text in enumerate(getattr(plan, name)))

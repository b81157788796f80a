"""A plan held against evidence, and what stays of it when the unsupported is taken out."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from agent.grounding.claims import Held, action_violations, check_claim, check_text
from agent.grounding.milestones import milestone_violations
from agent.grounding.names import citations
from agent.grounding.schedule import Schedule
from agent.models import Claim, Plan, PlanEdit, Profile, Section, Violation
from tools.evidence import Evidence, Source
from tools.roadmap.models import Milestone

_TEXTS = ("assumptions", "next_actions")
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
    numbered = {item.id: item for item in evidence}
    start = date.fromisoformat(plan.start) if plan.start else today
    names = [part for each in plan.milestones for part in (each.title, each.proof, *each.skills)]
    names += [resource.title for milestone in plan.milestones for resource in milestone.resources]
    held = Held.of(evidence, profile, Schedule.of(start, evidence, plan.milestones), names)
    theirs = {edit.after for edit in edits if isinstance(edit.after, str)}
    found: list[Violation] = []
    for where, claim in _claims(plan):
        found += check_claim(where, claim, held) if claim.text not in theirs else []
    for index, text in enumerate(plan.assumptions):
        found += check_text(f"assumptions/{index}", Claim(text=text), held) if text not in theirs else []
    proofs = [milestone.proof for milestone in plan.milestones if milestone.proof.rstrip(" .")]
    found += action_violations(plan.next_actions, held, theirs, proofs)
    found += milestone_violations(plan, held, profile, edits)
    return [*found, *_outlook_violations(plan, numbered), *_source_violations(plan, numbered)]


def _outlook_violations(plan: Plan, numbered: dict[str, Evidence]) -> list[Violation]:
    """Every figure that the summary is told from stands in the evidence it names."""
    outlook = plan.outlook
    if outlook is None:
        return []
    cited = [*outlook.pay_then, *(item for item in (outlook.pay_now, outlook.jobs) if item is not None)]
    return [
        Violation(rule="figure", where="outlook", text=item.figure.label, problem="its evidence lacks it")
        for item in cited
        if item.evidence not in numbered or item.figure not in numbered[item.evidence].figures
    ]


def cut(plan: Plan, violations: Sequence[Violation], evidence: Sequence[Evidence] = ()) -> Plan:
    """The plan without what violates, with an assumption that says so.

    A person's claim stays and loses its citations; a milestone that no roadmap holds goes, another one stays
    and loses the text or prerequisite at fault. With `evidence` the sources are listed anew.
    """
    if not violations:
        return plan
    at_fault = {violation.where for violation in violations}
    invented = {item.where.split("/")[1] for item in violations if item.rule == "milestone"}

    def sound(place: str, items: list[Any]) -> list[Any]:
        return [item for index, item in enumerate(items) if f"{place}/{index}" not in at_fault]

    def kept(section: Section) -> list[Claim]:
        where = {f"{section.id}/claims/{index}": claim for index, claim in enumerate(section.claims)}
        told = {name: claim for name, claim in where.items() if claim.by == "person" or name not in at_fault}
        return [
            each.model_copy(update={"evidence": []}) if name in at_fault else each
            for name, each in told.items()
        ]

    def mended(milestone: Milestone) -> dict[str, Any]:
        where = f"milestones/{milestone.id}"
        after = [
            name
            for name in milestone.after
            if name not in invented and f"{where}/after/{name}" not in at_fault
        ]
        return {"after": after, "proof": "" if f"{where}/proof" in at_fault else milestone.proof}

    kept_parts: dict[str, Any] = {
        "sections": [section.model_copy(update={"claims": kept(section)}) for section in plan.sections],
        "milestones": [
            each.model_copy(update=mended(each)) for each in plan.milestones if each.id not in invented
        ],
        **{name: sound(name, getattr(plan, name)) for name in (*_TEXTS, "sources")},
        "outlook": None if "outlook" in at_fault else plan.outlook,
    }
    if _LEFT_OUT not in kept_parts["assumptions"]:
        kept_parts["assumptions"].append(_LEFT_OUT)
    rest = plan.model_copy(update=kept_parts)
    return rest.model_copy(update={"sources": cited_sources(rest, evidence)}) if evidence else rest


def cited_sources(plan: Plan, evidence: Sequence[Evidence]) -> list[Source]:
    """The sources of all evidence that the plan's claims name, each once, in order of first mention."""
    numbered = {item.id: item for item in evidence}
    return list(dict.fromkeys(numbered[name].source for name in _cited(plan) if name in numbered))


def _claims(plan: Plan) -> Iterator[tuple[str, Claim]]:
    for section in plan.sections:
        for index, claim in enumerate(section.claims):
            yield f"{section.id}/claims/{index}", claim


def _source_violations(plan: Plan, numbered: dict[str, Evidence]) -> list[Violation]:
    """Every source listed was read, and every source cited is listed."""
    read = {item.source for item in numbered.values()}
    cited = {numbered[name].source for name in _cited(plan) if name in numbered}
    unlisted = sorted({source.title for source in cited.difference(plan.sources)})
    return [
        Violation(
            rule="source", where=f"sources/{index}", text=source.title, problem="nothing was read there"
        )
        for index, source in enumerate(plan.sources)
        if source not in read
    ] + [
        Violation(rule="source", where="sources", text=title, problem="it is cited but not listed")
        for title in unlisted
    ]


def _cited(plan: Plan) -> list[str]:
    names = [name for _, claim in _claims(plan) for name in (*claim.evidence, *citations(claim.text))]
    names += [name for field in _TEXTS for text in getattr(plan, field) for name in citations(text)]
    return list(dict.fromkeys(names))

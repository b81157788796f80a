"""A plan held against evidence, and what stays of it when the unsupported is taken out."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from agent.grounding.claims import Held, action_violations, check_claim
from agent.grounding.naming import citations
from agent.models import Claim, Plan, PlanEdit, Profile, Violation
from agent.plans.constraints import own_steps, removed_skills
from agent.plans.edits import HOURS_FOR
from agent.plans.plan_texts import Texts, place_of, plan_texts, with_texts
from agent.plans.schedule import Schedule, load_faults, milestone_fault, order_faults
from tools.evidence import Evidence, Source
from tools.roadmap.models import Milestone

_LEFT_OUT = "Some statements were left out of this plan, because no evidence held them."


def check_plan(
    plan: Plan, evidence: Sequence[Evidence], profile: Profile, today: date, edits: Sequence[PlanEdit] = ()
) -> list[Violation]:
    """Everything in `plan` that its evidence, the profile or the calendar does not hold; empty when it is sound.

    What the person wrote (claims by "person", and texts that `edits` put in) is theirs and not held to evidence.
    """
    start = date.fromisoformat(plan.start) if plan.start else today
    names = [part for each in plan.milestones for part in (each.title, each.proof, each.does, *each.skills)]
    names += [resource.title for milestone in plan.milestones for resource in milestone.resources]
    held = Held.of(evidence, profile, Schedule.of(start, evidence, plan.milestones), names)
    theirs = {edit.after for edit in edits if isinstance(edit.after, str)}
    claims = [(key, claim) for key, claim in plan_texts(plan).items() if key[0] != "next_actions"]
    checked = (check_claim(place_of(*key), claim, held) for key, claim in claims if claim.text not in theirs)
    found = [violation for violations in checked for violation in violations]
    repeated = [text for each in plan.milestones for text in (each.does, each.proof) if text.rstrip(" .")]
    found += action_violations(plan.next_actions, held, theirs, repeated)
    return [*found, *_milestone_violations(plan, held, profile, edits), *_loose(plan, held.evidence)]


def _loose(plan: Plan, numbered: dict[str, Evidence]) -> Iterator[Violation]:
    """Figures of the summary that their evidence lacks, sources that nobody read, sources cited and not listed."""
    if outlook := plan.outlook:
        for item in [*outlook.pay_then, *(each for each in (outlook.pay_now, outlook.jobs) if each)]:
            if item.evidence not in numbered or item.figure not in numbered[item.evidence].figures:
                lacks = "its evidence lacks it"
                yield Violation(rule="figure", where="outlook", text=item.figure.label, problem=lacks)
    read = {item.source for item in numbered.values()}
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

    def mended(each: Milestone) -> Milestone:
        where = f"milestones/{each.id}"
        gone = invented | {name for name in each.after if f"{where}/after/{name}" in at_fault}
        empty = {name: "" for name in ("proof", "does") if f"{where}/{name}" in at_fault}
        after = [name for name in each.after if name not in gone]
        return each.model_copy(update={"after": after, **empty})

    texts: Texts = {}
    for key, claim in plan_texts(plan).items():
        if place_of(*key) not in at_fault:
            texts[key] = claim
        elif claim.by == "person":
            texts[key] = claim.model_copy(update={"evidence": []})
    if _LEFT_OUT not in plan.assumptions:
        texts["assumptions", len(plan.assumptions)] = Claim(text=_LEFT_OUT)
    kept = {
        "milestones": [mended(each) for each in plan.milestones if each.id not in invented],
        "sources": [each for at, each in enumerate(plan.sources) if f"sources/{at}" not in at_fault],
        "outlook": None if "outlook" in at_fault else plan.outlook,
    }
    rest = with_texts(plan, texts).model_copy(update=kept)
    return rest.model_copy(update={"sources": cited_sources(rest, evidence)}) if evidence else rest


def cited_sources(plan: Plan, evidence: Iterable[Evidence]) -> list[Source]:
    """The sources of all evidence that the plan's texts name, each once, in order of first mention."""
    numbered = {item.id: item for item in evidence}
    claims = plan_texts(plan).values()
    names = dict.fromkeys(name for each in claims for name in (*each.evidence, *citations(each.text)))
    return list(dict.fromkeys(numbered[name].source for name in names if name in numbered))


def _milestone_violations(
    plan: Plan, held: Held, profile: Profile, edits: Sequence[PlanEdit]
) -> list[Violation]:
    """All faults of a plan's milestones; what the person edited is theirs and only held to the calendar."""
    paths = {edit.path for edit in edits if edit.after is not None}
    anchors = [set(edit.anchor) for edit in edits if edit.path.startswith("milestones/") and edit.anchor]
    own = {step.title for step in own_steps(edits)}
    # Where the person took a skill out, the hours are no longer the roadmap's.
    taken = removed_skills(edits)
    figures = [figure for item in held.roadmaps for figure in item.figures]
    reduced = {figure.subject for figure in figures if figure.label.removeprefix(HOURS_FOR) in taken}
    found = [*order_faults(plan.milestones), *load_faults(plan.milestones, held.schedule, profile)]
    for milestone in plan.milestones:
        anchored = any(set(milestone.skills) & each for each in anchors)
        if not (f"milestones/{milestone.id}" in paths or anchored or milestone.title in reduced):
            found += _held(milestone, held, theirs=milestone.title in own)
    return found


def _held(milestone: Milestone, held: Held, *, theirs: bool) -> Iterator[Violation]:
    """A milestone and its hours come from a roadmap; figures in its texts from there or from the tables, where the words are not theirs."""
    from tools.roadmap.steps import is_of_steps
    from tools.roadmap.subjects import is_of_subjects
    from tools.roadmap.tables import skills

    figures = [
        figure for item in held.roadmaps for figure in item.figures if figure.subject == milestone.title
    ]
    if not figures:
        yield milestone_fault("milestone", milestone, "no roadmap holds this milestone")
        return
    if not any(figure.unit == "hours" and figure.value == milestone.hours for figure in figures):
        yield milestone_fault("hours", milestone, "its hours are not those of the roadmap")
    known = {skill.proof for skill in skills().values()}
    for name, text in (("proof", milestone.proof), ("does", milestone.does)):
        ours = text in known or is_of_steps(text) or is_of_subjects(text)
        if text and not theirs and not ours:
            claim = Claim(text=text, evidence=[item.id for item in held.roadmaps])
            for violation in check_claim(f"milestones/{milestone.id}/{name}", claim, held):
                yield violation.model_copy(update={"text": milestone.title})

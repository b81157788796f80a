"""The way from here to there: what is missing, and the weeks it takes."""

from agent import wording
from agent.models import Claim, Section
from agent.naming import a_role, as_worker
from agent.plans.drafting.facts import PlanFacts
from agent.plans.drafting.notes import note_claims
from agent.plans.drafting.roadmap import (
    Roadmap,
    afterwards_claim,
    finish_claim,
    gap_claims,
    milestone_claim,
    range_claim,
    total_claim,
)
from tools.kept import once_for_each


def gap_section(facts: PlanFacts) -> Section:
    """What the roadmap needs against what the person has."""
    claims = gap_claims(facts.roadmap, facts.work) if facts.roadmap else []
    return Section(id="gap", title="The gap", claims=claims)


def timeline_section(facts: PlanFacts) -> Section:
    """Hours, weeks and dates; without a roadmap this says so and invents none."""
    found = facts.roadmap
    if found is None:
        text = (
            f"There is no skill roadmap for {a_role(facts.target)} among the coach's sources, so this plan sets no "
            "milestones and no finish date. The next actions find out what they would have to be."
        )
        claims = [Claim(text=text), *_way_in(facts)]
    elif not found.document.milestones:
        claims = [_nothing_to_learn(facts, found)]
    else:
        claims = [total_claim(found, facts.profile), finish_claim(found, facts.profile, facts.today)]
        spread = range_claim(found, facts.today)
        afterwards = afterwards_claim(found)
        claims += [claim for claim in (spread, afterwards) if claim]
        claims += [milestone_claim(found, milestone, facts.today) for milestone in found.document.milestones]
        claims += [claim for claim in roadmap_notes(facts) if claim.evidence]
    return Section(id="timeline", title="Timeline", claims=claims)


def _way_in(facts: PlanFacts) -> list[Claim]:
    """How an occupation without a roadmap is entered, and what lies near it that has one."""
    found = facts.near
    present = found.document.present if found else None
    if found is None or present is None or not present.entry:
        return []
    held = [item.id for item in found.evidence if present.entry in item.text][:1]
    entry = present.entry.removeprefix("usually ")
    claims = [Claim(text=f"The way in for {present.name} is usually {entry}.", evidence=held)]
    near = list(dict.fromkeys(each.roadmaps[0] for each in found.document.options if each.roadmaps))[:2]
    if near:
        claims.append(Claim(text=f"Near it, and with a roadmap here: {wording.listing(near)}."))
    return claims


def _nothing_to_learn(facts: PlanFacts, found: Roadmap) -> Claim:
    left_out = any(item.needed == "must" and item.have == "no" for item in found.document.gap)
    if found.document.of == "steps":
        done = f"You have taken every step to the door of the work {as_worker(facts.target)}."
        return Claim(
            text="You took every step out that is left, so this plan has no dates." if left_out else done
        )
    if left_out:
        return Claim(text="You took every milestone out, so this plan holds nothing to learn and no dates.")
    return Claim(
        text=f"By the skill table you have all that {facts.target} must have: nothing is left to learn."
    )


@once_for_each(16)
def roadmap_notes(facts: PlanFacts) -> tuple[Claim, ...]:
    """What the roadmap says about itself: with evidence where it holds figures, else taken for granted."""
    if facts.roadmap is None:
        return ()
    document = facts.roadmap.document
    said = [note for note in document.notes if note not in document.options]
    return tuple(note_claims(said, facts.roadmap.evidence, facts.profile))

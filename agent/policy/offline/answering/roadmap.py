"""What a way to a role asks for: its hours and weeks, its skills, or its first step, whichever was asked."""

from agent import wording
from agent.models import Claim, Profile
from agent.naming import a_role, in_text
from agent.plans.availability import plan_start
from agent.plans.drafting.notes import note_claims
from agent.plans.drafting.roadmap import (
    Roadmap,
    finish_claim,
    milestone_claim,
    option_claims,
    range_claim,
)
from agent.policy.offline.answering.markdown import bullets, cited
from agent.policy.offline.answering.question import Question

_FIRST = 3
_USEFUL = 5
_COVERED = (
    "Mine cover AI, data and software roles and single skills such as RAG or Kubernetes, and I will not pass off "
    "one of those as yours."
)
_INSTEAD = (
    "Which training or licence the work asks for is described for each occupation at O*NET OnLine (onetonline.org); "
    "what it pays and how its job market stands I can look up."
)
_ALL = "Say “make my plan” to see all of it."


def roadmaps_reply(ways: list[Roadmap], question: Question) -> str:
    """Each way in turn, then in one sentence the targets that no skill table knows."""
    unknown = [found for found in ways if not found.document.milestones and not found.document.gap]
    named = [f"“{wording.inline(found.document.role)}”" for found in unknown]
    lead = f"I have no skill roadmap for {wording.listing(named, 'or')}." if named else ""
    remarks = (question.once(_COVERED), question.once(_INSTEAD)) if named else ()
    told = " ".join(part for part in (lead, *remarks) if part)
    parts = [roadmap_reply(found, question) for found in ways if found not in unknown]
    return "\n\n".join(part for part in (*parts, told) if part)


def roadmap_reply(found: Roadmap, question: Question) -> str:
    """Hours and weeks, whether the horizon holds and the ways out, the first milestones."""
    document, profile = found.document, _asked_with(found, question.profile)
    if not document.milestones:
        return " ".join(map(cited, note_claims(document.notes, found.evidence, question.profile)))
    if question.wants("next") and not question.wants("length"):
        return _first_step(found, question)
    if question.wants("skills") and not question.wants("length", "feasible") and len(document.gap) > 1:
        parts = [bullets(_skills(found)), cited(length_claim(found)), _offer(question)]
        return "\n\n".join(part for part in parts if part)
    parts = [_verdict(found, question, profile), _time(found, question, profile)]
    if not document.feasible and document.options:
        parts.append("What would make it fit:\n\n" + bullets(option_claims(found)))
    shown = _FIRST if document.feasible else 1
    start = plan_start(profile, question.today)
    first = question.untold(milestone_claim(found, each, start) for each in document.milestones[:shown])
    parts.append("It begins with:\n\n" + bullets(first) if first else "")
    if len(document.milestones) > shown:
        parts.append(_offer(question))
    return "\n\n".join(part for part in parts if part)


def _asked_with(found: Roadmap, profile: Profile) -> Profile:
    """The profile with the hours and weeks that the question supposed instead of the person's own."""
    args = found.result.args
    supposed = {"hours_per_week": args.get("hours_per_week"), "horizon_weeks": args.get("weeks")}
    return profile.model_copy(update=supposed)


def _skills(found: Roadmap) -> list[Claim]:
    """All that is to be learnt, then what is there already and what would be useful."""
    gap = found.document.gap
    groups = [
        ("To learn", [item.skill for item in gap if item.needed == "must" and item.have == "no"]),
        ("You have a start in", [item.skill for item in gap if item.have == "some"]),
        ("You already have", [item.skill for item in gap if item.have == "yes"]),
    ]
    useful = [item.skill for item in gap if item.needed == "should" and item.have == "no"]
    claims = [f"{lead}: {wording.listing(skills)}." for lead, skills in groups if skills]
    if useful:
        among = ", among others" if len(useful) > _USEFUL else ""
        claims.append(f"Useful later on{among}: {wording.listing(useful[:_USEFUL])}.")
    return [Claim(text=text, evidence=found.ids[:1]) for text in claims]


def _offer(question: Question) -> str:
    return "" if question.planned else question.once(_ALL)


def _verdict(found: Roadmap, question: Question, profile: Profile) -> str:
    if profile.horizon_weeks is None or not question.wants("feasible"):
        return ""
    if not found.document.feasible:
        return "Not in that time."
    finish = found.document.finish
    slow = finish is not None and finish.high_weeks > profile.horizon_weeks
    return "Yes, at a usual pace, but with little to spare." if slow else "Yes, that can work."


def _time(found: Roadmap, question: Question, profile: Profile) -> str:
    """Hours, weeks and the day it ends, with how far that may move."""
    start = plan_start(profile, question.today)
    claims = [length_claim(found), finish_claim(found, profile, start)]
    if found.document.feasible and (spread := range_claim(found, start)) is not None:
        claims.append(spread)
    return " ".join(cited(claim) for claim in claims)


def length_claim(found: Roadmap) -> Claim:
    """Weeks and hours of the whole way, at the hours that the question was asked for."""
    document, asked = found.document, found.result.args.get("hours_per_week")
    held = found.holding(lambda figure: figure.unit == "hours" and figure.value == document.total_hours)
    pace = found.holding(lambda figure: figure.unit == "hours/week")
    at = f" at {wording.hours(pace[1].value)} a week" if pace else ""
    at = f" at {wording.hours(asked)} a week" if isinstance(asked, int | float) else f"{at}, which I assumed"
    text = (
        f"Learning {_subject(held[1].subject if held else document.role)} takes about "
        f"{wording.weeks(document.weeks)}{at}: {wording.hours(document.total_hours)} of study in all."
    )
    return Claim(text=text, evidence=found.ids[:1])


def _subject(name: str) -> str:
    """A skill by its name; of a role what it needs."""
    from tools.roadmap.tables import roles

    kind = next((role.kind for role in roles().values() if role.title.casefold() == name.casefold()), None)
    if kind is None:
        return name
    return f"what {a_role(name)} needs" if kind == "role" else in_text(name)


def _first_step(found: Roadmap, question: Question) -> str:
    """The first milestone with what to learn it from."""
    first = found.document.milestones[0]
    claim = milestone_claim(found, first, plan_start(question.profile, question.today))
    parts = [f"Begin with {cited(claim)}"]
    if first.resources:
        parts.append(f"A good start is “{first.resources[0].title}” ({first.resources[0].url}).")
    parts.append(_offer(question))
    return " ".join(part for part in parts if part)

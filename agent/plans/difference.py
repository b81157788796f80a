"""What changed from one plan to the next, in sentences with the reason, told from the plans' own values."""

from collections.abc import Iterator, Sequence
from datetime import date
from difflib import SequenceMatcher

from agent import wording
from agent.models import Claim, Outlook, Plan, Section
from agent.plans.availability import spoken
from agent.plans.rendering import marked, shown_claims, weeks_in_words
from agent.plans.summary import (
    figures_in_words,
    finish_date,
    hours_in_all,
    hours_in_words,
    jobs_in_words,
    milestone_line,
)
from tools.roadmap.models import Milestone

_NAMED = 4
_FOLLOWS = ("standing", "progress", "gap", "timeline")  # sections that only say again what is told here
_FEW = 3
_MOST_CHANGES = 2  # of milestones; where there are more, the new list is read faster


def plan_difference(old: Plan, new: Plan) -> str:
    """What a reader of `old` finds changed in `new`, as markdown; empty when nothing is."""
    lines = [
        *_finish(old, new),
        *_milestones(old, new),
        *_outlook(old.outlook, new.outlook),
        *_sections(old, new),
        *_texts("Taken for granted", old.assumptions, new.assumptions, new),
        *_actions(old, new),
    ]
    return "\n".join(f"- {line}" for line in dict.fromkeys(lines))


def leads_elsewhere(old: Plan, new: Plan) -> bool:
    """Whether the new plan is for another target, so that it has to be read as a whole."""
    both = old.outlook is not None and new.outlook is not None
    return bool(both and old.outlook and new.outlook and old.outlook.target != new.outlook.target)


def reasons(old: Outlook | None, new: Outlook | None) -> list[str]:
    """Why the weeks are others, as clauses: "you have 5 hours a week now"."""
    if old is None or new is None:
        return []
    return [clause for clause in _reasons(old, new) if clause]


def _reasons(old: Outlook, new: Outlook) -> Iterator[str]:
    if old.target != new.target:
        yield f"it leads to {new.target} instead of {old.target}"
    if old.hours_per_week != new.hours_per_week and new.hours_per_week:
        whose = "you have" if new.hours_told else "it counts on"
        yield f"{whose} {wording.hours(new.hours_per_week)} a week instead of {wording.number(old.hours_per_week or 0)}"
    before = {skill for group in old.skipped for skill in group.skills}
    for group in new.skipped:
        if fresh := [skill for skill in group.skills if skill not in before]:
            yield f"{_few(fresh)} {'is' if len(fresh) == 1 else 'are'} skipped ({group.why})"
    now = {skill for group in new.skipped for skill in group.skills}
    if back := [skill for group in old.skipped for skill in group.skills if skill not in now]:
        yield f"{_few(back)} {'counts' if len(back) == 1 else 'count'} again"
    if done := [skill for skill in new.done if skill not in old.done]:
        yield f"you finished {_few(done)}"
    if new.lost_weeks > old.lost_weeks:
        yield f"you lost {wording.weeks(new.lost_weeks - old.lost_weeks)}"
    if added := [period for period in new.busy if period not in old.busy]:
        yield f"you have {spoken(added)}"
    if gone := [period for period in old.busy if period not in new.busy]:
        yield f"you no longer have {spoken(gone)}"


def _finish(old: Plan, new: Plan) -> list[str]:
    """The finish and the hours, with the reasons that are known."""
    before, after = finish_date(old), finish_date(new)
    why = [*reasons(old.outlook, new.outlook), *_later_start(old, new)]
    because, although = (f" {word} {wording.listing(why)}" if why else "" for word in ("because", "although"))
    hours = hours_in_all(old), hours_in_all(new)
    effort = (
        ""
        if hours[0] == hours[1]
        else f" ({hours_in_words(hours[0])} before, {hours_in_words(hours[1])} now)"
    )
    if before is None or after is None or before == after:
        if not (because or effort) or after is None:
            return [wording.sentence(f"the plan changes{because}")] if because else []
        return [f"The finish stays on {wording.spoken_date(after)}{effort}{although}."]
    days = f"from {wording.spoken_date(before)} to {wording.spoken_date(after)}"
    return [f"Finish moves {days}{effort}{because}."]


def _later_start(old: Plan, new: Plan) -> list[str]:
    if old.start == new.start or not new.start:
        return []
    return [f"it begins on {wording.spoken_date(date.fromisoformat(new.start))}"]


def _milestones(old: Plan, new: Plan) -> Iterator[str]:
    """What comes elsewhere now, then each change of a milestone; all of them in one line where most are other ones."""
    yield from _order(old, new)
    changes = [*_each_milestone(old, new)]
    kept = [(_earlier(each, old.milestones), each) for each in new.milestones]
    other = [each for held, each in kept if held is None or held.skills != each.skills]
    if len(other) > _MOST_CHANGES:
        lines = (milestone_line(milestone, new) for milestone in new.milestones)
        yield f"The milestones are cut anew: {'; '.join(lines)}."
    else:
        yield from changes


def _order(old: Plan, new: Plan) -> Iterator[str]:
    """The skills that come earlier or later among the others, where they are few."""
    before, after = ([skill for each in plan.milestones for skill in each.skills] for plan in (old, new))
    before, after = (
        [skill for skill in one if skill in other] for one, other in ((before, after), (after, before))
    )
    stay = {
        skill
        for block in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks()
        for skill in before[block.a : block.a + block.size]
    }
    moved = [skill for skill in after if skill not in stay]
    for skill in moved if len(moved) <= _FEW else ():
        place = after.index(skill)
        word = "later" if place > before.index(skill) else "earlier"
        yield f"{skill} comes {f'{word} now, right after {after[place - 1]}' if place else 'first now'}."


def _each_milestone(old: Plan, new: Plan) -> Iterator[str]:
    gone, moved = list(old.milestones), []
    for milestone in new.milestones:
        earlier, hours = _earlier(milestone, gone), wording.hours(milestone.hours)
        if earlier is None:
            yield f"New milestone: {milestone.title} ({milestone.id}), {weeks_in_words(milestone)}, {hours}."
            continue
        gone.remove(earlier)
        yield from _changes_of(earlier, milestone)
        if _dates(earlier, old) != _dates(milestone, new) or earlier.hours != milestone.hours:
            effort = f" ({wording.hours(milestone.hours)})" if milestone.hours != earlier.hours else ""
            moved.append(f"{milestone_line(milestone, new)}{effort}")
    yield from (_left(milestone, new) for milestone in gone)
    if moved:
        yield f"With it move {'; '.join(moved)}."
    first = (old.milestones[:1], new.milestones[:1])
    if all(first) and _earlier(first[1][0], old.milestones) not in (None, first[0][0]):
        yield f"{first[1][0].title} comes first now."


def _dates(milestone: Milestone, plan: Plan) -> tuple[int, int, str | None]:
    return milestone.start_week, milestone.end_week, plan.start


def _left(milestone: Milestone, new: Plan) -> str:
    """Where a milestone went that is none of its own any more."""
    taken = [held.title for held in new.milestones if set(held.skills) & set(milestone.skills)]
    still = {skill for held in new.milestones for skill in held.skills}
    if milestone.skills and set(milestone.skills) <= still:
        return f"{milestone.title} is now part of {wording.listing(taken)}."
    return f"{milestone.title} is no milestone any more."


def _earlier(milestone: Milestone, before: Sequence[Milestone]) -> Milestone | None:
    """The same milestone in the plan before: by its title, else by all of its skills."""
    same = [held for held in before if held.title == milestone.title]
    same += [held for held in before if held.skills and held.skills == milestone.skills]
    return same[0] if same else None


def _changes_of(old: Milestone, new: Milestone) -> Iterator[str]:
    """What is different within a milestone beside its weeks. What it builds on changes with the others."""
    if old.title != new.title:
        yield f"{old.title} is now called {new.title}."
    for names, word in (
        ([skill for skill in old.skills if skill not in new.skills], "is without"),
        ([skill for skill in new.skills if skill not in old.skills], "now also holds"),
    ):
        if names:
            yield f"{new.title} {word} {wording.listing(names)}."
    if old.proof != new.proof:
        yield (
            f"The proof of {new.title} is now: {new.proof}"
            if new.proof
            else f"{new.title} has no proof any more."
        )
    if old.resources != new.resources:
        links = wording.listing([item.title for item in new.resources])
        yield (
            f"{new.title} is learned from {links}." if links else f"{new.title} names nothing to learn from."
        )


def _outlook(old: Outlook | None, new: Outlook | None) -> Iterator[str]:
    if old is None or new is None:
        return
    if old.present_pay != new.present_pay and new.present_pay is not None:
        yield f"Pay now is your {wording.money(new.present_pay)} a year."
    if old.pay_then != new.pay_then and new.pay_then:
        yield f"Pay then is {figures_in_words(new.pay_then)}."
    if old.jobs != new.jobs and new.jobs:
        yield f"Jobs: {jobs_in_words(new.jobs)}."
    if new.feasible != old.feasible or (not new.feasible and new.horizon_weeks != old.horizon_weeks):
        wanted = wording.weeks(new.horizon_weeks) if new.horizon_weeks else "the time there is"
        yield f"It fits into {wanted} now." if new.feasible else f"It does not fit into {wanted}."


def _sections(old: Plan, new: Plan) -> Iterator[str]:
    before = {section.id: section for section in old.sections}
    after = {section.id for section in new.sections}
    for section in new.sections:
        earlier = before.get(section.id)
        if earlier is None:
            yield f"“{section.title}” is new: {' '.join(claim.text for claim in section.claims[:_FEW])}"
            continue
        if earlier.title != section.title:
            yield f"{earlier.title} is now called {section.title}."
        yield from _claims(section, shown_claims(earlier, old), shown_claims(section, new))
    for gone in old.sections:
        if gone.id not in after:
            yield f"“{gone.title}” is gone."


def _claims(section: Section, before: Sequence[Claim], after: Sequence[Claim]) -> Iterator[str]:
    """The person's own words as they are, a few lines that came or went too; what was written anew only in one word."""
    texts = ({claim.text for claim in before}, {claim.text for claim in after})
    added = [claim for claim in after if claim.text not in texts[0]]
    removed = [claim for claim in before if claim.text not in texts[1]]
    own = [claim for claim in added if claim.by == "person" and section.id not in _FOLLOWS]
    yield from (f"{section.title}, in your words: {claim.text}" for claim in own)
    rest = [claim for claim in added if claim.by == "coach"]
    if section.id in _FOLLOWS:
        return
    if rest and removed:
        yield f"“{section.title}” is written anew."
    elif len(removed) > len(own) and len(removed) <= _FEW:
        yield from (f"{section.title} no longer says: {claim.text}" for claim in removed)
    elif len(removed) > len(own):
        yield f"“{section.title}” is shorter by {len(removed)} lines."
    elif rest:
        # What a plan risks, and the ways out, stand for themselves.
        lead = "" if section.id == "risks" else f"{section.title} now also says: "
        yield from (f"{lead}{claim.text} {wording.cite(*claim.evidence)}".rstrip() for claim in rest)


def _texts(name: str, before: Sequence[str], after: Sequence[str], new: Plan) -> Iterator[str]:
    added = [text for text in after if text not in before]
    yield from (f"{name}: {marked(text, new)}" for text in added)
    if not added:
        yield from (f"No longer said: {text}" for text in before if text not in after)


def _actions(old: Plan, new: Plan) -> Iterator[str]:
    """The first step where it is another one, and what the person wrote."""
    own = [text for text in new.next_actions if text in new.theirs and text not in old.next_actions]
    steps = [_without_digits(text) for plan in (old, new) for text in plan.next_actions[:1]]
    if new.next_actions and len(set(steps)) + (not old.next_actions) > 1 and new.next_actions[0] not in own:
        yield f"The first step is now: {new.next_actions[0]}"
    yield from (f"Next action: {marked(text, new)}" for text in own)
    if len(new.next_actions) < len(old.next_actions):
        kept = set(new.next_actions)
        yield from (f"No next action any more: {text}" for text in old.next_actions if text not in kept)


def _without_digits(text: str) -> str:
    """The words alone: a step with other hours is the same step."""
    return "".join(character for character in text if not character.isdigit() and character not in ".,")


def _few(names: Sequence[str]) -> str:
    named = list(names[:_NAMED])
    return wording.listing([*named, "others"] if len(names) > _NAMED else named)

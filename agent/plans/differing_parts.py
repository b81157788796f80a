"""What is worded otherwise in a plan than in the one before: milestones, sections, actions, and what is taken for granted."""

from collections.abc import Iterator, Sequence

from agent import wording
from agent.models import Claim, Plan, Section
from agent.plans.rendering import marked, shown_claims
from tools.roadmap.models import Milestone

_FOLLOWS = (
    "standing",
    "progress",
    "gap",
    "timeline",
    "risks",
)  # what they say anew follows from what is told
_FEW = 3
_SEVERAL = 2


def parts_that_differ(old: Plan, new: Plan) -> Iterator[str]:
    """Each in a sentence: what the person wrote, what came or went, and a first step that is another one."""
    yield from _milestones(old, new)
    yield from _sections(old, new)
    yield from _assumptions(old, new)
    yield from _actions(old, new)


def _milestones(old: Plan, new: Plan) -> Iterator[str]:
    """Milestones that teach the same in other words, with another proof or from something else; own ones that went."""
    for milestone in new.milestones:
        earlier = next((held for held in old.milestones if held.skills == milestone.skills), None)
        if earlier is not None:
            yield from _changes_of(earlier, milestone)
        elif not milestone.skills:
            yield f"New milestone: {milestone.title} ({milestone.id}), {wording.hours(milestone.hours)}."
    kept = {milestone.title for milestone in new.milestones}
    for gone in old.milestones:
        if not gone.skills and gone.title not in kept:
            yield f"{gone.title} is no milestone any more."


def _changes_of(old: Milestone, new: Milestone) -> Iterator[str]:
    if old.title != new.title:
        yield f"{old.title} is now called {new.title}."
    if old.hours != new.hours:
        hours = f"{wording.hours(new.hours)} instead of {wording.number(old.hours)}"
        yield f"{new.title} has {hours}."
    if old.proof != new.proof:
        yield (
            wording.sentence(f"The proof of {new.title} is now: {new.proof}")
            if new.proof
            else f"{new.title} has no proof any more."
        )
    if old.does != new.does and new.does:
        yield wording.sentence(f"What to do for {new.title} is now: {new.does}")
    if old.resources != new.resources:
        links = wording.listing([item.title for item in new.resources])
        yield (
            f"{new.title} is learned from {links}." if links else f"{new.title} names nothing to learn from."
        )


def _sections(old: Plan, new: Plan) -> Iterator[str]:
    before = {section.id: section for section in old.sections}
    after = {section.id for section in new.sections}
    if fewer := _fewer_lines(old, new):
        yield fewer
    for section in new.sections:
        earlier = before.get(section.id)
        if earlier is None:
            if section.id not in _FOLLOWS:
                said = " ".join(claim.text for claim in section.claims[:_FEW])
                yield f"“{section.title}” is new: {said}"
            continue
        if earlier.title != section.title:
            yield f"{earlier.title} is now called {section.title}."
        if not (fewer and _only_gone(earlier, section, old, new)):
            yield from _claims(section, shown_claims(earlier, old), shown_claims(section, new))
    for gone in old.sections:
        if gone.id not in after and gone.id not in _FOLLOWS:
            yield f"“{gone.title}” is gone."


def _only_gone(before: Section, after: Section, old: Plan, new: Plan) -> int:
    """How many lines of a section went, where none came."""
    texts = [{claim.text for claim in shown_claims(*pair)} for pair in ((before, old), (after, new))]
    return len(texts[0] - texts[1]) if texts[1] <= texts[0] and after.id not in _FOLLOWS else 0


def _fewer_lines(old: Plan, new: Plan) -> str:
    """In one sentence that the text is shorter, where lines of several sections went and none came."""
    before = {section.id: section for section in old.sections}
    gone = {
        each.title: _only_gone(before[each.id], each, old, new) for each in new.sections if each.id in before
    }
    shorter = {title: lines for title, lines in gone.items() if lines}
    if len(shorter) < _SEVERAL or sum(shorter.values()) <= _FEW:
        return ""
    return f"The text is shorter by {sum(shorter.values())} lines: in {wording.listing([*shorter])}."


def _claims(section: Section, before: Sequence[Claim], after: Sequence[Claim]) -> Iterator[str]:
    """The person's own words as they are, a few lines that came or went too; lines only written anew are not told."""
    texts = ({claim.text for claim in before}, {claim.text for claim in after})
    added = [claim for claim in after if claim.text not in texts[0]]
    removed = [claim for claim in before if claim.text not in texts[1]]
    own = [claim for claim in added if claim.by == "person" and section.id not in ("standing", "progress")]
    yield from (f"{section.title}, in your words: {claim.text}" for claim in own)
    rest = [claim for claim in added if claim.by == "coach"]
    if section.id in _FOLLOWS or (rest and removed):
        return
    if len(removed) > len(own) and len(removed) <= _FEW:
        yield from (f"{section.title} no longer says: {claim.text}" for claim in removed)
    elif len(removed) > len(own):
        yield f"“{section.title}” is shorter by {len(removed)} lines."
    else:
        yield from (
            f"{section.title} now also says: {claim.text} {wording.cite(*claim.evidence)}".rstrip()
            for claim in rest
        )


def _assumptions(old: Plan, new: Plan) -> Iterator[str]:
    """What is taken for granted now or no longer, but for what is left out, which is a reason told before."""
    skipped = {skill for group in (new.outlook.skipped if new.outlook else []) for skill in group.skills}
    added = [text for text in new.assumptions if text not in old.assumptions]
    # Other hours of a milestone are told by themselves.
    hours = {each.title: each.hours for each in old.milestones}
    paced = {each.title for each in new.milestones if hours.get(each.title, each.hours) != each.hours}
    told = [text for text in added if text in new.theirs or not any(name in text for name in skipped | paced)]
    yield from (f"Taken for granted: {marked(text, new)}" for text in told)
    if not added:
        gone = [text for text in old.theirs if text in old.assumptions and text not in new.assumptions]
        yield from (f"No longer said: {text}" for text in gone)


def _actions(old: Plan, new: Plan) -> Iterator[str]:
    """What the person wrote among the actions, or took out; the first step where the same milestone begins otherwise."""
    own = [text for text in new.next_actions if text in new.theirs and text not in old.next_actions]
    yield from (f"Next action: {marked(text, new)}" for text in own)
    if new.of_steps and new.milestones != old.milestones:
        return  # they are its first steps, and follow from what is told of these
    kept = set(new.next_actions)
    if len(new.next_actions) < len(old.next_actions):
        yield from (f"No next action any more: {text}" for text in old.next_actions if text not in kept)
        return
    steps = [_without_digits(text) for plan in (old, new) for text in plan.next_actions[:1]]
    begun = [held.skills[:1] for plan in (old, new) for held in plan.milestones[:1]]
    anew = len(set(steps)) + (not old.next_actions) > 1 and len({*map(tuple, begun)}) == 1
    if new.next_actions and anew and new.next_actions[0] not in own:
        yield f"The first step is now: {new.next_actions[0]}"


def _without_digits(text: str) -> str:
    """The words alone: a step with other hours is the same step."""
    return "".join(character for character in text if not character.isdigit() and character not in ".,")

"""Plans and sources as markdown; knows no terminal."""

import re
from collections.abc import Sequence
from datetime import date
from difflib import SequenceMatcher

from agent import wording
from agent.models import Claim, Plan, Section
from agent.plans.availability import milestone_days
from tools.evidence import Evidence, Source
from tools.roadmap.models import Milestone, Resource

YOURS = "(your words)"
_REWORDED = 0.5
_TOLD = ("standing", "progress", "target")


def plan_markdown(plan: Plan, evidence: Sequence[Evidence], *, detailed: bool = False) -> str:
    """The whole plan with citations; `detailed` with the first day of milestones and the places in sources.

    A statement that only repeats a milestone is left out: the list of milestones says it and cites its evidence.
    """
    parts = [f"# Career plan, version {plan.version}"]
    for section in plan.sections:
        claims = [f"- {_claim(claim)}{_mark(claim, section)}" for claim in shown_claims(section, plan)]
        if claims or not section.claims:
            parts.append("\n".join([f"## {section.title}\n", *claims]))
    if plan.milestones:
        parts.append(f"## Milestones\n\n{_milestones(plan, detailed=detailed)}")
    parts += [_listed("What this takes for granted", [marked(text, plan) for text in plan.assumptions])]
    parts += [_listed("Next actions", [marked(text, plan) for text in plan.next_actions], numbered=True)]
    parts.append(_listed("Sources", source_lines(plan, evidence, locators=detailed)))
    if plan.approval:
        parts.append(f"Approved by {plan.approval.by} at {plan.approval.at}.")
    return "\n\n".join(part for part in parts if part) + "\n"


def plan_difference(old: Plan, new: Plan) -> str:
    """What a reader of `old` finds added, removed or changed in `new`; empty when nothing is.

    A line that takes the place of a similar one counts as changed and is told in its new words alone.
    """
    kept = {section.id for section in new.sections}
    dropped = [section for section in old.sections if section.id not in kept]
    whole = old.model_copy(update={"sections": [held for held in old.sections if held.id in kept]})
    before, after = _lines(whole), _lines(new)
    removed = [line for line in before if line not in after]
    added, reworded = [], []
    for line in after:
        if line in before:
            continue
        similar = next((gone for gone in removed if _is_reworded(gone, line)), None)
        if similar is None:
            added.append(after[line])
        else:
            removed.remove(similar)
            reworded.append(after[line])
    blocks = [
        _listed_plain("Changed", [*_renamed(old, new), *_changed_milestones(old, new), *reworded]),
        _listed_plain("Added", added),
        _listed_plain(
            "Removed",
            [*(f"All of “{section.title}”" for section in dropped), *(before[line] for line in removed)],
        ),
    ]
    told = [block for block in blocks if block]
    return "\n\n".join(["## What is different", *told]) if told else ""


def _is_reworded(old: tuple[str, str], new: tuple[str, str]) -> bool:
    """The same place in the plan, and most of the words the same."""
    alike = SequenceMatcher(None, old[1].split(), new[1].split(), autojunk=False)
    return old[0] == new[0] and alike.ratio() >= _REWORDED


def _renamed(old: Plan, new: Plan) -> list[str]:
    titles = {section.id: section.title for section in old.sections}
    return [
        f"{titles[section.id]} is now called {section.title}"
        for section in new.sections
        if titles.get(section.id, section.title) != section.title
    ]


def repeated_milestone(claim: Claim, plan: Plan) -> Milestone | None:
    """The milestone whose title, weeks and hours are all that the coach says here; None where there is more to it."""
    for milestone in plan.milestones:
        said = claim.text.removeprefix(f"{milestone.title}: ")
        if claim.by == "coach" and said != claim.text:
            weeks, _, rest = said.partition(" (")
            if f"{weeks}, {rest.partition('), ')[2]}" == f"{_schedule(milestone)}.":
                return milestone
    return None


def source_line(source: Source) -> str:
    """Title, publisher, date and place of a source, as far as they are known."""
    publisher = source.publisher if source.publisher and source.publisher not in source.title else None
    known = ", ".join(part for part in (source.title, publisher) if part)
    day = wording.period(source.date)
    if day and day not in known:
        known = f"{known}, {day}"
    return f"{known} ({source.locator})" if source.locator else known


def _claim(claim: Claim) -> str:
    text = claim.text.replace("](", "] (")  # no link that the person's words would make
    mark = wording.cite(*claim.evidence)
    if mark:
        text = f"{text[:-1]} {mark}." if text.endswith(".") else f"{text} {mark}"
    return text


def _mark(claim: Claim, section: Section) -> str:
    """That the words are the person's; where they stand and what they want is theirs without saying."""
    return f" {YOURS}" if claim.by == "person" and section.id not in _TOLD else ""


def marked(text: str, plan: Plan) -> str:
    """A text outside the sections, marked where the person wrote it."""
    return f"{text} {YOURS}" if text and text in plan.theirs else text


def milestone_evidence(plan: Plan) -> dict[str, list[str]]:
    """The evidence that the plan cites for its milestones, by their id."""
    repeated = (
        (repeated_milestone(claim, plan), claim) for section in plan.sections for claim in section.claims
    )
    return {milestone.id: claim.evidence for milestone, claim in repeated if milestone is not None}


def _milestones(plan: Plan, *, detailed: bool) -> str:
    cited = milestone_evidence(plan)
    return "\n".join(
        _milestone(milestone, plan, cited.get(milestone.id, []), detailed=detailed)
        for milestone in plan.milestones
    )


def _milestone(milestone: Milestone, plan: Plan, cited: Sequence[str], *, detailed: bool) -> str:
    """When, how long, what is learned, how it is proven, and what to learn from."""
    name = f"**{milestone.id} {_plain(marked(milestone.title, plan))}** {wording.cite(*cited)}".rstrip()
    parts = [weeks_in_words(milestone)]
    if plan.start:
        first, last = milestone_days(milestone, date.fromisoformat(plan.start))
        parts.append(wording.date_span(first, last) if detailed else f"done by {wording.spoken_date(last)}")
    lines = [f"- {name}: {', '.join([*parts, wording.hours(milestone.hours)])}"]
    if any(skill not in milestone.title for skill in milestone.skills):
        lines.append(f"Skills: {_plain(', '.join(milestone.skills))}")
    if milestone.proof:
        lines.append(f"Proof: {_plain(marked(milestone.proof, plan))}")
    if milestone.resources:
        lines.append(f"Learn from: {', '.join(map(_link, milestone.resources))}")
    return "\n  ".join(line if line.endswith(".") else f"{line}." for line in lines)


def _plain(text: str) -> str:
    """On one line, without a link that the person's words would make."""
    return text.replace("\n", " ").replace("](", "] (")


def _link(resource: Resource) -> str:
    """A link that holds what it shows: the person may have typed both parts."""
    title = re.sub(r"([\[\]\\])", r"\\\1", wording.inline(resource.title))
    if not re.fullmatch(r"https?://[^\s\"'<>\\]+", resource.url):
        return title
    return f"[{title}]({resource.url.replace('(', '%28').replace(')', '%29')})"


def source_lines(plan: Plan, evidence: Sequence[Evidence], *, locators: bool = True) -> list[str]:
    """Cited evidence grouped by source, with `locators` where in it; a source without cited evidence is still listed."""
    cited = {name for section in plan.sections for claim in section.claims for name in claim.evidence}
    places: dict[str, list[tuple[list[str], str]]] = {}
    for source in plan.sources:
        names = [item.id for item in evidence if item.id in cited and item.source == source]
        whole = source_line(source.model_copy(update={"locator": None}))
        places.setdefault(whole, []).append((names, (source.locator or "") if locators else ""))
    return [_grouped(whole, found) for whole, found in places.items()]


def shown_claims(section: Section, plan: Plan) -> list[Claim]:
    """The claims of a section without those that only repeat a milestone."""
    return [claim for claim in section.claims if repeated_milestone(claim, plan) is None]


def _grouped(whole: str, places: Sequence[tuple[list[str], str]]) -> str:
    """One source with the numbers that cite it, and where in it each was read."""
    names = [name for found, _ in places for name in found]
    lead = f"{_numbers(names)}: " if names else ""
    where = [
        (f"{_numbers(found)} {locator}" if len(places) > 1 else locator).strip()
        for found, locator in places
        if locator
    ]
    said = "; ".join(where)
    return f"{lead}{whole}{f' ({said})' if said else ''}"


def _numbers(names: Sequence[str]) -> str:
    """E-numbers in their order, a row of three and more as "E2 to E6"."""
    rows: list[list[int]] = []
    for number in sorted(int(name.removeprefix("E")) for name in names):
        if rows and rows[-1][-1] == number - 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    parts = [
        f"E{row[0]} to E{row[-1]}" if len(row) > 2 else ", ".join(f"E{number}" for number in row)
        for row in rows
    ]
    return ", ".join(parts)


def _listed(title: str, lines: Sequence[str], *, numbered: bool = False) -> str:
    if not lines:
        return ""
    marked = [f"{index}. {line}" if numbered else f"- {line}" for index, line in enumerate(lines, start=1)]
    return f"## {title}\n\n" + "\n".join(marked)


def _listed_plain(title: str, lines: Sequence[str]) -> str:
    return f"{title}:\n" + "\n".join(f"- {line}" for line in lines) if lines else ""


def _lines(plan: Plan) -> dict[tuple[str, str], str]:
    """Everything a plan says outside its milestones, by the id of its place and its words, as it is told."""
    lines = {
        (section.id, claim.text): f"{section.title}: {_claim(claim)}"
        for section in plan.sections
        for claim in shown_claims(section, plan)
    }
    lines |= {("assumptions", text): f"Assumption: {text}" for text in plan.assumptions}
    return lines | {("next_actions", text): f"Next action: {text}" for text in plan.next_actions}


def _changed_milestones(old: Plan, new: Plan) -> list[str]:
    cited = [milestone_evidence(old), milestone_evidence(new)]
    gone = list(old.milestones)
    added, lines = [], []
    for milestone in new.milestones:
        earlier = _earlier(milestone, gone)
        if earlier is None:
            added.append(f"New milestone: {milestone.title}")
            continue
        gone.remove(earlier)
        marks = (cited[0].get(earlier.id, []), cited[1].get(milestone.id, []))
        said = _changes_of(earlier, milestone, *(wording.cite(*names) for names in marks))
        lines += [f"{earlier.title}: {'; '.join(said)}"] if said else []
    return [*added, *(_left(milestone, new) for milestone in gone), *lines]


def _left(milestone: Milestone, new: Plan) -> str:
    """Where a milestone went that is none of its own any more."""
    taken = [held.title for held in new.milestones if set(held.skills) & set(milestone.skills)]
    still = {skill for held in new.milestones for skill in held.skills}
    if milestone.skills and set(milestone.skills) <= still:
        return f"{milestone.title} is now part of {wording.listing(taken)}"
    return f"Milestone dropped: {milestone.title}"


def _earlier(milestone: Milestone, before: Sequence[Milestone]) -> Milestone | None:
    """The same milestone in the plan before: by its title, else by all of its skills."""
    same = [held for held in before if held.title == milestone.title]
    same += [held for held in before if held.skills and held.skills == milestone.skills]
    return same[0] if same else None


def _changes_of(old: Milestone, new: Milestone, before: str, now: str) -> list[str]:
    """What is different within a milestone, each time with what it rests on (`before` and `now`).

    What it builds on changes with the others and is not told.
    """
    said = [f"it is now called {new.title}"] if old.title != new.title else []
    if _schedule(old) != _schedule(new):
        said.append(f"{_schedule(old)} {before}".strip() + f", now {_schedule(new)} {now}".rstrip())
    for names, word in (
        ([skill for skill in old.skills if skill not in new.skills], "without"),
        ([skill for skill in new.skills if skill not in old.skills], "now also with"),
    ):
        if names:
            said.append(f"{word} {wording.listing(names)}")
    if old.proof != new.proof:
        said.append(f"the proof is now: {new.proof}" if new.proof else "no proof any more")
    if old.resources != new.resources:
        links = wording.listing([item.title for item in new.resources])
        said.append(f"to learn from is now {links}" if links else "nothing to learn from any more")
    return said


def weeks_in_words(milestone: Milestone) -> str:
    """The weeks of a milestone: "weeks 1 to 4", "week 5"."""
    first, last = milestone.start_week, milestone.end_week
    return f"week {first}" if first == last else f"weeks {first} to {last}"


def _schedule(milestone: Milestone) -> str:
    return f"{weeks_in_words(milestone)}, {wording.hours(milestone.hours)}"

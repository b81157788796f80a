"""Plans and sources as markdown; knows no terminal."""

import re
from collections.abc import Sequence
from datetime import date
from functools import partial
from hashlib import sha256

from agent import wording
from agent.models import Claim, Plan, Section
from agent.plans import labels
from agent.plans.availability import milestone_days
from agent.plans.labels import ENGLISH, label
from tools.evidence import Evidence, Source
from tools.kept import Latest
from tools.roadmap.models import Milestone, Resource
from tools.roadmap.own_steps import SOURCE as OWN_STEPS

_TOLD = ("standing", "progress", "target")


# Of as many plans as may wait at once. A draft is put before the person, told in the reply, and asked for again with each
# message while it waits.
_rendered = Latest[tuple[bytes, bool], str](256)


def plan_markdown(plan: Plan, evidence: Sequence[Evidence], *, detailed: bool = False) -> str:
    """The whole plan with citations; `detailed` with the first day of milestones and the places in sources.

    A statement that only repeats a milestone is left out: the list of milestones says it and cites its evidence.
    """
    cited = _cited(plan)
    read = [f"{item.id} {item.source.model_dump_json()}" for item in evidence if item.id in cited]
    made_of = sha256("\n".join([plan.model_dump_json(), *read]).encode()).digest(), detailed
    said = _rendered.get(made_of)
    if said is None:
        said = _markdown(plan, evidence, detailed=detailed)
        _rendered.put(made_of, said)
    return said


def _markdown(plan: Plan, evidence: Sequence[Evidence], *, detailed: bool) -> str:
    say = partial(label, plan.language)
    parts = [f"# {say('title', version=str(plan.version))}"]
    for section in plan.sections:
        claims = [
            f"- {_claim(claim)}{mark_of(claim, section, plan)}" for claim in shown_claims(section, plan)
        ]
        if claims or not section.claims:
            parts.append("\n".join([f"## {section.title}\n", *claims]))
    if plan.milestones:
        parts.append(f"## {say('milestones')}\n\n{_milestones(plan, detailed=detailed)}")
    parts += [_listed(say("assumptions"), [marked(text, plan) for text in plan.assumptions])]
    parts += [
        _listed(
            say("actions"), [marked(_by_title(text, plan), plan) for text in plan.next_actions], numbered=True
        )
    ]
    parts.append(_listed(say("sources"), source_lines(plan, evidence, locators=detailed)))
    if plan.approval:
        parts.append(say("approved", by=plan.approval.by, at=labels.moment(plan.language, plan.approval.at)))
    return "\n\n".join(part for part in parts if part) + "\n"


def _by_title(action: str, plan: Plan) -> str:
    """An action with the milestone's title where it only says again what stands below that: nothing is read twice."""
    again = next((each for each in plan.milestones if each.does and each.does in action), None)
    return (
        action.replace(again.does, f"{again.id} {plan.word(again.title)}.")
        if again and action not in plan.theirs
        else action
    )


def repeated_milestone(claim: Claim, plan: Plan) -> Milestone | None:
    """The milestone whose title, weeks and hours are all that the coach says here; None where there is more to it."""
    if claim.by != "coach":
        return None
    for milestone in plan.milestones:
        if claim.text.startswith(milestone.title) and claim.text.startswith(f"{milestone.title}: "):
            said = claim.text.removeprefix(f"{milestone.title}: ")
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


def mark_of(claim: Claim, section: Section, plan: Plan) -> str:
    """That the words are the person's; where they stand and what they want is theirs without saying."""
    theirs = claim.by == "person" and section.id not in _TOLD
    return f" {label(plan.language, 'yours')}" if theirs else ""


def marked(text: str, plan: Plan) -> str:
    """A text outside the sections as it is shown, marked where the person wrote it and nobody worded it since."""
    said = plan.word(text)
    return (
        f"{text} {label(plan.language, 'yours')}" if text and text in plan.theirs and said == text else said
    )


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
    """When, how long, what is to do or learned, how it is proven, and what to learn from."""
    name = f"**{milestone.id} {_plain(marked(milestone.title, plan))}** {wording.cite(*cited)}".rstrip()
    language, say = plan.language, partial(label, plan.language)
    parts = [weeks_in_words(milestone, language)]
    if plan.start:
        first, last = milestone_days(milestone, date.fromisoformat(plan.start))
        done = say("done_by", day=labels.day(language, last))
        parts.append(labels.days(language, first, last) if detailed else done)
    lines = [f"- {name}: {', '.join([*parts, labels.hours(language, milestone.hours)])}"]
    if milestone.does:
        lines.append(_plain(marked(milestone.does, plan)))
    if not milestone.does and any(skill not in milestone.title for skill in milestone.skills):
        lines.append(f"{say('skills')}: {_plain(', '.join(milestone.skills))}")
    if milestone.proof:
        lines.append(f"{say('proof')}: {_plain(marked(milestone.proof, plan))}")
    if milestone.resources:
        lines.append(f"{say('learn')}: {', '.join(map(_link, milestone.resources))}")
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
    cited = _cited(plan)
    places: dict[str, list[tuple[list[str], str]]] = {}
    read: dict[Source, list[str]] = {}
    for item in evidence:
        if item.id in cited:
            read.setdefault(item.source, []).append(item.id)
    for source in plan.sources:
        names = read.get(source, [])
        ours = {"title": label(plan.language, "own_steps")} if source == OWN_STEPS else {}
        whole = source_line(source.model_copy(update={"locator": None, **ours}))
        places.setdefault(whole, []).append((names, (source.locator or "") if locators else ""))
    return [_grouped(whole, found, plan.language) for whole, found in places.items()]


def _cited(plan: Plan) -> set[str]:
    return {name for section in plan.sections for claim in section.claims for name in claim.evidence}


def shown_claims(section: Section, plan: Plan) -> list[Claim]:
    """The claims of a section without those that only repeat a milestone."""
    return [claim for claim in section.claims if repeated_milestone(claim, plan) is None]


def _grouped(whole: str, places: Sequence[tuple[list[str], str]], language: str) -> str:
    """One source with the numbers that cite it, and where in it each was read."""
    names = [name for found, _ in places for name in found]
    lead = f"{_numbers(names, language)}: " if names else ""
    where = [
        (f"{_numbers(found, language)} {locator}" if len(places) > 1 else locator).strip()
        for found, locator in places
        if locator
    ]
    said = "; ".join(where)
    return f"{lead}{whole}{f' ({said})' if said else ''}"


def _numbers(names: Sequence[str], language: str) -> str:
    """E-numbers in their order, a row of three and more as "E2 to E6"."""
    rows: list[list[int]] = []
    for number in sorted(int(name.removeprefix("E")) for name in names):
        if rows and rows[-1][-1] == number - 1:
            rows[-1].append(number)
        else:
            rows.append([number])
    parts = [
        label(language, "up_to", first=f"E{row[0]}", last=f"E{row[-1]}")
        if len(row) > 2
        else ", ".join(f"E{number}" for number in row)
        for row in rows
    ]
    return ", ".join(parts)


def _listed(title: str, lines: Sequence[str], *, numbered: bool = False) -> str:
    if not lines:
        return ""
    marked = [f"{index}. {line}" if numbered else f"- {line}" for index, line in enumerate(lines, start=1)]
    return f"## {title}\n\n" + "\n".join(marked)


def weeks_in_words(milestone: Milestone, language: str = ENGLISH) -> str:
    """The weeks of a milestone: "weeks 1 to 4", "week 5"."""
    first, last = str(milestone.start_week), str(milestone.end_week)
    return (
        label(language, "nth_week", first=first)
        if first == last
        else label(language, "nth_weeks", first=first, last=last)
    )


def _schedule(milestone: Milestone) -> str:
    return f"{weeks_in_words(milestone)}, {wording.hours(milestone.hours)}"

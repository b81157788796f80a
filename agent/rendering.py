"""Plans and sources as markdown; knows no terminal."""

from collections.abc import Iterable, Sequence
from datetime import date

from agent import wording
from agent.models import Claim, Plan
from tools.evidence import Evidence, Source
from tools.roadmap.models import Milestone


def plan_markdown(plan: Plan, evidence: Sequence[Evidence]) -> str:
    """The whole plan with citations; the sources are listed by their E-numbers."""
    parts = [f"# Career plan, version {plan.version}"]
    for section in plan.sections:
        claims = "\n".join(f"- {_claim(claim)}" for claim in section.claims)
        parts.append(f"## {section.title}\n\n{claims}")
    if plan.milestones:
        parts.append(f"## Milestones\n\n{_milestones(plan)}")
    parts += [_listed("What this takes for granted", plan.assumptions)]
    parts += [_listed("Next actions", plan.next_actions, numbered=True)]
    parts.append(_sources(plan, evidence))
    if plan.approval:
        parts.append(f"Approved by {plan.approval.by} at {plan.approval.at}.")
    return "\n\n".join(part for part in parts if part) + "\n"


def plan_difference(old: Plan, new: Plan) -> str:
    """What a reader of `old` finds added, removed or changed in `new`; empty when nothing is."""
    added = [line for line in _lines(new) if line not in set(_lines(old))]
    removed = [line for line in _lines(old) if line not in set(_lines(new))]
    changed = _changed_milestones(old, new)
    blocks = [
        _listed_plain("Changed", changed),
        _listed_plain("Added", added),
        _listed_plain("Removed", removed),
    ]
    told = [block for block in blocks if block]
    return "\n\n".join(["## What is different", *told]) if told else ""


def reply_sources(evidence: Iterable[Evidence]) -> str:
    """One line a piece of evidence: its number and where it was read."""
    return "\n".join(f"- {item.id}: {source_line(item.source)}" for item in evidence)


def source_line(source: Source) -> str:
    """Title, publisher, date and place of a source, as far as they are known."""
    publisher = source.publisher if source.publisher and source.publisher not in source.title else None
    parts = [source.title, publisher, wording.period(source.date) or None]
    known = ", ".join(part for part in parts if part)
    return f"{known} ({source.locator})" if source.locator else known


def _claim(claim: Claim) -> str:
    text = claim.text
    mark = wording.cite(*claim.evidence)
    if mark:
        text = f"{text[:-1]} {mark}." if text.endswith(".") else f"{text} {mark}"
    return text


def _milestones(plan: Plan) -> str:
    start = date.fromisoformat(plan.start) if plan.start else None
    rows = ["| | Milestone | Weeks | Dates | Hours | Skills | Proof |", "|---|---|---|---|---|---|---|"]
    for milestone in plan.milestones:
        first, last = milestone.start_week, milestone.end_week
        cells = [
            milestone.id,
            milestone.title,
            str(first) if first == last else f"{first} to {last}",
            wording.date_span(wording.week_start(start, first), wording.week_end(start, last))
            if start
            else "",
            wording.number(milestone.hours),
            ", ".join(milestone.skills),
            milestone.proof,
        ]
        rows.append("| " + " | ".join(cell.replace("|", "/").replace("\n", " ") for cell in cells) + " |")
    links = [
        f"- {milestone.id}: " + ", ".join(f"[{item.title}]({item.url})" for item in milestone.resources)
        for milestone in plan.milestones
        if milestone.resources
    ]
    return "\n".join(rows) + ("\n\nTo learn from:\n\n" + "\n".join(links) if links else "")


def _sources(plan: Plan, evidence: Sequence[Evidence]) -> str:
    """Cited evidence grouped by source; a source without cited evidence is still listed."""
    cited = {name for section in plan.sections for claim in section.claims for name in claim.evidence}
    lines = []
    for source in plan.sources:
        names = [item.id for item in evidence if item.id in cited and item.source == source]
        lines.append((f"{', '.join(names)}: " if names else "") + source_line(source))
    return _listed("Sources", lines)


def _listed(title: str, lines: Sequence[str], *, numbered: bool = False) -> str:
    if not lines:
        return ""
    marked = [f"{index}. {line}" if numbered else f"- {line}" for index, line in enumerate(lines, start=1)]
    return f"## {title}\n\n" + "\n".join(marked)


def _listed_plain(title: str, lines: Sequence[str]) -> str:
    return f"{title}:\n" + "\n".join(f"- {line}" for line in lines) if lines else ""


def _lines(plan: Plan) -> list[str]:
    """Everything a plan says outside its milestones, section by section."""
    lines = [f"{section.title}: {claim.text}" for section in plan.sections for claim in section.claims]
    lines += [f"Assumption: {text}" for text in plan.assumptions]
    return lines + [f"Next action: {text}" for text in plan.next_actions]


def _changed_milestones(old: Plan, new: Plan) -> list[str]:
    before = {milestone.title: milestone for milestone in old.milestones}
    after = {milestone.title: milestone for milestone in new.milestones}
    lines = [f"New milestone: {title}" for title in after if title not in before]
    lines += [f"Milestone dropped: {title}" for title in before if title not in after]
    for title, milestone in after.items():
        earlier = before.get(title)
        if earlier is not None and _schedule(earlier) != _schedule(milestone):
            lines.append(f"{title}: {_schedule(earlier)}, now {_schedule(milestone)}")
    return lines


def _schedule(milestone: Milestone) -> str:
    first, last = milestone.start_week, milestone.end_week
    span = f"week {first}" if first == last else f"weeks {first} to {last}"
    return f"{span}, {wording.hours(milestone.hours)}"

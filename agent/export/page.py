"""One self-contained HTML page: no script, no font, no picture from elsewhere.

What somebody wrote may run from right to left: blocks take their direction from their text (`dir="auto"`), and words
within an English sentence stand in a `bdi` where they do.
"""

import unicodedata
from collections.abc import Iterable
from html import escape
from pathlib import Path
from typing import NamedTuple

from agent import wording
from agent.export.charts import pay_chart, timeline
from agent.export.content import Content, safe_link
from agent.export.skill_graph import skill_graph
from agent.models import Claim, Plan, Section
from agent.plans.labels import ENGLISH, label
from agent.plans.rendering import milestone_evidence, shown_claims, source_line, source_lines
from tools.roadmap.models import Milestone

_RIGHT_TO_LEFT = frozenset({"R", "AL", "RLE", "RLO", "RLI"})
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def plan_page(content: Content) -> str:
    """The whole plan as HTML 5."""
    plan, cited = content.plan, {item.id for item in content.cited}
    parts = [
        f'<h1 dir="auto">{_line(heading(content))}</h1>',
        f'<p class="about">{_line(about(content))}</p>',
        *(_section(section, content, cited) for section in plan.sections),
        _milestones(content),
        _list("What this takes for granted", plan.assumptions, plan.theirs),
        _list("Next actions", plan.next_actions, plan.theirs, ordered=True),
        _evidence(content),
        _list("Sources", source_lines(plan, content.evidence)),
    ]
    style = (Path(__file__).parent / "page.css").read_text(encoding="utf-8")
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(content.title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n"
        + "\n".join(part for part in parts if part)
        + "\n</body>\n</html>\n"
    )


class Words(NamedTuple):
    """A part of a line: ours, or somebody's `own`, which may run the other way."""

    text: str
    own: bool = False


def heading(content: Content) -> list[Words]:
    """What the plan is for, as the title of the document."""
    target = content.profile.target_role
    return [Words("Career plan: "), Words(target, own=True)] if target else [Words(content.title)]


def about(content: Content) -> list[Words]:
    """Version, start and pace, then who approved the plan and when, on one line."""
    pace, place = content.profile.hours_per_week, content.profile.location
    start = f"Version {content.plan.version}, starting {wording.spoken_date(content.start)}"
    ours = f"{start}, {wording.hours(pace)} a week" if pace else start
    where = [Words(", "), Words(place, own=True)] if place else []
    return [Words(ours), *where, Words(". "), *_approved(content.plan)]


def _approved(plan: Plan) -> list[Words]:
    if plan.approval is None:
        return [Words("Not approved yet.")]
    when = wording.on_moment(plan.approval.at)
    return [Words("Approved by "), Words(plan.approval.by, own=True), Words(f"{when}.")]


def _line(words: Iterable[Words]) -> str:
    return "".join(_own(part.text) if part.own else escape(part.text) for part in words)


def _own(text: str) -> str:
    """Somebody's words within a sentence of ours: isolated where letters run from right to left."""
    turned = any(unicodedata.bidirectional(character) in _RIGHT_TO_LEFT for character in text)
    return f"<bdi>{escape(text)}</bdi>" if turned else escape(text)


def dates(milestone: Milestone, content: Content) -> str:
    """Weeks and days of a milestone, with its hours."""
    first, last = milestone.start_week, milestone.end_week
    span = f"week {first}" if first == last else f"weeks {first} to {last}"
    days = wording.date_span(*content.days(milestone))
    return f"{span}, {days}, {wording.hours(milestone.hours)}"


def _section(section: Section, content: Content, known: set[str]) -> str:
    claims = shown_claims(section, content.plan)
    if not claims:
        return ""
    items = "\n".join(f'<li dir="auto">{_claim(claim, known)}</li>' for claim in claims)
    chart = pay_chart(content.cited, content.profile.target_salary) if section.id == "pay" else None
    figure = f"\n<figure>{chart}</figure>" if chart else ""
    return f'<h2 dir="auto">{escape(section.title)}</h2>\n<ul>\n{items}\n</ul>{figure}'


def _claim(claim: Claim, known: set[str]) -> str:
    return f"{escape(claim.text)}{_cites(claim.evidence, known)}{_mark(claim.by == 'person')}"


def _mark(theirs: bool) -> str:
    return f' <span class="mark" dir="ltr">{label(ENGLISH, "yours")}</span>' if theirs else ""


def _cites(names: Iterable[str], known: set[str]) -> str:
    """Links to the evidence, kept on the line of the word before them."""
    return "".join(
        f'&nbsp;<a class="cite" href="#{escape(name)}">{escape(name)}</a>'
        if name in known
        else f" [{escape(name)}]"
        for name in dict.fromkeys(names)
    )


def _milestones(content: Content) -> str:
    plan = content.plan
    if not plan.milestones:
        return ""
    graph, cited = skill_graph(plan), milestone_evidence(plan)
    known = {item.id for item in content.cited}
    return "\n".join(
        [
            "<h2>Milestones</h2>",
            f"<figure>{timeline(plan, content.start)}</figure>",
            *(
                _milestone(milestone, content, _cites(cited.get(milestone.id, ()), known))
                for milestone in plan.milestones
            ),
            f"<h2>What builds on what</h2>\n<figure>{graph}</figure>" if graph else "",
        ]
    )


def _milestone(milestone: Milestone, content: Content, cites: str) -> str:
    theirs, word = {text for text in content.plan.theirs if text}, content.plan.word
    builds = f"<p>Builds on {escape(wording.listing(milestone.after))}.</p>" if milestone.after else ""
    links = [
        f'<a href="{escape(link)}">{_own(item.title)}</a>'
        if (link := safe_link(item.url))
        else _own(item.title)
        for item in milestone.resources
    ]
    learn = f"<p>Learn from: {'; '.join(links)}.</p>" if links else ""
    does, skills = milestone.does, ", ".join(_own(skill) for skill in milestone.skills)
    what = f"<p>{_own(word(does))}{_mark(does in theirs)}</p>" if does else f"<p>Skills: {skills}.</p>"
    return (
        f"<article>\n<h3>{escape(milestone.id)} {_own(word(milestone.title))}{_mark(milestone.title in theirs)}</h3>\n"
        f'<p class="when">{escape(dates(milestone, content))}{cites}</p>\n'
        f"{what}\n{builds}"
        f"<p>Proof: {_own(word(milestone.proof))}{_mark(milestone.proof in theirs)}</p>\n{learn}\n</article>"
    )


def _list(title: str, lines: Iterable[str], theirs: Iterable[str] = (), *, ordered: bool = False) -> str:
    items = "\n".join(f'<li dir="auto">{escape(line)}{_mark(line in theirs)}</li>' for line in lines)
    tag = "ol" if ordered else "ul"
    return f"<h2>{escape(title)}</h2>\n<{tag}>\n{items}\n</{tag}>" if items else ""


def _evidence(content: Content) -> str:
    rows = "\n".join(
        f'<dt id="{escape(item.id)}">{escape(item.id)}</dt>\n<dd dir="auto">{escape(wording.inline(item.text))} '
        f'<span class="basis">{escape(source_line(item.source))}</span></dd>'
        for item in content.cited
    )
    return f"<h2>What each figure rests on</h2>\n<dl>\n{rows}\n</dl>" if rows else ""

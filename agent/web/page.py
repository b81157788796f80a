"""What the page shows of a thread, from the session's documents; and its templates."""

from functools import cache
from typing import Any, NamedTuple

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from agent import wording
from agent.export import FORMATS
from agent.export.charts import pay_chart, timeline
from agent.export.content import Content, clean, safe_link
from agent.export.page import about, dates
from agent.export.skill_graph import skill_graph
from agent.inputs import check_id
from agent.models import Plan
from agent.plans.item_review import items_of
from agent.plans.labels import label
from agent.plans.progress_report import plan_in_view, standing_of
from agent.plans.rendering import mark_of, milestone_evidence, shown_claims, source_line
from agent.plans.review import draft_digest
from agent.plans.summary import summary_markdown
from agent.replies import resting_on
from agent.session import words
from agent.session.coach import Coach
from agent.session.greeting import EXAMPLES, GREETING
from agent.session.replies import ThreadDocument, ThreadMessage
from agent.web.forms import lines_of
from agent.web.live import Live
from agent.web.markdown import as_html, linked
from tools.evidence import Evidence
from tools.roadmap.models import Milestone
from tools.settings import today


class Message(NamedTuple):
    """A message as it is shown, with what it rests on; ids of its sources begin with `at`."""

    role: str
    html: Markup
    sources: list[Evidence]
    at: str


class Item(NamedTuple):
    """A section, milestone or list of a plan: what it says, and the same as lines to edit."""

    id: str
    title: str
    milestone: Milestone | None
    says: list[Markup]
    lines: str


def thread_page(coach: Coach, thread: str, live: Live) -> str:
    """The whole page of a thread, new or old. Raises CoachError. Takes tens of milliseconds."""
    here = coach.where(thread)
    document = coach.show(thread) if here is not None else None
    profile = document.profile if document is not None else coach.remembered()
    return (
        _environment()
        .get_template("thread.html")
        .render(
            thread=thread,
            key=check_id(None, "message"),
            live=live,
            mode=here.mode if here is not None else None,
            messages=[_message(said, place, document) for place, said in enumerate(document.messages)]
            if document
            else [],
            profile=words.profile_in_words(profile) if profile is not None else {},
            greeting=GREETING,
            examples=EXAMPLES,
            plan=_plan_shown(document) if document is not None else None,
        )
    )


def threads_page(coach: Coach) -> str:
    """The list of a person's conversations."""
    return (
        _environment().get_template("threads.html").render(threads=coach.threads(), words=words.STATUS_WORDS)
    )


def notes_page(notes: list[str], thread: str, form: str, version: int) -> str:
    """What must be said about a document before it is taken along."""
    template = _environment().get_template("notes.html")
    return template.render(notes=notes, thread=thread, form=form, version=version)


def error_page(message: str) -> str:
    """One line about what went wrong."""
    return _environment().get_template("error.html").render(message=message)


def _message(said: ThreadMessage, place: int, document: ThreadDocument) -> Message:
    at = f"m{place}-"
    if said.role == "person":
        return Message(said.role, Markup('<p class="words" dir="auto">{}</p>').format(said.text), [], at)
    sources = resting_on(said.text, None, document.evidence)
    return Message(said.role, as_html(said.text, {item.id for item in sources}, at), sources, at)


def _plan_shown(document: ThreadDocument) -> dict[str, Any] | None:
    """The plan that waits, else the delivered one, with its pictures; None before there is one."""
    if document.review is None and not document.plans:
        return None
    plan, day = plan_in_view(document), today()
    content = Content(
        clean(plan),
        [clean(item) for item in document.evidence],
        clean(document.profile),
        document.thread,
        day,
        document.progress,
    )
    cited = {item.id for item in content.cited}
    charts = {
        "Timeline": timeline(content.plan, content.start),
        "Pay": pay_chart(content.cited, content.profile.target_salary),
        "What builds on what": skill_graph(content.plan),
    }
    return {
        "version": plan.version,
        "waits": document.review is not None,
        "draft": draft_digest(plan),
        "about": "".join(part.text for part in about(content)),
        "summary": as_html(summary_markdown(plan), cited, "plan-"),
        # Drawn by us, every text in them escaped.
        "charts": {title: Markup(svg) for title, svg in charts.items() if svg},  # noqa: S704
        "items": [
            item for name, title in items_of(plan).items() if (item := _item(plan, name, title, content))
        ],
        "sources": content.cited,
        "approved": [held.version for held in document.plans],
        "formats": FORMATS,
        "standing": standing_of(document, day),
    }


def _item(plan: Plan, name: str, title: str, content: Content) -> Item | None:
    """None for a section that says nothing but what its milestones say."""
    cited = {item.id for item in content.cited}
    milestone = next((held for held in plan.milestones if held.id == name), None)
    if milestone is not None:
        cites = wording.cite(*milestone_evidence(plan).get(name, ()))
        says = [_line(f"{wording.sentence(dates(milestone, content))} {cites}".strip(), cited)]
        return Item(name, title, milestone, says, "\n".join(milestone.skills))
    section = next((held for held in plan.sections if held.id == name), None)
    if section is None:
        yours = label(plan.language, "yours")
        says = [_line(text, cited, mark=yours if text in plan.theirs else "") for text in getattr(plan, name)]
    else:
        says = [
            _line(
                f"{claim.text} {wording.cite(*claim.evidence)}".strip(),
                cited,
                mark=mark_of(claim, section, plan).strip(),
            )
            for claim in shown_claims(section, plan)
        ]
    return Item(name, title, None, says, "\n".join(lines_of(plan, name))) if says else None


def _line(text: str, cited: set[str], *, mark: str = "") -> Markup:
    said = linked(Markup.escape(text), cited, "plan-")
    return said + Markup(' <span class="mark">{}</span>').format(mark) if mark else said


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("agent.web"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "source": source_line,
        "inline": wording.inline,
        "moment": wording.moment,
        "safe_link": safe_link,
    }
    return environment

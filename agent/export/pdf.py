"""The plan as PDF through typst: the template beside this file, filled with plain data."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from agent import wording
from agent.export.charts import pay_chart, timeline
from agent.export.content import Content, safe_link
from agent.export.glyphs import glyph_note, missing_glyphs
from agent.export.page import about, dates, heading
from agent.export.skill_graph import skill_graph
from agent.models import Plan, Section
from agent.plans.rendering import milestone_evidence, shown_claims, source_line, source_lines
from tools.errors import DataError
from tools.roadmap.models import Milestone

_AS_THEY_ARE = ("timeline", "graph", "pay", "url", "id")
_EMOJI = re.compile("[\U0001f000-\U0001faff\U000e0020-\U000e007f\u200d\ufe0f]")
_LONG_WORD = re.compile(r"[^\s\u200b\u2e80-\uffff]{40}(?=\S)")


def plan_pdf(content: Content) -> tuple[bytes, list[str]]:
    """A tagged PDF in typst's own font, letters that it lacks from the system's; and what it does not show.

    Raises DataError when typst cannot set it.
    """
    import typst

    data = _data(content)
    try:
        made = typst.compile(
            (Path(__file__).parent / "plan.typ").read_bytes(),
            format="pdf",
            sys_inputs={"plan": json.dumps(_breakable(data))},
            timestamp=datetime.combine(content.today, time(), UTC),
        )
    except typst.TypstError as error:
        raise DataError(
            f"The plan cannot be set as PDF: {error.message}.", "Export it as html and print that."
        ) from error
    if not isinstance(made, bytes):
        raise DataError("The plan cannot be set as PDF.", "Export it as html and print that.")
    missing = missing_glyphs(_texts(data))
    return made, [glyph_note(missing)] if missing else []


def _texts(value: Any, name: str = "") -> Iterator[str]:
    """All words of the document; pictures repeat them."""
    if isinstance(value, str) and name not in _AS_THEY_ARE:
        yield value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, key)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item, name)


def _breakable(value: Any, name: str = "") -> Any:
    """The data with places to break in words that no line can hold; pictures and addresses stay as they are."""
    if isinstance(value, dict):
        return {key: _breakable(item, key) for key, item in value.items()}
    if isinstance(value, list):
        return [_breakable(item, name) for item in value]
    if isinstance(value, str) and name not in _AS_THEY_ARE:
        return _LONG_WORD.sub(lambda part: part[0] + "\u200b", value)
    return value


def _data(content: Content) -> dict[str, Any]:
    plan, cited = content.plan, milestone_evidence(content.plan)
    return {
        "title": content.title,
        "heading": [part.text for part in heading(content)],
        "about": [part.text for part in about(content)],
        "sections": [_section(section, plan) for section in plan.sections if shown_claims(section, plan)],
        "milestones": [
            {**_milestone(milestone, content), "cites": wording.cite(*cited.get(milestone.id, ()))}
            for milestone in plan.milestones
        ],
        "timeline": _picture(timeline(plan, content.start)),
        "graph": _picture(skill_graph(plan)),
        "pay": _picture(pay_chart(content.cited, content.profile.target_salary)),
        "assumptions": [_line(text, plan) for text in plan.assumptions],
        "actions": [_line(text, plan) for text in plan.next_actions],
        "evidence": [
            {"id": item.id, "text": wording.inline(item.text), "source": source_line(item.source)}
            for item in content.cited
        ],
        "sources": source_lines(plan, content.evidence),
    }


def _picture(svg: str | None) -> str | None:
    """The picture without emoji: typst has no coloured letters in pictures, and the words beside them hold them."""
    return svg and _EMOJI.sub("", svg)


def _section(section: Section, plan: Plan) -> dict[str, Any]:
    claims = [
        {"text": claim.text, "cites": wording.cite(*claim.evidence), "mine": claim.by == "person"}
        for claim in shown_claims(section, plan)
    ]
    return {"id": section.id, "title": section.title, "claims": claims}


def _line(text: str, plan: Plan) -> dict[str, Any]:
    """A text outside the sections; `mine` where the person wrote it."""
    return {"text": plan.word(text), "mine": bool(text) and text in plan.theirs}


def _milestone(milestone: Milestone, content: Content) -> dict[str, Any]:
    return {
        "name": milestone.id,
        "title": _line(milestone.title, content.plan),
        "dates": dates(milestone, content),
        "skills": milestone.skills,
        "does": _line(milestone.does, content.plan),
        "after": wording.listing(milestone.after),
        "proof": _line(milestone.proof, content.plan),
        "resources": [{"title": item.title, "url": safe_link(item.url)} for item in milestone.resources],
    }

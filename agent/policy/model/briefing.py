"""What the model is told beside the conversation: the profile, the evidence with its numbers, what is not known."""

import json
import re
from collections.abc import Iterable, Sequence

from agent import wording
from agent.models import Profile, ToolResult
from agent.plans import rendering
from agent.policy.model.figures import placeholders
from agent.state import CoachState
from tools.evidence import Evidence, Source

_SENTENCE = re.compile(r"(?<=[.!?\n])\s+")
_LEFT_OUT = "(an instruction inside the document was left out)"


def profile_text(profile: Profile) -> str:
    """What is known of the person, as JSON without empty fields."""
    known = {
        key: value for key, value in profile.model_dump(mode="json").items() if value not in (None, [], {})
    }
    return json.dumps(known, ensure_ascii=False) if known else "nothing yet"


def evidence_text(items: Iterable[Evidence], *, with_placeholders: bool = False) -> str:
    """Every piece of evidence with its number, under its source; a source that several share is named once."""
    lines: list[str] = []
    source = ""
    for item in items:
        if _named(item.source) != source:
            source = _named(item.source)
            lines.append(f"Source: {source}")
        figures = f" Figures: {' '.join(_own_names(item))}" if with_placeholders and item.figures else ""
        lines.append(f"[{item.id}] {_material(item.text)}{figures}")
    return "\n".join(lines) if lines else "none"


def _named(source: Source) -> str:
    """Title, publisher and date: where exactly it was read matters to the person, not to the model."""
    return rendering.source_line(source.model_copy(update={"locator": None}))


def _own_names(item: Evidence) -> list[str]:
    """The placeholders that only this piece has; place, subject and period are there for all."""
    names = [name.partition(".")[2] for name in placeholders(item)]
    return [name for name in names if name not in ("place", "subject", "period")]


def found_this_turn(state: CoachState) -> list[Evidence]:
    """The evidence that this turn's calls brought."""
    named = {name for result in state.get("tool_results") or [] for name in result.evidence}
    return [item for item in state.get("evidence") or [] if item.id in named]


def plan_texts(state: CoachState) -> list[str]:
    """The statements of the plan that waits, or of the delivered one."""
    plan = state.get("draft") or state.get("plan")
    return [claim.text for section in plan.sections for claim in section.claims] if plan else []


def notes_text(results: Sequence[ToolResult]) -> str:
    """What the tools say about their answers: what is not known, what is ambiguous, what failed."""
    lines: list[str] = []
    for result in results:
        if not result.ok:
            lines.append(f"{result.name} failed: {wording.inline(result.error or 'no result')}")
            continue
        document = result.document or {}
        for key in ("notes", "ambiguous"):
            said = document.get(key)
            lines += [_material(str(note)) for note in said] if isinstance(said, list) else []
        if document.get("answerable") is False:
            lines.append("The library does not hold an answer.")
    return "\n".join(f"- {line}" for line in dict.fromkeys(lines)) if lines else "none"


def _material(text: str) -> str:
    """A document's text without the sentences in it that try to give orders."""
    from agent.policy.offline.understanding.cues import has_cue

    sentences = _SENTENCE.split(text.strip())
    return " ".join(_LEFT_OUT if has_cue("injection", sentence) else sentence for sentence in sentences)

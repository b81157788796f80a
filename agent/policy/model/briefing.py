"""What the model is told beside the conversation: the profile, the evidence with its numbers, what is not known."""

import json
import re
from collections.abc import Iterable, Sequence

from agent import rendering, wording
from agent.models import Profile, ToolResult
from agent.policy.model.figures import placeholders
from agent.state import CoachState
from tools.evidence import Evidence

_SENTENCE = re.compile(r"(?<=[.!?\n])\s+")
_LEFT_OUT = "(an instruction inside the document was left out)"


def profile_text(profile: Profile) -> str:
    """What is known of the person, as JSON without empty fields."""
    known = {key: value for key, value in profile.model_dump(mode="json").items() if value not in (None, [])}
    return json.dumps(known, ensure_ascii=False) if known else "nothing yet"


def evidence_text(items: Iterable[Evidence], *, with_placeholders: bool = False) -> str:
    """One block for each piece of evidence: its number, source and text."""
    blocks = []
    for item in items:
        lines = [f"[{item.id}] {item.kind}; {rendering.source_line(item.source)}", _material(item.text)]
        if with_placeholders and item.figures:
            lines.append("placeholders: " + " ".join(f"{{{name}}}" for name in placeholders(item)))
        blocks.append("\n".join(lines))
    return "\n\n".join(blocks) if blocks else "none"


def found_this_turn(state: CoachState) -> list[Evidence]:
    """The evidence that this turn's calls brought."""
    named = {name for result in state.get("tool_results") or [] for name in result.evidence}
    return [item for item in state.get("evidence") or [] if item.id in named]


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

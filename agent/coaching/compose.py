"""From wishes to one reply: their order, its length, one question at most, nothing said twice."""

from collections.abc import Iterable, Sequence

from agent.coaching.lines import Line, Question, Said, line
from agent.coaching.moves import needs, say
from agent.coaching.noted import noted
from agent.coaching.thresholds import MOST_WORDS, PRESSING
from agent.coaching.view import View
from agent.models import Answer, DialogueState, ToolRequest, ToolResult, Wish

# What is said beside these has no room for facts taken in.
_WITHOUT_NOTE = frozenset({"tell", "crisis", "feelings", "correct"})


def request_evidence(wishes: Iterable[Wish], view: View) -> list[ToolRequest]:
    """The tool calls that the wishes need, each once, in the order of the message."""
    wanted: list[ToolRequest] = []
    for wish in _distinct(wishes):
        wanted += [request for request in needs(wish, view) if request not in wanted]
    return wanted


def compose(wishes: Iterable[Wish], view: View) -> Answer:
    """The reply to all wishes, and the thread with what was said and asked in it."""
    asked = _distinct(wishes)
    said = _without_repeats([each for wish in asked if (each := say(wish, view)) != Said()])
    kept = _kept(said, view.dialogue)
    failed = [_failure(result) for result in view.findings.failed]
    question = _question(said)
    parts = []
    for each, lines in zip(said, kept, strict=True):
        parts += [" ".join(said_line.cited for said_line in lines), each.table]
    parts += [
        " ".join(dict.fromkeys(each.text for each in failed)),
        question.line.cited if question else "",
    ]
    text = "\n\n".join(part for part in parts if part)
    if not _WITHOUT_NOTE & {wish.name for wish in asked} and (note := noted(view.changes, text)):
        text = f"{text}\n\n*{note.text}*".strip()
    lines = [said_line for group in kept for said_line in group] + ([question.line] if question else [])
    return Answer(text=text, dialogue=_after(view.dialogue, said, lines, question, asked))


def _distinct(wishes: Iterable[Wish]) -> list[Wish]:
    """Each wish once; pay alone is not told where the same roles are set side by side.

    Where somebody may be in danger nothing else is answered.
    """
    found: list[Wish] = []
    for wish in wishes:
        if wish.name == "crisis":
            return [wish]
        if wish not in found:
            found.append(wish)
    roles = {
        subject.role for wish in found if wish.name in ("compare", "which_first") for subject in wish.subjects
    }
    return [
        wish
        for wish in found
        if wish.name != "pay" or not wish.subjects or not {each.role for each in wish.subjects} <= roles
    ]


def _without_repeats(said: Sequence[Said]) -> list[Said]:
    """The moves without what an earlier one said, and without a table that another one holds.

    What a role pays is told once, whichever move told it: pay from evidence that was cited already is left out.
    """
    told: set[str] = set()
    cited: set[str] = set()
    result: list[Said] = []
    for at, each in enumerate(said):
        lines = tuple(
            own
            for own in each.lines
            if own.text not in told
            and not (own.key.startswith("pay.") and own.evidence and cited.issuperset(own.evidence))
        )
        told |= {own.text for own in lines}
        cited |= {name for own in lines for name in own.evidence}
        held = any(
            set(each.cited) < set(other.cited) or (each.cited == other.cited and place < at)
            for place, other in enumerate(said)
            if place != at
        )
        table, ids = ("", ()) if held else (each.table, each.cited)
        result.append(Said(lines, table, ids, each.question, each.options))
    return result


def _kept(said: Sequence[Said], dialogue: DialogueState) -> list[list[Line]]:
    """The lines of each move: all first ones, then what is new as long as there is room for it."""
    heard, kept = set(dialogue.said), [list(each.lines[:1]) for each in said]
    room = MOST_WORDS - sum(len(line.text.split()) for lines in kept for line in lines)
    rest = max((len(each.lines) for each in said), default=0)
    for place in range(1, rest):
        for each, lines in zip(said, kept, strict=True):
            if place >= len(each.lines):
                continue
            added = each.lines[place]
            words = len(added.text.split())
            if added.digest not in heard and words <= room:
                lines.append(added)
                room -= words
    return kept


def _question(said: Iterable[Said]) -> Question | None:
    """The one whose answer would change the advice most."""
    asked = [each.question for each in said if each.question]
    return max(asked, key=lambda question: question.weight, default=None)


def _failure(result: ToolResult) -> Line:
    """That a call did not work, in one sentence."""
    return line(f"failures.{result.name}")


def _after(
    dialogue: DialogueState,
    said: Sequence[Said],
    lines: Sequence[Line],
    question: Question | None,
    wishes: list[Wish],
) -> DialogueState:
    held = [Wish(name=question.then)] if question and question.then else wishes if question else []
    options = next((list(each.options) for each in said if each.options), dialogue.options)
    return dialogue.model_copy(
        update={
            "said": list(dict.fromkeys([*dialogue.said, *(line.digest for line in lines)])),
            "options": options,
            "asked": question.slot if question else None,
            "pressing": question is not None
            and (question.weight >= PRESSING or not any(each.lines for each in said)),
            "held": held,
        }
    )

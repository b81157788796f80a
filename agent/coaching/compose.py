"""From wishes to one reply: their order, its length, one question at most, nothing said twice."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from agent.coaching import fields, read_as
from agent.coaching.fields import in_roles
from agent.coaching.lines import Line, Question, Said, line
from agent.coaching.moves import needs, say
from agent.coaching.noted import noted
from agent.coaching.order import answered
from agent.coaching.thresholds import MOST_WORDS, PRESSING
from agent.coaching.view import View
from agent.models import Answer, DialogueState, ToolRequest, ToolResult, Wish

# What is said beside these has no room for facts taken in.
_WITHOUT_NOTE = frozenset({"tell", "crisis", "feelings", "correct"})
_MUST_ASK = 85  # of a question from this weight on: without its answer there is nothing to say
_CITATION = re.compile(r"\s*\[E[^\]]*\]")


def request_evidence(wishes: Iterable[Wish], view: View) -> list[ToolRequest]:
    """The tool calls that the wishes need, each once, in the order in which they are answered."""
    meant, seen = in_roles(answered(wishes, view), view)
    wanted: list[ToolRequest] = []
    for wish in meant:
        wanted += [request for request in needs(wish, seen) if request not in wanted]
    return wanted


def compose(wishes: Iterable[Wish], view: View) -> Answer:
    """The reply to all wishes, and the thread with what was said and asked in it."""
    read = answered(wishes, view)
    asked, meant = in_roles(read, view)
    heard = set(view.dialogue.said)
    each_said = (_beside(wish, say(wish, meant), asked) for wish in asked)
    said = [_unseen(each, heard) for each in _without_repeats([each for each in each_said if each != Said()])]
    new = any(own.digest not in heard for each in said for own in each.lines[:1])
    question = _question(said, heard if new else set())
    noting = bool(view.changes) and not _WITHOUT_NOTE & {wish.name for wish in asked}
    room = MOST_WORDS - _words([question.line] if question else [])
    kept = _kept(said, heard, room)
    spoken_of = " ".join(own.text for own in kept[0]) if kept else ""
    for meant_by in filter(None, (fields.told(read, view, spoken_of), read_as.told(read, view, spoken_of))):
        fits = sum(map(_words, kept)) + _words([meant_by]) <= room
        kept[0] += [meant_by] if fits and meant_by.digest not in heard else []
    failed = [_failure(result) for result in view.findings.failed]
    lines = [own for group in kept for own in group]
    if lines and not new and question:
        # What was said stays true; the question is what the thread waits for.
        kept = [[own for own in group if own.evidence] for group in kept]
    elif lines and not new and len(said) == 1 and lines[0].evidence:
        kept[-1].append(line("repeated.same"))
    parts = []
    for each, own in zip(said, kept, strict=True):
        parts += [" ".join(said_line.cited for said_line in own), each.table]
    parts += [
        " ".join(dict.fromkeys(each.text for each in failed)),
        question.line.cited if question else "",
    ]
    text = "\n\n".join(part for part in parts if part)
    left = room - sum(map(_words, kept))
    if noting and (note := noted(view.changes, text)) and _words([note]) <= left:
        text = f"{text}\n\n*{note.text}*".strip()
    lines = [own for group in kept for own in group] + ([question.line] if question else [])
    tables = [_digest(each.table) for each in said if "|" in each.table]
    spoken = [*(own.digest for own in lines), *tables]
    return Answer(text=text, dialogue=_after(meant.dialogue, said, spoken, question, asked))


def _beside(wish: Wish, said: Said, asked: list[Wish]) -> Said:
    """Beside another wish a feeling gets its sentence; the step and the offer are what the other wish gets."""
    if wish.name != "feelings" or len(asked) == 1:
        return said
    return Said(said.lines[:1])


def _digest(table: str) -> str:
    """What tells whether a table was shown before, whatever its citations are numbered."""
    return Line("table", _CITATION.sub("", table)).digest


def _unseen(said: Said, heard: set[str]) -> Said:
    """Without a table of figures that the person has seen in this thread."""
    if "|" not in said.table or _digest(said.table) not in heard:
        return said
    return replace(said, table="", cited=())


def _words(lines: Iterable[Line]) -> int:
    return sum(len(own.text.split()) for own in lines)


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
            for own in {own.text: own for own in each.lines}.values()
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


def _kept(said: Sequence[Said], heard: set[str], room: int) -> list[list[Line]]:
    """The lines of each move: all first ones, then what is new as long as there is room for it."""
    kept = [list(each.lines[:1]) for each in said]
    room -= sum(_words(lines) for lines in kept)
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


def _question(said: Sequence[Said], heard: set[str]) -> Question | None:
    """The one whose answer would change the advice most; none twice, unless there is nothing else to say."""
    spoken = any(each.lines for each in said)
    asked = [
        each.question
        for each in said
        if each.question
        and not (spoken and each.question.weight < _MUST_ASK and each.question.line.digest in heard)
    ]
    return max(asked, key=lambda question: question.weight, default=None)


def _failure(result: ToolResult) -> Line:
    """That a call did not work, in one sentence."""
    return line(f"failures.{result.name}")


def _after(
    dialogue: DialogueState,
    said: Sequence[Said],
    spoken: Sequence[str],
    question: Question | None,
    wishes: list[Wish],
) -> DialogueState:
    held = [Wish(name=question.then)] if question and question.then else wishes if question else []
    options = next((list(each.options) for each in said if each.options), dialogue.options)
    return dialogue.model_copy(
        update={
            "said": list(dict.fromkeys([*dialogue.said, *spoken])),
            "options": options,
            "asked": question.slot if question else dialogue.asked,
            "pressing": dialogue.pressing
            if question is None
            else question.weight >= PRESSING or not any(each.lines for each in said),
            "held": held,
        }
    )

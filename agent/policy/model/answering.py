"""The reply of a turn: pieces, each checked before anybody sees it, shown as soon as they are certain."""

import asyncio
import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from langchain_core.messages import BaseMessage, HumanMessage, SystemMessage
from langchain_core.utils.json import parse_partial_json
from pydantic import ValidationError

import prompts
from agent.context import CoachContext
from agent.models import Understanding
from agent.policy.model import briefing
from agent.policy.model.cleaning import every_text, plain
from agent.policy.model.failures import ModelFailure
from agent.policy.model.pieces import Desk, Judge, Judged
from agent.policy.model.structured import ask
from agent.policy.model.transport import Line
from agent.policy.model.wire import Piece, Pieces
from agent.state import CoachState

_LISTED = re.compile(r"\s*(?:[-*+•]|\d{1,2}[.)])\s|\s*\|")
_APART = ("draft", "quote")
_ADVICE = "\u203a "
_LONGEST = 60_000
_EARLIER = 8  # pieces of evidence of earlier turns that a question may lean on


@dataclass
class Reply:
    """A reply while it grows. `shown` is what went out to whoever follows, and cannot be taken back."""

    judge: Judge
    restore: Callable[[Any], Any] = lambda given: given
    pieces: list[Judged] = field(default_factory=list)
    shown: str = ""
    _heard: int = 0

    def hear(self, text: str) -> bool:
        """Show the pieces that are complete and need no second reader, as long as none in front of them does."""
        start, begun = text.find("{"), text.count('"kind"')
        if len(text) <= _LONGEST and begun != self._heard and start >= 0:
            self._heard = begun
            for given in _pieces_in(text[start:])[len(self.pieces) : -1]:
                try:
                    judged = self._judged(Piece.model_validate(self.restore(every_text(given, plain))))
                except ValidationError:
                    break
                if judged.unsure or judged.problem:
                    break
                self.pieces.append(judged)
                self.show(self.pieces)
        return bool(self.shown)

    def take(self, pieces: Sequence[Piece]) -> None:
        """The whole answer: what was not judged while it was heard is judged now."""
        for piece in pieces[len(self.pieces) :]:
            self.pieces.append(self._judged(piece))

    def show(self, pieces: Sequence[Judged]) -> None:
        """Hand on what became certain since the last time: the pieces up to the first that is not."""
        doubts = (at for at, piece in enumerate(pieces) if piece.unsure or piece.problem)
        whole = rendered(pieces[: next(doubts, len(pieces))])
        if whole.startswith(self.shown) and len(whole) > len(self.shown):
            _tell(whole[len(self.shown) :])
            self.shown = whole

    def _judged(self, piece: Piece) -> Judged:
        return self.judge.judge(piece, self.pieces[-1].text if self.pieces else "")


def answering_messages(state: CoachState, context: CoachContext, judge: Judge) -> list[BaseMessage]:
    """What is sent: rules, the conversation, the person and the thread, what was found this turn, the message."""
    reading = state.get("understanding") or Understanding()
    wishes = [wish.name for wish in reading.wishes]
    facts = {**briefing.situation(state, context), "answer_in": reading.language, "wishes": wishes}
    found = briefing.found_this_turn(state)
    earlier = [item for item in state.get("evidence") or [] if item not in found][-_EARLIER:]
    task = (
        f"Known: {json.dumps(facts, ensure_ascii=False)}\n\n"
        f"Evidence:\n{briefing.evidence_lines([*found, *([judge.person] if judge.person.figures else [])])}\n"
        f"Found earlier:\n{briefing.evidence_in_short(earlier)}\n\n"
        f"Said by the tools:\n{chr(10).join(briefing.notes(state.get('tool_results') or [])) or 'nothing'}\n\n"
        f"Last message:\n{briefing.their_messages(state)[-1]}"
    )
    rules = SystemMessage(prompts.render("model/reply.v3"))
    return [rules, *briefing.conversation(state["messages"]), HumanMessage(task)]


async def write_reply(
    writer: Line, checker: Line, state: CoachState, context: CoachContext
) -> tuple[str, str]:
    """The reply and what of it is shown already; empty where nothing holds. A ModelFailure carries on with what was shown."""
    # Checking reads tables and takes a while: it is done in threads, so that other conversations' requests go on.
    judge = await asyncio.to_thread(Judge, state, context)
    reply = Reply(judge, writer.masks.restore)
    messages = await asyncio.to_thread(answering_messages, state, context, judge)
    tool = prompts.schema("model/write_reply.v1")
    try:
        given = await ask(writer, "write_reply", messages, tool, Pieces, hear=reply.hear)
        await asyncio.to_thread(reply.take, given.pieces)
    except ModelFailure:
        if not reply.shown:
            raise
    return rendered(
        await Desk(writer, checker, judge, messages).checked(reply.pieces, reply.show)
    ), reply.shown


def rendered(pieces: Sequence[Judged]) -> str:
    """The pieces as one text: sentences of a sort run on, what is found, lists, drafts and quotes stand apart; advice beside findings is marked once."""
    text, kinds = "", set[str]()
    before: Judged | None = None
    for judged in pieces:
        if judged.text.strip():
            kind = judged.piece.kind
            begins = kind == "advice" and "finding" in kinds and "advice" not in kinds
            mark = _ADVICE if begins and not _LISTED.match(judged.text) else ""
            text += _between(before, judged, apart=begins) + mark + judged.text
            before = judged
            kinds.add(kind)
    return text


def _between(before: Judged | None, judged: Judged, *, apart: bool) -> str:
    if before is None:
        return ""
    if _LISTED.match(judged.text) and _LISTED.match(before.text.rsplit("\n", 1)[-1]):
        return "\n"
    blocks = any(
        "\n" in each.text or _LISTED.match(each.text) or each.piece.kind in _APART
        for each in (before, judged)
    )
    turns = (before.piece.kind == "finding") is not (judged.piece.kind == "finding")
    return "\n\n" if apart or blocks or turns else " "


def _pieces_in(text: str) -> list[Any]:
    """The pieces of an answer that is still written, the last one perhaps in part."""
    try:
        return list(parse_partial_json(text)["pieces"])
    except (ValueError, LookupError, TypeError):
        return []


def _tell(piece: str) -> None:
    """Hand a piece of the reply to whoever follows the run; outside a graph there is nobody."""
    from langgraph.config import get_stream_writer

    try:
        write = get_stream_writer()
    except RuntimeError:
        return
    write({"event": "reply_text", "text": piece})

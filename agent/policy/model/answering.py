"""The reply of a turn: pieces, each checked before anybody sees it; what fails goes back once, what fails again is left out."""

import json
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage
from langchain_core.utils.json import parse_partial_json
from pydantic import ValidationError

import prompts
from agent.context import CoachContext
from agent.models import Understanding
from agent.policy.model.briefing import (
    conversation,
    evidence_lines,
    notes,
    person_evidence,
    situation,
    their_messages,
)
from agent.policy.model.cleaning import plain_document
from agent.policy.model.failures import ModelFailure
from agent.policy.model.pieces import Judge, Judged
from agent.policy.model.structured import Asked, ask
from agent.policy.model.verifying import verified
from agent.policy.model.wire import Piece, read_pieces
from agent.state import CoachState

_LISTED = re.compile(r"\s*(?:[-*+•]|\d{1,2}[.)])\s|\s*\|")
_APART = ("draft", "quote")
_ADVICE = "\u203a "
_LONGEST = 60_000


@dataclass
class Helpers:
    """The writer and the checker of claims; they share one budget."""

    writer: Asked
    checker: Asked


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
        start, ends = text.find("{"), text.count("}")
        if len(text) <= _LONGEST and ends != self._heard and start >= 0:
            self._heard = ends
            given = _partly(text[start:])
            listed = given.get("pieces") if isinstance(given, dict) else None
            for each in listed[len(self.pieces) : -1] if isinstance(listed, list) else []:
                judged = self._judged(each)
                if judged is None or judged.unsure or judged.problem:
                    break
                self.pieces.append(judged)
                self.show()
        return bool(self.shown)

    def take(self, pieces: Sequence[Piece]) -> None:
        """The whole answer: what was not judged while it was heard is judged now."""
        for piece in pieces[len(self.pieces) :]:
            self.pieces.append(self.judge.judge(piece, self._before()))

    def show(self) -> None:
        """Hand on what became certain since the last time: the pieces up to the first that is not."""
        certain: list[Judged] = []
        for piece in self.pieces:
            if piece.unsure or piece.problem:
                break
            certain.append(piece)
        whole = rendered(certain)
        if whole.startswith(self.shown) and len(whole) > len(self.shown):
            _tell(whole[len(self.shown) :])
            self.shown = whole

    def _judged(self, given: object) -> Judged | None:
        try:
            return self.judge.judge(Piece.model_validate(self.restore(plain_document(given))), self._before())
        except ValidationError:
            return None

    def _before(self) -> str:
        return self.pieces[-1].text if self.pieces else ""


def answering_messages(state: CoachState, context: CoachContext, judge: Judge) -> list[BaseMessage]:
    """What is sent: rules, the conversation, the person and the thread, what was found this turn, the message."""
    reading = state.get("understanding") or Understanding()
    own = person_evidence(state)
    facts = {
        **situation(state, context),
        "answer_in": reading.language,
        "wishes": [wish.name for wish in reading.wishes],
    }
    task = (
        f"Known: {json.dumps(facts, ensure_ascii=False)}\n\n"
        f"Evidence:\n{evidence_lines([*judge.found, *([own] if own.figures else [])])}\n\n"
        f"Said by the tools:\n{chr(10).join(notes(state.get('tool_results') or [])) or 'nothing'}\n\n"
        f"Last message:\n{their_messages(state)[-1]}"
    )
    return [
        SystemMessage(prompts.render("model/reply.v1")),
        *conversation(state["messages"]),
        HumanMessage(task),
    ]


async def write_reply(helpers: Helpers, state: CoachState, context: CoachContext) -> tuple[str, str]:
    """The reply and what of it is shown already; empty where nothing holds. A ModelFailure carries on with what was shown."""
    reading = state.get("understanding") or Understanding()
    judge = Judge(state, context, reading.language)
    reply = Reply(judge, helpers.writer.line.masks.restore)
    messages = answering_messages(state, context, judge)
    tool = prompts.schema("model/write_reply.v1")
    try:
        reply.take(await ask(helpers.writer, "write_reply", messages, tool, read_pieces, hear=reply.hear))
    except ModelFailure:
        if not reply.shown:
            raise
    reply.pieces = await checked(helpers, judge, reply.pieces, messages, tool, show=reply)
    return rendered(reply.pieces), reply.shown


async def checked(
    helpers: Helpers,
    judge: Judge,
    pieces: list[Judged],
    messages: list[BaseMessage],
    tool: dict[str, Any],
    *,
    show: Reply | None = None,
) -> list[Judged]:
    """The pieces that hold, after one second look and one chance to be mended; what is left out is counted."""

    async def looked_at(claims: list[Judged]) -> list[Judged]:
        return await verified(helpers.checker, claims, judge.evidence, judge.state)

    pieces = await looked_at(pieces)
    if show:
        show.pieces = pieces
        show.show()
    failed = [at for at, piece in enumerate(pieces) if piece.problem]
    if failed:
        mended = await _mended(helpers, pieces, failed, messages, tool)
        fresh = {at: judge.judge(piece, pieces[at - 1].text if at else "") for at, piece in mended.items()}
        again = dict(zip(fresh, await looked_at([*fresh.values()]), strict=True))
        pieces = [again.get(at, piece) for at, piece in enumerate(pieces)]
    kept = [piece for piece in pieces if not piece.problem and piece.text.strip()]
    helpers.writer.line.budget.left_out(len(pieces) - len(kept))
    return kept


async def _mended(
    helpers: Helpers,
    pieces: list[Judged],
    failed: list[int],
    messages: list[BaseMessage],
    tool: dict[str, Any],
) -> dict[int, Piece]:
    """What comes back for the pieces that failed, by their place; what comes back unchanged does not count."""
    back = [{"piece": at + 1, "text": pieces[at].piece.text, "problem": pieces[at].problem} for at in failed]
    said = json.dumps(
        {"pieces": [piece.piece.model_dump(exclude_none=True, exclude={"piece"}) for piece in pieces]},
        ensure_ascii=False,
    )
    problems = "\n".join(json.dumps(each, ensure_ascii=False) for each in back)
    task = prompts.render("model/back.v1", problems=problems)
    try:
        given = await ask(
            helpers.writer,
            "send_back",
            [*messages, AIMessage(said), HumanMessage(task)],
            tool,
            read_pieces,
        )
    except ModelFailure:
        return {}
    known = {piece.piece.text.strip() for piece in pieces}
    fresh = [piece for piece in given if piece.text.strip() not in known]
    numbered = {
        piece.piece - 1: piece for piece in fresh if piece.piece is not None and piece.piece - 1 in failed
    }
    free = [at for at in failed if at not in numbered]
    return numbered | dict(zip(free, [piece for piece in fresh if piece.piece is None], strict=False))


def rendered(pieces: Sequence[Judged]) -> str:
    """The pieces as one text: sentences run on, lists, drafts and quotes stand apart; advice beside findings is marked once."""
    text, before, advised = "", None, False
    for judged in pieces:
        if not judged.text.strip():
            continue
        kind = judged.piece.kind
        begins = (
            kind == "advice"
            and not advised
            and any(each.piece.kind == "finding" for each in pieces[: pieces.index(judged)])
        )
        advised = advised or kind == "advice"
        text += (
            _between(before, judged, apart=begins)
            + (_ADVICE if begins and not _LISTED.match(judged.text) else "")
            + judged.text
        )
        before = judged
    return text


def _between(before: Judged | None, judged: Judged, *, apart: bool) -> str:
    if before is None:
        return ""
    if _LISTED.match(judged.text) and _LISTED.match(before.text.rsplit("\n", 1)[-1]):
        return "\n"
    kinds = (before.piece.kind, judged.piece.kind)
    blocks = any("\n" in each.text or _LISTED.match(each.text) for each in (before, judged))
    return "\n\n" if apart or blocks or set(kinds) & set(_APART) else " "


def _partly(text: str) -> Any:
    try:
        return parse_partial_json(text)
    except ValueError:
        return None


def _tell(piece: str) -> None:
    """Hand a piece of the reply to whoever follows the run; outside a graph there is nobody."""
    from langgraph.config import get_stream_writer

    try:
        write = get_stream_writer()
    except RuntimeError:
        return
    write({"event": "reply_text", "text": piece})

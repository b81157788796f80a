"""Pieces on their way to the person: what no reference holds is read a second time, what fails goes back once."""

import asyncio
import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage
from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

import prompts
from agent.policy.model.briefing import json_lines, their_messages
from agent.policy.model.failures import ModelFailure
from agent.policy.model.pieces import Judge, Judged
from agent.policy.model.structured import ask
from agent.policy.model.transport import Line
from agent.policy.model.wire import Judgements, Piece, Pieces, Verdict
from agent.state import CoachState
from tools.evidence import Evidence

_PROBLEMS: dict[Verdict | None, str] = {
    "partly": "the evidence it names holds only a part of it",
    "unsupported": "nothing it names says so; if it is advice, say it without facts of pay, demand, employers, courses, certificates or requirements",
}
_SAID, _SAID_LENGTH = 6, 1500
_ALIKE, _SHORTER = 80, 0.85


def checking_messages(
    claims: Sequence[Judged], evidence: Mapping[str, Evidence], state: CoachState
) -> list[BaseMessage]:
    """What is sent: rules, what the person said last, the claims as JSON lines, each with the texts that it cites."""
    lines = [
        {
            "id": str(number),
            "kind": claim.piece.kind,
            "text": claim.text,
            "cited": [f"{evidence[name].source.title}: {evidence[name].text}" for name in claim.ids],
        }
        for number, claim in enumerate(claims, start=1)
    ]
    said = "\n".join(f"- {text[:_SAID_LENGTH]}" for text in their_messages(state)[-_SAID:])
    task = f"The person said:\n{said}\n\nClaims:\n{json_lines(lines)}"
    return [SystemMessage(prompts.render("model/check.v1")), HumanMessage(task)]


@dataclass
class Desk:
    """Who writes and who reads a second time (they share one budget), what pieces are held to, and what the writer was sent."""

    writer: Line
    checker: Line
    judge: Judge
    messages: list[BaseMessage]

    async def checked(
        self, pieces: list[Judged], show: Callable[[list[Judged]], None] = lambda _pieces: None
    ) -> list[Judged]:
        """The pieces that hold, after one second look and one chance to be mended; what is left out is counted."""
        pieces = await self._read_again(pieces)
        show(pieces)
        failed = [at for at, piece in enumerate(pieces) if piece.problem]
        if failed:
            mended = await self._mended(pieces, failed)
            before = {at: pieces[at - 1].text if at else "" for at in mended}
            fresh = [
                await asyncio.to_thread(self.judge.judge, piece, before[at]) for at, piece in mended.items()
            ]
            for at, piece in zip(mended, await self._read_again(fresh), strict=True):
                pieces[at] = piece
        kept = [piece for piece in pieces if not piece.problem and piece.text.strip()]
        self.writer.budget.left_out(len(pieces) - len(kept))
        return kept

    async def _read_again(self, pieces: Sequence[Judged]) -> list[Judged]:
        """With what the second reader found; where it says nothing of a piece, only what stands alone is left of it."""
        unsure = [piece for piece in pieces if piece.unsure and not piece.problem]
        if not unsure:
            return [*pieces]
        messages = checking_messages(unsure, self.judge.evidence, self.judge.state)
        tool = prompts.schema("model/check_claims.v1")
        try:
            given = (await ask(self.checker, "check_claims", messages, tool, Judgements)).verdicts
        except ModelFailure:
            given = []
        verdicts = {each.id: each.verdict for each in given}
        found = {
            id(piece): _after(piece, verdicts.get(str(number)))
            for number, piece in enumerate(unsure, start=1)
        }
        return [found.get(id(piece), piece) for piece in pieces]

    async def _mended(self, pieces: list[Judged], failed: list[int]) -> dict[int, Piece]:
        """What comes back for the pieces that failed, by their place; what comes back unchanged does not count."""
        sent = [piece.piece.model_dump(exclude_none=True, exclude={"piece"}) for piece in pieces]
        back = [
            {"piece": at + 1, "text": pieces[at].piece.text, "problem": pieces[at].problem} for at in failed
        ]
        task = prompts.render("model/back.v1", problems=json_lines(back))
        said = [AIMessage(json.dumps({"pieces": sent}, ensure_ascii=False)), HumanMessage(task)]
        tool = prompts.schema("model/write_reply.v1")
        try:
            given = await ask(self.writer, "send_back", [*self.messages, *said], tool, Pieces)
        except ModelFailure:
            return {}
        rejected = [pieces[at].piece.text for at in failed if pieces[at].unsure]
        known = {piece.piece.text.strip() for piece in pieces}
        fresh = [
            each
            for each in given.pieces
            if each.text.strip() not in known and not _insists(each.text, rejected)
        ]
        numbered = {each.piece - 1: each for each in fresh if each.piece and each.piece - 1 in failed}
        free = (at for at in failed if at not in numbered)
        return numbered | dict(zip(free, (each for each in fresh if each.piece is None), strict=False))


def _after(claim: Judged, verdict: Verdict | None) -> Judged:
    if verdict is None:
        return replace(claim, bare=claim.alone, written=claim.alone, unsure=False)
    problem = _PROBLEMS.get(verdict, "")
    return replace(claim, problem=problem, unsure=bool(problem))


def _insists(text: str, rejected: Sequence[str]) -> bool:
    """Whether a text says what was sent back once more: in another order or with a few other words, and no shorter."""
    return any(
        fuzz.token_set_ratio(text, before, processor=default_process) >= _ALIKE
        and len(text) > _SHORTER * len(before)
        for before in rejected
    )

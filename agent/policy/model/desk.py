"""An answer on its way to the person: judged piece by piece, read a second time, mended once, shown as far as it is certain."""

import asyncio
import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage
from langchain_core.utils.json import parse_partial_json
from pydantic import ValidationError
from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

import prompts
from agent.grounding.naming import sentences
from agent.grounding.references import figure_names
from agent.models import Profile
from agent.plans.plan_texts import plan_texts
from agent.policy.model import briefing
from agent.policy.model.cleaning import every_text, plain
from agent.policy.model.failures import ModelFailure
from agent.policy.model.pieces import Judge, Judged, rendered
from agent.policy.model.structured import ask
from agent.policy.model.transport import Line
from agent.policy.model.wire import Judgement, Judgements, Piece, Pieces, Verdict, WrittenClaim
from tools.evidence import Evidence

_PROBLEMS: dict[Verdict | None, str] = {
    "partly": "neither what it names nor what the person told says so; the rest holds",
    "unsupported": "nothing it names says so; if it is advice, say it without facts of pay, demand, employers, courses, certificates or requirements",
}
_LONGEST = 60_000
_SAID_LENGTH, _SAID_IN_ALL = 6000, 16_000  # characters of a message, and of all, that the second reader sees
_ALIKE, _SHORTER = 80, 0.85
_SEVERAL = 3  # sentences of which one may go


@dataclass
class Desk:
    """Who writes and who reads a second time (they share one budget), and the pieces so far.

    A reply `runs_on`: each piece leans on the one before, and what is certain goes out to whoever follows while the
    rest is written. `shown` is what went out, and cannot be taken back.
    """

    writer: Line
    checker: Line
    judge: Judge
    messages: list[BaseMessage] = field(default_factory=list)
    runs_on: bool = True
    pieces: list[Judged] = field(default_factory=list)
    shown: str = ""
    _heard: int = 0

    def hear(self, text: str) -> bool:
        """Take the pieces that are complete and need no second reader, as long as none in front of them does."""
        start, begun = text.find("{"), text.count('"kind"')
        if len(text) <= _LONGEST and begun != self._heard and start >= 0:
            self._heard = begun
            for given in _pieces_in(text[start:])[len(self.pieces) : -1]:
                try:
                    piece = Piece.model_validate(self.writer.masks.restore(every_text(given, plain)))
                except ValidationError:
                    break
                judged = self._judged(piece, len(self.pieces))
                if judged.unsure or judged.problem:
                    break
                self.pieces.append(judged)
                self._show()
        return bool(self.shown)

    def take(self, pieces: Sequence[Piece]) -> None:
        """The whole answer: what was not judged while it was heard is judged now."""
        for piece in pieces[len(self.pieces) :]:
            self.pieces.append(self._judged(piece, len(self.pieces)))

    async def checked(self) -> list[Judged]:
        """The pieces that hold, after one second look and one chance to be mended; what is left out is counted."""
        await self._read_again()
        self._show()
        failed = [at for at, piece in enumerate(self.pieces) if piece.problem]
        if failed:
            for at, piece in (await self._mended(failed)).items():
                self.pieces[at] = await asyncio.to_thread(self._judged, piece, at)
            await self._read_again()
            self.pieces = [_without_wrong(each) if each.wrong else each for each in self.pieces]
        kept = [piece for piece in self.pieces if not piece.problem and piece.text.strip()]
        self.writer.budget.left_out(len(self.pieces) - len(kept))
        return kept

    def _judged(self, piece: Piece, at: int) -> Judged:
        return self.judge.judge(piece, self.pieces[at - 1].text if self.runs_on and at else "")

    def _show(self) -> None:
        """Hand on what became certain since the last time: the pieces up to the first that is not."""
        doubts = (at for at, piece in enumerate(self.pieces) if piece.unsure or piece.problem)
        whole = rendered(self.pieces[: next(doubts, len(self.pieces))]) if self.runs_on else ""
        if whole.startswith(self.shown) and len(whole) > len(self.shown):
            _tell(whole[len(self.shown) :])
            self.shown = whole

    async def _read_again(self) -> None:
        """What the second reader finds; where it says nothing of a piece, only what stands alone is left of it."""
        unsure = [at for at, piece in enumerate(self.pieces) if piece.unsure and not piece.problem]
        if not unsure:
            return
        claims = [self.pieces[at] for at in unsure]
        messages = await asyncio.to_thread(checking_messages, claims, self.judge)
        tool = prompts.schema("model/check_claims.v2")
        try:
            given = (await ask(self.checker, "check_claims", messages, tool, Judgements)).verdicts
        except ModelFailure:
            given = []
        verdicts = {each.id: each for each in given}
        for number, at in enumerate(unsure, start=1):
            self.pieces[at] = _after(self.pieces[at], verdicts.get(str(number)))

    async def _mended(self, failed: list[int]) -> dict[int, Piece]:
        """What comes back for the pieces that failed, by their place; what comes back unchanged does not count."""
        sent = [each.piece.model_dump(exclude_none=True, exclude={"piece"}) for each in self.pieces]
        bad = {at: self.pieces[at] for at in failed}
        back = [
            {"piece": at + 1, "text": each.piece.text, "problem": each.problem} for at, each in bad.items()
        ]
        task = prompts.render("model/back.v1", problems=briefing.json_lines(back))
        said = [AIMessage(json.dumps({"pieces": sent}, ensure_ascii=False)), HumanMessage(task)]
        tool = prompts.schema("model/write_reply.v1")
        try:
            given = await ask(self.writer, "send_back", [*self.messages, *said], tool, Pieces)
        except ModelFailure:
            return {}
        rejected = [(each.bare or each.piece.text, each.wrong) for each in bad.values() if each.unsure]
        known = {(each.piece.kind, each.piece.text.strip()) for each in self.pieces}
        new = [each for each in given.pieces if (each.kind, each.text.strip()) not in known]
        new = [each for each in new if not _insists(self.judge.filled(each.text), rejected)]
        numbered = {each.piece - 1: each for each in new if each.piece and each.piece - 1 in bad}
        free = (at for at in failed if at not in numbered)
        found = numbered | dict(zip(free, (each for each in new if each.piece is None), strict=False))
        return {at: _in_place(bad[at].piece, each) for at, each in found.items()}


def _in_place(before: Piece, mended: Piece) -> Piece:
    """What came back where the piece stood that it mends: a plan's text keeps its section and id."""
    told = mended.model_dump(include={"text", "evidence", "quote"})
    return before.model_copy(update=told if before.kind == mended.kind else {**told, "kind": mended.kind})


def checking_messages(claims: Sequence[Judged], judge: Judge) -> list[BaseMessage]:
    """What is sent: rules, what the person told and the tools said, the claims as JSON lines, each with the texts that it cites."""
    lines = [
        {
            "id": str(number),
            "kind": claim.piece.kind,
            "text": claim.text,
            "cited": [
                *(_cited(item, claim) for item in map(judge.evidence.get, claim.ids) if item),
                *_drafted(claim, judge),
            ],
        }
        for number, claim in enumerate(claims, start=1)
    ]
    task = f"{_told(judge)}\n\nClaims:\n{briefing.json_lines(lines)}"
    return [SystemMessage(prompts.render("model/check.v2")), HumanMessage(task)]


def _cited(item: Evidence, claim: Judged) -> str:
    """The text of evidence, and the figures that the claim takes from it: not every one stands in the text."""
    taken = [figure for name, figure in figure_names(item).items() if f"{item.id}.{name}" in claim.written]
    figures = "; ".join(
        f"{each.label} of {each.subject}, {each.place or 'no place'}, {each.period or 'undated'}: {each.value} {each.unit}"
        for each in taken
    )
    return f"{item.source.title}: {item.text}{f' [{figures}]' if figures else ''}"


def _drafted(claim: Judged, judge: Judge) -> list[str]:
    """The text of the draft that a claim takes the place of: code holds it to evidence."""
    at = claim.piece.id if isinstance(claim.piece, WrittenClaim) else None
    return [f"the draft: {judge.drafted[at]}"] if at in judge.drafted and at is not None else []


def _told(judge: Judge) -> str:
    """What a claim may rest on beside what it cites: the person's messages, the first and the latest, what is known of them, the tools' own words."""
    messages = [text[:_SAID_LENGTH] for text in briefing.their_messages(judge.state)]
    while len(messages) > 1 and sum(map(len, messages)) > _SAID_IN_ALL:
        del messages[1]
    parts = [f"Today is {judge.context.today}.", "The person said:", *(f"- {text}" for text in messages)]
    known = [f"- {each.label}: {each.value} {each.unit}" for each in judge.person.figures]
    told_of = judge.profile.model_dump(mode="json", exclude={"own_words", *Profile.model_computed_fields})
    known += [
        f"- {name}: {value}" for name, value in told_of.items() if value and isinstance(value, str | list)
    ]
    if known:
        parts += ["", "Known of the person:", *known]
    if notes := briefing.notes(judge.state.get("tool_results") or []):
        parts += ["", "Said by the tools:", *notes]
    plan = judge.state.get("draft") or judge.state.get("plan")
    if plan is not None:
        told = briefing.plan_in_short(
            plan, waits=plan == judge.state.get("draft"), whole=not judge.drafted
        ).items()
        parts += [
            "",
            "The plan:",
            *(f"- {name}: {value}" for name, value in told),
            # A text of the draft that is worded stands beside its claim.
            *(f"- {claim.text}" for claim in plan_texts(plan).values() if not judge.drafted),
        ]  # the claims alone are JSON
    if (progress := judge.state.get("progress")) is not None:
        reported = progress.model_dump(mode="json").items()
        parts += ["", "Told of their progress:", *(f"- {name}: {value}" for name, value in reported if value)]
    return "\n".join(parts)


def _after(claim: Judged, said: Judgement | None) -> Judged:
    if said is None:
        return replace(claim, bare=claim.alone, written=claim.alone, unsure=False)
    problem, words = _PROBLEMS.get(said.verdict, ""), (said.words or "").strip()
    wrong = words if problem and words and words in claim.text else ""
    named = f"“{wrong}”: " if wrong else ""
    return replace(claim, problem=f"{named}{problem}" if problem else "", wrong=wrong, unsure=bool(problem))


def _without_wrong(judged: Judged) -> Judged:
    """What is left of a piece of several sentences where words of one of them alone hold nothing; else the piece as it was."""
    shown, written = sentences(judged.bare), sentences(judged.written)
    wrong = [at for at, sentence in enumerate(shown) if judged.wrong in sentence]
    if (
        judged.problem.endswith(_PROBLEMS["unsupported"])
        or len(wrong) != 1
        or len(shown) != len(written)
        or len(shown) < _SEVERAL
    ):
        return judged
    bare, told = (
        _cut(text, parts[wrong[0]]) for text, parts in ((judged.bare, shown), (judged.written, written))
    )
    return replace(judged, bare=bare, written=told, problem="", wrong="", unsure=False)


def _cut(text: str, sentence: str) -> str:
    """A text without one of its sentences, its paragraphs as they were."""
    before, _, behind = text.partition(sentence)
    return f"{before}{behind.lstrip(' ')}".strip()


def _insists(text: str, rejected: Sequence[tuple[str, str]]) -> bool:
    """Whether a text says what was sent back once more: in another order or with a few other words, and no shorter.

    One without the words that were named as wrong does not; and of several sentences one that is gone or new may be the
    one that was meant: that is read again.
    """
    return any(
        not (wrong and wrong in before and wrong not in text)
        and not _is_partly_new(text, before)
        and fuzz.token_set_ratio(text, before, processor=default_process) >= _ALIKE
        and len(text) > _SHORTER * len(before)
        for before, wrong in rejected
    )


def _is_partly_new(text: str, before: str) -> bool:
    """Whether of several sentences some stayed word for word, and one did not."""
    old, new = ({default_process(each) for each in sentences(said)} for said in (before, text))
    return bool(old & new) and old != new


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

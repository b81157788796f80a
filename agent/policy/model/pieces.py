"""Pieces on their way to the person: held to what they rest on, what no reference holds read a second time, what fails sent back once."""

import asyncio
import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from langchain_core.messages import AIMessage, BaseMessage, HumanMessage, SystemMessage
from rapidfuzz import fuzz
from rapidfuzz.utils import default_process

import prompts
from agent import wording
from agent.context import CoachContext
from agent.grounding import bound, own
from agent.grounding.grounds import texts_of
from agent.grounding.naming import SENTENCE_ENDS, find_strangers, words_of
from agent.grounding.own import person_evidence, profile_texts
from agent.grounding.references import Bound, Unsupported, fill
from agent.grounding.tokens import WAGE
from agent.models import DialogueState, Understanding
from agent.nlu.values.written_numbers import numbers_in
from agent.policy.model import briefing
from agent.policy.model.cleaning import plain, plain_markdown
from agent.policy.model.failures import ModelFailure
from agent.policy.model.structured import ask
from agent.policy.model.transport import Line
from agent.policy.model.wire import Judgements, Piece, Pieces, Verdict
from agent.state import CoachState
from tools.evidence import Evidence

_MARK = re.compile(
    r"\s*[\[(]\s*(?:[A-Za-z]+\s+)?(?:[Ee]?\d+[a-z]?|P)(?:\s*[,;]\s*(?:E\d+|P))*\s*\]|\s*\(E\d+\)"
)
_END = re.compile(r"[.!?]?[*_)]*\s*$")
_OF_PLAN = ("plan", "about_plan", "progress", "feedback", "next_step", "recall", "realistic")
_RESTING = ("finding", "quote")
_PROBLEMS: dict[Verdict | None, str] = {
    "partly": "the evidence it names holds only a part of it",
    "unsupported": "nothing it names says so; if it is advice, say it without facts of pay, demand, employers, courses, certificates or requirements",
}
_SAID, _SAID_LENGTH = 6, 1500
_ALIKE, _SHORTER = 80, 0.85
# The percentiles at which a share of all earns less or more; between two of them lies another share.
_PERCENTILES = {share: {"p10", "p90"} for share in (0.1, 0.9)} | {
    share: {"p25", "p75"} for share in (0.25, 0.75)
}
_PERCENTILES |= {0.5: {"p25", "p50", "p75"}, 0.8: {"p10", "p90"}}
_LEAD_IN = 6  # words in front of a quote that say no more than whose it is


class Untrue(Unsupported):
    """What no other words make true."""


@dataclass(frozen=True)
class Judged:
    """A piece after the first look. `problem` sends it back; `unsure` needs a second reader; `alone` stands without one.

    `bare` is its text without the numbers of its evidence, `written` the same with references for figures.
    """

    piece: Piece
    bare: str = ""
    written: str = ""
    ids: tuple[str, ...] = ()
    problem: str = ""
    unsure: bool = False
    alone: str = ""

    @property
    def text(self) -> str:
        """As the person reads it: what rests on evidence with its numbers before the last mark; a table has them below."""
        mark = wording.cite(*self.ids) if self.piece.kind in _RESTING else ""
        if not mark or not self.bare:
            return self.bare
        if self.bare.rstrip().endswith("|"):
            return f"{self.bare}\n\n{mark}"
        at = _END.search(self.bare)
        end = at.start() if at else len(self.bare)
        return f"{self.bare[:end]} {mark}{self.bare[end:]}"


class Judge:
    """Holds pieces to the evidence of the thread and to what the person said; works on restored text."""

    def __init__(self, state: CoachState, context: CoachContext) -> None:
        self.state, self.context, profile = state, context, state["profile"]
        reading = state.get("understanding") or Understanding()
        self.language = reading.language
        offers = (state.get("dialogue") or DialogueState()).offers
        self.person = person_evidence(profile, [amount for offer in offers for amount in offer.amounts])
        held = [*(state.get("evidence") or []), self.person]
        self.evidence = {item.id: item for item in held}
        plan = state.get("draft") or state.get("plan")
        # The weeks, hours and days of the plan may be named where the message is about it.
        wanted = reading.plan_wanted or any(wish.name in _OF_PLAN for wish in reading.wishes)
        told = str(briefing.plan_in_short(plan, waits=True)) if plan and wanted else ""
        days = [*" ".join([*profile.busy, profile.start_date or ""]).split("-"), str(context.today.year)]
        notes = briefing.notes(state.get("tool_results") or [])
        self.known = own.Known.of(
            [*briefing.their_messages(state), *profile_texts(profile), *days],
            [*texts_of(held), *notes, str(plan.milestones if plan else "")],
            self.person,
            free=[value for value, _ in numbers_in(told.replace("-", " "))],
        )

    def judge(self, piece: Piece, before: str = "") -> Judged:
        """What becomes of a piece; `before` is the piece in front of it, whose place and date it may lean on."""
        text = _MARK.sub("", plain_markdown(piece.text)).strip()
        try:
            return self._judge(piece, text, before)
        except Unsupported as problem:
            return Judged(piece, text, problem=str(problem), unsure=isinstance(problem, Untrue))

    def _judge(self, piece: Piece, text: str, before: str) -> Judged:
        if strangers := [name for name in piece.evidence if name not in self.evidence]:
            raise Unsupported(f"{', '.join(strangers)} is not among the evidence")
        filled = fill(text, [*self.evidence.values()], self.language)
        ids = tuple(name for name in dict.fromkeys([*filled.ids, *piece.evidence]) if name != self.person.id)
        cited = [self.evidence[name] for name in dict.fromkeys([*filled.ids, *ids])]
        behind = [self.evidence[name] for name in filled.ids]
        quote = self._quote(piece, cited)
        self._refuse(filled, quote, piece, cited)
        profile = self.state["profile"]
        others, known = [item for item in cited if item not in behind], words_of(self.known.said)
        if wrong := bound.conflict(filled, behind, known, profile, self.language, beside=others):
            raise Unsupported(wrong)
        shown, written = bound.completed(filled, behind, self.language, before)
        if quote and own.plain_quote(quote) not in own.plain_quote(shown):
            shown, written = f"{shown} “{quote}”".strip(), f"{written} “{quote}”".strip()
        if piece.kind not in _RESTING:
            alone = self._without_names(shown)
            return Judged(piece, shown, written, ids, unsure=True, alone=alone)
        if not cited:
            raise Unsupported("a finding names the evidence it rests on; without any it is advice")
        beside = own.plain_quote(shown).replace(own.plain_quote(quote), " ") if quote else shown
        leads_in = piece.kind == "quote" and len(re.findall(r"\w+", beside)) <= _LEAD_IN
        sure = bound.is_plain(filled, behind) if filled.figures else leads_in
        alone = f"“{quote}”" if quote else ""
        return Judged(piece, shown, written, ids, unsure=not sure, alone=alone)

    def _quote(self, piece: Piece, cited: list[Evidence]) -> str:
        """The quote as it stands in the evidence; empty without one. Raises Unsupported where it does not stand there."""
        quote = plain(piece.quote or "").strip(" \"'“”„")
        if piece.kind == "quote" and not own.plain_quote(quote):
            raise Unsupported("a quote has its words in the field quote")
        if own.plain_quote(quote) and own.quoted(quote, cited) is None:
            raise Unsupported("the quote does not stand word for word in the evidence it names")
        return quote if own.plain_quote(quote) else ""

    def _refuse(self, filled: Bound, quote: str, piece: Piece, cited: list[Evidence]) -> None:
        """Raise Unsupported for what a piece says by itself and may not."""
        text = filled.bare.replace(quote, " ") if quote else filled.bare
        counts = own.COUNTED if piece.kind in ("advice", "question", "draft") else frozenset[float]()
        known = replace(self.known, counts=counts, shares=filled.shares)
        if wrong := own.fault(text, known, bound.own_words(text, cited)):
            raise Unsupported(wrong)
        held = {each.figure.statistic for at in filled.figures for each in at.ground.figures}
        for part, share in own.told_parts(text, self.known) if piece.kind != "draft" else ():
            if not held:
                raise Untrue(f"“{part}” is a figure that nothing holds")
            if held <= WAGE and not held & _PERCENTILES.get(round(share, 2), held):
                raise Unsupported(f"“{part}” is not the statistic of the figure it stands beside")
        deed = own.told_deed(text) or ""
        of_plan = "plan" in deed.casefold()
        approved = of_plan and self.state.get("plan") and not self.state.get("draft")
        # A letter may say what the person did.
        if deed and not approved and (of_plan or piece.kind != "draft"):
            raise Untrue(f"“{deed}” is not so: only the person approves, and nothing is sent or booked")

    def _without_names(self, text: str) -> str:
        """The sentences that name neither numbers nor anybody: what is shown where no second reader answers."""
        known = words_of(self.known.said)
        if self.language == "de":  # every noun has a capital
            return ""
        kept = (each for each in SENTENCE_ENDS.split(text) if not re.search(r"\d", each))
        return " ".join(sentence for sentence in kept if not find_strangers(sentence, known, self.language))


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
    said = "\n".join(f"- {text[:_SAID_LENGTH]}" for text in briefing.their_messages(state)[-_SAID:])
    task = f"The person said:\n{said}\n\nClaims:\n{briefing.json_lines(lines)}"
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
        task = prompts.render("model/back.v1", problems=briefing.json_lines(back))
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

"""A piece of a reply held to what it rests on, before any second reader: figures, quotes, digits, links, deeds."""

import re
from dataclasses import dataclass, field

from agent import wording
from agent.context import CoachContext
from agent.grounding import bound, own
from agent.grounding.grounds import texts_of
from agent.grounding.naming import find_strangers, words_of
from agent.grounding.numbers import numbers_in
from agent.grounding.own import person_evidence, profile_texts
from agent.grounding.references import Unsupported, fill
from agent.models import DialogueState, Understanding
from agent.policy.model.briefing import found_this_turn, notes, plan_in_short, their_messages
from agent.policy.model.cleaning import plain, plain_markdown
from agent.policy.model.wire import Piece
from agent.state import CoachState
from tools.evidence import Evidence

_MARK = re.compile(
    r"\s*[\[(]\s*(?:[A-Za-z]+\s+)?(?:[Ee]?\d+[a-z]?|P)(?:\s*[,;]\s*(?:E\d+|P))*\s*\]|\s*\(E\d+\)"
)
_END = re.compile(r"[.!?]?[*_)]*\s*$")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_OF_PLAN = ("plan", "about_plan", "progress", "feedback", "next_step", "recall", "realistic")
_RESTING = ("finding", "quote")
_LEAD_IN = 6  # words in front of a quote that say no more than whose it is


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


@dataclass
class Judge:
    """Holds pieces to the evidence of the thread and to what the person said; works on restored text."""

    state: CoachState
    context: CoachContext
    language: str = field(init=False)
    person: Evidence = field(init=False)
    evidence: dict[str, Evidence] = field(init=False)
    known: own.Known = field(init=False)

    def __post_init__(self) -> None:
        state, profile = self.state, self.state["profile"]
        reading = state.get("understanding") or Understanding()
        self.language = reading.language
        offers = (state.get("dialogue") or DialogueState()).offers
        self.person = person_evidence(profile, [amount for offer in offers for amount in offer.amounts])
        held = [*(state.get("evidence") or []), self.person]
        self.evidence = {item.id: item for item in held}
        plan = state.get("draft") or state.get("plan")
        # The weeks, hours and days of the plan may be named where the message is about it.
        wanted = reading.plan_wanted or any(wish.name in _OF_PLAN for wish in reading.wishes)
        days = [*" ".join([*profile.busy, profile.start_date or ""]).split("-"), str(self.context.today.year)]
        told = str(plan_in_short(plan, waits=True)) if plan and wanted else ""
        self.known = own.Known.of(
            [*their_messages(state), *profile_texts(profile), *days],
            [*texts_of(held), *notes(state.get("tool_results") or []), str(plan.milestones if plan else "")],
            self.person,
            free=[value for value, _ in numbers_in(told.replace("-", " "))],
        )

    @property
    def found(self) -> list[Evidence]:
        """What this turn's lookups brought."""
        return found_this_turn(self.state)

    def judge(self, piece: Piece, before: str = "") -> Judged:
        """What becomes of a piece; `before` is the piece in front of it, whose place and date it may lean on."""
        text = _MARK.sub("", plain_markdown(piece.text)).strip()
        try:
            return self._judge(piece, text, before)
        except Unsupported as problem:
            return Judged(piece, text, problem=str(problem))

    def _judge(self, piece: Piece, text: str, before: str) -> Judged:
        if strangers := [name for name in piece.evidence if name not in self.evidence]:
            raise Unsupported(f"{', '.join(strangers)} is not among the evidence")
        filled = fill(text, [*self.evidence.values()], self.language)
        ids = tuple(name for name in dict.fromkeys([*filled.ids, *piece.evidence]) if name != self.person.id)
        cited = [self.evidence[name] for name in dict.fromkeys([*filled.ids, *ids])]
        behind = [self.evidence[name] for name in filled.ids]
        quote = self._quote(piece, cited)
        self._refuse(filled.bare.replace(quote, " ") if quote else filled.bare, piece, cited)
        profile = self.state["profile"]
        if wrong := bound.conflict(filled, behind, words_of(self.known.said), profile, self.language):
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

    def _refuse(self, text: str, piece: Piece, cited: list[Evidence]) -> None:
        """Raise Unsupported for what a piece says by itself and may not."""
        if wrong := own.fault(text, self.known, bound.own_words(text, cited)):
            raise Unsupported(wrong)
        deed = own.told_deed(text) or ""
        of_plan = "plan" in deed.casefold()
        approved = of_plan and self.state.get("plan") and not self.state.get("draft")
        # A letter may say what the person did.
        if deed and not approved and (of_plan or piece.kind != "draft"):
            raise Unsupported(f"“{deed}” is not so: only the person approves, and nothing is sent or booked")

    def _without_names(self, text: str) -> str:
        """The sentences that name neither numbers nor anybody: what is shown where no second reader answers."""
        known = words_of(self.known.said)
        if self.language == "de":  # every noun has a capital
            return ""
        kept = (each for each in _SENTENCE.split(text) if not re.search(r"\d", each))
        return " ".join(sentence for sentence in kept if not find_strangers(sentence, known, self.language))

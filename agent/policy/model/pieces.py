"""Pieces of an answer, each held to what it rests on before anybody sees it; and how they read as one text."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from agent import wording
from agent.context import CoachContext
from agent.grounding import bound, own
from agent.grounding.completed import completed
from agent.grounding.grounds import texts_of
from agent.grounding.naming import find_strangers, sentences, words_of
from agent.grounding.reckoning import Unsupported, literals
from agent.grounding.references import CAPITAL_NOUNS, REFERENCE, Bound, fill
from agent.grounding.tokens import WAGE
from agent.models import DialogueState, Understanding
from agent.nlu.values.pay_periods import HOURS_A_YEAR
from agent.nlu.values.written_numbers import numbers_in
from agent.policy.model import briefing
from agent.policy.model.cleaning import plain, plain_markdown
from agent.policy.model.wire import Piece, WrittenClaim
from agent.state import CoachState
from prompts import words
from tools.evidence import Evidence

_MARK = re.compile(
    r"\s*[\[(]\s*(?:[A-Za-z]+\s+)?(?:[Ee]?\d+[a-z]?|P)(?:\s*[,;]\s*(?:E\d+|P))*\s*\]|\s*\(E\d+\)"
)
_END = re.compile(r"(?:[.!?][*_)]*|[*_]*)\s*$")
_LISTED = re.compile(r"\s*(?:[-*+•]|\d{1,2}[.)])\s|\s*\|")
_OF_PLAN = (
    "plan",
    "about_plan",
    "progress",
    "feedback",
    "next_step",
    "recall",
    "realistic",
    "letter",
    "words",
)
_RESTING = ("finding", "quote")
_APART = ("quote", "question")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_PARAGRAPH = 300  # characters that are read at one go; more stand in paragraphs of their own
# The percentiles at which a share of all earns less or more; between two of them lies another share.
_PERCENTILES = {0.1: {"p10", "p90"}, 0.25: {"p25", "p75"}, 0.5: {"p25", "p50", "p75"}}
_PERCENTILES |= {0.75: _PERCENTILES[0.25], 0.8: _PERCENTILES[0.1], 0.9: _PERCENTILES[0.1]}
_COUNT = 52  # weeks of a year
# Weeks, working days and hours of a year, half months, fortnights, a whole in per cent.
_FACTORS = frozenset(map(float, (24, 26, 40, 52, 100, 260, HOURS_A_YEAR)))
_LEAD_IN = 6  # words in front of a quote that say no more than whose it is


class Untrue(Unsupported):
    """What no other words make true; `words` are those without which the rest may stand: of a deed nothing is left."""

    def __init__(self, problem: str, words: str = "") -> None:
        super().__init__(problem)
        self.words = words


@dataclass(frozen=True)
class Judged:
    """A piece after the first look. `problem` sends it back; `unsure` needs a second reader; `alone` stands without one.

    `wrong` are the words that a second reader found nothing for.
    `bare` is its text without the numbers of its evidence, `written` the same with references for figures.
    """

    piece: Piece
    bare: str = ""
    written: str = ""
    ids: tuple[str, ...] = ()
    problem: str = ""
    wrong: str = ""
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
    """Holds pieces to the evidence of the thread and to what the person said; works on restored text.

    `drafted` are texts of a plan as code wrote them, by id: what takes the place of one may say its numbers.
    """

    def __init__(
        self, state: CoachState, context: CoachContext, drafted: Mapping[str, str] | None = None
    ) -> None:
        self.drafted = drafted or {}
        self.state, self.context, self.profile = state, context, state["profile"]
        reading, offers = briefing.reading(state), (state.get("dialogue") or DialogueState()).offers
        self.language = reading.language
        self.person = own.person_evidence(self.profile, offers)
        held = [*(state.get("evidence") or []), self.person]
        self.evidence = {item.id: item for item in held}
        plan = state.get("draft") or state.get("plan")
        self._plan_told = str(briefing.plan_in_short(plan, waits=True)).replace("_", " ") if plan else ""
        years = [str(context.today.year), str(context.today.year + 1)]
        days = [*self.profile.busy, self.profile.start_date or "", *years]
        notes = briefing.notes(state.get("tool_results") or [])
        said = [*briefing.their_messages(state), *own.profile_texts(self.profile)]
        self.known = own.Known.of(
            [*said, *" ".join(days).split("-")],
            [*texts_of(held), *notes, str(plan.milestones if plan else "")],
            self.person,
            free=self._of_plan(reading),
        )

    def _of_plan(self, reading: Understanding) -> list[float]:
        """The weeks, hours and days of the plan: they may be named where the message is about it."""
        if not (reading.plan_wanted or any(wish.name in _OF_PLAN for wish in reading.wishes)):
            return []
        return [value for value, _ in numbers_in(self._plan_told.replace("-", " "))]

    def judge(self, piece: Piece, before: str = "") -> Judged:
        """What becomes of a piece; `before` is the text in front of it, whose place and date it may lean on."""
        text = _MARK.sub("", plain_markdown(piece.text)).strip()
        try:
            return self._judge(piece, text, before)
        except Unsupported as problem:
            untrue = isinstance(problem, Untrue)
            words_of_it = problem.words if isinstance(problem, Untrue) else ""
            return Judged(piece, text, problem=str(problem), wrong=words_of_it, unsure=untrue)

    def filled(self, text: str) -> str:
        """A text with its figures put in, as far as its references hold."""
        try:
            return fill(text, [*self.evidence.values()], self.language).text
        except Unsupported:
            return text

    def _judge(self, piece: Piece, text: str, before: str) -> Judged:
        if strangers := [name for name in piece.evidence if name not in self.evidence]:
            raise Unsupported(f"{', '.join(strangers)} is not among the evidence")
        self._refuse_numbers(text)
        filled = fill(text, [*self.evidence.values()], self.language)
        names = dict.fromkeys([*filled.ids, *piece.evidence])
        ids = tuple(name for name in names if name != self.person.id)
        behind = [self.evidence[name] for name in filled.ids]
        others = [self.evidence[name] for name in ids if name not in filled.ids]
        quote = self._quote(piece, [*behind, *others])
        self._refuse(filled, quote, piece, [*behind, *others])
        known = words_of(self.known.said)
        # A letter speaks of much: what a figure is of stands in its sentence.
        parts = bound.by_sentence(filled) if piece.kind == "draft" else [filled]
        for part in parts:
            if wrong := bound.conflict(part, behind, known, self.profile, self.language, beside=others):
                raise Unsupported(wrong)
        shown, written = completed(filled, behind, self.language, before)
        if quote and own.plain_quote(quote) not in own.plain_quote(shown):
            shown, written = f"{shown} “{quote}”".strip(), f"{written} “{quote}”".strip()
        if piece.kind not in _RESTING:
            return Judged(piece, shown, written, ids, unsure=True, alone=self._without_names(shown))
        if not names:
            raise Unsupported("a finding names the evidence it rests on; without any it is advice")
        beside = own.plain_quote(shown).replace(own.plain_quote(quote), " ") if quote else shown
        leads_in = piece.kind == "quote" and len(re.findall(r"\w+", beside)) <= _LEAD_IN
        sure = bound.is_plain(filled, behind) if filled.figures else leads_in
        return Judged(piece, shown, written, ids, unsure=not sure, alone=f"“{quote}”" if quote else "")

    def _refuse_numbers(self, text: str) -> None:
        """Raise Unsupported for a number that is reckoned with and is neither the person's nor a usual factor."""
        for reference in REFERENCE.finditer(text):
            for number in literals(reference["sum"]):
                if number not in self.known.numbers | _FACTORS and number > _COUNT:
                    raise Unsupported(f"{number:g} in {reference[0]} is no number that the person told")

    def _quote(self, piece: Piece, cited: list[Evidence]) -> str:
        """The quote as it stands in the evidence; empty without one. Raises Unsupported where it does not stand there."""
        quote = plain(piece.quote or "").strip(" \"'“”„")
        if not own.plain_quote(quote):
            if piece.kind == "quote":
                raise Unsupported("a quote has its words in the field quote")
            return ""
        if own.quoted(quote, cited) is None:
            raise Unsupported("the quote does not stand word for word in the evidence it names")
        return quote

    def _refuse(self, filled: Bound, quote: str, piece: Piece, cited: list[Evidence]) -> None:
        """Raise Unsupported for what a piece says by itself and may not."""
        text = filled.bare.replace(quote, " ") if quote else filled.bare
        counts = own.COUNTED if piece.kind in ("advice", "question", "draft") else frozenset[float]()
        drafted = self.drafted.get((piece.id or "") if isinstance(piece, WrittenClaim) else "", "")
        free = self.known.free.union(value for value, _ in numbers_in(f"{drafted} {_years_of(cited)}"))
        known = replace(self.known, counts=counts, shares=filled.shares, free=free)
        if wrong := own.fault(text, known, bound.own_words(text, cited)):
            raise Unsupported(wrong)
        held = {name for figure in filled.figures for name in figure.statistics}
        told = {share for _, share in own.told_parts(f"{drafted} {self._plan_told}", self.known)}
        for part, share in own.told_parts(text, self.known) if piece.kind != "draft" else ():
            if share in told:
                continue
            if not held:
                raise Untrue(f"“{part}” is a figure that nothing holds", part)
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
        if self.language in CAPITAL_NOUNS:
            return ""
        kept = (each for each in sentences(text) if not re.search(r"\d", each))
        return " ".join(sentence for sentence in kept if not find_strangers(sentence, known, self.language))


def _years_of(cited: Sequence[Evidence]) -> str:
    """The years that evidence is of: with which a text may date it."""
    dates = {item.source.date or "" for item in cited}
    dates |= {figure.period or "" for item in cited for figure in item.figures}
    return " ".join({year for each in dates for year in _YEAR.findall(each)})


def rendered(pieces: Sequence[Judged]) -> str:
    """The pieces as one text: sentences of a sort run on, what is found, lists, drafts and quotes stand apart."""
    text, before = "", None
    for judged in pieces:
        if judged.text.strip():
            full = len(text.rsplit("\n", 1)[-1]) + len(judged.text) > _PARAGRAPH
            text += _between(before, judged, apart=full) + judged.text
            before = judged
    return text


def own_view(pieces: Sequence[Judged], language: str) -> str:
    """The line behind a reply that says of its advice whose it is, where findings stand beside it."""
    kinds = {judged.piece.kind for judged in pieces if judged.text.strip()}
    said = words("languages")["own_view"].get(language, "")
    return f"\n\n{said}" if said and {"finding", "advice"} <= kinds else ""


def _between(before: Judged | None, judged: Judged, *, apart: bool) -> str:
    if before is None:
        return ""
    if "draft" in (before.piece.kind, judged.piece.kind):
        return "\n\n---\n\n"  # where the text to use begins and ends
    if _LISTED.match(judged.text) and _LISTED.match(before.text.rsplit("\n", 1)[-1]):
        return "\n"
    blocks = any(
        "\n" in each.text or _LISTED.match(each.text) or each.piece.kind in _APART
        for each in (before, judged)
    )
    turns = (before.piece.kind == "finding") is not (judged.piece.kind == "finding")
    return "\n\n" if apart or blocks or turns else " "

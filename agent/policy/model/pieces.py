"""A piece of a reply held to what it rests on, before any second reader: figures, quotes, digits, links, deeds."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from agent import wording
from agent.context import CoachContext
from agent.grounding import bound, own
from agent.grounding.naming import find_strangers, words_of
from agent.grounding.own import Known
from agent.grounding.references import Unsupported, fill
from agent.models import Plan, Profile
from agent.policy.model.briefing import found_this_turn, notes, person_evidence, their_messages
from agent.policy.model.cleaning import plain, plain_markdown
from agent.policy.model.wire import Piece
from agent.state import CoachState
from tools.evidence import Evidence

_MARK = re.compile(
    r"\s*[\[(]\s*(?:[A-Za-z]+\s+)?(?:[Ee]?\d+[a-z]?|P)(?:\s*[,;]\s*(?:E\d+|P))*\s*\]|\s*\(E\d+\)"
)
_END = re.compile(r"[.!?]?[\"\u201d)*_]*\s*$")
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_CLAIMS = ("finding", "quote")


@dataclass(frozen=True)
class Judged:
    """A piece after the first look. `problem` sends it back; `unsure` needs a second reader; `alone` stands without one.

    `text` is as the person reads it, `bare` the same without the numbers of its evidence, `written` with references.
    """

    piece: Piece
    text: str = ""
    ids: tuple[str, ...] = ()
    problem: str = ""
    unsure: bool = False
    alone: str = ""
    bare: str = ""
    written: str = ""


@dataclass
class Judge:
    """Holds pieces to the evidence of the thread and to what the person said; works on restored text."""

    state: CoachState
    context: CoachContext
    language: str = "en"
    evidence: dict[str, Evidence] = field(init=False)
    known: Known = field(init=False)

    def __post_init__(self) -> None:
        state = self.state
        held = [*(state.get("evidence") or []), person_evidence(state)]
        self.evidence = {item.id: item for item in held}
        profile, plan = state["profile"], state.get("draft") or state.get("plan")
        texts = [
            part
            for item in held
            for part in (item.text, item.source.title, item.source.publisher, item.source.locator)
        ]
        texts += [
            f"{figure.label} {figure.subject} {figure.place}" for item in held for figure in item.figures
        ]
        said = [*their_messages(state), *_profile_texts(profile)]
        numbers = [
            *_profile_numbers(profile),
            float(self.context.today.year),
            *(_plan_numbers(plan) if plan else []),
        ]
        results = state.get("tool_results") or []
        self.known = Known.of(
            said, [text for text in [*texts, *notes(results), *_plan_texts(plan)] if text], numbers
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
        named = [name for name in dict.fromkeys(piece.evidence) if name != "P"]
        if strangers := [name for name in named if name not in self.evidence]:
            raise Unsupported(f"{', '.join(strangers)} is not among the evidence")
        filled = fill(text, [*self.evidence.values()], self.language)
        ids = tuple(name for name in dict.fromkeys([*filled.ids, *named]) if name != "P")
        cited = [self.evidence[name] for name in dict.fromkeys([*filled.ids, *named])]
        quote = self._quote(piece, cited)
        self._refuse(filled.bare.replace(quote, " ") if quote else filled.bare, piece, cited)
        behind = [self.evidence[name] for name in filled.ids]
        place = self.state["profile"].location
        if wrong := bound.conflict(
            filled, behind, f"{self.known.said}\n{self.known.held}", self.language, place
        ):
            raise Unsupported(wrong)
        shown, written = bound.completed(filled, behind, self.language, before)
        alone = f"“{quote}”" if quote else ""
        if quote and own.plain_quote(quote) not in own.plain_quote(shown):
            shown, written = f"{shown} “{quote}”".strip(), f"{written} “{quote}”".strip()
        beside = len(re.findall(r"\w+", own.plain_quote(shown).replace(own.plain_quote(quote or ""), " ")))
        if piece.kind in _CLAIMS:
            if not cited:
                raise Unsupported("a finding names the evidence it rests on; without any it is advice")
            sure = (
                bound.is_plain(filled, behind, self.language)
                if filled.figures
                else quote is not None and beside <= 6
            )
            return Judged(
                piece,
                _cited(shown, ids),
                ids,
                unsure=not sure,
                alone=_cited(alone, ids) if alone else "",
                bare=shown,
                written=written,
            )
        return Judged(
            piece, shown, ids, unsure=True, alone=self._without_names(shown), bare=shown, written=written
        )

    def _quote(self, piece: Piece, cited: list[Evidence]) -> str | None:
        """The quote as it stands in the evidence. Raises Unsupported where it does not."""
        quote = own.plain_quote(plain(piece.quote or "")) and plain(piece.quote or "").strip(" \"“”„'")
        if piece.kind == "quote" and not quote:
            raise Unsupported("a quote has its words in the field quote")
        if quote and own.quoted(quote, cited) is None:
            raise Unsupported("the quote does not stand word for word in the evidence it names")
        return quote or None

    def _refuse(self, text: str, piece: Piece, cited: list[Evidence]) -> None:
        """Raise Unsupported for what a piece says by itself and may not."""
        dates = [f"{figure.period} {figure.label}" for item in cited for figure in item.figures]
        dates += [item.source.date or "" for item in cited]
        if own.disguised(text):
            raise Unsupported("a word mixes letters of two scripts")
        if number := own.strange_number(text, self.known, [int(year) for year in _years(dates)]):
            raise Unsupported(
                f"{number} is neither the person's nor a count: write figures as references such as {{E1.p50}}"
            )
        if link := own.strange_link(text, self.known):
            raise Unsupported(f"{link} is not in the evidence")
        told = own.told_deed(text)
        if told and piece.kind == "draft" and "plan" not in told.casefold():
            told = None  # a letter may say what the person did
        if told and not (
            self.state.get("plan") and not self.state.get("draft") and "plan" in told.casefold()
        ):
            raise Unsupported(f"“{told}” is not so: only the person approves, and nothing is sent or booked")

    def _without_names(self, text: str) -> str:
        """The sentences that name neither numbers nor anybody: what is shown where no second reader answers."""
        words_known = words_of(self.known.said)
        kept = [
            sentence
            for sentence in _SENTENCE.split(text)
            if not re.search(r"\d", sentence) and not find_strangers(sentence, words_known)
        ]
        return " ".join(kept) if self.language != "de" else ""


def _cited(text: str, ids: Iterable[str]) -> str:
    """The text with the numbers of its evidence before its last mark; a table has them below."""
    mark = wording.cite(*ids)
    if not mark or not text:
        return text
    if text.rstrip().endswith("|"):
        return f"{text}\n\n{mark}"
    at = _END.search(text)
    end = at.start() if at else len(text)
    return f"{text[:end]} {mark}{text[end:]}"


def _years(texts: Iterable[str]) -> set[str]:
    """The years in dates; of "2025-35" both."""
    found: set[str] = set()
    for text in texts:
        found |= set(_YEAR.findall(text))
        found |= {f"{span[1]}{span[2]}" for span in re.finditer(r"\b(20)\d\d[-/](\d\d)\b", text)}
    return found


def _profile_texts(profile: Profile) -> list[str]:
    told = [
        profile.current_role,
        profile.former_role,
        profile.target_role,
        profile.location,
        *profile.own_words.values(),
    ]
    return [
        text
        for text in (*told, *profile.skills, *profile.missing_skills, *profile.skill_levels.values())
        if text
    ]


def _profile_numbers(profile: Profile) -> list[float]:
    fields = (
        profile.years_experience,
        profile.hours_per_week,
        profile.horizon_weeks,
        profile.present_pay,
        profile.target_salary,
    )
    found = [float(value) for value in fields if value is not None]
    days = [*profile.busy, profile.start_date or ""]
    return [*found, *(number for day in days for number in own.numbers_in(day.replace("-", " ")))]


def _plan_numbers(plan: Plan) -> list[float]:
    """Weeks, hours and days as the plan itself counts them."""
    found = [
        float(number) for item in plan.milestones for number in (item.start_week, item.end_week, item.hours)
    ]
    start = date.fromisoformat(plan.start) if plan.start else None
    days = [
        day
        for item in plan.milestones
        for week in (item.start_week, item.end_week)
        for day in _days(start, week)
    ]
    total = sum(float(item.hours) for item in plan.milestones)
    return [*found, total, *(float(number) for day in days for number in (day.day, day.year))]


def _days(start: date | None, week: int) -> list[date]:
    return [wording.week_start(start, week), wording.week_end(start, week)] if start else []


def _plan_texts(plan: Plan | None) -> list[str]:
    if plan is None:
        return []
    return [
        f"{item.id} {item.title} {item.proof} "
        + " ".join(f"{each.title} {each.url}" for each in item.resources)
        for item in plan.milestones
    ]

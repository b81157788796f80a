"""Claims and actions of a plan, each held against what it names."""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice, product

from agent.grounding.bound import conflict, own_words
from agent.grounding.grounds import FigureGround, Ground, figures_of, texts_of
from agent.grounding.naming import citations, sentences
from agent.grounding.own import Known, person_evidence, profile_texts, quoted, strange_number, told_deed
from agent.grounding.references import Bound, Filled, is_filled, time_said
from agent.grounding.tokens import Token, blanked
from agent.models import Claim, Profile, Violation
from agent.nlu.values.dated_periods import weeks_form
from agent.nlu.values.written_numbers import numbers_in, written_numbers
from agent.plans.schedule import SLACK_HOURS, Schedule
from tools.evidence import Evidence
from tools.roadmap.calendars import read_period

_FULL_TIME = 40.0
# Addresses, code, citations and list numbers are no figures.
_NO_FIGURES = re.compile(r"\[\s*E\d+[^\]]*\]|https?://\S+|`[^`]*`|\b24/7\b|^\s*\d{1,2}[.)]\s", re.MULTILINE)
_DIGIT = re.compile(r"\d")
_QUOTE = re.compile(r"“[^”]*”")
# Far more than any sentence has; one with more is read as saying what nothing holds.
_MOST_READINGS = 500
_ALIKE = ("statistic", "place", "period", "subject")


@dataclass(frozen=True)
class Held:
    """What the texts of a plan are held against: numbered evidence, what the person told, the plan's own calendar."""

    evidence: dict[str, Evidence]
    profile: Profile
    known: Known
    schedule: Schedule | None = None

    @classmethod
    def of(
        cls,
        evidence: Sequence[Evidence],
        profile: Profile,
        schedule: Schedule | None = None,
        names: Iterable[str] = (),
    ) -> "Held":
        """`names` are texts of the plan whose words, and numbers in names, may be repeated (skills, resources)."""
        free, held = schedule.numbers if schedule else (), [*texts_of(evidence), *names]
        known = Known.of(profile_texts(profile), held, person_evidence(profile), free)
        return cls({item.id: item for item in evidence}, profile, known, schedule)

    @property
    def roadmaps(self) -> list[Evidence]:
        return [item for item in self.evidence.values() if item.kind == "roadmap"]

    @property
    def hours_in_two_weeks(self) -> float:
        """The person's hours for two weeks, of a time with more where they have one; else those assumed, or a full-time load."""
        figures = [figure for item in self.roadmaps for figure in item.figures]
        assumed = [float(figure.value) for figure in figures if figure.unit == "hours/week"]
        usual = float(self.profile.hours_per_week or max(assumed, default=_FULL_TIME))
        return 2 * max([usual, *(read_period(period).hours for period in self.profile.busy)])

    def problem(self, text: str, cites: Sequence[str]) -> str | None:
        """What is wrong with a sentence that names this evidence, in words; None when nothing is."""
        cited = [self.evidence[name] for name in cites]
        text = blanked(text, [match.span() for match in _NO_FIGURES.finditer(text)])
        if self.schedule and (wrong := self.schedule.problem(text)):
            return wrong
        if not _DIGIT.search(text) and strange_number(text, self.known) is None:
            return None
        # The calendar held them already; without them a text is read for its names once, here and where it conflicts.
        weeks = [match.span() for match in weeks_form().finditer(text)] if self.schedule else []
        text = blanked(text, weeks)
        own = own_words(text, cited, self._is_own_day)
        problem: str | None = None
        for bound in _readings(own, [figure for item in cited for figure in figures_of(item)]):
            if number := strange_number(bound.bare, self.known):
                return f"nothing it cites holds {number}" if cited else f"it cites nothing for {number}"
            problem = conflict(replace(bound, text=text), cited, self.known.words, self.profile)
            if problem is None:
                return None
        return problem

    def holds(self, claim: Claim) -> bool:
        """Whether a claim with figures says no more than the evidence that it names."""
        return not check_claim("", claim, self)

    def _is_own_day(self, token: Token) -> bool:
        period = token.period
        return bool(self.schedule and period and period.day and self.schedule.is_own_day(period))


def _readings(text: str, evidence: Sequence[FigureGround]) -> Iterator[Bound]:
    """A text with its figures written out, once for each way in which its numbers may be figures of the evidence."""
    options: list[list[Filled]] = []
    for number in written_numbers(text):
        time = time_said(text[number.end :]) if number.currency == "USD" else None
        units = ("USD", f"USD/{time}")
        mine = [
            each
            for each in evidence
            if number.is_figure(each.value, each.figure.unit) and (not time or each.figure.unit in units)
        ]
        if mine:
            options.append([Filled(number.start, number.end, "", ground) for ground in _together(mine)])
    bare = blanked(text, [(filled[0].start, filled[0].end) for filled in options])
    for figures in islice(product(*options), _MOST_READINGS):
        yield Bound(text, bare, figures, ())


def _together(figures: Sequence[FigureGround]) -> list[Ground]:
    """Figures that one number may be at once: alike in all but one of statistic, place, period and subject."""
    if len(figures) == 1:
        return [Ground((figures[0],))]
    groups: dict[tuple[object, ...], list[int]] = {}
    for at, each in enumerate(figures):
        alike = [getattr(each.figure, name) for name in _ALIKE]
        for free in range(len(_ALIKE)):
            key = (free, each.figure.unit, *alike[:free], *alike[free + 1 :])
            groups.setdefault(key, []).append(at)
    kept: list[set[int]] = []
    for group in sorted(groups.values(), key=len, reverse=True):
        if not any(other.issuperset(group) for other in kept):
            kept.append({*group})
    return [Ground(tuple(figures[at] for at in sorted(group))) for group in kept]


def check_claim(where: str, claim: Claim, held: Held) -> list[Violation]:
    """The first fault of a claim; its citations hold for each of its sentences.

    What code wrote by reference needs no reading. A person's claim is theirs, but may not borrow evidence that does not hold it.
    """

    def fault(rule: str, problem: str) -> list[Violation]:
        return [Violation(rule=rule, where=where, text=claim.text, problem=problem)]

    cites = tuple(dict.fromkeys([*citations(claim.text), *claim.evidence]))
    if claim.by == "person" and not cites:
        return []
    if missing := [name for name in cites if name not in held.evidence]:
        return fault("citation", f"it cites {', '.join(missing)}, which does not exist")
    cited = [held.evidence[name] for name in claim.evidence]
    quotes = [match.span() for match in _QUOTE.finditer(claim.text) if quoted(match[0], cited)]
    text = blanked(claim.text, quotes)
    if claim.by == "coach" and told_deed(text):
        return fault("approval", "only the person approves a plan")
    theirs = person_evidence(held.profile)
    if claim.written is not None and is_filled(claim.text, claim.written, [*held.evidence.values(), theirs]):
        return []
    problems = (held.problem(sentence, cites) for sentence in sentences(text))
    problem = next((each for each in problems if each), None)
    return fault("citation" if claim.by == "person" else "figure", problem) if problem else []


def action_violations(
    actions: Sequence[str], held: Held, theirs: Collection[str], repeated: Sequence[str] = ()
) -> list[Violation]:
    """Actions of the first two weeks may plan hours, together as many as these weeks have.

    They may repeat texts of the plan's milestones, which are held to the tables themselves.
    """
    found: list[Violation] = []
    left = held.hours_in_two_weeks
    for index, text in enumerate(actions):
        if text in theirs:
            continue
        where, plain = f"next_actions/{index}", text
        for words in repeated:
            plain = plain.replace(words.rstrip(" ."), " ")
        hours = [(value, unit) for value, unit in numbers_in(plain) if unit == "hour"]
        # In digits alone: "put an hour a week into it" plans none of its own.
        planned = sum(each.value for each in written_numbers(plain) if each.time == "hour")
        left -= planned
        if planned and left < -SLACK_HOURS:
            problem = "these actions take more hours than two weeks have"
            found.append(Violation(rule="hours", where=where, text=text, problem=problem))
            continue
        known = replace(held.known, times=held.known.times | {*hours})
        wrong = check_claim(where, Claim(text=plain), replace(held, known=known))
        found += [violation.model_copy(update={"text": text}) for violation in wrong]
    return found

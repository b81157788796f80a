"""Claims and actions of a plan, each held against what it names."""

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from agent.grounding.bound import conflict, own_words, readings
from agent.grounding.grounds import figures_of, texts_of
from agent.grounding.names import citations, sentences, weeks_form
from agent.grounding.numbers import numbers_in
from agent.grounding.own import Known, quoted, strange_number, told_deed
from agent.grounding.person import person_evidence, profile_texts
from agent.grounding.references import is_filled
from agent.grounding.schedule import Schedule
from agent.grounding.tokens import Token, blanked
from agent.models import Claim, Profile, Violation
from tools.evidence import Evidence

_SLACK_HOURS = 0.5
_FULL_TIME = 40.0
# Addresses, code, quotes, citations and list numbers are no figures.
_NO_FIGURES = re.compile(r"\[\s*E\d+[^\]]*\]|https?://\S+|`[^`]*`|\b24/7\b|^\s*\d{1,2}[.)]\s", re.MULTILINE)
_QUOTE = re.compile(r"“[^”]*”")


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
        free = schedule.numbers if schedule else ()
        known = Known.of(
            profile_texts(profile), [*texts_of(evidence), *names], person_evidence(profile), free
        )
        return cls({item.id: item for item in evidence}, profile, known, schedule)

    def problem(self, text: str, cites: Sequence[str]) -> str | None:
        """What is wrong with a sentence that names this evidence, in words; None when nothing is."""
        if missing := [name for name in cites if name not in self.evidence]:
            return f"it cites {', '.join(missing)}, which does not exist"
        cited = [self.evidence[name] for name in cites]
        text = blanked(text, [match.span() for match in _NO_FIGURES.finditer(text)])
        if self.schedule and (wrong := self.schedule.problem(text)):
            return wrong
        weeks = [match.span() for match in weeks_form().finditer(text)] if self.schedule else []
        own = own_words(blanked(text, weeks), cited, self._is_own_day)
        problem: str | None = None
        for bound in readings(own, [figure for item in cited for figure in figures_of(item)]):
            if number := strange_number(bound.bare, self.known):
                return f"nothing it cites holds {number}" if cited else f"it cites nothing for {number}"
            problem = conflict(replace(bound, text=text), cited, self.known.words, self.profile)
            if problem is None:
                return None
        return problem

    def holds(self, claim: Claim) -> bool:
        """Whether a claim with figures says no more than the evidence that it names."""
        return not check_text("", claim, self)

    @property
    def hours_in_two_weeks(self) -> float:
        """The person's hours for two weeks; where they named none, those that a roadmap assumed, else a full-time load."""
        if self.profile.hours_per_week:
            return 2 * float(self.profile.hours_per_week)
        figures = [figure for item in self.evidence.values() for figure in item.figures]
        assumed = [float(figure.value) for figure in figures if figure.unit == "hours/week"]
        return 2 * max(assumed, default=_FULL_TIME)

    def _is_own_day(self, token: Token) -> bool:
        period = token.period
        return bool(self.schedule and period and period.day and self.schedule.is_own_day(period))


def check_claim(where: str, claim: Claim, held: Held) -> list[Violation]:
    """A person's claim is theirs, but may not borrow evidence that does not hold it."""
    if claim.by == "person" and not (claim.evidence or citations(claim.text)):
        return []
    known = all(name in held.evidence for name in claim.evidence)
    written = claim.written if known and not told_deed(claim.text) else None
    if written is not None and is_filled(claim.text, written, [*held.evidence.values()]):
        return []
    return check_text(where, claim, held)


def check_text(where: str, claim: Claim, held: Held) -> list[Violation]:
    """The first fault of a text; its citations hold for each of its sentences."""
    cited = [held.evidence[name] for name in claim.evidence if name in held.evidence]
    quotes = [match.span() for match in _QUOTE.finditer(claim.text) if quoted(match[0], cited)]
    text = blanked(claim.text, quotes)
    if claim.by == "coach" and told_deed(text):
        untrue = "only the person approves a plan"
        return [Violation(rule="approval", where=where, text=claim.text, problem=untrue)]
    cites = tuple(dict.fromkeys([*citations(claim.text), *claim.evidence]))
    for _, sentence in sentences(text):
        if problem := held.problem(sentence, cites):
            rule = "citation" if claim.by == "person" or "does not exist" in problem else "figure"
            return [Violation(rule=rule, where=where, text=claim.text, problem=problem)]
    return []


def action_violations(
    actions: Sequence[str], held: Held, theirs: Collection[str], proofs: Sequence[str] = ()
) -> list[Violation]:
    """Actions of the first two weeks may plan hours, together as many as these weeks have.

    They may repeat the `proofs` of the plan's milestones, which are held to the skill table themselves.
    """
    found: list[Violation] = []
    left = held.hours_in_two_weeks
    for index, text in enumerate(actions):
        if text in theirs:
            continue
        where = f"next_actions/{index}"
        hours = [(value, unit) for value, unit in numbers_in(text) if unit == "hour"]
        left -= sum(value for value, _ in hours)
        if left < -_SLACK_HOURS:
            problem = "these actions take more hours than two weeks have"
            found.append(Violation(rule="hours", where=where, text=text, problem=problem))
            continue
        plain = text
        for proof in proofs:
            plain = plain.replace(proof.rstrip(" ."), " ")
        wrong = check_text(where, Claim(text=plain), replace(held, known=held.known.counting(hours)))
        found += [violation.model_copy(update={"text": text}) for violation in wrong]
    return found

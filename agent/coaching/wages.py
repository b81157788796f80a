"""What a wage lookup says of one role and place: its rows with their evidence, ranges, percentiles, differences."""

from collections.abc import Sequence
from dataclasses import dataclass

import prompts
from agent import wording
from agent.coaching import names
from agent.coaching.findings import Found, answering
from agent.coaching.lines import Cited
from agent.coaching.requests import pay_request
from agent.coaching.view import View
from agent.models import Subject, ToolRequest
from tools.evidence import Number
from tools.oews.cells import HOURS_A_YEAR
from tools.oews.grades import find_grades
from tools.oews.several import meanings, other_meaning
from tools.salary.models import PayEstimate, SalaryDocument, WageRow


@dataclass(frozen=True)
class Wage:
    """One published row of an occupation that a role may be; `evidence` and `placed` are numbers of evidence."""

    occupation: str
    row: WageRow
    evidence: str
    estimate: PayEstimate | None = None
    placed: str = ""

    @property
    def place(self) -> str:
        return names.area(self.row.area)

    @property
    def yearly(self) -> float:
        """The median in USD a year, at the source's 2,080 hours where it is paid by the hour."""
        return float(self.row.p50 or 0) * (HOURS_A_YEAR if self.row.unit == "USD/hour" else 1)

    def money(self, statistic: str, *, rate: bool = False) -> Cited:
        """A percentile in words, with what it is paid for where `rate`."""
        value = getattr(self.row, statistic)
        if value is None:
            return Cited("not published")
        by_the_hour = self.row.unit == "USD/hour"
        return Cited(wording.money(value, self.row.unit, rate=rate or by_the_hour), self.evidence)

    @property
    def jobs(self) -> Cited:
        """How many hold such a job there."""
        held = self.row.employment
        return Cited("not published") if held is None else Cited(wording.number(held), self.evidence)


@dataclass(frozen=True)
class Pay:
    """The wages of one subject, best first; none without a published median."""

    subject: Subject
    found: Found[SalaryDocument]
    wages: tuple[Wage, ...]

    @property
    def stands_in(self) -> bool:
        """Whether the role has no occupation of its own."""
        return any(match.why.startswith("stand-in") for match in self.found.document.occupations)

    @property
    def main(self) -> Wage:
        """The row of the occupation that the role most likely is; of stand-ins one that the place itself has."""
        asked = self.found.document.wages[0].area_code
        local = [wage for wage in self.wages if wage.row.area_code == asked] if self.stands_in else []
        return next(iter(local or self.wages))

    @property
    def here(self) -> list[Wage]:
        """The rows of the main one's area, by their median."""
        area = self.main.row.area_code
        return sorted(
            (wage for wage in self.wages if wage.row.area_code == area), key=lambda wage: wage.yearly
        )

    @property
    def role(self) -> str:
        """The person's word, in the plural; that of the statistics where theirs names no person."""
        said = names.people(self.subject.role or self.found.document.role)
        return said if self.stands_in or not said.startswith(names.WORKING_IN) else self.main.occupation

    @property
    def named(self) -> str:
        """Whose figures these are: the role, or the occupation where it has none of its own, several or may mean another."""
        document = self.found.document
        several = len(document.occupations) > 1 or other_meaning(document.role) is not None
        return self.main.occupation if several else self.role

    @property
    def period(self) -> str:
        """The month that the figures are of: "May 2025"."""
        held = (item for item in self.found.evidence if item.id == self.main.evidence)
        return wording.period(next(figure.period for item in held for figure in item.figures))

    def words(self, side: str = "") -> dict[str, str]:
        """What sentences say of it, by the names of their placeholders; `side` stands before each ("low_median")."""
        main = self.main
        said = {
            "role": self.role,
            "named": self.named,
            "counted": self._counted(),
            "title": main.occupation,
            "place": main.place,
            "period": self.period,
            "median": main.money("p50"),
            "median_rate": main.money("p50", rate=True),
            "quarter": main.money("p25"),
            "upper": main.money("p75"),
        }
        return {f"{side}_{name}" if side else name: text for name, text in said.items()}

    def _counted(self) -> str:
        """Whom the figures count: by another name where there is one, and at every level where one is named."""
        said = self.role if self.named == self.role else f"{self.role} (counted as {self.named})"
        told = find_grades(" ".join(filter(None, (self.subject.level, self.subject.role))))
        level = next((each.text for each in told if each.kind == "ladder"), None)
        return prompts.fill(prompts.reply("pay.all_levels"), people=said, level=level) if level else said

    def apart(self, other: "Pay | Number") -> Cited:
        """How much the medians differ, or this one and an amount a year, to the hundred: "$14,300"."""
        own = self.main
        if isinstance(other, Pay):
            return Cited(apart(own.yearly, other.main.yearly), own.evidence, other.main.evidence)
        return Cited(apart(own.yearly, other), own.evidence)


def pay_of(subject: Subject, view: View, request: ToolRequest | None = None) -> Pay | None:
    """What the lookup of a subject found; None where it failed, the role may be several or no median is published."""
    found = answering(view.findings.salaries, request or pay_request(subject))
    if found is None or meanings(found.document.role):
        return None
    wages = tuple(_wage(row, found) for row in found.document.wages if row.p50 is not None)
    return Pay(subject, found, wages) if wages else None


def apart(one: Number, other: Number) -> str:
    """How much two yearly amounts differ, to the hundred; less than a thousand to ten."""
    gap = abs(float(one) - float(other))
    return wording.money(round(gap, -2 if gap >= 1000 else -1))


def _wage(row: WageRow, found: Found[SalaryDocument]) -> Wage:
    """A row with the evidence that holds it."""
    document = found.document
    title = next(match.title for match in document.occupations if match.code == row.occupation)
    place = (row.occupation, row.area_code)
    estimate = next((e for e in document.estimates if (e.occupation, e.area_code) == place), None)
    named = names.occupation(title, row.occupation)
    return Wage(named, row, _evidence(found, row, "p50"), estimate, _evidence(found, row, "given"))


def _evidence(found: Found[SalaryDocument], row: WageRow, statistic: str) -> str:
    held = found.holding(
        lambda figure: (
            f"({row.occupation})" in figure.subject
            and (figure.place, figure.statistic) == (row.area, statistic)
        )
    )
    return held[0].id if held else ""


def wage_table(pays: Sequence[Pay]) -> tuple[str, tuple[str, ...]]:
    """The rows of all subjects as markdown, with the evidence in it; a row names what it counts and where.

    Of one subject all that it may be; of several a row for each. Nothing where there is but one row.
    """
    shown = [wage for pay in pays for wage in (pay.here if len(pays) == 1 or pay.stands_in else [pay.main])]
    wages = list(dict.fromkeys(wage.evidence for wage in shown))
    held = {wage.evidence: wage for wage in shown}
    if len(wages) < 2:
        return "", ()
    head = prompts.fill(prompts.reply("tables.wages"), period=pays[0].period).strip()
    rows = (
        f"| {wage.occupation}, {wage.place} [{name}] | {wage.money('p25')} | {wage.money('p50')} "
        f"| {wage.money('p75')} | {wage.jobs} |"
        for name, wage in held.items()
    )
    return "\n".join([head, *rows]), tuple(wages)

"""What a wage lookup says of one role and place: its rows with their evidence, ranges, percentiles, differences."""

from collections.abc import Sequence
from dataclasses import dataclass

import prompts
from agent import wording
from agent.coaching import names
from agent.coaching.findings import Found, answering
from agent.coaching.lines import Cited
from agent.coaching.view import View
from agent.models import Subject, ToolRequest
from tools.evidence import Evidence, Figure, Number
from tools.salary.models import PayEstimate, SalaryDocument, WageRow

STATISTICS = ("p10", "p25", "p50", "p75", "p90")


@dataclass(frozen=True)
class Wage:
    """One published row of an occupation that a role may be; `evidence` and `placed` are numbers of evidence."""

    occupation: str
    row: WageRow
    evidence: str
    estimate: PayEstimate | None = None
    placed: str = ""

    @property
    def median(self) -> Number:
        """The median in the row's unit; 0 where none is published."""
        return self.row.p50 or 0

    @property
    def place(self) -> str:
        return names.area(self.row.area)

    def money(self, statistic: str, *, rate: bool = False) -> Cited:
        """A percentile in words, with what it is paid for where `rate`."""
        value = getattr(self.row, statistic)
        if value is None:
            return Cited("not published")
        return Cited(
            wording.money(value, self.row.unit, rate=rate or self.row.unit == "USD/hour"), self.evidence
        )


@dataclass(frozen=True)
class Pay:
    """The wages of one subject: `main` leads, `wages` are all rows (of stand-ins by their median)."""

    subject: Subject
    found: Found[SalaryDocument]
    wages: tuple[Wage, ...]

    @property
    def document(self) -> SalaryDocument:
        return self.found.document

    @property
    def stands_in(self) -> bool:
        """Whether the role has no occupation of its own."""
        return any(match.why.startswith("stand-in") for match in self.document.occupations)

    @property
    def main(self) -> Wage:
        """The row of the occupation that the role most likely is; of stand-ins one that the place itself has."""
        codes = [match.code for match in self.document.occupations]
        local = [wage for wage in self.wages if wage.row.area_code == self.asked] if self.stands_in else []
        return min(local or self.wages, key=lambda wage: codes.index(wage.row.occupation))

    @property
    def asked(self) -> str:
        """The area code that was asked for: that of the first row."""
        return self.document.wages[0].area_code

    @property
    def lowest(self) -> Wage:
        return self._ends()[0]

    @property
    def highest(self) -> Wage:
        return self._ends()[-1]

    @property
    def role(self) -> str:
        said = names.people(self.subject.role or self.document.role)
        known = self.stands_in or not said.startswith(names.WORKING_IN)
        return said if known else self.main.occupation

    @property
    def counted(self) -> str:
        """The role, with the occupation that it is counted as where it has no one of its own."""
        return self.role if self.named == self.role else f"{self.role} (counted as {self.named})"

    @property
    def named(self) -> str:
        """Whose figures these are: the role, or the occupation where it has none of its own or several."""
        return self.main.occupation if len(self.document.occupations) > 1 else self.role

    def _ends(self) -> Sequence[Wage]:
        local = [wage for wage in self.wages if wage.row.area_code == self.main.row.area_code]
        return sorted(local, key=lambda wage: wage.median)


def pay_of(subject: Subject, request: ToolRequest, view: View) -> Pay | None:
    """What the lookup found; None where it failed or no median is published for the role and place."""
    found = answering(view.findings.salaries, request)
    if found is None:
        return None
    wages = tuple(wage for row in found.document.wages if row.p50 is not None and (wage := _wage(row, found)))
    return Pay(subject, found, wages) if wages else None


def _wage(row: WageRow, found: Found[SalaryDocument]) -> Wage | None:
    """A row with the evidence that holds it."""
    held = _evidence(found, row, STATISTICS)
    if held is None:
        return None
    title = next(match.title for match in found.document.occupations if match.code == row.occupation)
    estimate = next(
        (
            each
            for each in found.document.estimates
            if (each.occupation, each.area_code) == (row.occupation, row.area_code)
        ),
        None,
    )
    placed = _evidence(found, row, ("given",)) if estimate else None
    return Wage(names.occupation(title, row.occupation), row, held.id, estimate, placed.id if placed else "")


def _evidence(found: Found[SalaryDocument], row: WageRow, statistics: tuple[str, ...]) -> Evidence | None:
    def holds(figure: Figure) -> bool:
        own = f"({row.occupation})" in figure.subject and figure.place == row.area
        return own and figure.statistic in statistics

    held = found.holding(holds)
    return held[0] if held else None


def period(pay: Pay) -> str:
    """The month that the figures are of: "May 2025"."""
    found = (
        figure.period
        for item in pay.found.evidence
        for figure in item.figures
        if item.id == pay.main.evidence
    )
    return wording.period(next(found, None))


def apart(one: Number, other: Number) -> str:
    """How much two yearly amounts differ, to the hundred: "$14,300"."""
    return wording.money(round(abs(float(one) - float(other)), -2))


def yearly(wage: Wage) -> float:
    """A median in USD a year, at the source's 2,080 hours where it is paid by the hour."""
    from tools.salary.estimate import HOURS_A_YEAR

    return float(wage.median) * (HOURS_A_YEAR if wage.row.unit == "USD/hour" else 1)


def wage_table(pays: Sequence[Pay]) -> tuple[str, tuple[str, ...]]:
    """The rows of all subjects as markdown, with the evidence in it; a row names what it counts and where.

    Nothing where there is but one row.
    """
    wages = [wage for pay in pays for wage in pay.wages if wage.row.area_code == pay.main.row.area_code]
    if len(wages) < 2:
        return "", ()
    rows = [
        f"| {wage.occupation}, {wage.place} [{wage.evidence}] | {wage.money('p25')} | {wage.money('p50')} "
        f"| {wage.money('p75')} | {jobs(wage)} |"
        for wage in wages
    ]
    head = prompts.fill(prompts.reply("tables.wages"), period=period(pays[0])).strip()
    return "\n".join([head, *dict.fromkeys(rows)]), tuple(dict.fromkeys(wage.evidence for wage in wages))


def jobs(wage: Wage) -> Cited:
    """How many hold such a job there."""
    held = wage.row.employment
    return Cited("not published") if held is None else Cited(wording.number(held), wage.evidence)

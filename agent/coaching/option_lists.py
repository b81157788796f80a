"""Occupations of a list with their pay and jobs: in a sentence, and in a table."""

from collections.abc import Callable, Sequence

import prompts
from agent import wording
from agent.coaching import names
from agent.coaching.findings import Found
from agent.coaching.lines import Cited
from tools.evidence import Figure
from tools.options.models import OptionsDocument, RoleOption

_DEGREE = 3  # years of school from which on it is one

Options = Found[OptionsDocument]


def figure_of(code: str, statistic: str) -> Callable[[Figure], bool]:
    return lambda figure: f"({code})" in figure.subject and figure.statistic == statistic


def pay_of_option(found: Options, option: RoleOption) -> Cited:
    """The median of an occupation."""
    held = found.holding(figure_of(option.code, "p50"))
    if option.wages.p50 is None or held is None:
        return Cited("not published")
    return Cited(wording.money(option.wages.p50, option.wages.unit), held[0].id)


def with_pay(found: Options, options: Sequence[RoleOption]) -> tuple[str, list[str]]:
    """Options with their medians in words, and the evidence."""
    pays = [(option.name, pay_of_option(found, option)) for option in options]
    return wording.listing([f"{name} ({pay})" for name, pay in pays]), [
        id_ for _, pay in pays for id_ in pay.evidence
    ]


def period_of(found: Options) -> str:
    return wording.period(next((figure.period for item in found.evidence for figure in item.figures), None))


def table_of(found: Options, options: Sequence[RoleOption]) -> tuple[str, tuple[str, ...]]:
    """Pay, jobs and preparation of each, beside their own work or by itself, and what is cited."""
    rows = [prompts.fill(prompts.reply("tables.options"), period=period_of(found)).strip()]
    cited: list[str] = []
    for option in options:
        pay, jobs = pay_of_option(found, option), option.wages.employment
        cited += pay.evidence
        rows.append(
            f"| {option.name}, {names.area(option.wages.area)} {wording.cite(*pay.evidence)} | {pay} "
            f"| {'not published' if jobs is None else wording.number(jobs)} "
            f"| {_preparation(found, option)} |"
        )
    return "\n".join(rows), tuple(cited)


def _preparation(found: Options, option: RoleOption) -> str:
    if found.document.present is None:
        years = option.school_years
        return "not known" if years is None else prompts.reply(f"tables.school_{min(years, _DEGREE)}")
    return "like yours" if option.schooling is None else "more schooling"

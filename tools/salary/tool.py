"""The salary lookup as a LangChain tool."""

from tools.calling import repeatable
from tools.salary.models import SalaryDocument
from tools.salary.pay import lookup
from tools.salary.states import ranked


@repeatable
def lookup_salary(
    role: str,
    location: str | None = None,
    level: str | None = None,
    pay: float | None = None,
    *,
    contract: bool = False,
    hourly: bool = False,
    by_state: bool = False,
) -> tuple[str, SalaryDocument]:
    """Look up what a role pays: official US wage percentiles and reported pay bands, each with its source.

    role: a job title in the person's own words. location: a US city, metropolitan area or state. level: a level
    or years of experience ("senior", "3 years"). pay: a pay or offer in US dollars to place among the percentiles.
    contract: true when that pay is a contractor's rate, without an employer's benefits, and for the rate to bill.
    hourly: true for wages by the hour. by_state: true for the states ranked by the median wage, or
    with a state as location for its areas; level and pay are left aside.
    """
    if by_state:
        document = ranked(role, location)
        return describe(document), document
    document = lookup(role, location, level, pay=pay, contract=contract, hourly=hourly)
    return describe(document), document


def describe(document: SalaryDocument) -> str:
    """The document in a few lines: evidence first, then what must be said about it."""
    lines = [f"{match.title} ({match.code}): {match.why}." for match in document.occupations]
    lines += [piece.text for piece in document.evidence]
    return "\n".join([*lines, *document.notes])

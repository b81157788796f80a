"""The suggestion of roles as a LangChain tool."""

from tools.calling import repeatable
from tools.options.conditions import Condition
from tools.options.models import OptionsDocument
from tools.options.report import describe
from tools.options.suggestion import suggest


@repeatable
def suggest_roles(
    role: str | None = None,
    location: str | None = None,
    *,
    no_degree: bool = False,
    min_pay: float | None = None,
    pay: float | None = None,
    better_pay: bool = True,
    conditions: list[Condition] | None = None,
    other_field: bool = False,
) -> tuple[str, OptionsDocument]:
    """Suggest occupations near a person's work: why near, pay and jobs where they live, entry, schooling.

    role: the work they do now, in their own words; without one the location's well-paid occupations with most jobs.
    location: a US city, metropolitan area or state.
    no_degree: only what is usually entered without a four-year degree. min_pay: the least yearly pay in US dollars.
    pay: what they earn now in US dollars. better_pay: false to show also what pays no more than now.
    conditions: only work that is light on the body, at a desk, outdoors, with the hands, by day, quiet (no public),
    with people, from home (at a desk), or settled (no travel).
    other_field: true for who wants out of their field: nothing of its major group.
    """
    document = suggest(
        role,
        location,
        no_degree=no_degree,
        min_pay=min_pay,
        pay=pay,
        better_pay=better_pay,
        conditions=conditions or (),
        other_field=other_field,
    )
    return describe(document), document

"""Whether pay is low or high: where an offer or the person's own pay stands among the published percentiles."""

from agent import wording
from agent.models import Claim
from agent.plans.drafting.pay import Salary
from tools.salary.estimate import ordinal
from tools.salary.models import PayEstimate

_MIDDLE = 10  # percentiles from the 50th within which pay is about the middle
_FAR = 25  # percentiles from the ends


def verdict_claims(found: Salary, most: int) -> list[Claim]:
    """One sentence for each occupation that the role may be; empty where no pay was asked about or placed."""
    first: dict[str, PayEstimate] = {}
    for placed in found.document.estimates:
        first.setdefault(placed.occupation, placed)
    claims = [_verdict(found, placed) for placed in first.values()]
    return [claim for claim in claims if claim is not None][:most]


def _verdict(found: Salary, placed: PayEstimate) -> Claim | None:
    held = found.holding(
        lambda figure: (
            figure.statistic == "given"
            and placed.occupation in figure.subject
            and figure.place == placed.area
        )
    )
    if held is None:
        return None
    evidence, given = held
    text = (
        f"{wording.money(placed.pay, placed.unit, rate=True)} is {_standing(placed)} for "
        f"{wording.subject(given.subject)} {wording.in_place(placed.area)} ({wording.period(given.period)}): "
        f"{_percentiles(placed)}."
    )
    return Claim(text=text, evidence=[evidence.id])


def _standing(placed: PayEstimate) -> str:
    known = placed.percentile is not None
    low, high = (placed.percentile or 0,) * 2 if known else (placed.at_least, placed.at_most)
    if abs(low - 50) <= _MIDDLE and abs(high - 50) <= _MIDDLE:
        return "about the middle"
    if high < 50:
        return "low" if high <= _FAR else "below the middle"
    if low > 50:
        return "high" if low >= 100 - _FAR else "above the middle"
    return "not far from the middle"


def _percentiles(placed: PayEstimate) -> str:
    """Between which published percentiles the pay lies, or at which it is estimated to be."""
    low, high = ordinal(placed.at_least), ordinal(placed.at_most)
    if placed.percentile is not None:
        jobs = "" if placed.jobs_above is None else f", some {wording.number(placed.jobs_above)} jobs"
        return (
            f"at about the {ordinal(placed.percentile)} percentile, an estimate between the published ones, so "
            f"about {100 - placed.percentile}% earn more{jobs}"
        )
    if placed.at_least == 0:
        return f"below the {high} percentile, so at least {100 - placed.at_most}% earn more"
    if placed.at_most == 100:
        return f"above the {low} percentile, so at most {100 - placed.at_least}% earn more"
    return f"between the {low} and the {high} percentile"

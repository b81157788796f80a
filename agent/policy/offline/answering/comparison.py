"""Two or more roles or places side by side."""

from itertools import pairwise

from agent import wording
from agent.models import Claim, Profile, Understanding
from agent.policy.offline.answering.markdown import bullets, cited
from agent.policy.offline.answering.salary import salary_reply
from agent.policy.offline.findings import Findings
from agent.policy.offline.statements.market import fact_claims
from agent.policy.offline.statements.pay import Salary, row_evidence, row_period, shown_rows, title_of
from agent.policy.offline.statements.roadmap import total_claim
from tools.salary.models import WageRow

Column = tuple[Salary, WageRow]
_ROWS = (("p50", "Median"), ("p10", "10th percentile"), ("p90", "90th percentile"))


def is_comparison(understanding: Understanding, findings: Findings) -> bool:
    several = max(len(findings.salaries), len(findings.roadmaps), len(findings.markets)) > 1
    return several and "comparison" in understanding.intents


def comparison_reply(findings: Findings, profile: Profile) -> str:
    """A table of wages, the gap at the median, then hours and market of each side."""
    columns = [column for found in findings.salaries if (column := _column(found))]
    parts = [salary_reply(found, profile) for found in findings.salaries if _column(found) is None]
    if len(columns) > 1:
        parts += [_table(columns), _gaps(columns)]
    elif columns:
        parts.append(salary_reply(columns[0][0], profile))
    ways = [total_claim(found, profile) for found in findings.roadmaps if found.document.milestones]
    market = [claim for found in findings.markets for claim in fact_claims(found, 1)]
    parts += [bullets(claims) for claims in (ways, market) if claims]
    return "\n\n".join(part for part in parts if part)


def _column(found: Salary) -> Column | None:
    rows = shown_rows(found, 1)
    return (found, rows[0]) if rows else None


def _table(columns: list[Column]) -> str:
    """Roles and places across, statistics down, each cell with its own citation."""
    dates = list(dict.fromkeys(row_period(found, row) for found, row in columns))
    heads = [f"{wording.sentence(title_of(found, row)).rstrip('.')}, {row.area}" for found, row in columns]
    lines = [
        f"Official wages, {wording.listing(dates)}:\n",
        f"| | {' | '.join(heads)} |",
        f"|---|{'---|' * len(columns)}",
    ]
    for name, label in _ROWS:
        cells = [_cell(found, row, name) for found, row in columns]
        lines.append(f"| {label} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _cell(found: Salary, row: WageRow, name: str) -> str:
    value, evidence = getattr(row, name), row_evidence(found, row)
    if value is None or evidence is None:
        return "not published"
    return f"{wording.money(value, row.unit, rate=True)} {wording.cite(evidence.id)}"


def _gaps(columns: list[Column]) -> str:
    """Differences between cited medians, said to be differences."""
    claims = []
    for (left, one), (right, other) in pairwise(columns):
        claim = _gap(left, one, right, other)
        if claim is not None:
            claims.append(cited(claim))
    return " ".join(claims)


def _gap(left: Salary, one: WageRow, right: Salary, other: WageRow) -> Claim | None:
    held = row_evidence(left, one), row_evidence(right, other)
    if one.p50 is None or other.p50 is None or one.unit != other.unit or None in held or not other.p50:
        return None
    difference = float(one.p50) - float(other.p50)
    share = round(100 * abs(difference) / float(other.p50))
    more = "more" if difference >= 0 else "less"
    names = [
        f"{title_of(found, row)} in {wording.place(row.area)}" for found, row in ((left, one), (right, other))
    ]
    if difference == 0:
        text = f"At the median, {names[0]} and {names[1]} earn the same."
    else:
        text = (
            f"At the median, {names[0]} earn {wording.money(abs(difference), one.unit)} ({share}%) {more} than "
            f"{names[1]}: the difference of the two cited figures."
        )
    return Claim(text=text, evidence=[item.id for item in held if item is not None])

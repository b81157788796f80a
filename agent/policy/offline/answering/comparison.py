"""Two or more roles or places side by side: who earns more first, then the figures."""

from itertools import combinations, pairwise

from agent import wording
from agent.coaching.findings import Findings
from agent.grounding.derived import Median, median_difference
from agent.models import Claim, Understanding
from agent.plans.drafting.pay import (
    Salary,
    counted_as,
    reported_claims,
    row_evidence,
    row_period,
    shown_rows,
    title_of,
)
from agent.policy.offline.answering.markdown import bullets, cited
from agent.policy.offline.answering.question import Question
from agent.policy.offline.answering.roadmap import roadmaps_reply
from agent.policy.offline.answering.salary import REPORTED, is_plain, salary_reply, stands_in
from agent.policy.offline.answering.ways_and_markets import markets_compared, ways_compared
from tools.evidence import Evidence
from tools.salary.models import WageRow

Column = tuple[Salary, WageRow]
_ROWS = (("p50", "Median"), ("p10", "10th percentile"), ("p90", "90th percentile"))
_MOST_GAPS = 4


def is_comparison(understanding: Understanding, findings: Findings, question: Question) -> bool:
    several = max(len(findings.salaries), len(findings.roadmaps), len(findings.markets)) > 1
    return several and ("comparison" in understanding.intents or question.wants("versus"))


def comparison_reply(findings: Findings, question: Question) -> str:
    """Pay, hours and market of all sides, as far as they were looked up."""
    columns = _columns(findings.salaries)
    parts = [salary_reply(found, question) for found in findings.salaries if _column(found) is None]
    if len(columns) > 1:
        wages = [_gaps(columns, findings), _table(columns)]
        counted = _counted(columns, question)
        # Whose figures stand in for a role's must be known before they are compared.
        parts += [counted, *wages] if any(stands_in(found) for found, _ in columns) else [*wages, counted]
        parts.append(_reported(columns, question))
    elif columns:
        parts += [_alike(findings.salaries), salary_reply(columns[0][0], question)]
    told = any(parts) or findings.markets  # what is compared otherwise needs no word on missing roadmaps
    missing = [found for found in findings.roadmaps if not found.document.milestones and not told]
    parts += [
        roadmaps_reply(missing, question),
        ways_compared(findings.roadmaps),
        markets_compared(findings.markets, question),
    ]
    return "\n\n".join(dict.fromkeys(part for part in parts if part))


def _alike(salaries: list[Salary]) -> str:
    """That roles of different names are one occupation of the statistics in one place."""
    held = [found for found in salaries if _column(found)]
    roles = list(dict.fromkeys(f"“{wording.inline(found.document.role)}”" for found in held))
    if len(roles) < 2:
        return ""
    if all(map(stands_in, held)):
        return f"Official statistics know no {wording.listing(roles, 'or')}: the same occupations stand in for each."
    title = title_of(held[0], shown_rows(held[0], 1)[0])
    return f"Official statistics do not tell {wording.listing(roles)} apart: each is counted as {title}."


def _columns(salaries: list[Salary]) -> list[Column]:
    """The likeliest row of each lookup; two names of one occupation in one place are one column."""
    columns: dict[tuple[str, str], Column] = {}
    for found in salaries:
        if column := _column(found):
            columns.setdefault((column[1].occupation, column[1].area_code), column)
    return list(columns.values())


def _column(found: Salary) -> Column | None:
    rows = shown_rows(found, 1)
    return (found, rows[0]) if rows else None


def _gaps(columns: list[Column], findings: Findings) -> str:
    """Who earns more at the median, and by how much."""
    known = [item for found in findings.salaries for item in found.evidence]
    alike = (
        len({row.area_code for _, row in columns}) == 1 or len({row.occupation for _, row in columns}) == 1
    )
    ranked = sorted(columns, key=lambda column: -(column[1].p50 or 0))
    pairs = pairwise(ranked) if alike else combinations(columns, 2)
    claims = [claim for left, right in pairs if (claim := _gap(left, right, known))]
    return cited(claims[0]) if len(claims) == 1 else bullets(claims[:_MOST_GAPS])


def _gap(left: Column, right: Column, known: list[Evidence]) -> Claim | None:
    """The higher side, then by how much; the difference is evidence of its own where the turn computed it."""
    medians = [(column, median) for column in (left, right) if (median := _median(*column))]
    if len(medians) < 2:
        return None
    medians.sort(key=lambda side: -side[1][1].value)
    (more, high), (less, low) = medians
    ids = [high[0].id, low[0].id]
    if high[1].value == low[1].value and high[1].unit == low[1].unit:
        return Claim(text=f"At the median, {_side(*more)} and {_side(*less)} earn the same.", evidence=ids)
    apart = median_difference(high, low)
    if apart is None:
        return None
    amount, share = (figure.value for figure in apart.figures)
    same_place, same_work = high[1].place == low[1].place, high[1].subject == low[1].subject
    lead = wording.in_place(more[1].area) if same_place else "at the median"
    at = " at the median" if same_place else ""
    date = f" ({wording.period(high[1].period)})" if high[1].period else ""
    one, other = (title_of(*column) if same_place else _side(*column) for column in (more, less))
    other = wording.in_place(less[1].area) if same_work else other
    text = f"{lead}, {one} earn {wording.money(amount, high[1].unit, rate=True)} ({wording.number(share)}%) more{at} than {other}{date}"
    numbered = [item.id for item in known if item.model_copy(update={"id": ""}) == apart]
    return Claim(text=wording.sentence(text), evidence=[*numbered[:1], *ids])


def _median(found: Salary, row: WageRow) -> Median | None:
    evidence = row_evidence(found, row)
    figures = evidence.figures if evidence else []
    median = next((figure for figure in figures if figure.statistic == "p50"), None)
    return (evidence, median) if evidence and median else None


def _side(found: Salary, row: WageRow) -> str:
    return f"{title_of(found, row)} {wording.in_place(row.area)}"


def _table(columns: list[Column]) -> str:
    """Roles and places across, statistics down, each cell with its own citation; what all share stands above."""
    dates = list(dict.fromkeys(row_period(found, row) for found, row in columns))
    areas = list(dict.fromkeys(row.area for _, row in columns))
    works = {row.occupation for _, row in columns}
    shared = f" of {title_of(*columns[0])}" if len(works) == 1 else ""
    shared += f" {wording.in_place(areas[0])}" if len(areas) == 1 else ""
    heads = [_head(found, row, work=len(works) > 1, area=len(areas) > 1) for found, row in columns]
    lines = [
        f"Official wages{shared}, {wording.listing(dates)}:\n",
        f"| | {' | '.join(heads)} |",
        f"|---|{'---|' * len(columns)}",
    ]
    for name, label in _ROWS:
        cells = [_cell(found, row, name) for found, row in columns]
        lines.append(f"| {label} | {' | '.join(cells)} |")
    return "\n".join(lines)


def _head(found: Salary, row: WageRow, *, work: bool, area: bool) -> str:
    title = wording.sentence(title_of(found, row)).rstrip(".")
    return ", ".join(
        part for part, shown in ((title, work or not area), (wording.place(row.area), area)) if shown
    )


def _cell(found: Salary, row: WageRow, name: str) -> str:
    value, evidence = getattr(row, name), row_evidence(found, row)
    if value is None or evidence is None:
        return "not published"
    return f"{wording.money(value, row.unit, rate=True)} {wording.cite(evidence.id)}"


def _reported(columns: list[Column], question: Question) -> str:
    """What others report of roles that the official statistics do not know."""
    claims = [claim for found, _ in columns if stands_in(found) for claim in reported_claims(found, 1)]
    claims = question.untold({claim.text: claim for claim in claims}.values())
    return f"{REPORTED}\n\n{bullets(claims)}" if claims else ""


def _counted(columns: list[Column], question: Question) -> str:
    """Which occupation stands in the table for a role that goes by another name."""
    said = []
    for found, row in columns:
        role, title = wording.inline(found.document.role), title_of(found, row)
        if stands_in(found):
            said.append(
                f"Official statistics have no occupation called “{role}”: the table shows {title} for it."
            )
        elif counted_as(found) and not is_plain(found):
            others = [
                wording.subject(match.title)
                for match in found.document.occupations
                if match.code != row.occupation
            ]
            not_as = f", and not as {wording.listing(others, 'or')}" if others else ""
            said.append(f"The table counts “{role}” as {title}{not_as}.")
    return " ".join(question.once(wording.sentence(text)) for text in dict.fromkeys(said)).strip()

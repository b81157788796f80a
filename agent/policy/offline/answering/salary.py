"""What a role pays: the answer to an offer first, official wages, and what others report apart from them."""

import re

from agent import wording
from agent.models import Claim
from agent.policy.offline.answering.markdown import bullets, cited
from agent.policy.offline.answering.question import Question
from agent.policy.offline.statements.notes import note_claims
from agent.policy.offline.statements.pay import (
    Salary,
    counted_as,
    estimate_claims,
    neighbour_claims,
    reported_claims,
    shown_rows,
    title_of,
    wage_lines,
)
from tools.salary.models import PayEstimate, WageRow

_ROWS = 3
_REPORTED = 2
_NOTES = 2
_MIDDLE = 10  # percentiles from the 50th within which pay is about the middle
_FAR = 25
# What the rows say themselves, or what only whoever runs the coach can use.
_SAID = re.compile(
    r": no figure; the source has no row|is shown beside .* in its place|could be several places: "
)
_FOR_OPERATORS = re.compile(r"[^.]*\bCOACH_HOME\b.*$", re.DOTALL)


def salary_reply(found: Salary, question: Question) -> str:
    """Wages, how the role is counted, reported bands; or in words why there are none."""
    if found.document.ambiguous:
        return ask_which_place(str(found.result.args.get("location") or "place"), found.document.ambiguous)
    estimates = estimate_claims(found)[:1]
    rows = shown_rows(found, 1 if estimates else _ROWS)
    reported = question.untold(reported_claims(found, _REPORTED))
    parts = [*_placed(found, estimates), *_wages(found, rows, question), _remarks(found, rows, question)]
    if not reported and (beside := question.untold(neighbour_claims(found))):
        parts.append(
            "No reported figure is about that very level; these are the nearest:\n\n" + bullets(beside)
        )
    if reported:
        parts.append("Reported by others, apart from the official statistics:\n\n" + bullets(reported))
    if not rows and not found.document.reported:
        parts.append(_instead(found, question))
    return "\n\n".join(part for part in parts if part)


def ask_which_place(place: str, candidates: list[str]) -> str:
    """The question back when a place could be several."""
    return f"Which {wording.inline(place)} do you mean? It could be {listed_places(candidates[:6])}."


def listed_places(names: list[str]) -> str:
    """Names that hold commas themselves: "Salem, OR; Salem, MA; or Salem, NH"."""
    if len(names) < 3:
        return " or ".join(names)
    return f"{'; '.join(names[:-1])}; or {names[-1]}"


def _placed(found: Salary, estimates: list[Claim]) -> list[str]:
    """Whether the person's pay is low or high, before the wages it is held against."""
    if not estimates:
        return []
    placed = found.document.estimates[0]
    titles = {match.code: wording.subject(match.title) for match in found.document.occupations}
    verdict = f"That is {_standing(placed)} for {titles[placed.occupation]} {wording.in_place(placed.area)}."
    return [f"{verdict} {cited(estimates[0])}"]


def _standing(placed: PayEstimate) -> str:
    low, high = (
        (placed.percentile, placed.percentile)
        if placed.percentile is not None
        else (placed.at_least, placed.at_most)
    )
    if abs(low - 50) <= _MIDDLE and abs(high - 50) <= _MIDDLE:
        return "about the middle"
    if high < 50:
        return "low" if high <= _FAR else "below the middle"
    if low > 50:
        return "high" if low >= 100 - _FAR else "above the middle"
    return "not far from the middle"


def _wages(found: Salary, rows: list[WageRow], question: Question) -> list[str]:
    lead, claims = wage_lines(found, rows)
    if not claims:
        return []
    listed = cited(claims[0]) if len(claims) == 1 else bullets(claims)
    return [question.once(counted_as(found)), f"{lead}\n\n{listed}" if lead else listed]


def _remarks(found: Salary, rows: list[WageRow], question: Question) -> str:
    """What the rows shown do not say themselves: a wider place instead of the asked one, and how sure they are."""
    wider = [question.once(text) for row in rows if (text := _wider(found, row))]
    notes = [
        text
        for note in found.document.notes
        if not _SAID.search(note) and _concerns(found, note, rows) and (text := for_people(note))
    ]
    claims = note_claims(notes, found.evidence, question.profile, _NOTES if rows else None)
    told = question.untold(claims) if rows else claims
    return " ".join(part for part in (*wider, *map(cited, told)) if part)


def _wider(found: Salary, row: WageRow) -> str:
    asked = next(each for each in found.document.wages if each.occupation == row.occupation)
    if asked.area_code == row.area_code:
        return ""
    title, where = title_of(found, row), wording.place(row.area)
    return (
        f"For {title} no wage is published {wording.in_place(asked.area)} itself; {where} is shown instead."
    )


def _concerns(found: Salary, note: str, rows: list[WageRow]) -> bool:
    """Whether a note about one occupation is about one that is shown."""
    shown = {row.occupation for row in rows}
    about = [
        match.code
        for match in found.document.occupations
        if note.startswith((f"{match.title},", f"{match.title}:"))
    ]
    return not about or not rows or about[0] in shown


def for_people(note: str) -> str:
    """A note without what only whoever runs the coach can use."""
    return _FOR_OPERATORS.sub("", note).strip()


def _instead(found: Salary, question: Question) -> str:
    """What can be asked where nothing is known."""
    document = found.document
    role = wording.inline(document.role)
    if document.occupations:
        return question.once(
            "I can give the figure for the United States as a whole, or for a US city or state you name."
        )
    lead = "" if document.notes else f"What {role} pays is not known to my sources. "
    return lead + question.once(
        "If the work goes by another title, or is close to a commoner one, tell me that and I look it up."
    )

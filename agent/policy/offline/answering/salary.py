"""What a role pays: where the person's own pay stands first, official wages, and what others report apart from them."""

import re

from agent import wording
from agent.models import Claim
from agent.naming import in_text
from agent.plans.drafting.notes import note_claims
from agent.plans.drafting.pay import (
    Salary,
    counted_as,
    ends_in_words,
    reported_claims,
    row_period,
    shown_rows,
    title_of,
    wage_claim,
)
from agent.policy.offline.answering.markdown import bullets, cited
from agent.policy.offline.answering.question import Question
from agent.policy.offline.answering.verdict import verdict_claims
from tools.salary.models import WageRow

REPORTED = "Reported by others, apart from the official statistics:"
_ROWS = 3
_REPORTED = 2
_NOTES = 2
_UNKNOWN = "What that pays is not known to my sources."
_YEARLY = "For this work the official figures are for a full-time year; I have none for a shorter time."
_EMPLOYERS = "What single employers pay is not in my sources; this is what the work pays over all."
_ELSEWHERE = "I can look it up for the United States as a whole, or for a US city or state you name."
_OTHERWISE = (
    "If the work goes by another title, or is close to a commoner one, tell me that and I'll look it up."
)
# What the rows say themselves, or what only whoever runs the coach can use.
_SAID = re.compile(
    r": no figure; the source has no row|: employment(?: is uncertain|:)|is shown beside .* in its place|could be several places: "
    r"|: Wages for some occupations that do not generally work year-round"
)
_FOR_OPERATORS = re.compile(r"[^.]*\bCOACH_HOME\b.*$", re.DOTALL)


def salary_reply(found: Salary, question: Question) -> str:
    """Wages, how the role is counted, reported bands; or in words why there are none."""
    if found.document.ambiguous:
        return ask_which_place(str(found.result.args.get("location") or "place"), found.document.ambiguous)
    verdicts = verdict_claims(found, _ROWS)
    rows = shown_rows(found, len(verdicts) or _ROWS)
    reported = question.untold(reported_claims(found, _REPORTED))
    parts = [_listed(verdicts)] if verdicts else []
    if question.wants("employers"):
        parts.append(_EMPLOYERS)
    if question.wants("shorter") and not verdicts and rows and all(row.unit == "USD/year" for row in rows):
        parts.append(_YEARLY)
    parts += _wages(found, rows, question)
    parts.append(" ".join(text for row in rows if (text := question.once(_wider(found, row)))))
    if not reported and (beside := question.untold(_neighbour_claims(found))):
        parts.append(
            "No reported figure is about that very level; these are the nearest:\n\n" + bullets(beside)
        )
    if reported:
        parts.append(f"{REPORTED}\n\n{bullets(reported)}")
    parts.append(_remarks(found, rows, question))
    if not rows and not found.document.reported:
        parts[-1] = f"{parts[-1] or _UNKNOWN} {instead(found.document.role, question)}".strip()
    return "\n\n".join(part for part in parts if part)


def ask_which_place(place: str, candidates: list[str]) -> str:
    """The question back when a place could be several."""
    return f"Which {wording.inline(place)} do you mean: {listed_places(candidates[:6])}?"


def listed_places(names: list[str]) -> str:
    """Names that hold commas themselves: "Salem, OR; Salem, MA; or Salem, NH"."""
    if len(names) < 3:
        return " or ".join(names)
    return f"{'; '.join(names[:-1])}; or {names[-1]}"


def _wages(found: Salary, rows: list[WageRow], question: Question) -> list[str]:
    lead, claims = _wage_lines(found, rows)
    if not claims:
        return []
    listed = f"{lead}\n\n{_listed(claims)}" if lead else _listed(claims)
    counted = question.once(counted_as(found))
    if len(claims) > 1 or stands_in(found):
        return [counted, listed]
    return [listed if is_plain(found) else f"{listed} {counted}".strip()]


def _listed(claims: list[Claim]) -> str:
    return cited(claims[0]) if len(claims) == 1 else bullets(claims)


def stands_in(found: Salary) -> bool:
    """Whether the statistics have no occupation of the role's own, so that others stand in for it."""
    return any(match.why.startswith("stand-in") for match in found.document.occupations)


def is_plain(found: Salary) -> bool:
    """Whether the occupation's title begins with the role's own words ("welders, cutters, ...")."""
    return begins_with(found.document.occupations[0].title, found.document.role)


def begins_with(title: str, role: str) -> bool:
    return title.casefold().startswith(re.sub(r"(?:ies|y|s)$", "", in_text(role).casefold()))


def _remarks(found: Salary, rows: list[WageRow], question: Question) -> str:
    """What the figures shown do not say themselves, and why there are none."""
    notes = [
        text
        for note in found.document.notes
        if not _SAID.search(note) and _concerns(found, note, rows) and (text := for_people(note))
    ]
    claims = note_claims(notes, found.evidence, question.profile, _NOTES if rows else None)
    return " ".join(map(cited, question.untold(claims) if rows else claims))


def _wider(found: Salary, row: WageRow) -> str:
    asked = next(each for each in found.document.wages if each.occupation == row.occupation)
    if asked.area_code == row.area_code:
        return ""
    title, where = title_of(found, row), wording.place(row.area)
    return (
        f"For {title} no wage is published {wording.in_place(asked.area)} itself; {where} is shown instead."
    )


def _concerns(found: Salary, note: str, rows: list[WageRow]) -> bool:
    """Whether a note about one wage row is about a row that is shown."""
    titles = {match.code: match.title for match in found.document.occupations}
    about = [title for title in titles.values() if note.startswith((f"{title},", f"{title}:"))]
    shown = [(titles[row.occupation], row.area) for row in rows]
    return (
        not about
        or not rows
        or any(note.startswith((f"{title}, {area}:", f"{title}:")) for title, area in shown)
    )


def for_people(note: str) -> str:
    """A note without what only whoever runs the coach can use."""
    return _FOR_OPERATORS.sub("", note).strip()


def instead(role: str, question: Question) -> str:
    """What can be asked where nothing is known: of a known role another place, of an unknown one another name."""
    from tools.salary.pay import role_links

    return question.once(_ELSEWHERE if role_links(role) else _OTHERWISE)


def _wage_lines(found: Salary, rows: list[WageRow]) -> tuple[str, list[Claim]]:
    """Several rows under one lead-in that says place, month and rate; no lead-in where they differ in these."""
    claims = [claim for row in rows if (claim := wage_claim(found, row)) is not None]
    if len(claims) < 2 or len({(row.area, row.unit, row_period(found, row)) for row in rows}) > 1:
        return "", claims
    first = rows[0]
    lead = f"Wages {wording.rate(first.unit)} {wording.in_place(first.area)} ({row_period(found, first)}):"
    return lead, [
        claim.model_copy(update={"text": _line(found, row)})
        for row in rows
        if (claim := wage_claim(found, row)) is not None
    ]


def _line(found: Salary, row: WageRow) -> str:
    median = f"median {wording.money(row.p50, row.unit)}" if row.p50 is not None else ""
    return wording.sentence(
        f"{title_of(found, row)}: {'; '.join(part for part in (median, ends_in_words(row)) if part)}"
    )


def _neighbour_claims(found: Salary) -> list[Claim]:
    """The reported bands on both sides of a level that no band is about."""
    labels = {band.label for band in found.document.reported}
    claims = []
    for item in found.evidence:
        ends = {
            figure.statistic: figure
            for figure in item.figures
            if figure.subject not in labels and wording.rate(figure.unit)
        }
        if not {"low", "high"} <= ends.keys():
            continue
        low, high = ends["low"], ends["high"]
        where = ", ".join(part for part in (wording.place(low.place), wording.period(low.period)) if part)
        amount = f"{wording.money(low.value, low.unit)} to {wording.money(high.value, high.unit, rate=True)}"
        claims.append(Claim(text=f"{wording.inline(low.subject)}: {amount} ({where}).", evidence=[item.id]))
    return claims

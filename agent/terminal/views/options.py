"""The view of near occupations."""

from agent import wording
from agent.terminal.render import Screen
from agent.terminal.views.parts import UNKNOWN, cell, listed, sources, trust_of
from tools.options.entry import years
from tools.options.models import OptionsDocument, PresentWork, RoleOption

_COLUMNS = ("Occupation", "Median", "Against now", "Jobs", "Preparation")


def view(screen: Screen, document: OptionsDocument) -> None:
    """Pay and jobs of all options in one table, then a line each on why and how, notes and sources."""
    place = wording.in_place(document.area) if document.area else ""
    screen.heading(f"Near what you do: {document.role}" if document.role else f"Work {place}".strip())
    if document.present is not None:
        screen.line(_now(document.present), "quiet")
    if document.options:
        screen.line()
        columns = _COLUMNS if document.present else (*_COLUMNS[:2], *_COLUMNS[3:4])
        rows = [_row(option, document) for option in document.options]
        kept = rows if document.present else [(*row[:2], row[3]) for row in rows]
        screen.table(columns, kept, numeric=(1, 2, 3) if document.present else (1, 2))
    listed(screen, "Why, and how one enters", (_way(option) for option in document.options))
    listed(screen, "Which place do you mean?", document.ambiguous)
    listed(screen, "Notes", document.notes)
    sources(screen, document.evidence)


def _now(work: PresentWork) -> str:
    pay = "pay not published" if work.pay is None else wording.money(work.pay, rate=True)
    told = ", as you said" if work.pay_told else ", the median" if work.pay is not None else ""
    return f"Now: {work.name} {wording.in_place(work.wages.area)}, {pay}{told}"


def _row(option: RoleOption, document: OptionsDocument) -> tuple[str, ...]:
    """A row; where the wages are of a larger area, its name stands beside the occupation."""
    elsewhere = option.wages.area != document.area
    jobs = UNKNOWN if option.wages.employment is None else wording.number(option.wages.employment)
    return (
        f"{option.name} ({wording.place(option.wages.area)})" if elsewhere else option.name,
        cell(option.wages.p50, option.wages.unit),
        _difference(option),
        jobs,
        _schooling(option),
    )


def _schooling(option: RoleOption) -> str:
    if option.schooling is not None:
        return f"{years(option.schooling)} more"
    return "your level" if option.job_zone is not None else "not known"


def _difference(option: RoleOption) -> str:
    if option.difference is None:
        return ""
    return f"{'+' if option.difference > 0 else ''}{wording.money(option.difference)}"


def _way(option: RoleOption) -> str:
    """Why it is near, what it asks for, and what else is held about it."""
    parts = [option.why, f"entry: {option.entry}" if option.entry else ""]
    if option.growth is not None:
        trust = trust_of(option.growth.trust)
        parts.append(
            f"projected growth {wording.number(option.growth.value)}% "
            f"({wording.period(option.growth.period)}{f'; {trust}' if trust else ''})"
        )
    if option.roadmaps:
        parts.append(f"`coach roadmap` has the way there: {wording.listing(option.roadmaps)}")
    return f"{option.name}: {'; '.join(part for part in parts if part)}"

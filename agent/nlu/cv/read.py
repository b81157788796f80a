"""A CV to changes of the profile: the latest job, the years worked, the place, the skills, and what was not placed."""

import re
from datetime import date
from itertools import chain, pairwise
from typing import NamedTuple

from langchain_core.messages import AnyMessage

from agent.models import CvJob, CvReport, ProfileChange
from agent.nlu import sense
from agent.nlu.cv.entries import Job, Work, read_work
from agent.nlu.cv.forms import form_in
from agent.nlu.cv.json_resume import read_json_resume
from agent.nlu.cv.lines import LONGEST_LINE, Line, read_lines
from agent.nlu.cv.periods import find_periods, months_worked
from agent.nlu.cv.places import place_in
from agent.nlu.cv.sections import Section, is_posting, split_sections
from agent.nlu.cv.skills import distinct_skills, listed_skills, task_skills
from agent.nlu.cv.titles import BEGINS, title_in
from agent.nlu.cv.words import listed, normal
from agent.nlu.values.durations import parse_years
from tools.evidence import Number

KIND = "cv"  # what `additional_kwargs["kind"]` of a message says that was handed over as a CV
LONGEST = 40_000  # characters; CVs are shorter
_FEWEST_LINES = 5
_FEWEST_WRITTEN = 3  # two columns have at least three lines each
_LETTERHEAD = 12
_PIECE = re.compile(r"\s*[|·•,;/()]\s*|\s[-\u2013\u2014]\s|\s{3,}")
_YEARS = re.compile(r"\b\d{1,2}\s?\+?\s*(?:years?|yrs?|jahren?|ans|años)\b(?!\s*(?:old|alt))", re.IGNORECASE)


class ReadCv(NamedTuple):
    """Changes of the profile, and what was read beside them; `handed` says that nothing but the CV was handed over."""

    changes: list[ProfileChange]
    report: CvReport
    handed: bool = False


def cv_in(message: AnyMessage, today: date) -> ReadCv | None:
    """A message of the person read as a CV, where it was handed over as one or has a CV's shape."""
    text = str(message.text)
    handed = message.additional_kwargs.get("kind") == KIND
    return read_cv(text, today)._replace(handed=handed) if handed or is_cv(text, today) else None


def is_cv(text: str, today: date) -> bool:
    """Whether a message has a CV's shape: headings of a CV over dated entries or beside each other, none of a posting."""
    if form_in(text[:LONGEST], today) is not None:
        return True
    if len(text) < LONGEST_LINE and len(text.splitlines()) < _FEWEST_WRITTEN:
        return False
    if read_json_resume(text[:LONGEST]) is not None:
        return True
    lines = read_lines(text[:LONGEST])
    if len(lines) < _FEWEST_LINES:
        return False
    sections = split_sections(lines, today)
    kinds = {section.kind for section in sections}
    spans = sum(
        any(not period.single for period in find_periods(line.text, today))
        for section in sections
        for line in section.lines
    )
    if is_posting(lines) and not spans:
        return False
    return ("work" in kinds and spans > 0) or len(kinds & {"work", "skills", "education"}) > 1


def read_cv(text: str, today: date) -> ReadCv:
    """What a CV says of its owner; what it does not say is not changed. Raises nothing for any text."""
    text = text[:LONGEST]
    form = form_in(text, today)
    text = form.text if form else text
    sections = read_json_resume(text) or split_sections(read_lines(text), today)
    works = [read_work(section.lines, today) for section in sections if section.kind == "work"]
    jobs = [job for work in works for job in work.jobs]
    role = title_in(form.now).text if form and form.now else _role(jobs, sections)
    told = {"current_role": role or None, "years_experience": _years(jobs, sections, today)}
    told["location"] = _place(sections)
    changes = [_change(name, value) for name, value in told.items() if value is not None]
    changes += _skills(works, sections)
    unplaced = [line for work in works for line in work.unplaced]
    unplaced += [line.text for section in sections if section.kind == "unknown" for line in section.lines]
    return ReadCv(changes, CvReport(jobs=[_told(job) for job in jobs], unplaced=unplaced))


def _told(job: Job) -> CvJob:
    period = job.period
    if period is None:
        return CvJob(title=job.title)
    end = None if period.runs else _month(period.end - 1)
    return CvJob(title=job.title, start=_month(period.first), end=end)


def _month(count: int) -> str:
    return f"{count // 12}-{count % 12 + 1:02}"


def _change(name: str, value: Number | str) -> ProfileChange:
    return ProfileChange.model_validate({"field": name, "value": value})


def _role(jobs: list[Job], sections: list[Section]) -> str | None:
    """The job that ended last or runs, of several the one begun last; without dates the first; else the headline."""
    dated = [(job.period.end, job.period.first, -at, job) for at, job in enumerate(jobs) if job.period]
    return (max(dated)[3].title if dated else jobs[0].title if jobs else _headline(sections)) or None


def _headline(sections: list[Section]) -> str | None:
    """The title that a CV without jobs gives its owner in its head."""
    lines = (line for section in sections if section.kind == "head" for line in section.lines[:_LETTERHEAD])
    return next((title.text for line in lines if (title := title_in(line.text)).score >= BEGINS), None)


def _years(jobs: list[Job], sections: list[Section], today: date) -> Number | None:
    """Months in which any job ran, as years, whole ones from two on; without dates what the summary says."""
    periods = [job.period for job in jobs if job.period]
    years: Number | None
    if periods:
        exact = round(months_worked(periods) / 12, 1)
        years = round(exact) if exact >= 2 or exact == int(exact) else exact
    else:
        years = _spoken_years(sections, today)
    return years if years is not None and sense.is_possible("years_experience", years) else None


def _spoken_years(sections: list[Section], today: date) -> Number | None:
    """What head or summary say; else what stands beside the jobs together ("Cashier - Kroger, 2 years")."""
    for kinds, alone in ((("summary", "head"), False), (("work",), True), (("work",), False)):
        told = (
            _YEARS.search(piece)
            for section in sections
            if section.kind in kinds
            for line in section.lines
            for piece in ([line.text] if section.kind == "summary" else _PIECE.split(line.text))
        )
        # Years alone in a letterhead are an age ("31 años"), in a job's line its length.
        spoken = [match for match in told if match and (match[0] == match.string.strip()) == alone]
        if years := [found for match in spoken if (found := parse_years(match[0], today)) is not None]:
            return sum(years) if alone else years[0]
    return None


def _place(sections: list[Section]) -> str | None:
    """The place of the letterhead, else of the lines for contact, else of the name's block before summary or jobs."""
    named = False
    for kind in ("head", "contact"):
        for section in sections:
            lines = [line for line in section.lines if normal(line.text) not in listed("documents")]
            if section.kind == kind and (place := place_in(lines, name_first=not named)):
                return place
            named = named or (section.kind == kind and bool(lines))
    return place_in(_block_before_body(sections))


def _block_before_body(sections: list[Section]) -> list[Line]:
    """The block under a sidebar in which name and place stand before summary or jobs, as in LinkedIn's PDF; else its last line."""
    for before, section in pairwise(sections):
        if section.kind in ("summary", "work") and before.kind not in ("work", "head", "summary"):
            starts = [at for at, line in enumerate(before.lines) if line.blank_before and at]
            if not starts:
                return before.lines[-1:]
            if not re.search(r"[,\d]", before.lines[starts[-1]].text):
                return before.lines[starts[-1] :]
    return []


def _skills(works: list[Work], sections: list[Section]) -> list[ProfileChange]:
    names, levels = listed_skills(
        line for section in sections if section.kind == "skills" for line in section.lines
    )
    skills = distinct_skills(chain(names, *(task_skills(work.tasks) for work in works)))
    kept = {name: phrase for name, phrase in levels.items() if name in skills}
    return [ProfileChange(field="skills", op="add", value=skills, levels=kept)] if skills else []

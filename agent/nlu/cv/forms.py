"""A questionnaire about somebody's work (rows of question and answer, or one row under its questions), set as a CV."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from agent.nlu.cv.words import normal
from agent.nlu.values.durations import parse_years
from prompts import table
from tools.documents.embedder import built_in

_ROW = re.compile(r"^\|\s*([^|]+?)\s*\|\s*([^|]+?)\s*\|?\s*$")
_RECORD = re.compile(r"^-\s+(?=[^:;]+:\s)")
_PAIR = re.compile(r"(?:^|;\s+)([^:;]{2,80}?):\s+(.*?)(?=;\s+[^:;]{2,80}?:\s|$)")
_FEWEST, _MOSTLY = 4, 0.7
_NEAR = 0.6  # cosine to the nearest question of the table
_JOBS = ("now", "before", "title")
_OF_A_PERSON = ("name", "now", "before")
_OF_A_JOB = (*_JOBS, "employer", "first", "last", "dates", "years", "duties")
_HEADINGS = {"skills": "Skills", "education": "Education", "languages": "Languages"}


class Form(NamedTuple):
    """The answers set as a CV, and the present job where one question asks for it."""

    text: str
    now: str | None


@lru_cache(maxsize=8)
def form_in(text: str, today: date) -> Form | None:
    """The questionnaire that a text is; None where it is none, or asks for no job."""
    answers = [(_kind(asked), asked, answer) for asked, answer in _pairs(text)]
    kinds = {kind for kind, *_ in answers}
    if kinds.isdisjoint(_JOBS) or kinds.isdisjoint(_OF_A_PERSON):
        return None  # a table of a posting has a title, too
    lines = [answer for kind, _, answer in answers if kind in ("name", "place")]
    jobs = _jobs([(kind, answer) for kind, _, answer in answers if kind in _OF_A_JOB])
    lines += ["", "## Experience", ""]
    for job in jobs:
        lines += [
            _header(job, today),
            *(f"- {each}" for each in job.get("duties", "").split("\n") if each),
            "",
        ]
    for kind, heading in _HEADINGS.items():
        lines += ["", f"## {heading}", "", *(answer for each, _, answer in answers if each == kind)]
    lines += ["", "## Unread", "", *(f"{asked}: {answer}" for kind, asked, answer in answers if kind is None)]
    return Form("\n".join(lines), next((job["now"] for job in jobs if "now" in job), None))


def _pairs(text: str) -> list[tuple[str, str]]:
    """Questions with their answers, where nearly all that is written are such."""
    lines = [line.strip() for line in text.splitlines() if line.strip() and set(line.strip()) - set(" |:-")]
    rows = [(match[1], match[2]) for line in lines if (match := _ROW.match(line))]
    if len(rows) >= max(_FEWEST, _MOSTLY * len(lines)):
        return rows
    if len(lines) == 1 and (start := _RECORD.match(lines[0])):
        pairs = [(match[1], match[2]) for match in _PAIR.finditer(lines[0][start.end() :])]
        return pairs if len(pairs) >= _FEWEST else []
    return []


def _jobs(answers: Sequence[tuple[str, str]]) -> list[dict[str, str]]:
    """The answers by job: the same question anew, or a job asked for anew, begins the next one."""
    jobs: list[dict[str, str]] = []
    for kind, answer in answers:
        titled = bool(jobs) and any(name in jobs[-1] for name in _JOBS)
        again = not jobs or kind in jobs[-1] or (kind in _JOBS and titled)
        if again:
            jobs.append({})
        jobs[-1][kind] = answer
    return [job for job in jobs if any(name in job for name in _JOBS)]


def _header(job: dict[str, str], today: date) -> str:
    """A job's line: its title, its employer, its time; who tells since when, or for how many years, is still there."""
    title = next(job[name] for name in _JOBS if name in job)
    dates = job.get("dates", "")
    years = parse_years(job["years"], today) if "years" in job else None
    if "first" in job:
        dates = f"{job['first']} - {job.get('last', 'present')}"
    elif years is not None and "now" in job and not dates:
        dates = f"{today.year - round(years)} - present"
    return " | ".join(part for part in (title, job.get("employer", ""), dates) if part)


@lru_cache(maxsize=512)
def _kind(question: str) -> str | None:
    """What a question asks for: by the table, else by the nearest in meaning; None where none is near."""
    name = normal(question)
    if kind := _table().get(name):
        return kind
    kinds, vectors = _vectors()
    likeness = np.vecdot(vectors, built_in().embed([name])[0])
    best = int(likeness.argmax())
    return kinds[best] if float(likeness[best]) >= _NEAR else None


@cache
def _vectors() -> tuple[list[str], NDArray[np.float32]]:
    named = _table()
    return [*named.values()], built_in().embed([*named])


@cache
def _table() -> dict[str, str]:
    told: dict[str, list[str]] = table("nlu/cv_form")
    return {normal(name): kind for kind, names in told.items() for name in names}

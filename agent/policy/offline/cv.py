"""CV text, pasted or read from a file, to profile changes.

Layouts differ, so nothing depends on columns: sections are found by their headings, jobs by their dates, a
title by what is known as one.
"""

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date

from agent.models import ProfileChange
from agent.month_names import month_number
from agent.policy.offline.understanding.phrases import known_roles, names_work
from agent.policy.offline.understanding.places import named_places
from prompts import words

LONGEST = 40_000  # characters; CVs are shorter
MOST_SKILLS = 40
_NAME_WORDS = 10  # a line of titles, employers and dates has hardly more

_LETTERHEAD = 12  # lines in which a CV gives its owner's place
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_POINT = (
    rf"(?:(?P<{{0}}m>{_MONTH}|\d{{{{1,2}}}}(?=\s*[/.]))\s*[/.,' ]*\s*)?(?P<{{0}}y>(?:19|20)\d\d)"
    r"(?:-(?P<{0}n>0[1-9]|1[0-2])(?!\d))?"  # "2019-03"
)
_RANGE = re.compile(
    _POINT.format("a") + r"\s*(?:-|to|until|till|through)+\s*(?:" + _POINT.format("b") + r"|(?P<now>present|current|now|today|ongoing|date))",
    re.IGNORECASE,
)  # fmt: skip
_SINCE = re.compile(r"\bsince\s+" + _POINT.format("a"), re.IGNORECASE)
_CODE = re.compile(r"^\d{2}[A-Z]\d?\s+")  # of a military occupation: "92A Automated Logistical Specialist"
_BULLET = re.compile(r"^\s*[-*•●▪◦·]\s*")
_SEPARATOR = re.compile(r"\s*(?:[,;|•·/]|\s{2,}|\t|\s-\s)\s*")
_COMMENT = re.compile(
    r"\([^)]*\)|:\s*(?:expert|advanced|intermediate|basic|fluent|native)\b.*$", re.IGNORECASE
)


@dataclass(frozen=True)
class Job:
    """A job of the CV: its title, and its months as (year * 12 + month), the end exclusive."""

    title: str
    start: int
    end: int


def is_cv(text: str) -> bool:
    """Whether a message is a pasted CV: several lines under at least two of a CV's headings."""
    lines = [line for line in text.splitlines() if line.strip()]
    if len(lines) < 5:
        return False
    sections = {name for line in lines if (name := _heading(line)) is not None}
    return len(sections & {"experience", "skills", "education"}) >= 2 or (
        "experience" in sections and bool(_RANGE.search(text))
    )


def read_cv(text: str, today: date) -> list[ProfileChange]:
    """Latest job title, years worked, skills and place of a CV; what it does not say is not changed."""
    sections = _sections(text[:LONGEST])
    jobs = _jobs(sections.get("experience", []), today)
    changes: list[ProfileChange] = []
    title = max(jobs, key=lambda job: (job.end, job.start)).title if jobs else _headline(sections[""])
    if title:
        changes.append(ProfileChange(field="current_role", value=title))
    if jobs:
        changes.append(ProfileChange(field="years_experience", value=_years(jobs)))
    place = _place(sections[""])
    if place:
        changes.append(ProfileChange(field="location", value=place))
    skills = _skills(sections)
    if skills:
        changes.append(ProfileChange(field="skills", op="add", value=skills))
    return changes


def _heading(line: str) -> str | None:
    """The section that a line opens; headings are short lines of known words."""
    written = re.sub(r"[^a-z& ]+", " ", line.lower()).strip()
    if not written or len(written.split()) > 5:
        return None
    headings: dict[str, list[str]] = words("cv")["headings"]
    return next((name for name, wordings in headings.items() if written in wordings), None)


def _sections(text: str) -> dict[str, list[str]]:
    """Lines by section; the part before the first heading is named ""."""
    text = text.replace("\u2013", "-").replace("\u2014", "-")
    found: dict[str, list[str]] = {"": []}
    current = ""
    for line in text.splitlines():
        name = _heading(line)
        label, _, rest = line.partition(":")
        inline = _heading(label) if rest.strip() else None
        if inline is not None and (inline != "other" or current != "skills"):
            found.setdefault(inline, []).append(rest.strip())  # "Skills: Python, SQL" on one line
            continue
        if name is not None:
            current = name
            found.setdefault(current, [])
        elif line.strip():
            found[current].append(line.rstrip())
    return found


def _jobs(lines: list[str], today: date) -> list[Job]:
    """One job for each range of dates; its title stands on that line or the nearest lines around it."""
    jobs: list[Job] = []
    for index, line in enumerate(lines):
        match = _RANGE.search(line) or _SINCE.search(line)
        if match is None:
            continue
        start, end = _months(match, today)
        near = [line[: match.start()] + " " + line[match.end() :]]
        near += [
            each
            for each in (*lines[max(0, index - 2) : index][::-1], *lines[index + 1 : index + 3])
            if not _RANGE.search(each)
        ]
        title = next((title for each in near if not _BULLET.match(each) and (title := _title(each))), None)
        if title and start < end:
            jobs.append(Job(title, start, end))
    return jobs


def _months(match: re.Match[str], today: date) -> tuple[int, int]:
    """First month and the month after the last one; a range of whole years ends with its last year's beginning."""
    groups = match.groupdict()
    start = _month(groups["ay"], groups["am"] or groups["an"]) or int(groups["ay"]) * 12 + 1
    if not groups.get("by"):
        return start, today.year * 12 + today.month + 1
    end = _month(groups["by"], groups["bm"] or groups["bn"])
    if end is not None:
        return start, end + 1
    return start, int(groups["by"]) * 12 + (13 if groups["by"] == groups["ay"] else 1)


def _month(year: str, month: str | None) -> int | None:
    """A month in words or figures as year * 12 + month; None where only the year is told."""
    if month and month.isdigit() and 1 <= int(month) <= 12:
        return int(year) * 12 + int(month)
    with suppress(ValueError):  # what stands there is no month
        return int(year) * 12 + month_number(month or "")
    return None


def _title(line: str) -> str | None:
    """The piece of a line that names work ("Senior Nurse, Mercy Hospital" -> "Senior Nurse")."""
    for piece in re.split(r"\s*(?:[,|•·@\t]|\s{2,}|\s-\s|\bat\b)\s*", line.strip()):
        cleaned = _CODE.sub("", piece.strip(" .,;:()*_#"))
        if cleaned and len(cleaned.split()) <= 6 and names_work(cleaned):
            return cleaned
    roles = known_roles(line)
    return roles[0].text if roles and len(line.split()) <= 8 else None


def _headline(lines: list[str]) -> str | None:
    return next((title for line in lines[1:_LETTERHEAD] if (title := _title(line))), None)


def _years(jobs: list[Job]) -> int | float:
    """Years in which the person held a job, whole ones from two on; overlapping jobs count once."""
    worked = len({month for job in jobs for month in range(job.start, job.end)})
    years = round(worked / 12, 1)
    return round(years) if years >= 2 or years == int(years) else years


def _place(lines: list[str]) -> str | None:
    for line in lines[:_LETTERHEAD]:
        # A person's name may be a city's; the line with the address has a separator, a digit or a label.
        found = named_places(line)
        if found and (line is not lines[0] or re.search(r"[,|\d]", line)):
            return found[-1].text
    return None


def _skills(sections: dict[str, list[str]]) -> list[str]:
    """Everything the skills section lists, and known skills that jobs and summary name."""
    from tools.roadmap.skills import find_in_text

    listed: list[str] = []
    for line in sections.get("skills", []):
        _, colon, rest = line.partition(":")
        body = _COMMENT.sub("", rest if colon and rest.strip() else line)
        listed += [item.strip(" .;:-") for item in _SEPARATOR.split(_BULLET.sub("", body))]
    kept = [item for item in listed if item and len(item.split()) <= 4 and len(item) <= 40]
    for name in ("", "summary", "experience", "projects"):
        for line in filter(_is_told, sections.get(name, [])):
            kept += [
                each.name
                for each in find_in_text(line)
                if each.skill_id and each.exact and each.level != "no" and not each.wanted
            ]
    unique = {item.casefold(): item for item in reversed(kept)}
    return list(unique.values())[::-1][:MOST_SKILLS]


def _is_told(line: str) -> bool:
    """Whether a line tells of work in words: an employer's name may hold a skill's."""
    return bool(_BULLET.match(line)) or len(line.split()) > _NAME_WORDS

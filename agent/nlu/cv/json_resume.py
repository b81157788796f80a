"""CVs in JSON Resume (https://jsonresume.org/schema): a public schema, read by its fields."""

import json
from typing import Any

from agent.nlu.cv.lines import Line
from agent.nlu.cv.sections import Section


def read_json_resume(text: str) -> list[Section] | None:
    """The sections of a CV in JSON Resume; None where the text is none."""
    if not text.lstrip().startswith("{"):
        return None
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or not isinstance(told.get("basics"), dict) or not _rows(told, "work"):
        return None
    basics = told["basics"]
    skills = told["skills"] if isinstance(told.get("skills"), list) else []
    return [
        Section("head", "", [Line(_text(basics, "name")), *_lines(_text(basics, "label")), *_place(basics)]),
        Section("summary", "summary", _lines(_text(basics, "summary"))),
        Section("work", "work", [line for row in _rows(told, "work") for line in _job(row)]),
        Section("skills", "skills", [line for skill in skills for line in _skill(skill)]),
    ]


def _place(basics: dict[str, Any]) -> list[Line]:
    where = basics.get("location")
    if not isinstance(where, dict):
        return []
    city, region, country = (_text(where, name) for name in ("city", "region", "countryCode"))
    told = [part for part in (city, region or country) if part]
    return _lines(f"Location: {', '.join(told)}") if told else []


def _job(row: dict[str, Any]) -> list[Line]:
    title, start = _text(row, "position"), _text(row, "startDate")
    lines = _lines(title and f"Title: {title}")
    lines += _lines(_text(row, "name") or _text(row, "company"))
    lines += _lines(start and f"{start} - {_text(row, 'endDate') or 'present'}")
    tasks = [_text(row, "summary"), *(each for each in row.get("highlights") or [] if isinstance(each, str))]
    return lines + [Line(task, bullet=True) for task in tasks if task]


def _skill(told: object) -> list[Line]:
    """A group's keywords, or its name where it has none; some programs write the name alone."""
    row: dict[str, Any] = told if isinstance(told, dict) else {"name": told}
    keywords = [each for each in row.get("keywords") or [] if isinstance(each, str) and each.strip()]
    return [Line(item, bullet=True) for item in keywords or [_text(row, "name")] if item]


def _rows(told: dict[str, Any], name: str) -> list[dict[str, Any]]:
    rows = told.get(name)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _lines(text: str) -> list[Line]:
    return [Line(text)] if text.strip() else []


def _text(row: dict[str, Any], name: str) -> str:
    value = row.get(name)
    return " ".join(value.split()) if isinstance(value, str) else ""

"""A CV's lines by section."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import zip_longest

from agent.nlu.cv.entries import ABOVE, read_work
from agent.nlu.cv.headings import known_heading, may_be_heading, meant_heading, worded_heading
from agent.nlu.cv.lines import Line
from agent.nlu.cv.periods import find_periods
from agent.nlu.cv.skills import is_known_skill, items_of
from agent.nlu.cv.titles import ENDS, is_known_title, title_in
from agent.nlu.cv.words import labels, normal

_BESIDE = frozenset({"contact", "skills", "languages", "certificates", "other"})  # what sidebars hold
_WIDE = re.compile(r"\s{3,}")
_SEVERAL = 2  # dated entries that tell a CV


@dataclass
class Section:
    """`kind` is one of the table's, "head" for what stands before all headings, "unknown" for a heading nobody knows."""

    kind: str
    heading: str
    lines: list[Line] = field(default_factory=list)


def split_sections(lines: list[Line], today: date) -> list[Section]:
    """All sections in order, the head first (it may be empty)."""
    kinds = [_known(line) for line in lines]
    styles = Counter(_style(line) for line, kind in zip(lines, kinds, strict=True) if kind)
    style = styles.most_common(1)[0][0] if styles else _marked_style(lines)
    sections = [Section("head", "")]
    for at, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        inline = None if kind else _inline(line, sections[-1].kind)
        if inline:
            sections.append(Section(inline[0], line.text, [Line(inline[1])]))
            sections.append(Section(sections[-2].kind, sections[-2].heading))
        elif kind:
            sections.append(Section(kind, line.text))
        elif beside := _beside(line):
            sections.append(Section(beside[0], line.text, [replace(line, text=beside[1])]))
        elif at and style and _style(line) == style and _looks_like_heading(line, sections[-1].kind):
            sections.append(Section(worded_heading(line.text) or "unknown", line.text))
        elif line.level == 1 and (sections[-1].kind == "skills" or _is_sidebar(sections)):
            sections.append(Section("head", "", [line]))  # the name beside a sidebar
        else:
            sections[-1].lines.append(line)
    sections = list(_with_titles_as_headings(_with_own_head(sections), today))
    told = [_told(section, today) for section in sections if section.lines or section.kind == "head"]
    for section in told:
        if section.kind not in ("head", "unknown"):
            break
        # A name in capitals behind a greeting, and what stands under it.
        section.kind = "head"
    return told if any(section.kind == "work" for section in told) else _without_headings(told, today)


def _with_own_head(sections: list[Section]) -> Iterator[Section]:
    """With the name, title and place that stand under a sidebar, before summary or jobs, as the head that they are."""
    for section, following in zip_longest(sections, sections[1:]):
        yield section
        opens = following is not None and following.kind in ("summary", "work")
        if not (opens and section.kind in _BESIDE and not sections[0].lines):
            continue
        at = max((at for at, line in enumerate(section.lines) if line.blank_before and at), default=None)
        block = section.lines[at:] if at else []
        if any(title_in(line.text).score >= ENDS for line in block[1:]):
            section.lines = section.lines[:at]
            yield Section("head", "", block)


def _with_titles_as_headings(sections: Iterator[Section], today: date) -> Iterator[Section]:
    """With the entries of the jobs whose titles look like headings ("COORDINADORA DE LOGÍSTICA" over its dates) among the jobs."""
    work: Section | None = None
    for section in sections:
        spans = (
            period
            for line in section.lines[:ABOVE]
            for period in find_periods(line.text, today)
            if not period.single
        )
        if work is not None and section.kind == "unknown" and any(spans):
            work.lines += [Line(section.heading, blank_before=True), *section.lines]
        else:
            work = section if section.kind == "work" else None
            yield section


def _without_headings(sections: list[Section], today: date) -> list[Section]:
    """With the dated entries of the head or summary as its jobs, where several stand there under no heading of their own."""
    for at, section in enumerate(sections):
        first = _first_entry(section.lines, today) if section.kind in ("head", "summary") else None
        if first is not None:
            work = Section("work", "", section.lines[first:])
            before = Section(section.kind, section.heading, section.lines[:first])
            return [*sections[:at], before, work, *sections[at + 1 :]]
    return sections


def _first_entry(lines: list[Line], today: date) -> int | None:
    """Where the first of several dated jobs begins; None where there are none."""
    dated = [at for at, line in enumerate(lines) if find_periods(line.text, today)]
    if len(dated) < _SEVERAL:
        return None
    first = next((at for at in range(dated[0], 0, -1) if lines[at].blank_before), dated[0])
    if dated[0] - first > ABOVE:  # name and address go before without a blank line
        near = range(dated[0] - ABOVE, dated[0])
        first = next((at for at in near if title_in(lines[at].text).score >= ENDS), dated[0])
    jobs = [job for job in read_work(lines[first:], today).jobs if job.period and not job.period.single]
    known = any(is_known_title(job.title) for job in jobs)
    return first if known and len(jobs) >= _SEVERAL else None


def is_posting(lines: list[Line]) -> bool:
    """Whether headings stand here with which employers write postings."""
    return any(known_heading(line.text) == "posting" for line in lines if not line.bullet)


def _known(line: Line) -> str | None:
    if line.bullet or line.row:
        return None
    kind = known_heading(line.text)
    if kind is None and may_be_heading(line.text) and any(_style(line)):
        return worded_heading(line.text)
    return None if kind == "posting" else kind  # "Responsibilities:" under each job of a CV


def _inline(line: Line, current: str) -> tuple[str, str] | None:
    """A section in one line ("Skills: Python, SQL") or row: its kind and what stands behind the colon."""
    label, colon, rest = line.text.partition("|" if line.row else ":")
    kind = known_heading(label) if colon and rest.strip() and not line.bullet else None
    # Within a list of skills such a line may name a group of them ("Tools: Spark").
    if kind is None or (current == "skills" and kind == "skills") or normal(label) in labels("place"):
        return None
    return kind, rest.strip()


def _beside(line: Line) -> tuple[str, str] | None:
    """A heading in a column of its own with the first line of its section beside it ("EDUCATION      BS Biology")."""
    gap = None if line.bullet or line.row else _WIDE.search(line.text)
    kind = known_heading(line.text[: gap.start()]) if gap else None
    return (kind, line.text[gap.end() :]) if gap and kind and kind != "posting" else None


def _style(line: Line) -> tuple[int, bool, bool, bool]:
    return line.level, line.caps, line.text.endswith(":"), line.blank_before


def _marked_style(lines: list[Line]) -> tuple[int, bool, bool, bool] | None:
    """The style of headings in a text of which the table knows none: the highest level of Markdown that comes twice."""
    marked = Counter(_style(line) for line in lines if line.level)
    return min((style for style, count in marked.items() if count > 1), default=None)


def _is_sidebar(sections: list[Section]) -> bool:
    """Whether nothing was read yet but what stands beside a CV's name and jobs."""
    return not sections[0].lines and all(section.kind in _BESIDE for section in sections[1:])


def _looks_like_heading(line: Line, current: str) -> bool:
    if line.bullet or line.row or not may_be_heading(line.text):
        return False
    if current == "skills" and not line.level and _lists_skills([line]):
        return False  # "SQL" in a list under "SKILLS"
    # A line in usual letters may as well be an employer or a name: it has to stand alone.
    marked = any(_style(line)[:3]) or (line.blank_before and line.blank_after)
    return marked and not is_known_title(line.text)


def _told(section: Section, today: date) -> Section:
    """A section whose heading nobody knows, told by what stands under it, else by the heading's nearest."""
    if section.kind == "languages" and _lists_skills(section.lines, taught=True):
        section.kind = "skills"  # those that one programs in
    if section.kind != "unknown":
        return section
    if any(job.period for job in read_work(section.lines, today).jobs if is_known_title(job.title)):
        section.kind = "work"
    elif _lists_skills(section.lines):
        section.kind = "skills"
    else:
        section.kind = meant_heading(section.heading) or "unknown"
    return section


def _lists_skills(lines: list[Line], *, taught: bool = False) -> bool:
    """Whether half of the items listed are skills that tables know (`taught`: the learning graph, which holds no tongues)."""
    items = [item for line in lines for item in items_of(line)]
    return bool(items) and sum(is_known_skill(item, taught=taught) for item in items) * 2 >= len(items)

"""Jobs of a CV: each dated line with the lines around it, or blocks of lines where nothing is dated."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date

from agent.nlu.cv.lines import Line
from agent.nlu.cv.periods import Period, find_periods
from agent.nlu.cv.titles import HEAD, NONE, SHAPE, Title, is_break, is_known_title, pieces_of, title_in
from tools.oews.role_scan import find_roles

_ENTRY_WORDS = 16  # a dated line has hardly more; what is longer is a sentence
_SENTENCES = re.compile(r"(?<=\w{3})\.\s+(?=[^\W\d_])")  # behind a title there may stand what was done
ABOVE, _BELOW = 3, 2  # lines around a dated line in which its title may stand


@dataclass
class Job:
    """A job: its title, and its months where it is dated."""

    title: str
    period: Period | None = None


@dataclass
class Work:
    """The jobs of a section, the lines that tell what was done in them, and dated lines in which no title was found."""

    jobs: list[Job] = field(default_factory=list)
    tasks: list[Line] = field(default_factory=list)
    unplaced: list[str] = field(default_factory=list)


def read_work(lines: list[Line], today: date) -> Work:
    """The jobs of a section, in its order."""
    anchors = _anchors(lines, today)
    return _dated(lines, anchors) if anchors else _undated(lines)


def _anchors(lines: list[Line], today: date) -> dict[int, Period]:
    """Dated lines that open or belong to an entry, spans before single points, bullets only where all are."""
    found = {at: periods[0] for at, line in enumerate(lines) if (periods := _dates(line, today))}
    spans = {at for at in found if not found[at].single}
    plain = {at for at in found if not lines[at].bullet}
    titled = {at for at in plain - spans if title_in(_without(lines[at], found[at])).score > SHAPE}
    wanted = (spans & plain or spans) | titled if spans else plain
    return {at: found[at] for at in sorted(wanted)}


def _dates(line: Line, today: date) -> list[Period]:
    periods = find_periods(line.text, today)
    if not periods:
        return []
    short = len(_without(line, periods[0]).split()) <= _ENTRY_WORDS
    return periods if short or _has_own_cell(line, periods[0]) else []


def _has_own_cell(line: Line, period: Period) -> bool:
    """Whether a table's row begins with a cell of dates: what was done may stand in the next one with the title."""
    before, after = line.text[: period.start], line.text[period.stop :]
    return line.row and not before.strip(" |") and after.lstrip().startswith("|")


def _without(line: Line, period: Period) -> str:
    """The line without its dates; what was on both sides stays apart."""
    before, after = line.text[: period.start].rstrip(" (,"), line.text[period.stop :].lstrip(" ),.:")
    text = f"{before} | {after}".strip(" |:") if before and after else (before or after).strip(" |:,")
    if len(text.split()) > _ENTRY_WORDS and _has_own_cell(line, period):
        return next(iter(pieces_of(text)), "")
    return text if before else _SENTENCES.split(text)[0].removesuffix(".")


def _dated(lines: list[Line], anchors: dict[int, Period]) -> Work:
    """One job for each dated line. Entries of a CV are built alike, so that their titles stand alike, too."""
    candidates = {at: _candidates(lines, at, anchors) for at in anchors}
    votes: dict[int, float] = defaultdict(float)
    for titles in candidates.values():
        for offset, title in titles.items():
            votes[offset] += title.score / len(anchors)
    work = Work()
    headers = set(anchors)
    for at, period in anchors.items():
        titles = candidates[at]
        offsets = sorted(titles, key=lambda each: (titles[each].score + votes[each] / 2, each <= 0))
        if offsets and titles[offsets[-1]].score > NONE:
            best = offsets[-1]
            work.jobs.append(Job(titles[best].text, period))
            headers |= set(range(min(at, at + best), max(at, at + best) + 1))
        elif not _is_break(lines, at, anchors):
            work.unplaced.append(lines[at].text)
    work.jobs = [job for at, job in enumerate(work.jobs) if not _is_employer_of(job, work.jobs[at + 1 :])]
    work.tasks = [line for at, line in enumerate(lines) if at not in headers]
    return work


def _candidates(lines: list[Line], at: int, anchors: dict[int, Period]) -> dict[int, Title]:
    """Titles by the line's distance from the dated one (0 the line itself)."""
    titles = {0: title_in(_without(lines[at], anchors[at]))}
    if _is_break(lines, at, anchors):
        return {}
    for step, most in ((-1, ABOVE), (1, _BELOW)):
        for beside in range(at + step, at + step * (most + 1), step):
            if not 0 <= beside < len(lines) or beside in anchors or lines[beside].bullet > lines[at].bullet:
                break
            if _is_apart(lines, at, beside):
                break
            titles[beside - at] = title_in(lines[beside].text)
    return titles


def _is_apart(lines: list[Line], at: int, beside: int) -> bool:
    """Whether a blank line parts a line from a dated one; a date with blank lines on both sides has its own cell of a table."""
    if beside < at:
        return lines[beside].blank_after and beside < at - 1
    in_a_cell = lines[at].blank_before and beside == at + 1
    return lines[beside].blank_before and not in_a_cell


def _is_employer_of(job: Job, following: list[Job]) -> bool:
    """Whether a dated line that names no known title is the employer's, with the time of all jobs there."""
    if job.period is None or not following or following[0].period is None or is_known_title(job.title):
        return False
    first = following[0].period
    return job.period.first <= first.first < first.end <= job.period.end and is_known_title(
        following[0].title
    )


def _is_break(lines: list[Line], at: int, anchors: dict[int, Period]) -> bool:
    """Whether a dated line, or the one above it where that opens its entry, says that the person did not work then."""
    texts = [_without(lines[at], anchors[at])]
    if at and at - 1 not in anchors and (at == 1 or lines[at - 1].blank_before):
        texts.append(lines[at - 1].text)
    return any(is_break(piece) for text in texts for piece in pieces_of(text))


def _undated(lines: list[Line]) -> Work:
    """Blocks of lines: the title is the best of a block's first two lines."""
    work = Work()
    block: list[Line] = []
    for line in lines:
        if block and not line.bullet and (line.blank_before or block[-1].bullet):
            _close(block, work)
            block = []
        block.append(line)
    if block:
        _close(block, work)
    return work


def _close(block: list[Line], work: Work) -> None:
    titles = [title_in(line.text) for line in block[:2] if not line.bullet]
    if not work.jobs and not any(title.text for title in titles):
        # A title of the tables in a sentence ("5 years as a line cook").
        titles = [Title(role.text, HEAD) for line in block[:2] for role in find_roles(line.text)]
    best = max(titles, key=lambda each: each.score, default=Title("", NONE))
    if best.score > SHAPE or (best.text and not work.jobs):
        work.jobs.append(Job(best.text))
        work.tasks += [line for line in block if title_in(line.text).text != best.text]
    elif work.jobs:
        work.tasks += block
    else:
        work.unplaced += [line.text for line in block]

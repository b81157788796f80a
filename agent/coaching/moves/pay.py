"""pay: what a role pays in a place, beside what the person earns now."""

from agent import wording
from agent.coaching import names
from agent.coaching.findings import same_role
from agent.coaching.lines import Cited, Line, Said, asking, line
from agent.coaching.not_known import not_known
from agent.coaching.requests import pay_request
from agent.coaching.view import View
from agent.coaching.wages import Pay, apart, pay_of, period, wage_table, yearly
from agent.models import Subject, ToolRequest, Wish
from tools.salary import levels
from tools.salary.models import ReportedBand


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """Wages of each subject; those of the present job beside a single one where the present pay was not told."""
    subjects = view.subjects(wish)
    beside = _present(subjects, view)
    return [pay_request(subject) for subject in (*subjects, *beside)]


def say(wish: Wish, view: View) -> Said:
    """Median and middle half, the difference from now, and what the figures do not hold."""
    subjects = view.subjects(wish)
    if not subjects:
        return Said(question=asking("target", "pay.which_role", 90))
    pays: list[Pay] = []
    lines: list[Line] = []
    rest: list[Line] = []
    missing = Said()
    for subject in subjects:
        pay = pay_of(subject, pay_request(subject), view)
        if pay is None:
            missing = not_known(subject, pay_request(subject), view)
            lines += missing.lines
            continue
        pays.append(pay)
        lines.append(median_line(pay))
        rest += [*_level(pay), *_wider(pay), *_reported(pay)]
    if len(pays) == 1:
        lines += _against_now(pays[0], view)
    table, cited = wage_table(pays) if pays else ("", ())
    return Said((*lines, *rest), table, cited, missing.question)


def median_line(pay: Pay) -> Line:
    """Median and middle half; of stand-ins the range of their medians in one sentence."""
    main = pay.main
    if not pay.stands_in:
        return line(
            "pay.median",
            role=pay.counted,
            place=main.place,
            median=main.money("p50", rate=True),
            low=main.money("p25"),
            high=main.money("p75"),
            period=period(pay),
        )
    low, high = pay.lowest, pay.highest
    if low == high:
        median = low.money("p50", rate=True)
        return line(
            "pay.one_stand_in",
            role=pay.role,
            place=low.place,
            title=low.occupation,
            median=median,
            period=period(pay),
        )
    return line(
        "pay.stand_ins",
        role=pay.role,
        place=low.place,
        low=low.money("p50"),
        low_title=low.occupation,
        high=high.money("p50", rate=True),
        high_title=high.occupation,
        period=period(pay),
    )


def _present(subjects: list[Subject], view: View) -> list[Subject]:
    present = view.present
    if len(subjects) != 1 or present is None or view.profile.present_pay is not None:
        return []
    here = (subjects[0].place or "").casefold() == (present.place or "").casefold()
    return [present] if here and not same_role(present.role, subjects[0].role) else []


def _against_now(pay: Pay, view: View) -> list[Line]:
    """The difference from what they earn, else from the median of what they do."""
    main, now = pay.main, view.profile.present_pay
    if now is not None:
        gap = yearly(main) - float(now)
        return [
            line(
                "pay.more_than_now" if gap >= 0 else "pay.less_than_now",
                amount=Cited(apart(yearly(main), now), main.evidence),
                title=main.occupation,
                now=wording.money(now),
            )
        ]
    for present in _present([pay.subject], view):
        held = pay_of(present, pay_request(present), view)
        if held is not None and held.main.row.unit == main.row.unit == "USD/year":
            gap = main.median - held.main.median
            return [
                line("pay.present", present=held.main.occupation, now=held.main.money("p50", rate=True)),
                line(
                    "pay.above_that" if gap >= 0 else "pay.below_that",
                    title=main.occupation,
                    amount=Cited(apart(main.median, held.main.median), main.evidence, held.main.evidence),
                ),
            ]
    return []


def _level(pay: Pay) -> list[Line]:
    """What is held of a level: a band that others reported, else that the figures count all levels together."""
    level = pay.subject.level
    if level is None:
        return []
    band = next((each for each in pay.document.reported if each.level is not None), None)
    if band is not None:
        return [_reported_line("pay.level_reported", pay, band)]
    read = levels.parse(level)
    if not read.understood:
        return [line("pay.grade")]
    early = "entry" in read.names or (read.years is not None and read.years[1] <= 2)
    main = pay.main
    return [
        line("pay.no_level", level=level),
        line(
            "pay.level_low" if early else "pay.level_high",
            title=main.occupation,
            quarter=main.money("p25" if early else "p75"),
        ),
    ]


def _wider(pay: Pay) -> list[Line]:
    """That the figures are of a larger area."""
    if pay.main.row.area_code == pay.asked:
        return []
    asked = names.area(pay.document.wages[0].area)
    return [line("pay.wider", asked=asked, place=pay.main.place)]


def _reported(pay: Pay) -> list[Line]:
    """One figure of job ads for a role that the statistics do not count, read at its source."""
    if not pay.stands_in or pay.subject.level:
        return []
    bands = (each for each in pay.document.reported if "not a representative" in (each.trust or ""))
    return [_reported_line("pay.advertised", pay, band) for band in bands][:1]


def _reported_line(key: str, pay: Pay, band: ReportedBand) -> Line:
    """A figure that others reported: its median where it has one, else from low to high."""
    held = next(item for item in pay.found.evidence if item.figures and item.figures[0].subject == band.label)
    median = next((figure for figure in held.figures if figure.statistic == "p50"), None)
    low, high = (wording.money(value, band.unit, rate=value == band.high) for value in (band.low, band.high))
    spread = high if low == high else f"{low} to {high}"
    said = f"a median of {wording.money(median.value, median.unit)}" if median else spread
    when = wording.period(band.period)
    return line(key, held.id, label=band.label, said=said, place=wording.place(band.place), period=when)

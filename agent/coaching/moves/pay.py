"""pay: what a role pays in a place, beside what the person earns now."""

from agent import wording
from agent.coaching import names
from agent.coaching.findings import Found, answering, same_role
from agent.coaching.lines import Cited, Line, Said, line, line_about
from agent.coaching.not_known import not_known, which_job
from agent.coaching.offers import other_terms
from agent.coaching.requests import pay_request
from agent.coaching.thresholds import FEW_OBSERVATIONS
from agent.coaching.view import View
from agent.coaching.wages import Pay, apart, pay_of, wage_table
from agent.coaching.work_weeks import own_year
from agent.coaching.yardstick import is_same, raise_line
from agent.models import Subject, ToolRequest, Wish
from tools.evidence import Number
from tools.salary import levels
from tools.salary.models import RankedWage, ReportedBand, SalaryDocument
from tools.salary.wages import FULL_TIME

_BEST = 3  # states named


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """Wages of each subject; those of the present job beside a single one where the present pay was not told."""
    subjects = view.subjects(wish)
    beside = [] if wish.measure == "state" else _beside(subjects, view)
    return [*(pay_request(each, measure=wish.measure) for each in subjects), *map(pay_request, beside)]


def say(wish: Wish, view: View) -> Said:
    """Median and middle half, the difference from now, and what the figures do not hold."""
    subjects = view.subjects(wish)
    if wish.kind == "ends" and (ends := _ends(subjects, wish, view)):
        return ends
    own = [said for amount in wish.amounts for said in own_year(amount)]
    if not subjects:
        return Said(tuple(own)) if own else Said(question=which_job(view, "pay"))
    asked = [pay_request(subject, measure=wish.measure) for subject in subjects]
    if wish.measure == "state" and (found := answering(view.findings.salaries, asked[0])):
        return _by_state(found)
    pays = [pay_of(subject, view, request) for subject, request in zip(subjects, asked, strict=True)]
    known = [pay for pay in pays if pay is not None]
    tried = zip(subjects, asked, pays, strict=True)
    missing = [not_known(subject, view, request) for subject, request, pay in tried if pay is None]
    lines = [*own, *map(median_line, known), *(said for each in missing for said in each.lines)]
    if len(known) == len(subjects) == 1:
        lines += _against_now(known[0], view)
    first = len(own) + len(known)
    lines[first:first] = [said for pay in known[:1] for said in _at_full_time(pay)]
    for pay in known:
        lines += [*_level(pay), *wider(pay), *_reported(pay)]
    question = next((each.question for each in missing if each.question), None)
    told = {change.field for change in view.changes}
    now = view.profile.present_pay if len(known) == 1 and "present_pay" in told else None
    against = [raise_line(known[0], float(now))] if now is not None else []
    if against and lines[0].digest in view.dialogue.said:
        return Said((*against, *_level(known[0])), *wage_table(known), question)
    return Said(tuple(lines), *wage_table(known), question)


def _ends(subjects: list[Subject], wish: Wish, view: View) -> Said | None:
    """What the lowest and the best paid earn, and where newcomers are found; None where that is not published."""
    pays = [pay_of(subject, view, pay_request(subject, measure=wish.measure)) for subject in subjects]
    lines = [
        line_about(
            "pay.ends",
            about=pay.words(),
            low=pay.main.money("p10"),
            high=pay.main.money("p90", rate=True),
        )
        for pay in pays
        if pay is not None and pay.main.row.p10 and pay.main.row.p90
    ]
    middle = [median_line(pay) for pay in pays if pay is not None]
    return Said((*lines, *middle, line("pay.newcomers"))) if lines else None


def _by_state(found: Found[SalaryDocument]) -> Said:
    """Where it is paid best and where least, by the median."""
    rows = found.document.states
    if not rows:
        return _not_ranked(found.document)
    best = Cited(wording.listing([f"{row.area} ({_median(row)})" for row in rows[:_BEST]]), *found.ids)
    told = {"best": best, "least": rows[-1].area, "median": Cited(_median(rows[-1]), *found.ids)}
    period = wording.period(found.evidence[0].figures[0].period)
    title = names.occupation(found.document.occupations[0].title, rows[0].occupation)
    within = found.document.within
    if within and len(rows) == 1:
        return Said((line("pay.one_area", title=title, period=period, within=within, best=best),))
    said = line("pay.by_area", title=title, period=period, within=within, **told) if within else None
    return Said((said or line("pay.by_state", title=title, period=period, **told),))


def _not_ranked(document: SalaryDocument) -> Said:
    """That no area of a state has a figure, or the role is not known."""
    if document.within and document.occupations:
        title = names.occupation(document.occupations[0].title, document.occupations[0].code)
        return Said((line("pay.no_area", title=title, within=document.within),))
    return Said((line("not_known.role", role=names.own_words(document.role)),))


def _at_full_time(pay: Pay) -> list[Line]:
    """That wages by the hour were worked out from yearly ones."""
    held = pay.found.holding(lambda figure: figure.statistic == FULL_TIME)
    hours = Cited(wording.hours(held[1].value), held[0].id) if held else None
    return [line("pay.by_the_hour", hours=hours)] if hours else []


def _median(row: RankedWage) -> str:
    return wording.money(row.p50 or 0, row.unit)


def median_line(pay: Pay) -> Line:
    """Median and middle half; of stand-ins the range of their medians in one sentence."""
    low, high = pay.here[0], pay.here[-1]
    if not pay.stands_in:
        return line_about("pay.median", about=pay.words())
    if low == high:
        return line_about("pay.one_stand_in", about=pay.words())
    return line_about(
        "pay.stand_ins",
        about=pay.words(),
        low=low.money("p50"),
        low_title=low.occupation,
        high=high.money("p50", rate=True),
        high_title=high.occupation,
    )


def _beside(subjects: list[Subject], view: View) -> list[Subject]:
    """The present job, where a single other one in the same place is asked about."""
    present = view.present
    if len(subjects) != 1 or present is None or view.profile.present_pay is not None:
        return []
    here = (subjects[0].place or "").casefold() == (present.place or "").casefold()
    return [present] if here and not same_role(present.role, subjects[0].role) else []


def _against_now(pay: Pay, view: View) -> list[Line]:
    """The difference from what they earn, else from the median of what they do."""
    now = view.profile.present_pay
    if now is not None:
        return [_from_now(pay, now)]
    for held in (pay_of(present, view) for present in _beside([pay.subject], view)):
        if held is not None and held.main.row == pay.main.row:
            return []  # the statistics count both as one: there is no difference to tell
        if held is not None and _is_alike(held, pay):
            key = "pay.above_present" if pay.main.yearly >= held.main.yearly else "pay.below_present"
            return [line_about(key, about=pay.words() | held.words("now"), amount=pay.apart(held))]
    return []


def _from_now(pay: Pay, now: Number) -> Line:
    """The difference from what they earn; of stand-ins how far the ends are from it."""
    low, high, told = pay.here[0], pay.here[-1], wording.money(now)
    if not pay.stands_in or low == high:
        key = "pay.more_than_now" if pay.main.yearly >= now else "pay.less_than_now"
        return line(key, amount=pay.apart(now), now=told)
    below, above = apart(low.yearly, now), apart(high.yearly, now)
    if is_same(high.yearly, float(now)):
        return line("pay.at_best_now", high.evidence, now=told, title=high.occupation)
    if high.yearly < now:
        return line("pay.at_best_less", high.evidence, now=told, amount=above, title=high.occupation)
    if low.yearly >= now:
        return line("pay.at_least_more", low.evidence, now=told, amount=below)
    return line("pay.around_now", low.evidence, high.evidence, now=told, low=below, high=above)


def _is_alike(held: Pay, pay: Pay) -> bool:
    """Whether two medians are of one area and both by the year: only then "there" holds for both."""
    one, other = held.main.row, pay.main.row
    return one.area_code == other.area_code and one.unit == other.unit == "USD/year"


def _level(pay: Pay) -> list[Line]:
    """What is held of a level: a band that others reported, else that the figures count all levels together."""
    level = pay.subject.level
    if level is None:
        return other_terms(pay.subject)
    bands = [each for each in pay.found.document.reported if each.level is not None]
    if bands:
        best = min(bands, key=lambda each: (each.sample or FEW_OBSERVATIONS) < FEW_OBSERVATIONS)
        return [_reported_line("pay.level_reported", pay, best)]
    if terms := other_terms(pay.subject):
        return terms
    read = levels.parse(level)
    if not read.understood:
        return [] if level in pay.words()["counted"] else [line("pay.grade")]
    early = "entry" in read.names or (read.years is not None and read.years[1] <= 2)
    key = "pay.level_low" if early else "pay.level_high"
    return [line("pay.no_level", level=level), line_about(key, about=pay.words())]


def wider(*pays: Pay) -> list[Line]:
    """That figures are of a larger area, once for those of the same one."""
    found: dict[tuple[str, str], list[Pay]] = {}
    for pay in pays:
        asked = pay.found.document.wages[0]
        if pay.main.row.area_code != asked.area_code:
            found.setdefault((asked.area, pay.main.place), []).append(pay)
    return [
        line_about(
            "pay.wider",
            about=held[0].words() | {"named": wording.listing([pay.named for pay in held])},
            asked=names.area(asked),
        )
        for (asked, _), held in found.items()
    ]


def _reported(pay: Pay) -> list[Line]:
    """One figure of job ads for a role that the statistics do not count, read at its source."""
    if not pay.stands_in or pay.subject.level:
        return []
    bands = (each for each in pay.found.document.reported if "not a representative" in (each.trust or ""))
    return [_reported_line("pay.advertised", pay, band) for band in bands][:1]


def _reported_line(key: str, pay: Pay, band: ReportedBand) -> Line:
    """A figure that others reported: its median where it has one, else from low to high."""
    held = next(item for item in pay.found.evidence if item.figures and item.figures[0].subject == band.label)
    median = next((figure for figure in held.figures if figure.statistic == "p50"), None)
    low, high = (wording.money(value, band.unit, rate=value == band.high) for value in (band.low, band.high))
    spread = high if low == high else f"{low} to {high}"
    said = f"a median of {wording.money(median.value, median.unit)}" if median else spread
    when = wording.period(band.period)
    about = {"label": band.label, "place": wording.place(band.place)}
    return line_about(key, held.id, about=about, said=said, period=when)

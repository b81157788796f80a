"""options: what else they could do: occupations near their work, with pay, jobs and entry where they live."""

from collections.abc import Callable

import prompts
from agent import wording
from agent.coaching import names
from agent.coaching.findings import Found, answering
from agent.coaching.lines import Cited, Line, Said, asking, line
from agent.coaching.requests import options_request
from agent.coaching.view import View
from agent.models import ToolRequest, Wish
from tools.evidence import Figure, Number
from tools.options.models import OptionsDocument, RoleOption, Wages

_SPOKEN = 3  # the table holds the others


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """Occupations near what they do or did."""
    request = _request(wish, view)
    return [request] if request else []


def say(wish: Wish, view: View) -> Said:
    """Three to five occupations with pay, what entering asks for, jobs; or the honest no."""
    request = _request(wish, view)
    if request is None:
        return Said(question=asking("current", "options.what_now", 95))
    found = answering(view.findings.options, request)
    if found is None:
        return Said()
    document = found.document
    if document.ambiguous:
        places = "; ".join(document.ambiguous)
        return Said(question=asking("place", "not_known.which_place", 95, places=places))
    if not document.options or document.present is None:
        return _none(document, view)
    lines = [_best(found), *_entry(found), *_two_steps(document), *_growth(found)]
    table, cited = _table(found)
    question = asking("target", "options.which_appeals", 50)
    chosen = tuple(next(iter(option.roadmaps), option.name) for option in document.options)
    if view.profile.location is None:
        question = asking("place", "options.where", 80)
    return Said(tuple(lines), table, cited, question, chosen)


def _request(wish: Wish, view: View) -> ToolRequest | None:
    """What they do, else did; only where neither is known the role that the thread is about."""
    named = next(iter(wish.subjects), None)
    profile = view.profile
    role = (named and named.role) or profile.current_role or profile.former_role or view.dialogue.topic.role
    place = (named and named.place) or profile.location
    return options_request(role, place, view, no_degree=wish.degree is False) if role else None


def _none(document: OptionsDocument, view: View) -> Said:
    role = names.people(document.role)
    if not document.occupations:
        near = wording.listing(document.near, "or")
        question = asking("current", "options.near", 95, near=near) if near else None
        return Said((line("options.unknown", role=names.own_words(document.role)),), question=question)
    if document.area is None:
        return Said((line("options.no_place", place=view.profile.location or "", role=role),))
    return Said(
        (line("options.none", role=role, place=names.area(document.area)), line("options.after_none"))
    )


def _evidence(found: Found[OptionsDocument], code: str) -> str:
    """The number of the evidence that holds an occupation's wages."""
    held = found.holding(lambda figure: f"({code})" in figure.subject and figure.statistic == "p50")
    return held[0].id if held else ""


def _pay(wages: Wages, evidence: str) -> Cited:
    if wages.p50 is None:
        return Cited("not published")
    return Cited(wording.money(wages.p50, wages.unit), evidence)


def _best(found: Found[OptionsDocument]) -> Line:
    """The nearest with their medians, and what they are measured against."""
    document = found.document
    present = document.present
    shown = [option for option in document.options if option.wages.area == document.area] or document.options
    spoken = [
        f"{option.name} ({_pay(option.wages, '')})"
        for option in shown[:_SPOKEN]
        if option.wages.p50 is not None
    ]
    ids = [_evidence(found, option.code) for option in shown[:_SPOKEN]]
    period = found.evidence[0].figures[0].period if found.evidence and found.evidence[0].figures else None
    values = {
        "options": wording.listing(spoken),
        "place": names.area(shown[0].wages.area),
        "period": wording.period(period),
    }
    if present is None or present.pay is None:
        return line("options.near_work", *ids, **values)
    if present.pay_told:
        return line("options.above_pay", *ids, now=wording.money(present.pay), **values)
    now = Cited(wording.money(present.pay), _evidence(found, present.code))
    return line("options.above_median", *ids, now=now, work=present.name, **values)


def _entry(found: Found[OptionsDocument]) -> list[Line]:
    """What entering asks for beyond what they have."""
    options = found.document.options
    same = [option.name for option in options if option.schooling is None]
    more = next((option for option in options if option.schooling is not None), None)
    lines = []
    if same:
        if len(same) == len(options):
            lines.append(line("options.all_same_entry"))
        else:
            lines.append(line("options.same_entry", options=wording.listing(same[:_SPOKEN])))
    if more is not None and more.schooling is not None:
        low, high = more.schooling.years_low, more.schooling.years_high
        held = found.holding(lambda figure: figure.statistic == "zone")
        years = Cited(
            f"{low} to {high} years" if low != high else wording.years(low), held[0].id if held else ""
        )
        lines.append(line("options.more_schooling", option=more.name, years=years))
    return lines


def _two_steps(document: OptionsDocument) -> list[Line]:
    return [line("options.two_steps")] if all(option.steps > 1 for option in document.options) else []


def _growth(found: Found[OptionsDocument]) -> list[Line]:
    """A projection that is held of one of them, second hand where it is."""
    for option in found.document.options:
        if option.growth is None:
            continue
        held = found.holding(_is(option.growth.statistic, option.growth.value))
        share = Cited(f"{wording.number(option.growth.value)}%", held[0].id if held else "")
        return [
            line(
                "options.growth", option=option.name, share=share, period=wording.period(option.growth.period)
            )
        ]
    return []


def _is(statistic: str, value: Number) -> Callable[[Figure], bool]:
    return lambda figure: figure.statistic == statistic and figure.value == value


def _table(found: Found[OptionsDocument]) -> tuple[str, tuple[str, ...]]:
    document = found.document
    period = wording.period(found.evidence[0].figures[0].period)
    rows, cited = [prompts.fill(prompts.reply("tables.options"), period=period).strip()], []
    for option in document.options:
        held = _evidence(found, option.code)
        cited.append(held)
        rows.append(
            f"| {option.name}, {names.area(option.wages.area)} {wording.cite(held)} | {_pay(option.wages, held)} "
            f"| {_jobs(option)} | {_schooling(option)} |"
        )
    return "\n".join(rows), tuple(cited)


def _jobs(option: RoleOption) -> str:
    held = option.wages.employment
    return "not published" if held is None else wording.number(held)


def _schooling(option: RoleOption) -> str:
    if option.schooling is None:
        return "like yours" if option.job_zone else "not known"
    return "more schooling or training"

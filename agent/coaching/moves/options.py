"""options: what else they could do: occupations near their work, with pay, jobs and entry where they live."""

from collections.abc import Callable

import prompts
from agent import wording
from agent.coaching import names
from agent.coaching.findings import Found, answering
from agent.coaching.lines import Cited, Line, Said, asking, line, line_about
from agent.coaching.moves import tell
from agent.coaching.requests import options_request
from agent.coaching.roads import goal, has_road
from agent.coaching.view import View
from agent.models import Subject, ToolRequest, Wish
from tools.evidence import Figure
from tools.options.models import OptionsDocument, RoleOption, Wages

Options = Found[OptionsDocument]
_SPOKEN = 3  # the table holds the others


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """Occupations near what they do or did."""
    if _is_to_goal(wish, view):
        return tell.needs(_as_tell(wish, view), view)
    request = _request(wish, view)
    return [request] if request else []


def say(wish: Wish, view: View) -> Said:
    """Three to five occupations with pay, what entering asks for, jobs; or the honest no."""
    if _is_to_goal(wish, view):
        return tell.say(_as_tell(wish, view), view)
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
    distant = all(option.steps > 1 for option in document.options)
    steps = [line("options.two_steps")] if distant else []
    lines = (_best(found), *_entry(found), *steps, *_growth(found), line("options.why"))
    question = asking("target", "options.which_appeals", 50, "tell")
    chosen = tuple(next(iter(option.roadmaps), option.name) for option in document.options)
    if view.profile.location is None:
        question = asking("place", "options.where", 80)
    return Said(lines, *_table(found), question, chosen)


def _is_to_goal(wish: Wish, view: View) -> bool:
    """Whether only a goal is known, with a way to it: what lies near the goal is no answer to somebody without it."""
    profile = view.profile
    if any(subject.role for subject in wish.subjects) or profile.current_role or profile.former_role:
        return False
    return has_road(goal(wish, view))


def _as_tell(wish: Wish, view: View) -> Wish:
    return Wish(name="tell", subjects=[Subject(role=goal(wish, view))])


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


def _is(code: str, statistic: str) -> Callable[[Figure], bool]:
    return lambda figure: f"({code})" in figure.subject and figure.statistic == statistic


def _pay(found: Options, code: str, wages: Wages) -> Cited:
    """The median of an occupation."""
    held = found.holding(_is(code, "p50"))
    if wages.p50 is None or held is None:
        return Cited("not published")
    return Cited(wording.money(wages.p50, wages.unit), held[0].id)


def _best(found: Options) -> Line:
    """The nearest with their medians, and what they are measured against."""
    document, present = found.document, found.document.present
    local = [option for option in document.options if option.wages.area == document.area] or document.options
    pays = [(option.name, _pay(found, option.code, option.wages)) for option in local[:_SPOKEN]]
    about = {
        "options": wording.listing([f"{name} ({pay})" for name, pay in pays]),
        "place": names.area(local[0].wages.area),
        "period": _period(found),
    }
    ids = [name for _, pay in pays for name in pay.evidence]
    least = found.result.args.get("min_pay")
    if isinstance(least, int | float):
        return line_about("options.at_least", *ids, about=about, least=wording.money(least))
    if present is None or present.pay is None:
        return line_about("options.near_work", *ids, about=about)
    if present.pay_told:
        return line_about("options.above_pay", *ids, about=about, now=wording.money(present.pay))
    now = _pay(found, present.code, present.wages)
    return line_about("options.above_median", *ids, about=about, now=now, work=present.name)


def _period(found: Options) -> str:
    return wording.period(next((figure.period for item in found.evidence for figure in item.figures), None))


def _entry(found: Options) -> list[Line]:
    """What entering asks for beyond what they have."""
    options = found.document.options
    same = [option.name for option in options if option.schooling is None]
    lines = [line("options.same_entry", options=wording.listing(same[:_SPOKEN]))] if same else []
    if len(same) == len(options):
        return [line("options.all_same_entry")]
    # One of those that were named, where that can be.
    more = min(
        (option for option in options if option.schooling is not None),
        key=lambda option: options.index(option) >= _SPOKEN,
    )
    return [*lines, line("options.more_schooling", option=more.name, years=_years(found, more))]


def _years(found: Options, option: RoleOption) -> Cited:
    """How much more schooling or training than their work asks for."""
    step = option.schooling
    if step is None:
        return Cited("like yours" if option.job_zone else "not known")
    low, high = step.years_low, step.years_high
    said = wording.years(high) if low == high else f"{low} to {wording.years(high)}"
    held = found.holding(_is(option.code, "zone"))
    return Cited(said, held[0].id if held else "")


def _growth(found: Options) -> list[Line]:
    """A projection that is held of one of them."""
    for option in found.document.options:
        held = found.holding(lambda figure: figure.statistic == "growth")
        if option.growth is not None and held is not None:
            share = Cited(f"{wording.number(option.growth.value)}%", held[0].id)
            period = wording.period(option.growth.period)
            return [line("options.growth", option=option.name, share=share, period=period)]
    return []


def _table(found: Options) -> tuple[str, tuple[str, ...]]:
    rows = [prompts.fill(prompts.reply("tables.options"), period=_period(found)).strip()]
    cited: list[str] = []
    for option in found.document.options:
        pay = _pay(found, option.code, option.wages)
        jobs = option.wages.employment
        cited += pay.evidence
        schooling = "like yours" if option.schooling is None else "more schooling"
        rows.append(
            f"| {option.name}, {names.area(option.wages.area)} {wording.cite(*pay.evidence)} | {pay} "
            f"| {'not published' if jobs is None else wording.number(jobs)} | {schooling} |"
        )
    return "\n".join(rows), tuple(cited)

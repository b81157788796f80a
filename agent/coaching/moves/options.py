"""options: what else they could do: occupations near their work, with pay, jobs and entry where they live."""

from collections.abc import Sequence
from dataclasses import replace

from agent import wording
from agent.coaching import names, options_of_place
from agent.coaching.conditions import wanted as wanted_of
from agent.coaching.findings import answering
from agent.coaching.lines import Cited, Line, Said, asking, line, line_about
from agent.coaching.not_known import unknown_role, which_place
from agent.coaching.option_lists import Options, figure_of, period_of, table_of, with_pay
from agent.coaching.requests import options_request
from agent.coaching.thresholds import LEAVING_LEVEL, SAME_LEVEL, SCHOOL_IN_REACH
from agent.coaching.view import View
from agent.models import Subject, ToolRequest, Wish
from agent.nlu.links import same_field
from tools.options.models import OptionsDocument, RoleOption
from tools.options.report import IN_WORDS
from tools.roadmap.fields import field_of
from tools.roadmap.skills import link_skill
from tools.roadmap.targets import link_target

_SPOKEN = 3  # the table holds the others


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """Occupations near what they do or did: those that pay better, and those that are near whatever they pay."""
    return [*_near_now(wish, view), *_near_past(wish, view)]


def _near_past(wish: Wish, view: View) -> list[ToolRequest]:
    """Occupations near other work that they did before what they do now."""
    past, now = view.dialogue.brings.get("past"), view.profile.current_role
    named = next(iter(wish.subjects), Subject())
    apart = past and now and named.role in (None, now) and not same_field(past, now)
    if not apart or wanted_of(wish, view):
        return []
    place, no_degree = named.place or view.profile.location, wish.degree is False
    return [options_request(past, place, view, no_degree=no_degree, any_pay=True)]


def _near_now(wish: Wish, view: View) -> list[ToolRequest]:
    named = next(iter(wish.subjects), Subject())
    profile = view.profile
    role = (
        named.role
        or profile.current_role
        or profile.former_role
        or view.dialogue.topic.role
        or view.considered
    )
    place, no_degree, wanted = named.place or profile.location, wish.degree is False, wanted_of(wish, view)
    if not role:
        return [options_of_place.request(wish, view, place)] if place else []
    asked = ((wanted, False), (wanted, True), *([((), False)] if wanted else []))
    out = leaves(wish, view)
    return [
        options_request(
            role, place, view, no_degree=no_degree, any_pay=any_pay, conditions=conditions, other_field=out
        )
        for conditions, any_pay in asked
    ]


def leaves(wish: Wish, view: View) -> bool:
    """Whether they want out of their field: said now or before, of the work they still have or had last."""
    work = view.profile.current_role or view.profile.former_role
    if work is None:
        return False
    told = view.dialogue.brings.get("leaves") == work
    return told or any(same_field(words, work) for words in wish.skills)


def say(wish: Wish, view: View) -> Said:
    """Three to five occupations with pay, what entering asks for, jobs; or the honest no."""
    requests = _near_now(wish, view)
    if not requests:
        return Said(question=asking("current", "options.what_now", 95))
    answers = [answering(view.findings.options, request) for request in requests]
    if answers[0] is None:
        return Said()
    if answers[0].document.ambiguous:
        return which_place(answers[0].document.ambiguous)
    if not answers[0].document.role:
        return options_of_place.say(answers[0])
    said = _near_work(answers, wish, view)
    return replace(said, lines=(*said.lines[:1], *_by_past(said, wish, view), *said.lines[1:]))


def _by_past(said: Said, wish: Wish, view: View) -> list[Line]:
    """What lies near the work they did before, where it was not named yet."""
    found = next((answering(view.findings.options, each) for each in _near_past(wish, view)), None)
    if found is None or found.document.present is None:
        return []
    told = {name.casefold() for name in said.options}
    others = [
        each
        for each in found.document.options
        if each.name.casefold() not in told and not _is_ruled_out(each, wish)
    ]
    named, ids = with_pay(found, others[:_SPOKEN])
    about = {"work": names.own_words(found.document.role), "options": named, "period": period_of(found)}
    return [line("options.by_past", *ids, **about)] if named else []


def _near_work(answers: Sequence[Options | None], wish: Wish, view: View) -> Said:
    """What lies near their work: as they want it to be, whatever it pays, or better paid."""
    if wanted := wanted_of(wish, view):
        fits = [each for each in answers[:2] if each and each.document.options]
        fitting = next((each for each in fits if _is_in_reach(each)), next(iter(fits), None))
        told = line(
            f"options.{'so' if fitting else 'none_so'}",
            wanted=wording.listing([IN_WORDS[each] for each in wanted]),
        )
        # What fits whatever it pays is no better paid work.
        by_work = fitting is not None and fitting is not answers[0]
        said = _listed(fitting or answers[-1], [], wish, view, by_work=by_work)
        # How it is to be is said in the sentence that names them: room for a second may be short.
        so = f"; {told.text[:1].lower()}{told.text[1:]}"
        led = [replace(each, text=each.text.removesuffix(".") + so) for each in said.lines[:1]]
        lines = (*led, *said.lines[1:]) if fitting else (told, *said.lines)
        return replace(said, lines=lines)
    near = answers[1]
    if near and not _wants_pay(wish, view):
        # Who leaves for the work's sake goes on living at about the same level.
        out = leaves(wish, view)
        kept = [
            option
            for option in near.document.options
            if _is_about_as_paid(option, near, LEAVING_LEVEL if out else SAME_LEVEL)
            and not _is_ruled_out(option, wish)
        ]
        near = replace(near, document=near.document.model_copy(update={"options": kept}))
        if kept:
            return _listed(near, answers[:1], wish, view, by_work=True)
    return _listed(answers[0], answers[1:], wish, view)


def _is_in_reach(found: Options) -> bool:
    """Whether some of it is entered without years of school."""
    school = [option.schooling for option in found.document.options]
    return any(each is None or each.years_low <= SCHOOL_IN_REACH for each in school)


def _wants_pay(wish: Wish, view: View) -> bool:
    """Whether it is better pay that they look for: said so, or an aim told."""
    return wish.kind == "pay" or view.profile.target_salary is not None


def _listed(
    found: Options | None, others: Sequence[Options | None], wish: Wish, view: View, *, by_work: bool = False
) -> Said:
    """The occupations that were found, and beside them those of `others`: as near and paid about the same, or better paid.

    With `by_work` what was found is the nearest, whatever it pays.
    """
    if found is None:
        return Said()
    document = found.document
    fitting = (option for option in document.options if not _is_ruled_out(option, wish))
    better = sorted(fitting, key=lambda option: option.wages.area != document.area)
    beside = "options.better" if by_work else "options.alike"
    alike = [line for each in others if each for line in _alike(each, better, wish, beside)]
    if not better or document.present is None:
        none = _none(document, view)
        return Said((*none.lines[:1], *alike, *none.lines[1:]), question=none.question)
    far = not by_work and all(option.steps > 1 for option in better)
    steps = [line("options.two_steps")] if far else []
    told = bool(wanted_of(wish, view))
    school = view.dialogue.brings.get("edu", "")
    schooled = wish.degree is False and school and school in view.message
    lines = (
        *([line("options.schooled", schooling=school)] if schooled else []),
        _best(found, better, by_work=by_work),
        *alike,
        *([] if told else [line("options.how")]),
        *([line(_less_than(view))] if _all_pay_less(better) else []),
        *_entry(found, better),
        *steps,
    )
    question = asking("target", "options.which_appeals", 50, "tell")
    if view.profile.location is None:
        question = asking("place", "options.where", 80)
    chosen = tuple(next(iter(option.roadmaps), option.name) for option in better)
    again = _others(found, better)
    return Said(lines, *table_of(found, better), question, chosen, again=again)


def _less_than(view: View) -> str:
    """What the pay of a list lies below: theirs where they told it, else the median of their work."""
    return "options.pays_less" if view.profile.present_pay else "options.pays_less_by_median"


def _all_pay_less(options: Sequence[RoleOption]) -> bool:
    """Whether each of them pays less than what they have now."""
    apart = [option.difference for option in options]
    return all(each is not None and each < 0 for each in apart)


def _others(found: Options, better: Sequence[RoleOption]) -> tuple[Line, ...]:
    """Those of the same place that were not named yet, for who asks on."""
    area = better[0].wages.area
    named, ids = with_pay(found, [option for option in better[_SPOKEN:] if option.wages.area == area])
    about = {"options": named, "place": names.area(area), "period": period_of(found)}
    return (line("options.others", *ids, **about),) if named else ()


def nearest(view: View) -> tuple[list[Line], tuple[str, ...]]:
    """The best of what lies near their work in a sentence, and its names; empty where nothing does."""
    said = say(Wish(name="options"), view)
    told = tuple(name for name in said.options if name.casefold() in said.lines[0].text.casefold())
    return ([said.lines[0]], told) if said.options else ([], ())


def _is_ruled_out(option: RoleOption, wish: Wish) -> bool:
    """Whether an option is what they want no more of, as far as titles and roadmaps tell."""
    for words in wish.skills:
        field, skill = field_of(words), link_skill(words)
        ways = {title.casefold() for title in option.roadmaps}
        if field and ways & {role.casefold() for role in field.roles}:
            return True
        targets = [target for title in option.roadmaps if (target := link_target(title))]
        if skill and any(target.needs.get(skill.id) == "must" for target in targets):
            return True
        if words.casefold().rstrip("s") in option.name.casefold():
            return True
    return False


def _none(document: OptionsDocument, view: View) -> Said:
    role = names.people(document.role)
    if not document.occupations:
        unknown = line("options.unknown", role=names.own_words(document.role))
        return unknown_role(unknown, document.role, "current")
    if document.area is None:
        return Said((line("options.no_place", place=view.profile.location or "", role=role),))
    return Said(
        (line("options.none", role=role, place=names.area(document.area)), line("options.after_none"))
    )


def _best(found: Options, options: Sequence[RoleOption], *, by_work: bool = False) -> Line:
    """The nearest with their medians, and what they are measured against."""
    present = found.document.present
    here = [option for option in options if option.wages.area == options[0].wages.area]
    named, ids = with_pay(found, here[:_SPOKEN])
    about = {"options": named, "place": names.area(options[0].wages.area), "period": period_of(found)}
    key = "elsewhere" if found.result.args.get("other_field") else "near" if by_work else "above"
    least = found.result.args.get("min_pay")
    if isinstance(least, int | float):
        return line_about("options.at_least", *ids, about=about, least=wording.money(least))
    if present is None or present.pay is None:
        return line_about("options.near_work", *ids, about=about)
    if present.pay_told:
        return line_about(f"options.{key}_pay", *ids, about=about, now=wording.money(present.pay))
    held = found.holding(figure_of(present.code, "p50"))
    now = Cited(wording.money(present.wages.p50 or 0, present.wages.unit), held[0].id if held else "")
    return line_about(f"options.{key}_median", *ids, about=about, now=now, work=present.name)


def _alike(found: Options, better: Sequence[RoleOption], wish: Wish, key: str) -> list[Line]:
    """What was found beside those, as near at about the same pay or better paid, in the wording `key`."""
    told = {option.code for option in better}
    area = better[0].wages.area if better else found.document.area
    others = [
        option
        for option in found.document.options
        if option.code not in told
        and option.wages.area == area
        and _is_about_as_paid(option, found)
        and not _is_ruled_out(option, wish)
    ]
    named, ids = with_pay(found, others[:_SPOKEN])
    return [line(key, *ids, options=named)] if named else []


def _is_about_as_paid(option: RoleOption, found: Options, level: float = SAME_LEVEL) -> bool:
    present = found.document.present
    now, then = present.pay if present else None, option.wages.p50
    return then is not None and (now is None or option.wages.unit != "USD/year" or then >= level * now)


def _entry(found: Options, options: Sequence[RoleOption]) -> list[Line]:
    """What entering asks for beyond what they have; of those that were named, where that can be."""
    order = sorted(options, key=lambda option: options.index(option) >= _SPOKEN)
    option = next((each for each in order if each.schooling is not None), None)
    if option is None or option.schooling is None:
        return [line("options.all_same_entry")]
    low, high = option.schooling.years_low, option.schooling.years_high
    said = wording.years(high) if low == high else f"{low} to {wording.years(high)}"
    held = found.holding(figure_of(option.code, "zone"))
    years = Cited(said, held[0].id if held else "")
    return [line("options.more_schooling", option=option.name, years=years)]

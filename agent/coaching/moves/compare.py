"""compare: two or more roles, places, offers, or now and then, each side in its own place."""

from collections.abc import Sequence
from dataclasses import replace

from agent import wording
from agent.coaching import names, one_measure
from agent.coaching.amounts import base_of, bonus_of, in_words
from agent.coaching.findings import same_role
from agent.coaching.lines import Line, Said, asking, line, line_about
from agent.coaching.moves import pay as one_pay
from agent.coaching.moves.pay import median_line, wider
from agent.coaching.not_known import not_known
from agent.coaching.offers import Placed, side_by_side, stands, with_bonuses
from agent.coaching.side_by_side import again, difference, rent, without_sides
from agent.coaching.sides import Side, is_now, of_a_list, sides_of, weeks_of_sides
from agent.coaching.view import View
from agent.coaching.wages import Pay, pay_of, wage_table
from agent.coaching.yardstick import Now, beside, is_same, raise_line, ranking
from agent.models import Amount, ToolRequest, Wish
from agent.nlu.values.pay_periods import period_in
from tools.oews.grades import pay_system

# What is left to say to somebody who asks for the same sides again.
_AGAIN = (
    "yardstick.beside",
    *("compare.offer", "compare.offer_there", "compare.offer_too"),
)
_TWO = 2
# What comes on top of a sum; a bonus is weighed with it.
_EXTRAS = {"signon": "sign-on", "equity": "shares", "benefits": "benefits"}


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """Wages of both sides."""
    return [side.request for side in sides_of(wish, view)]


def say(wish: Wish, view: View) -> Said:
    """Which pays more and by how much, the view, what could not be found; all rows in one table."""
    sides = sides_of(wish, view)
    if len(sides) == 1 and (sides[0].subject.level or pay_system(sides[0].subject.role or "")):
        return one_pay.say(wish, view)  # a grade against those without one
    if len(sides) < 2 and len({each.place for each in wish.subjects if each.place}) > 1:
        # Sums in two places and no job: what is asked is what they buy there.
        return Said((line("compare.living_costs"),), question=asking("current", "compare.which_job", 90))
    if len(sides) < _TWO:
        return without_sides(wish, view)
    found, missing = [], []
    for side in sides:
        pay = pay_of(side.subject, view, side.request)
        if pay is None and side.amount and is_now(side.subject, view):
            continue  # what they earn was told, whatever the statistics call their work
        if pay is None:
            missing.append(not_known(side.subject, view, side.request))
        else:
            found.append((side, pay))
    weeks = weeks_of_sides(sides, view)
    if weeks and len(found) < _TWO:
        # Two sums are set side by side whatever the statistics call the work.
        return Said(
            (one_measure.verdict(weeks),),
            again=(one_measure.again(weeks, by_the_hour=period_in(view.message) != "year"),),
        )
    lines = [said for each in missing for said in each.lines]
    sums = len([side for side, _ in found if side.amount]) > 1
    if found:
        own = _sums(found, weeks, view) if sums else _pays(found, view, listed=of_a_list(wish, view))
        lines = [*own, *lines]
    if weeks:
        view_of = [one_measure.again(weeks, by_the_hour=period_in(view.message) != "year")]
    else:
        view_of = [*(lines[:1] if sums else []), *again([pay for _, pay in found])]
    once_more = (*view_of, *(each for each in lines if each.key in _AGAIN))
    question = next((each.question for each in missing if each.question), None)
    table = wage_table([pay for _, pay in found])
    return Said(tuple(lines), *table, question, _by_pay([pay for _, pay in found], view), once_more)


def _by_pay(pays: Sequence[Pay], view: View) -> tuple[str, ...]:
    """The roles beside the present one, the best paid first."""
    ranked = sorted(pays, key=lambda pay: -pay.main.yearly)
    roles = dict.fromkeys(pay.subject.role or "" for pay in ranked)
    return tuple(role for role in roles if not same_role(role, view.profile.current_role))


def in_short(wish: Wish, view: View) -> Said:
    """To a remark about figures: how far they lie apart, said anew where that was said before, and that it has no reason here."""
    whole, sides = say(wish, view), sides_of(wish, view)
    pays = [pay for side in sides if (pay := pay_of(side.subject, view, side.request))]
    low, high = (end(pays, key=lambda pay: pay.main.yearly, default=None) for end in (min, max))
    if low is None or high is None or low.main == high.main:
        return whole
    first, rest = whole.lines[:1], whole.lines[1:]
    if first[0].digest in view.dialogue.said:
        first = (difference(low, high, "compare.so"),)
    return Said((*first, line("compare.why"), *rest), question=whole.question)


def _sums(found: Sequence[tuple[Side, Pay]], weeks: Sequence[one_measure.Week], view: View) -> list[Line]:
    """The sums side by side, after the view what comes on top of them; of different weeks what each comes to first."""
    now = view.profile.present_pay
    told = [Placed(side.amount, pay, bonus_of(side.beside)) for side, pay in found if side.amount]
    extras = [
        f"{_sum(each)} ({_EXTRAS[each.kind]}, beside {_sum(side.amount)})"
        for side, _ in found
        for each in side.beside
        if side.amount and each.kind in _EXTRAS
    ]
    extras += _named_beside([side.amount for side, _ in found if side.amount], view)
    on_top = [line("compare.on_top", extras=wording.listing(extras))] if extras else []
    # What they earn is the measure here and no offer to be judged.
    offered = [each for each in told if each.amount != one_measure.earned(view)]
    first, *others = side_by_side(told, None if now in {side.year for side, _ in found} else now, offered)
    if weeks:
        return [one_measure.verdict(weeks), *with_bonuses(told), *on_top, *stands(offered)]
    return [first, *on_top, *others]


def _named_beside(amounts: Sequence[Amount], view: View) -> list[str]:
    """The benefits that were named with these offers without a sum, each list with the base it stands beside."""
    offers = ((offer, base_of(offer.amounts)) for offer in view.dialogue.offers if offer.benefits)
    return [
        f"{wording.listing(offer.benefits)} (beside {_sum(base)})"
        for offer, base in offers
        if base in amounts and base
    ]


def _sum(amount: Amount) -> str:
    return in_words(amount.model_copy(update={"period": None}))


def _pays(found: Sequence[tuple[Side, Pay]], view: View, *, listed: bool) -> list[Line]:
    """How the medians lie apart; beside what they earn, or what their work pays, where that is a side or they chose of a list."""
    pays = sorted((pay for _, pay in found), key=lambda pay: pay.main.yearly)
    low, high = pays[0], pays[-1]
    own = next((pay for side, pay in found if is_now(side.subject, view)), None)
    others = [pay for pay in pays if pay is not own]
    now = Now.of(view.profile.present_pay, own)
    alone = len(found) == 1
    if now and others and (listed or alone or (own and now.told)):
        return [*_against(others, now, own), *_caveats(others)]
    if low is high or all(pay.main == low.main for pay in pays[1:]):
        return [_as_one(low, [pay for _, pay in found])]
    pays = list({pay.main.evidence: pay for pay in pays}.values())
    lines = [difference(low, high)]
    if now and now.told and low.main.row.area_code == high.main.row.area_code:
        lines.append(beside(others, now))
    between = "compare.between_places" if low.subject.role == high.subject.role else "compare.between"
    lines += [line_about(between, about=pay.words()) for pay in pays[1:-1]]
    return [*lines, *_caveats(pays)]


def _against(others: Sequence[Pay], now: Now, own: Pay | None) -> list[Line]:
    """What changes against now: of one job with what the own work pays and the view, of several which is no cut."""
    if len(others) > 1:
        return [ranking(others, now)]
    other = others[0]
    first = raise_line(other, now.yearly) if now.told or own is None else raise_line(other, own)
    if own is None or own.main.row == other.main.row:
        return [first]
    key = "same" if is_same(other.main.yearly, now.yearly) else "more"
    stays = key == "more" and other.main.yearly < now.yearly
    view = (
        line("compare.view_stay") if stays else line_about(f"compare.view_{key}", about=other.words("high"))
    )
    return [first, view, line_about("compare.own_work", about=own.words())]


def _caveats(pays: Sequence[Pay]) -> list[Line]:
    """Whose figures are of a larger area; what different places leave open; of jobs in one place the view."""
    low, high = pays[0], pays[-1]
    lines = wider(*pays)
    if len({pay.subject.place for pay in pays}) > 1:
        return [*rent(low, high), *lines]
    if low.subject.role != high.subject.role:
        key = "compare.view_same" if is_same(low.main.yearly, high.main.yearly) else "compare.view_more"
        lines.append(line_about(key, about=high.words("high")))
    return lines


def _as_one(pay: Pay, sides: Sequence[Pay]) -> Line:
    """That places or roles are counted as one, with the figure of all."""
    figure = median_line(pay)
    places = list(dict.fromkeys(names.area(side.subject.place or "") for side in sides))
    roles = list(dict.fromkeys(names.people(side.subject.role or "") for side in sides))
    if len(places) > 1:
        together = line("compare.one_area", places=wording.listing(places))
    elif len(roles) > 1:
        together = line("compare.one_occupation", roles=wording.listing(roles), title=pay.main.occupation)
    else:
        return figure
    return replace(together, text=f"{together.text} {figure.text}", evidence=figure.evidence)

"""compare: two or more roles, places, offers, or now and then, each side in its own place."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from agent import wording
from agent.coaching import names
from agent.coaching.amounts import base_of, in_words, year_of
from agent.coaching.findings import same_role
from agent.coaching.lines import Line, Said, asking, line, line_about
from agent.coaching.moves import pay as one_pay
from agent.coaching.moves.pay import median_line, wider
from agent.coaching.not_known import not_known
from agent.coaching.offers import Placed, placing, side_by_side, told_now
from agent.coaching.thresholds import SAME_PAY
from agent.coaching.view import View
from agent.coaching.wages import Pay, pay_of, wage_table
from agent.models import Amount, Subject, ToolRequest, Wish
from tools.evidence import Number

_EXTRAS = {"bonus": "bonus", "signon": "sign-on", "equity": "shares", "benefits": "benefits"}


@dataclass(frozen=True)
class Side:
    """One side: its subject, the call for it, and the amount that was told of it (an offer, the present pay)."""

    subject: Subject
    amount: Amount | None = None

    @property
    def year(self) -> Number | None:
        return year_of(self.amount) if self.amount else None

    @property
    def request(self) -> ToolRequest:
        return placing(self.subject, self.amount)


def needs(wish: Wish, view: View) -> list[ToolRequest]:
    """Wages of both sides."""
    return [side.request for side in sides_of(wish, view)]


def say(wish: Wish, view: View) -> Said:
    """Which pays more and by how much, the view, what could not be found; all rows in one table."""
    sides = sides_of(wish, view)
    if len(sides) == 1 and sides[0].subject.level:
        return one_pay.say(wish, view)  # a grade against those without one
    if len(sides) < 2 and len({each.place for each in wish.subjects if each.place}) > 1:
        # Sums in two places and no job: what is asked is what they buy there.
        return Said((line("compare.living_costs"),), question=asking("current", "compare.which_job", 90))
    if len(sides) < 2:
        return Said(question=asking("which", "compare.with_what", 90))
    found, missing = [], []
    for side in sides:
        pay = pay_of(side.subject, view, side.request)
        if pay is None:
            missing.append(not_known(side.subject, view, side.request))
        else:
            found.append((side, pay))
    lines = [said for each in missing for said in each.lines]
    again: list[Line] = []
    if found:
        told = [Placed(side.amount, pay) for side, pay in found if side.amount is not None]
        lines = [*(_offers(told, view) if len(told) > 1 else _pays(found)), *lines]
        again = [each for each in lines if each.key in ("compare.jobs", "compare.living_costs")]
    question = next((each.question for each in missing if each.question), None)
    return Said(tuple(lines), *wage_table([pay for _, pay in found]), question, again=tuple(again))


def sides_of(wish: Wish, view: View) -> list[Side]:
    """What is set side by side: two offers, else the subjects, with the present job where only one was named."""
    if told := told_now(view):
        return [Side(subject, amount) for subject, amount in told]
    offers = view.dialogue.offers[-2:]
    subjects = view.subjects(wish) if wish.subjects else [view.placed(each) for each in view.dialogue.pair]
    if len(offers) == 2 and len({subject.role for subject in wish.subjects if subject.role}) < 2:
        role = next((subject.role for subject in view.subjects(wish)), None)
        sides = [
            Side(view.placed(Subject(role=offer.role or role, place=offer.place)), base_of(offer.amounts))
            for offer in offers
        ]
        if all(side.subject.role for side in sides):
            return sides
    subjects = subjects or view.subjects(wish)
    present = view.present
    if against_now := _offer_and_now(view):
        return against_now
    if len(subjects) == 1 and present is not None and subjects[0] != present:
        subjects = [present, *subjects]
    now = view.profile.present_pay
    earned = Amount(low=now, period="year") if now is not None else None
    sides = [Side(subject, earned if _is_now(subject, view) else None) for subject in subjects]
    return [side for at, side in enumerate(sides) if side not in sides[:at]]


def _offers(told: Sequence[Placed], view: View) -> list[Line]:
    """The sums side by side, after the view what comes on top of them."""
    extras = [
        f"{_sum(each)} ({_EXTRAS[each.kind]}, beside {_sum(offer.amounts[0])})"
        for offer in view.dialogue.offers[-len(told) :]
        for each in offer.amounts
        if each.kind in _EXTRAS
    ]
    on_top = [line("compare.on_top", extras=wording.listing(extras))] if extras else []
    first, *others = side_by_side(told)
    return [first, *on_top, *others]


def _sum(amount: Amount) -> str:
    return in_words(amount.model_copy(update={"period": None}))


def _offer_and_now(view: View) -> list[Side]:
    """The one offer of this message beside what is earned now, both with their sums."""
    present, now, offers = view.present, view.profile.present_pay, view.dialogue.offers
    base = base_of(offers[-1].amounts) if offers else None
    if (
        present is None
        or now is None
        or base is None
        or year_of(base) is None
        or base.text not in view.message
    ):
        return []
    offered = Subject(role=offers[-1].role or present.role, place=offers[-1].place or present.place)
    return [Side(present, Amount(low=now, period="year")), Side(view.placed(offered), base)]


def _is_now(subject: Subject, view: View) -> bool:
    """Whether a side is the job held now, where it is held."""
    present = view.present
    return present is not None and same_role(present.role, subject.role) and present.place == subject.place


def _pays(found: Sequence[tuple[Side, Pay]]) -> list[Line]:
    """The higher median with its distance to the lowest; what they earn now beside it, where it was told."""
    pays = sorted((pay for _, pay in found), key=lambda pay: pay.main.yearly)
    low, high = pays[0], pays[-1]
    places = [pay.subject.place or "" for _, pay in found]
    if low is high or all(pay.main == low.main for pay in pays[1:]):
        figure = median_line(low)
        roles = list(dict.fromkeys(names.people(pay.subject.role or "") for pay in pays))
        if len(set(places)) > 1:
            together = line("compare.one_area", places=wording.listing(places))
        elif len(roles) > 1:
            title = low.main.occupation
            together = line("compare.one_occupation", roles=wording.listing(roles), title=title)
        else:
            return [figure]
        return [replace(together, text=f"{together.text} {figure.text}", evidence=figure.evidence)]
    same = high.main.yearly <= low.main.yearly * (1 + SAME_PAY)
    one_role = low.subject.role == high.subject.role
    one_place = low.main.row.area_code == high.main.row.area_code
    where = "here" if one_place else "places" if one_role else "apart"
    both = high.words() | high.words("high") | low.words("low")
    lines = [line_about(f"compare.{'same' if same else 'more'}_{where}", about=both, amount=high.apart(low))]
    lines += [line_about("compare.between", about=pay.words()) for pay in pays[1:-1]]
    lines += [_now(side, high) for side, pay in found if side.year is not None and pay is not high]
    lines += [line_about("compare.stand_in", about=pay.words()) for pay in pays if pay.stands_in]
    lines += [said for pay in pays for said in wider(pay)]
    if not one_place:
        lines.append(line("compare.living_costs"))
    elif not one_role:
        lines.append(line_about("compare.view_same" if same else "compare.view_more", about=both))
    if high.main.row.occupation != low.main.row.occupation:
        more, fewer = sorted((high, low), key=lambda pay: -(pay.main.row.employment or 0))
        jobs = {"more_jobs": more.main.jobs, "fewer_jobs": fewer.main.jobs}
        lines.append(line_about("compare.jobs", about=more.words("more") | fewer.words("fewer"), **jobs))
    return lines


def _now(side: Side, high: Pay) -> Line:
    """What they earn now, against the better paid side."""
    now = side.year or 0
    key = "compare.now_less" if now < high.main.yearly else "compare.now_more"
    return line_about(key, about=high.words(), now=wording.money(now), amount=high.apart(now))

"""What is set side by side: offers, one beside what is earned, jobs or places, each with its lookup."""

from collections.abc import Sequence
from dataclasses import dataclass

from agent.coaching.amounts import base_of, in_words, year_of
from agent.coaching.findings import same_role
from agent.coaching.offers import placing, told_now
from agent.coaching.one_measure import Week, earned, weeks_of
from agent.coaching.view import View
from agent.models import Amount, Offer, Subject, ToolRequest, Wish
from agent.nlu.values.pay_periods import period_in
from tools.evidence import Number

_TWO = 2


@dataclass(frozen=True)
class Side:
    """One side: its subject, the call for it, the amount that was told of it (an offer, the present pay), all that is beside it."""

    subject: Subject
    amount: Amount | None = None
    beside: Sequence[Amount] = ()

    @classmethod
    def offered(cls, subject: Subject, amounts: Sequence[Amount]) -> "Side":
        return cls(subject, base_of(amounts), amounts)

    @property
    def year(self) -> Number | None:
        return year_of(self.amount) if self.amount else None

    @property
    def request(self) -> ToolRequest:
        return placing(self.subject, self.amount)


def sides_of(wish: Wish, view: View) -> list[Side]:
    """What is set side by side: offers, one beside what is earned; else the subjects, one beside the present job or the last."""
    if told := told_now(view):
        return [Side.offered(subject, amounts) for subject, amounts in told]
    if sums := _sums_by_place(wish, view):
        return sums
    subjects = view.subjects(wish) if wish.subjects else [view.placed(each) for each in view.dialogue.pair]
    if not of_other_jobs(wish, view) and (offers := _offers(wish, view) or _offer_and_now(view)):
        return offers
    subjects = subjects or view.subjects(wish)
    if len(subjects) < 2 and (last := _last_places(wish, view)):
        subjects = last
    if len(subjects) < 2:
        subjects = [*_beside(subjects, view), *subjects]
    elif (
        view.present is not None and _is_held(view) and (of_a_list(wish, view) or _elsewhere(subjects, view))
    ):
        subjects = [
            *subjects,
            view.present,
        ]  # what jobs that were listed, or the same job elsewhere, are measured by
    now = earned(view)
    sides = [Side(subject, now if is_now(subject, view) else None) for subject in subjects]
    return [side for at, side in enumerate(sides) if side not in sides[:at]]


def _sums_by_place(wish: Wish, view: View) -> list[Side]:
    """Two sums for one job in two places, told in the order of the places ("90k in Dallas or 110k in Boise")."""
    subjects = view.subjects(wish)
    places = {
        each.place: each for each in subjects if each.role and each.place and each.place in view.message
    }
    told = {each.text: each for each in (*view.dialogue.told, *wish.amounts) if each.text in view.message}
    sums = [each for each in told.values() if each.kind == "base" and year_of(each)]
    if len(subjects) != _TWO or len(places) != _TWO or len(sums) != _TWO:
        return []
    placed = sorted(places.values(), key=lambda each: view.message.index(each.place or ""))
    ordered = sorted(sums, key=lambda each: view.message.index(each.text))
    return [Side(subject, amount, [amount]) for subject, amount in zip(placed, ordered, strict=True)]


def of_other_jobs(wish: Wish, view: View) -> bool:
    """Whether two jobs are named that are not the one they have and the one that they are offered in this message."""
    roles = {subject.role for subject in wish.subjects if subject.role}
    offered = view.dialogue.offers[-1].role if view.is_offered_now else None
    own = view.present.role if view.present else None
    return len(roles) >= _TWO and not all(same_role(role, own) or same_role(role, offered) for role in roles)


def _offers(wish: Wish, view: View) -> list[Side]:
    """The two offers told last, each in its own place; none where the job of one is not known."""
    role = next((subject.role for subject in view.subjects(wish)), None)
    sides = [
        Side.offered(view.placed(Subject(role=offer.role or role, place=offer.place)), offer.amounts)
        for offer in view.dialogue.offers[-2:]
    ]
    whole = all(side.subject.role and side.year is not None for side in sides)
    return sides if len(sides) == 2 and whole else []


def _last_places(wish: Wish, view: View) -> list[Subject]:
    """The two places that one job was looked up in last, where no place is named now."""
    last, named = view.dialogue.recent[-2:], next(iter(wish.subjects), Subject())
    if len(last) < 2 or named.place or not same_role(last[0].role, last[1].role):
        return []
    return last if named.role is None or same_role(named.role, last[0].role) else []


def _offer_and_now(view: View) -> list[Side]:
    """The one offer of this message beside what is earned now, both with their sums."""
    present, now = view.present, earned(view)
    offer = view.dialogue.offers[-1] if view.dialogue.offers else Offer()
    base = base_of(offer.amounts)
    if now is None or base is None or year_of(base) is None or not _is_spoken_of(base, view):
        return []
    # Whose work is not told weighs the offer against pay for the same.
    present = present or Subject(role=offer.role, place=offer.place)
    offered = view.placed(Subject(role=offer.role or present.role, place=offer.place or present.place))
    if offered.role is None:
        return []
    here = present.model_copy(update={"place": present.place or offered.place})
    return [Side(here, now), Side.offered(offered, offer.amounts)]


def _is_held(view: View) -> bool:
    """Whether there is work or pay of today to measure by; what was left or lost is no yardstick of a cut."""
    return view.profile.current_role is not None or view.profile.present_pay is not None


def _is_spoken_of(base: Amount, view: View) -> bool:
    """Whether an offer is told in this message, or asked for in another measure ("and by the hour?")."""
    return base.text in view.message or period_in(view.message) is not None


def _beside(subjects: Sequence[Subject], view: View) -> list[Subject]:
    """What one subject is set beside: the present job, else what was asked about before it."""
    present, own = view.present, next(iter(subjects), None)
    if present is not None and own is not None and own != present:
        # The same job is another side only in another place, not with a grade.
        there = present.place in (None, own.place) and same_role(present.role, own.role)
        return [] if there else [present]
    return [each for each in view.dialogue.recent if each != own][-1:]


def is_now(subject: Subject, view: View) -> bool:
    """Whether a side is the job held now, where it is held."""
    present = view.present
    here = present is not None and present.place in (subject.place, None)
    return present is not None and here and same_role(present.role, subject.role)


def of_a_list(wish: Wish, view: View) -> bool:
    """Whether several of the jobs shown last are meant, none of which the message names ("which of those pays best?")."""
    roles = {subject.role.casefold() for subject in wish.subjects if subject.role}
    present = view.present
    own = (present.role or "").casefold() if present else None
    shown = {role.casefold() for role in view.dialogue.options}
    named = any(role in view.message.casefold() for role in roles)
    return len(roles) > _TWO and roles <= shown and own not in roles and not named


def _elsewhere(subjects: Sequence[Subject], view: View) -> bool:
    """Whether it is the job they hold, in places that are not theirs."""
    present = view.present
    away = (
        same_role(each.role, present.role if present else None) and not is_now(each, view)
        for each in subjects
    )
    return all(away) and len({each.place for each in subjects}) == len(subjects)


def weeks_of_sides(sides: Sequence[Side], view: View) -> list[Week]:
    """The two sums with the weeks they are for, where these differ."""
    named = [(_which(side, sides, view), side.amount) for side in sides if side.amount]
    return weeks_of(named)


def _which(side: Side, sides: Sequence[Side], view: View) -> str:
    """How a side is called: "your work now", "the offer", of two offers each by its sum."""
    if side.amount == earned(view):
        return "your work now"
    offered = [each for each in sides if each.amount and each.amount != earned(view)]
    return "the offer" if len(offered) == 1 or side.amount is None else f"the {in_words(side.amount)}"

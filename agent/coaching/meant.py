"""What a wish means in its thread: figures told last, the offer, a choice among what was shown."""

from collections.abc import Callable, Sequence

from agent.coaching.amounts import base_of, year_of
from agent.coaching.asked import asked_before
from agent.coaching.findings import same_role
from agent.coaching.gap import single_skills, split_skills
from agent.coaching.roads import goal, has_road
from agent.coaching.sides import of_other_jobs
from agent.coaching.thresholds import MOST_NAMED
from agent.coaching.view import View
from agent.models import Subject, Wish, WishName
from agent.nlu.values.money import per_year
from agent.nlu.values.pay_periods import period_in
from agent.nlu.values.reference import speaks_of_one, speaks_of_several
from tools.salary.place import NATION_NAME

_TWO = 2
_LISTED = 3  # of jobs shown last, the nearest
_OWN_WORDS = 15
_BESIDE_PAY = frozenset({"present_pay", "current_role", "location", "hours_per_week", "years_experience"})


def as_meant(wish: Wish, view: View) -> Wish:
    """What a wish is about where its words alone do not say it."""
    read = _BY_WISH.get(wish.name)
    return read(wish, view) if read else wish


def _offer_as_meant(wish: Wish, view: View) -> Wish:
    """What is high or low without an amount is the figure told last; beside an offer what they earn is its measure."""
    now, offers = view.profile.present_pay, view.dialogue.offers
    measure = now is not None and any(change.field == "present_pay" for change in view.changes)
    if measure and offers and not view.is_offered_now and all(per_year(each) == now for each in wish.amounts):
        return Wish(name="offer", amounts=offers[-1].amounts)
    told = wish.amounts or view.dialogue.offers or view.profile.present_pay is not None
    if told or wish.subjects or not view.dialogue.recent:
        return wish
    return of_figures(Wish(name="followup"), view) or wish


def _worth_as_meant(wish: Wish, view: View) -> Wish:
    """Whether an offer is worth taking; else what was spoken of last beside their own work."""
    if wish.subjects or wish.skills:
        return wish
    if wish.amounts and view.dialogue.offers:
        return Wish(name="offer", amounts=wish.amounts)
    topic, own = view.dialogue.topic.role, (view.profile.current_role, view.profile.former_role)
    if topic is not None and topic not in own:
        return wish
    spoken = [*view.dialogue.pair, *reversed(view.dialogue.recent)]
    last = next((each for each in spoken if not any(same_role(each.role, work) for work in own)), None)
    return wish.model_copy(update={"subjects": [last]}) if last else wish


def _decision_as_meant(wish: Wish, view: View) -> Wish:
    """Whether to take an amount is what is said to the offer; whether to go for a job or to learn something, what it is worth."""
    own = (view.profile.current_role, view.profile.former_role)
    others = [
        each for each in wish.subjects if each.role and not any(same_role(each.role, work) for work in own)
    ]
    if wish.amounts:
        return Wish(name="offer", subjects=wish.subjects, amounts=wish.amounts)
    if others:
        return wish.model_copy(update={"name": "worth_it", "subjects": others})
    if wish.skills:
        needed = has_road(goal(wish, view))
        return wish.model_copy(update={"name": "requirements" if needed else "worth_it", "subjects": []})
    # Their own job alone is whether to stay in it.
    return Wish(name="which_first") if any(each.role for each in wish.subjects) else wish


def _comparison_as_meant(wish: Wish, view: View) -> Wish:
    """One offer of this message beside what they earn is an offer to be judged."""
    told = [
        offer
        for offer in view.dialogue.offers
        if (base := base_of(offer.amounts)) and base.text in view.message and year_of(base)
    ]
    if len(told) != 1 or wish.kind or view.profile.present_pay is None or of_other_jobs(wish, view):
        return wish
    job = Subject(role=told[0].role, place=told[0].place)
    return Wish(name="offer", subjects=[job] if job.role or job.place else [], amounts=told[0].amounts)


def _options_as_meant(wish: Wish, view: View) -> Wish:
    """Of what they could do two named are a choice; to who has only a goal how far it is says more than what lies near it."""
    if len({subject.role for subject in wish.subjects if subject.role}) > 1:
        return wish.model_copy(update={"name": "which_first"})
    role = goal(wish, view)
    if not (view.profile.current_role or view.profile.former_role) and has_road(role):
        return Wish(name="tell", subjects=[Subject(role=role)])
    return wish


def _requirements_as_meant(wish: Wish, view: View) -> Wish:
    """Which jobs of a list need no degree."""
    return (
        Wish(name="options", degree=False) if wish.degree is not None and _is_of_a_list(wish, view) else wish
    )


def _step_as_meant(wish: Wish, view: View) -> Wish:  # noqa: ARG001 - as the others
    """Of several things to learn which first."""
    return Wish(name="which_first", skills=wish.skills) if len(wish.skills) > 1 else wish


def _work_as_meant(wish: Wish, view: View) -> Wish:
    """Which of two that stand side by side is as work is to be, where no job is named."""
    pair = [subject for subject in view.dialogue.pair if subject.role]
    if wish.subjects or not wish.conditions or len(pair) < _TWO:
        return wish
    return Wish(name="which_first", subjects=pair, kind="day", conditions=wish.conditions)


def _choice_as_meant(wish: Wish, view: View) -> Wish:
    """A choice for which no two jobs stand: what to learn first for a posting, the offer in hand, one job against their own."""
    named = [subject for subject in wish.subjects if subject.role]
    posting, said = view.dialogue.posting, view.message.casefold()
    told = any((subject.role or "").casefold() in said for subject in named)
    if alone := None if told else _without_jobs(wish, view):
        return alone
    if wish.skills or (told and len({subject.role for subject in named}) > 1):
        return wish
    if posting and not told and any(same_role(each.role, posting.title) for each in named):
        missing = split_skills(single_skills(posting.skills), view.profile)[1]
        return wish.model_copy(update={"subjects": [], "skills": missing[:MOST_NAMED]}) if missing else wish
    beside_now = _offered_beside_now(named, view)
    if beside_now or (view.dialogue.offers and not told and len(view.dialogue.pair) < _TWO):
        return Wish(name="compare" if beside_now or len(view.dialogue.offers) > 1 else "offer")
    if len({subject.role for subject in named}) > 1 or (not named and _is_open(view)):
        return wish
    return _one_against_own(wish, named, view)


def _offered_beside_now(named: Sequence[Subject], view: View) -> bool:
    """Whether an offer of this message is weighed against what they earn, and no other job is named."""
    own = (view.profile.current_role, view.profile.former_role)
    of_another = any(not any(same_role(each.role, work) for work in own) for each in named)
    return view.is_offered_now and view.profile.present_pay is not None and not of_another


def _without_jobs(wish: Wish, view: View) -> Wish | None:
    """What no job of the thread is meant by: two certificates, or two sides that only the message itself tells."""
    if len(wish.skills) > 1:
        return wish.model_copy(update={"subjects": []})
    held = wish.skills or wish.kind or view.dialogue.offers or len(view.dialogue.pair) > 1
    if not held and _stands_alone(view):
        return Wish(name="should_i")
    return None


def _stands_alone(view: View) -> bool:
    """Whether a message of some length leans on nothing before it: what it weighs is in it, and no two jobs."""
    leans = any(wish.name == "followup" for wish in view.dialogue.wishes)
    return not leans and len(view.message.split()) >= _OWN_WORDS


def _one_against_own(wish: Wish, named: Sequence[Subject], view: View) -> Wish:
    """One job that is chosen stands against their own, or whether it is worth it; their own alone is whether to stay."""
    own = (view.profile.current_role, view.profile.former_role)
    other = next((each for each in named if not any(same_role(each.role, work) for work in own)), None)
    if other is None:
        return wish.model_copy(update={"subjects": []})
    if view.present is None:
        return wish.model_copy(update={"name": "worth_it"})
    return wish.model_copy(update={"subjects": [view.present, other]})


def _is_open(view: View) -> bool:
    """Whether several jobs were shown or named before, among which it is chosen."""
    stands = view.dialogue
    return len(stands.pair or stands.alternatives or stands.options) > 1


def _pay_as_meant(wish: Wish, view: View) -> Wish:
    """Pay of two roles or places is set side by side, also of the two spoken of last; of an offer's place it is the offer."""
    sides, offers = wish.subjects, view.dialogue.offers
    if wish.kind == "ends":
        return wish
    pair = [subject for subject in view.dialogue.pair if subject.role]
    if _names_only_a_place(wish):
        place = sides[0].place or ""
        there = [each for each in offers if same_role(each.place, place)]
        if there and len(offers) > 1:
            return Wish(name="offer", subjects=sides, amounts=there[-1].amounts)
        sides = [each.model_copy(update={"place": place}) for each in pair]
    elif not sides and offers and _of_a_sum_told(wish, view):
        return Wish(name="compare" if view.profile.present_pay else "offer", measure=wish.measure)
    elif not sides and not wish.measure and offers and pair:
        return Wish(name="offer")  # what was told after the two
    elif not sides and not wish.measure and not speaks_of_one(view.message):
        several = speaks_of_several(view.message) and _is_of_a_list(wish, view)
        listed = view.dialogue.options[:_LISTED] if several else []
        sides = pair or [Subject(role=role) for role in listed]
    two = len({(subject.role, subject.place) for subject in sides}) > 1
    return wish.model_copy(update={"name": "compare", "subjects": sides}) if two else wish


def _of_a_sum_told(wish: Wish, view: View) -> bool:
    """Whether what was offered is asked for in another measure ("and by the hour?"): no other job was spoken of."""
    own = (view.profile.current_role, view.profile.former_role, view.dialogue.offers[-1].role, None)
    asked = wish.measure == "hour" or period_in(view.message) is not None
    return asked and any(same_role(view.dialogue.topic.role, role) for role in own)


def _is_of_a_list(wish: Wish, view: View) -> bool:
    """Whether it is about the jobs shown last, none of which was picked yet ("which of them need no degree?")."""
    topic, own = view.dialogue.topic.role, (view.profile.current_role, view.profile.former_role)
    return bool(view.dialogue.options) and not wish.subjects and (topic is None or topic in own)


def _names_only_a_place(wish: Wish) -> bool:
    return len(wish.subjects) == 1 and wish.subjects[0].role is None and wish.subjects[0].place is not None


def of_pay_told(view: View) -> Wish | None:
    """Who tells what they earn in a known job, and nothing else that leads on, hears how that stands."""
    told, earned = {change.field for change in view.changes}, view.profile.present_pay
    if "present_pay" not in told or told - _BESIDE_PAY or view.profile.current_role is None or not earned:
        return None
    said = [each for each in view.dialogue.told if abs((per_year(each) or 0) - float(earned)) < 1]
    return Wish(name="offer", amounts=said[-1:]) if said else None


def of_figures(wish: Wish, view: View) -> Wish | None:
    """A remark with the figures it is about; None where that was answered, or there are none."""
    figures = wish.model_copy(update={"subjects": _leaned_on(view)})
    return figures if figures.subjects and not asked_before(figures, view) else None


def _leaned_on(view: View) -> list[Subject]:
    """Whose figures a remark about figures is about: those side by side, else the last ones beside what they earn or the nation."""
    if len(view.dialogue.pair) > 1:
        return [view.placed(each) for each in view.dialogue.pair]
    if not view.dialogue.recent:
        return []
    *before, last = view.dialogue.recent
    present = view.present
    if before and same_role(before[-1].role, last.role):
        return [before[-1], last]
    if present is not None and present.place == last.place and not same_role(present.role, last.role):
        return [present, last]
    nation = last.model_copy(update={"place": NATION_NAME})
    return [before[-1], last] if before else [last, nation] if last.place else []


_BY_WISH: dict[WishName, Callable[[Wish, View], Wish]] = {
    "offer": _offer_as_meant,
    "should_i": _decision_as_meant,
    "worth_it": _worth_as_meant,
    "compare": _comparison_as_meant,
    "options": _options_as_meant,
    "requirements": _requirements_as_meant,
    "next_step": _step_as_meant,
    "work_like": _work_as_meant,
    "which_first": _choice_as_meant,
    "pay": _pay_as_meant,
}

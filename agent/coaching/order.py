"""Which wishes of a message are answered, in which order, and what comes after what was asked before."""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet

from agent.coaching import conditions
from agent.coaching.asked import SIDE_BY_SIDE, asked_before, mark
from agent.coaching.fields import in_roles
from agent.coaching.lines import line
from agent.coaching.meant import as_meant, of_figures, of_pay_told
from agent.coaching.ranks import NEWS, most, place, roles_of, without_doubles
from agent.coaching.rests import rests_on_change
from agent.coaching.roads import goal, has_road
from agent.coaching.view import View
from agent.coaching.written import after_a_view, unheard
from agent.models import Subject, Wish, WishName

# Answered only where nothing else was wanted; of several the first in this order.
_ALONE: tuple[WishName, ...] = (
    *("foreign", "correct", "library", "sources", "recall", "feedback", "who_are_you", "outside", "approve"),
    *("hello", "bye", "thanks", "answer", "tell", "followup"),
)
_ACTS = frozenset({"followup", "answer", "correct", "tell"})
# A remark after these is about the figures, whatever else the thread holds.
_FIGURES = frozenset({"pay", "compare", "which_first", "market"})
# What changes how far a goal is in weeks, and what somebody brings to a posting.
_PACE = frozenset({"hours_per_week", "horizon_weeks"})
_OF_A_FIT = frozenset({"skills", "missing_skills", "years_experience"})
# What an offer told in the same message is the subject of, unless they name another.
_OF_AN_OFFER = frozenset({"worth_it", "realistic", "feelings", "progress", "library", "should_i"})
# After talk of danger these are still about it.
_STILL_DANGER: frozenset[WishName] = frozenset(
    {"feelings", "handle", "progress", "tell", "answer", "thanks", "bye"}
)
# What is worth knowing of a job, in the order in which it is told to somebody who asks on.
_ABOUT_A_JOB: tuple[WishName, ...] = ("pay", "requirements", "market")
# Of a job with a roadmap the hours are told, and then a plan is what comes next; after these the hours come first.
_ABOUT_A_WAY: tuple[WishName, ...] = ("realistic", "next_step", "pay")
# What an entry of its own belongs to; and remarks, which lean on what was said before.
_OF_THEIR_OWN = frozenset({"advice", "letter", "words"})
_REMARKS = frozenset({"followup", "tell"})
_LEADS_ON = frozenset({*_ABOUT_A_JOB, *_ABOUT_A_WAY, "followup"})
_ON_A_WAY: frozenset[WishName] = frozenset(
    {"next_step", "requirements", "which_first", "interview", "realistic", "how_long"}
)


def answered(wishes: Iterable[Wish], view: View) -> list[Wish]:
    """The wishes that the reply answers, each once; conditions are taken up beside them. Where somebody may be in danger nothing else is."""
    found = list({wish.model_dump_json(): wish for wish in wishes if wish.name != "condition"}.values())
    names = {wish.name for wish in found}
    danger = next((wish for wish in found if wish.name == "crisis"), None)
    if (danger and danger.kind != "unsure") or (_was_in_danger(view) and names - {"crisis"} <= _STILL_DANGER):
        return [danger or Wish(name="crisis", kind="after")]
    found = [wish for wish in found if wish is not danger] or [Wish(name="tell")]
    found = (
        _instead(found, view)
        if "pushback" in names
        else [each for wish in found for each in _leaning(wish, view)]
    )
    leading = next((wish for wish in found if wish.name not in _ACTS), None)
    weighty = [
        wish
        for wish in found
        if wish.name not in _ALONE or _is_unmade(wish, view) or _is_asked(wish, leading)
    ]
    weighty = [wish for wish in found if wish in weighty or _is_of_a_part(wish, weighty)]
    if view.is_offered_now:  # what else is held of its job is not what an offer asks
        weighty = [each for each in weighty if each.name != "library" and not each.aspect] or weighty
    if view.is_offered_now and all(wish.name in _OF_AN_OFFER for wish in weighty):
        return [Wish(name="offer", subjects=weighty[0].subjects if weighty else [])]
    if not weighty and (rests := rests_on_change(names, view)):
        return rests
    if not weighty:
        # A correction of which nothing was read is the least that can be said.
        read = [wish for wish in found if wish.name != "correct" or view.changes] or found
        first = min(read, key=lambda wish: _ALONE.index(wish.name), default=None)
        return [_followed(first, view)] if first else []
    if not (view.draft or view.plan):
        weighty = _without_reports(weighty)
    if view.draft or view.plan:
        # How far the goal is, is told by the plan where that is asked about as well.
        asked = any(wish.name == "about_plan" for wish in weighty)
        of_goal = ("realistic", "how_long")
        weighty = [wish for wish in weighty if not (asked and wish.name in of_goal and not wish.subjects)]
    sides = [
        as_meant(wish, view).model_copy(update={"place": wish.place})
        for wish in [*weighty, *_choice_beside(names, view)]
    ]
    return sorted(most(without_doubles(sides)), key=place)


def _without_reports(weighty: list[Wish]) -> list[Wish]:
    """Without a report of nothing that was planned beside what is felt or asked, unless it is news that has a word of its own."""
    others = [wish for wish in weighty if wish.name != "progress"]
    felt = any(wish.name == "feelings" for wish in others)
    return [each for each in weighty if each in others or not others or (each.kind in NEWS and not felt)]


def _leaning(wish: Wish, view: View) -> list[Wish]:
    """The rest of the answer that a remark leans on, or the feeling that was taken up last; as it is where neither is left."""
    last = view.dialogue.wishes[-1:]
    if wish.name in _OF_THEIR_OWN:
        return [wish]
    if wish.advice and unheard(wish.advice, view):
        rest = Wish(name="advice", advice=wish.advice)
        return [wish, rest] if wish.name == "feelings" else [rest]
    named = wish.subjects or wish.skills or view.changes
    if wish.name in _REMARKS and not named and last and last[0].name == "feelings":
        return last
    return [wish]


def _instead(wishes: list[Wish], view: View) -> list[Wish]:
    """Beside the word to what was rejected what was not said yet: the same is no second answer."""
    act = next(wish for wish in wishes if wish.name == "pushback")
    rest = (each for wish in wishes if wish is not act for each in _leaning(wish, view))
    others = [new for wish in rest if (new := _unsaid(wish, view))]
    if not others and act.advice and unheard(act.advice, view):
        return [Wish(name="advice", advice=act.advice)]
    return [act.model_copy(update={"advice": None}), *others]


def _unsaid(wish: Wish, view: View) -> Wish | None:
    """A wish with something left to say, or the next thing about its job; None where all was said."""
    if wish.name == "advice":
        return wish if wish.advice and unheard(wish.advice, view) else None
    once = wish.name in _LEADS_ON or (wish.name in _OF_THEIR_OWN and not view.dialogue.notes.again)
    (read, *_), meant = in_roles([wish], view)
    return next_of(read, meant) if once and asked_before(read, meant) else wish


def _is_asked(wish: Wish, leading: Wish | None) -> bool:
    """Whether the library is what is asked: before all else, or what several jobs are."""
    return wish.name == "library" and (wish is leading or len(roles_of(wish)) > 1)


def _is_of_a_part(wish: Wish, weighty: list[Wish]) -> bool:
    """Whether it is all that a part of the message asks, beside others."""
    alone = wish.place and all(each.place != wish.place for each in weighty)
    return bool(alone and weighty and wish.name == "library")


def _is_unmade(wish: Wish, view: View) -> bool:
    """Whether a plan was to be changed and is not: that is said beside anything else."""
    return wish.name == "feedback" and bool(view.unchanged)


def next_of(wish: Wish, view: View) -> Wish | None:
    """The next thing about the job of a wish that was not asked in this thread; None where all was, or for no job."""
    (wish, *_), view = in_roles([wish], view)  # by the names under which it was told
    subject = next(iter(view.subjects(wish)), None)
    if subject is None or not subject.role or wish.name not in _LEADS_ON:
        return None
    names = _ABOUT_A_JOB
    if has_road(subject.role):
        on_a_way = _ON_A_WAY & {each.name for each in view.dialogue.wishes}
        names = _ABOUT_A_WAY if on_a_way else ("pay", "realistic")
    ahead = (
        Wish(name=name, subjects=[Subject(role=subject.role, place=subject.place)])
        for name in names
        if name != wish.name
    )
    said = view.dialogue.said
    return next((each for each in ahead if mark(each, view, told="told") not in said), None)


def _followed(wish: Wish, view: View) -> Wish:
    """What leans on the thread as what it leans on: a posting, figures, the plan, or the next thing about a job."""
    if wish.kind == "why":
        return _why(wish, view)
    wishes = view.dialogue.wishes or [Wish(name="tell")]
    last = next((each for each in wishes if each.name in _FIGURES), wishes[0])
    moved = {change.field for change in view.changes}
    if view.dialogue.posting and last.name == "posting" and (wish.name == "followup" or moved & _OF_A_FIT):
        return Wish(name="posting")
    if wish.name != "followup":
        paid = of_pay_told(view) if wish.name == "tell" and not wish.subjects else None
        return paid or (_after_remark(wish, view) if _is_remark(wish, view) else wish)
    if (view.draft or view.plan) and last.name not in _FIGURES:
        return wish.model_copy(update={"name": "about_plan"})
    of_offer = bool(view.dialogue.offers)
    several = last.name == "compare" and len(view.dialogue.offers) > 1
    if last.name == "market" or several or (last.name == "ask_for" and not of_offer):
        return last
    return _about_a_job(wish, last, moved, view) or (None if of_offer else _about_work(wish, view)) or wish


def _why(wish: Wish, view: View) -> Wish:
    """Why figures are as they are is a remark on them; else the reasons of the answer before."""
    told = {each.name for each in view.dialogue.answered} & {"pay", "compare", "market"}
    return (of_figures(Wish(name="followup"), view) if told else None) or wish


def _is_remark(wish: Wish, view: View) -> bool:
    told = view.changes or view.draft or view.plan
    return wish.name == "tell" and not (told or wish.subjects or wish.skills)


def _after_remark(wish: Wish, view: View) -> Wish:
    """Where nothing was told or asked what is known next is worth more than that it was heard.

    How the work is to be decides the choice that stands.
    """
    if after_a_view(view):
        return wish
    pair = [subject.role or "" for subject in view.dialogue.pair]
    if len(pair) > 1 and wish.conditions and conditions.tell_apart(pair, wish.conditions):
        return Wish(name="which_first", subjects=view.dialogue.pair, conditions=wish.conditions)
    if view.dialogue.offers:
        return Wish(name="followup") if line("tell.weigh").digest in view.dialogue.said else wish
    return (None if _asks_why(view) else _about_work(Wish(name="followup"), view)) or wish


def _asks_why(view: View) -> bool:
    """Whether the first remark on what was answered is asked to say more: their own work is not what it is about."""
    stands = view.dialogue.topic.role or view.profile.target_role
    return bool(view.dialogue.wishes and not stands and line("tell.against").digest not in view.dialogue.said)


def _about_work(wish: Wish, view: View) -> Wish | None:
    """The next thing about the goal, else about the job of the thread or their own."""
    role = goal(wish, view) or view.dialogue.topic.role or view.guessed_role
    return next_of(wish.model_copy(update={"subjects": [Subject(role=role)]}), view) if role else None


def _about_a_job(wish: Wish, last: Wish, moved: AbstractSet[str], view: View) -> Wish | None:
    """How far the goal is where that moved, the figures told last, or the next thing about the job; None for an offer."""
    role, topic = goal(wish, view), view.dialogue.topic
    if role is None:
        return None
    if moved & _PACE and has_road(role):
        return Wish(name="realistic", subjects=[Subject(role=role)])
    if view.dialogue.offers:
        return None
    if last.name in _FIGURES and (figures := of_figures(wish, view)):
        return figures
    about = Subject(role=role, place=topic.place if role == topic.role else None)
    return next_of(wish.model_copy(update={"subjects": [about]}), view)


def _choice_beside(names: set[WishName], view: View) -> list[Wish]:
    """Beside a question what else there is: which of the jobs first that the same message says they think of."""
    told = [role for role in view.dialogue.alternatives if role.casefold() in view.message.casefold()]
    if "options" not in names or names & set(SIDE_BY_SIDE) or len(told) < 2:
        return []
    return [Wish(name="which_first", subjects=[Subject(role=role) for role in told])]


def _was_in_danger(view: View) -> bool:
    """Whether the last reply, of three sentences and the mark of its wish, was to somebody in danger."""
    last = {line(f"crisis.{key}").digest for key in ("stay", "after", "still")}
    return bool(last.intersection(view.dialogue.said[-3:]))

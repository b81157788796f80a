"""What was answered last and rests on a fact that a message tells: it is answered anew with it."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet

from agent.coaching import costs
from agent.coaching.view import View
from agent.models import Wish, WishName
from agent.nlu.values.schooling import years_of_school
from tools.oews.role_links import link_role

# What rests on the hours, pay, skills, place, years, age or schooling of somebody: told anew, they change the answer.
_ON_TIME: frozenset[WishName] = frozenset(
    {"realistic", "how_long", "which_first", "worth_it", "next_step", "interview"}
)
_ON_PAY: frozenset[WishName] = frozenset(
    {"offer", "compare", "pay", "worth_it", "ask_for", "options", "which_first"}
)
_ON_SKILLS: frozenset[WishName] = frozenset({"how_long", "realistic", "next_step", "posting", "which_first"})
_ON_A_PLACE: frozenset[WishName] = frozenset(
    {"pay", "market", "options", "offer", "compare", "which_first", "find", "worth_it"}
)
_ON_THEM: frozenset[WishName] = frozenset({"realistic", "requirements", "how_long", "which_first", "counts"})
_ON_SCHOOLING: frozenset[WishName] = frozenset({*_ON_THEM, "options"})
_RESTS_ON: Mapping[str, frozenset[WishName]] = {
    **dict.fromkeys(("hours_per_week", "horizon_weeks"), _ON_TIME),
    **dict.fromkeys(("skills", "missing_skills"), _ON_SKILLS),
    "age": _ON_THEM,
    "edu": _ON_SCHOOLING,
    "present_pay": _ON_PAY,
    "location": _ON_A_PLACE,
    "years_experience": frozenset({"ask_for", "offer", "counts", "realistic"}),
    "current_role": frozenset({"options", "compare", "realistic", "counts", "worth_it"}),
}
_BROUGHT = frozenset({"age", "edu"})  # what a chance at a job is weighed by
_A_DEGREE = 4  # years of college
_REMARKS = frozenset({"followup", "tell"})


def rests_on_change(names: AbstractSet[str], view: View) -> list[Wish]:
    """What was answered last, where all that a message says is what it costs, or a fact that it rests on ("and with 15 hours?")."""
    weighed = [wish for wish in view.dialogue.wishes if wish.name == "worth_it"]
    if weighed and names <= _REMARKS and costs.told(view):
        return weighed[:1]
    if view.draft or view.plan or not names <= _REMARKS:
        return []
    brings = view.dialogue.brings
    told: set[str] = {change.field for change in view.changes if change.value is not None}
    told |= {name for name in ("age", "edu") if name in brings and brings[name] in view.message}
    own = any(wish.name in ("tell", "followup") and wish.subjects for wish in view.dialogue.wishes)
    rests = {name for field in told for name in _RESTS_ON.get(field, ())}
    if own:
        return []
    if "present_pay" in told and _is_own_work(view):
        return []  # how their pay stands in that very work is what is said to it
    found = [_within(wish, view) for wish in view.dialogue.answered if wish.name in rests]
    topic = view.dialogue.topic
    if not found and told & _BROUGHT and topic.role not in (None, view.profile.current_role):
        return [Wish(name="realistic", subjects=[topic])]
    return found


def _is_own_work(view: View) -> bool:
    """Whether the pay of their own work was told last, and nothing was offered."""
    own, topic = view.profile.current_role, view.dialogue.topic.role
    links = link_role(own or ""), link_role(topic or "")
    codes = [found[0].occupation.code for found in links if found]
    return not view.dialogue.offers and (own == topic or (len(codes) > 1 and codes[0] == codes[1]))


def _within(wish: Wish, view: View) -> Wish:
    """What else they could do, without what takes a degree where they have told that they have none."""
    school = years_of_school(view.dialogue.brings.get("edu", ""))
    short = wish.name == "options" and school is not None and school < _A_DEGREE
    return wish.model_copy(update={"degree": False}) if short else wish

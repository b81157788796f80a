"""From the names of wishes to wishes with all they need, and what the thread stands on after them."""

import re
from datetime import date

from agent.models import Amount, DialogueState, Profile, Wish, WishName
from agent.nlu.again import (
    at_another_pace,
    meant,
    of_a_pick,
    repeated,
    ruled_out,
    told_apart,
    with_amount,
    with_slots,
    with_sums,
    within,
)
from agent.nlu.facts import hours_a_week, hours_until
from agent.nlu.kinds import read_kind
from agent.nlu.mentions import Message, distinct
from agent.nlu.near import with_near
from agent.nlu.offers import as_offered, read_offers
from agent.nlu.own_text import quoted
from agent.nlu.pay import amount_answered, amounts
from agent.nlu.places_asked import named_places
from agent.nlu.scheme import ACTS, AMOUNTS, ROLES, SKILLS, TEXTS
from agent.nlu.subjects import named_roles, subjects_of
from agent.nlu.tagger import default_tagger
from agent.nlu.values.contracts import is_contract_rate
from agent.nlu.values.dates import parse_deadline
from agent.nlu.values.durations import parse_weeks
from agent.nlu.values.numbers import find_quantities
from agent.nlu.values.schooling import names_schooling
from agent.nlu.wish_kinds import YES_OR_NO, conditions_of, feeling_of, kind_of_wish, measure_of
from tools.roadmap.skills import own_name, spelling

_ANSWERS_REST_ON = ("hrs", "hor", "yrs", "have", "some", "lack", "loc", "payc", "payo")
_HOURS_A_DAY = 24
_LONGEST_QUERY = 400  # characters; a question to the library is a sentence or two
_LEAST_OF_A_CHOICE = 6  # words; fewer hold no two sides
_WHOLE = frozenset({"base", "total", "net"})  # kinds of pay that are an offer by themselves
_CHOICES = frozenset({"which_first", "compare", "should_i"})
# What may say how work is to be.
_BY_CONDITIONS = frozenset({"options", "pushback", "next_step", "work_like", "find", *_CHOICES, "tell"})
# What is looked up in the library in the words of the question.
_SEARCHED = frozenset({"library", "work_like", "requirements", "counts"})
# The chance of a feeling from which it is taken up in place of what was answered before.
_FELT_BESIDE = 0.5
# What is said around a text of theirs that is to be looked at.
_LOOKED_AT = frozenset({"shorter", "plainer", "warmer", "firmer", "judged"})
# What is compared by these is a choice of ways, not of figures.
_OF_WAYS = frozenset({"soon", "cheap", "day", "jobs"})
# By what else is compared or wanted how the work is to be does not matter.
_OF_THE_DAY = frozenset({None, "day"})
# What is not asked again where the answer before missed, and from which chance on something else is.
_NOT_ASKED, _ASKED_AGAIN = frozenset({"pushback", "tell", "feelings", "crisis", "progress"}), 0.3
# What a sum is weighed for.
_OF_A_SUM = frozenset({"offer", "ask_for", "worth_it"})


def read_wishes(message: Message, dialogue: DialogueState, profile: Profile, today: date) -> list[Wish]:
    """The wishes of a message in its order. `profile` holds what it told already."""
    if answered := amount_answered(message, dialogue):
        return [with_amount(wish, answered) for wish in dialogue.held]
    known = (meant, told_apart, at_another_pace)
    if one := next((found for read in known if (found := read(message, dialogue))), None):
        return one
    names = _with_offers([name for name in message.wishes if name not in ACTS], message, dialogue)
    near = of_a_pick(message, dialogue, profile) if not names else []
    if not names and not near and (last := repeated(message, dialogue, profile)):
        return last
    names = names or near
    if names == ["pushback"]:
        names = [*names, *_wanted_beside(message)]
    if names == ["pushback"] and message.chances.get("feelings", 0.0) >= _FELT_BESIDE:
        # How it is for them is what was passed over.
        return [_wish("pushback", message, dialogue, profile, today), Wish(name="feelings")]
    act, leaning = _of_the_last(names, message, dialogue)
    if act or leaning:
        return [*([_wish(act, message, dialogue, profile, today)] if act else []), *leaning]
    felt = names == ["feelings"]
    names = with_near(names, message, dialogue, profile)
    names = _with_offers(names, message, dialogue) if names else names
    wishes = [_wish(name, message, dialogue, profile, today) for name in names or message.wishes]
    for wish in wishes:
        if felt and wish.name == "feelings" and "which_first" in names:
            wish.feeling = "torn"  # what is felt between two ways
    return wishes


def _of_the_last(
    names: list[str], message: Message, dialogue: DialogueState
) -> tuple[str | None, list[Wish]]:
    """What was answered last, where a message says that it missed, changes a fact of it, or answers what was asked for it.

    With the name of the act that is answered beside it, where one is.
    """
    if names == ["pushback"]:
        return "pushback", within(dialogue.wishes, message, dialogue.topic)
    if not names and message.wants("correct") and (message.right or message.of(*_ANSWERS_REST_ON)):
        return "correct", with_sums(dialogue.wishes, message)
    waits = not names and message.wants("answer", "correct") and dialogue.held and _goes_on(message)
    return None, with_slots(dialogue.held, message) if waits else []


def _wanted_beside(message: Message) -> list[str]:
    """What a message that says that the answer missed asks for again, as far as it can be told."""
    own = {name: chance for name, chance in message.chances.items() if name not in ACTS | _NOT_ASKED}
    best = max(own, key=own.__getitem__, default=None)
    return [best] if best and own[best] >= _ASKED_AGAIN else []


def _with_offers(names: list[str], message: Message, dialogue: DialogueState) -> list[str]:
    """Several offers told in one message are set side by side; whether one is worth taking is what is said to it."""
    told = read_offers(message)
    offers = len(told)
    if not offers and "posting" in names:
        names = [name for name in names if name != "offer"]  # the pay in it is the posting's
    if offers and "offer" in names and not message.of("learn", "avoid"):
        names = [name for name in names if name != "worth_it"]
    if offers == 1 and any(amount.period == "contract_hour" for amount in told[0].amounts):
        # A contractor's rate and wages are not of one measure.
        names = ["offer" if name == "pay" and "offer" not in names else name for name in names]
    alone = offers == 1 and not dialogue.offers and not message.of("payc")
    if alone and max(len(named_roles(message)), len(named_places(message))) < 2:
        names = ["offer" if name == "compare" else name for name in names]  # nothing stands beside it
    if offers < 2:
        return names
    about = {"which_first", "offer", "worth_it", "pay"}
    return list(dict.fromkeys("compare" if name in about else name for name in names or ["compare"]))


def _wish(name: str, message: Message, dialogue: DialogueState, profile: Profile, today: date) -> Wish:
    if name == "pay" and is_contract_rate(message.text) and not named_roles(message):
        name = "ask_for"  # what to charge
    feeling = feeling_of(message) if name == "feelings" else None
    wish = Wish.model_validate({"name": name, "feeling": feeling, "kind": kind_of_wish(name, message)})
    wish.subjects = subjects_of(name, message, dialogue, profile)
    wish.amounts = _amounts_of(wish.name, message, dialogue)
    if name in _OF_A_SUM:
        wish.subjects = as_offered(wish, message, dialogue, profile)
    if name in _BY_CONDITIONS and wish.kind in _OF_THE_DAY:
        wish.conditions = conditions_of(message)
    wish = _as_asked(wish, message, dialogue)
    wish.measure = measure_of(name, message) if wish.name in ("pay", "ask_for") else None
    wish.skills = _skills_of(name, message)
    wish.due = _hours_until_due(message, today)
    wish.hours = (
        hours_until(message)
        if name == "interview"
        else hours_a_week(message)
        if name == "about_plan"
        else None
    )
    wish.query = _query(message, dialogue) if name in _SEARCHED else None
    if name in TEXTS:
        wish.query = _own_text(message)
    wish.degree = _degree_of(name, wish, message)
    parts = message.of("part")
    wish.part = parts[0].text if parts else None
    return wish


def _as_asked(wish: Wish, message: Message, dialogue: DialogueState) -> Wish:
    """The wish under the name of what answers it."""
    name = wish.name
    if name == "compare" and wish.conditions:
        wish.kind = "day"
    if _is_of_ways(wish, message):
        wish.name = "which_first"
    of_one = len({each.role for each in wish.subjects}) == 1
    if name == "compare" and of_one and measure_of(name, message) == "state":
        # The states, or the areas of one, of one job.
        wish.name, wish.kind, wish.subjects = "pay", None, wish.subjects[-1:]
    if name == "which_first" and wish.kind is None and _is_of_no_jobs(message, dialogue):
        wish.name, wish.subjects, wish.amounts = "should_i", [], []
    return wish


def _skills_of(name: str, message: Message) -> list[str]:
    """Skills that it is about; two names of one skill are still two to choose from."""
    named = own_name if name == "which_first" else spelling
    skills = [named(mention.text) for mention in distinct(message.of("learn", "avoid"))]
    if name == "options":
        return skills + ruled_out(message)
    held = distinct(message.of("have", "some")) if name == "counts" else []
    return skills + [spelling(mention.text) for mention in held]


def _degree_of(name: str, wish: Wish, message: Message) -> bool | None:
    """Whether it is about schooling: what is wanted without, what they have and may count, what is asked about."""
    if message.of("noedu"):
        return False
    if name == "counts" and message.of("edu"):
        return True
    asked = name in ("requirements", "counts") and not (wish.skills or message.of("edu"))
    return True if asked and names_schooling(message.asked) else wish.degree


def _is_of_ways(wish: Wish, message: Message) -> bool:
    """Whether what is compared are ways into several jobs and no figures or places; a sum of the thread is none of the message."""
    jobs, places = (
        {*filter(None, (getattr(each, name) for each in wish.subjects))} for name in ("role", "place")
    )
    return (
        wish.name == "compare"
        and wish.kind in _OF_WAYS
        and len(jobs) > 1
        and len(places) < 2
        and not any(amount.text in message.text for amount in wish.amounts)
    )


def _is_of_no_jobs(message: Message, dialogue: DialogueState) -> bool:
    """Whether a choice leans on nothing and names nothing that the jobs of the thread stand for: its sides are in the message alone."""
    several = max(len(dialogue.pair), len(dialogue.alternatives), len(dialogue.options)) > 1
    whole = len(message.asked.split()) >= _LEAST_OF_A_CHOICE and not message.wants("followup")
    return several and whole and not message.of(*ROLES, *SKILLS, *AMOUNTS)


def _own_text(message: Message) -> str | None:
    """A text that stands in quotes and is to be looked at, by what is said around it: not what others say or ask."""
    found = quoted(message.text)
    if found is None or not found.around:
        return None
    remark = read_kind("remark", default_tagger().summaries([found.around])[0])
    return found.passage if remark in _LOOKED_AT else None


def _goes_on(message: Message) -> bool:
    """Whether what waits for an answer is wanted: what was offered only where the answer is a yes."""
    return YES_OR_NO not in message.context or read_kind("sure", message.summary) == "yes"


def _amounts_of(name: WishName, message: Message, dialogue: DialogueState) -> list[Amount]:
    """The amounts a wish is about: offered ones before those earned, the thread's last offer where none is named."""
    if name == "pay":  # what they earn comes to a sum of its own where its hours are told
        return [amount for amount in amounts(message, "payc", "payo") if amount.hours is not None]
    if name not in ("offer", "ask_for", "worth_it", "should_i", "compare", "which_first"):
        return []
    own = amounts(message, "payo", "total", "bonus", "signon", "equity")
    own = own or (amounts(message, "payc") if name != "should_i" else [])
    # Not every decision is about the offer that was told before.
    held = list(dialogue.offers[-1].amounts) if dialogue.offers and name != "should_i" else []
    kinds = {amount.kind for amount in own}
    if own and not kinds & _WHOLE:  # "the bonus is 15%" changes the offer in hand
        return [*(amount for amount in held if amount.kind not in kinds), *own]
    return own or held


def _query(message: Message, dialogue: DialogueState) -> str:
    """The question itself; where it leans on the thread, with the role it leans on."""
    text = " ".join(message.asked.split())[:_LONGEST_QUERY]
    role = dialogue.topic.role
    return f"{text} ({role})" if role and message.wants("followup") and not named_roles(message) else text


def _hours_until_due(message: Message, today: date) -> float | None:
    """Hours from now until an interview or test: what a length tells, else the days until the day named."""
    for mention in message.of("due"):
        if day := parse_deadline(mention.text, today):
            weeks = parse_weeks(mention.text)
            if hours := re.search(r"(\d+)\s*(?:h|hrs?|hours?)\b", mention.text, re.IGNORECASE):
                return float(hours[1])
            return weeks * 7 * _HOURS_A_DAY if weeks else max((day - today).days, 1) * _HOURS_A_DAY
        if quantities := find_quantities(mention.text):
            unit = _HOURS_A_DAY if re.search(r"\bdays?\b", mention.text, re.IGNORECASE) else 1
            return quantities[0].low * unit
    return None

"""What kind of a thing a wish is: by the trained heads on a message's summary, and by the values told beside it."""

from collections.abc import Callable
from typing import cast

from agent.models import GLAD, Feeling, Measure
from agent.nlu.danger import is_sure
from agent.nlu.kinds import (
    OTHER,
    YES,
    HeadName,
    agreed_kind,
    chances_of,
    kind_of,
    read_conditions,
    read_kind,
    surest_kind,
)
from agent.nlu.mentions import Message
from agent.nlu.scheme import AMOUNTS, TEXTS
from agent.nlu.summaries import of_clauses
from agent.nlu.values.contracts import is_contract_rate
from agent.nlu.values.pay_periods import period_in
from tools.oews.areas import link_place
from tools.options.conditions import Condition

YES_OR_NO = "q:sure"
_LAID_OFF: Feeling = "laid_off"  # a kind of feeling
# From this chance on that a feeling weighs on them, less half of that of good news, it is told as hard: nine in ten are.
_HEAVY, _OFF = 0.6, 0.5
_PLAINLY_GOOD, _PLAINLY_FELT = (
    0.6,
    0.5,
)  # from the one on news is good, below the other what weighs on them is none then
_SURE_OF_QUESTIONS = 0.6  # that what will be asked is wanted, and not how to prepare
_KINDS: dict[str, HeadName] = {
    **dict.fromkeys((*sorted(TEXTS),), "letter"),
    **dict.fromkeys(("which_first", "compare"), "criterion"),
}
_REPORTS = frozenset({"progress", "feelings"})
# Read of each clause, too; of a report of all that it tells.
_BY_CLAUSES: dict[str, HeadName] = {"about_plan": "about_plan", "progress": "news", "feelings": "news"}


def feeling_of(message: Message) -> Feeling | None:
    """What they feel, where the whole message and the clause that tells it best agree on it: one of them alone often errs.

    That the work is lost goes before what is felt of it: "laid off last week, feel like an idiot" is no slow learner. What is
    plainly good news is no worry, whatever it sounds like.
    """
    if message.summary is None:
        return None
    clauses = of_clauses(message)
    if any(chances_of("feeling", each)[_LAID_OFF] >= _PLAINLY_FELT for each in clauses):
        return _LAID_OFF
    felt = agreed_kind("feeling", message.summary, clauses)
    good = chances_of("news", message.summary)["good"] >= _PLAINLY_GOOD
    if felt and felt not in GLAD and good and chances_of("feeling", message.summary)[felt] < _PLAINLY_FELT:
        return None
    return cast("Feeling | None", felt)


def _weighs(message: Message) -> bool:
    """Whether something weighs on them, whichever of the feelings that do it is."""
    if message.summary is None:
        return False
    chances = chances_of("feeling", message.summary)
    heavy = 1.0 - chances[OTHER] - sum(chances[each] for each in GLAD)
    return heavy - _OFF * chances_of("news", message.summary)["good"] >= _HEAVY


def conditions_of(message: Message) -> list[Condition]:
    """How they want the work to be."""
    return read_conditions(message.summary, of_clauses(message, told=True))


def measure_of(name: str, message: Message) -> Measure | None:
    """A contractor's rate; of each state, where it is asked which place pays best; by the hour, where no hours of theirs are told."""
    if name == "ask_for" and is_contract_rate(message.text):
        return "contract_hour"
    if _is_of_all_places(message):
        return "state"
    return "hour" if period_in(message.asked) == "hour" and not message.of("hrs", *AMOUNTS) else None


def _is_of_all_places(message: Message) -> bool:
    """Whether it is asked where of all places pay is best, or where within the one state that is named."""
    named = [link_place(each.text).area for each in message.of("aloc")]
    if message.summary is None or len(named) > 1 or any(not area or area.kind != "state" for area in named):
        return False
    return surest_kind("where", message.summary, of_clauses(message)) == YES


def kind_of_wish(name: str, message: Message) -> str | None:
    """What is asked about a plan, which text is wanted, by what to compare; yes or no where that was asked."""
    if name == "answer":
        return read_kind("sure", message.summary) if YES_OR_NO in message.context else None
    if name == "crisis":
        # Below that help is named beside the answer.
        return None if is_sure(message.chances.get("crisis", 1.0)) else "unsure"
    if name in _BY_THEIR_OWN:
        return _BY_THEIR_OWN[name][1] if _BY_THEIR_OWN[name][0](message) else None
    if name == "feelings" and _weighs(message):
        return "bad"
    if name in _BY_CLAUSES and message.summary is not None:
        # What is told behind a question ("why Docker, nobody uses it") blurs the whole.
        return surest_kind(_BY_CLAUSES[name], message.summary, of_clauses(message, told=name in _REPORTS))
    return read_kind(_KINDS[name], message.summary) if name in _KINDS else None


def _asks_for_questions(message: Message) -> bool:
    asks = kind_of("letter", message.summary) if message.summary is not None else None
    return asks is not None and asks.label == "questions" and asks.confidence >= _SURE_OF_QUESTIONS


def _asks_for_pay(message: Message) -> bool:
    paid = message.summary is not None and surest_kind("paid", message.summary, of_clauses(message)) == YES
    return paid or bool(message.of("payt"))


_BY_THEIR_OWN: dict[str, tuple[Callable[[Message], bool], str]] = {
    "interview": (_asks_for_questions, "questions"),
    "options": (_asks_for_pay, "pay"),
}

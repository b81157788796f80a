"""What kind of a thing a wish is: by the trained heads on a message's summary, and by the values told beside it."""

from agent.models import Measure
from agent.nlu.kinds import YES, HeadName, kind_of, read_conditions, read_kind, sure_kinds, surest_kind
from agent.nlu.mentions import Message
from agent.nlu.scheme import AMOUNTS, TEXTS
from agent.nlu.summaries import of_clauses
from agent.nlu.values.contracts import is_contract_rate
from agent.nlu.values.pay_periods import period_in
from tools.oews.areas import link_place
from tools.options.conditions import Condition

YES_OR_NO = "q:sure"
_LAID_OFF = "laid_off"  # a kind of feeling
_SURE_OF_QUESTIONS = 0.6  # that what will be asked is wanted, and not how to prepare
# The chance of danger from which nothing else is spoken of; below it help is named beside the answer.
_SURE_OF_DANGER = 0.8
_KINDS: dict[str, HeadName] = {
    **dict.fromkeys((*sorted(TEXTS),), "letter"),
    **dict.fromkeys(("which_first", "compare"), "criterion"),
}
# Read of each clause, too; of a report of all that it tells.
_BY_CLAUSES: dict[str, HeadName] = {"about_plan": "about_plan", "progress": "news"}


def feeling_of(message: Message) -> str | None:
    """What they feel, by the whole message or the clause that tells it best: facts beside it blur the whole.

    That the work is lost goes before what is felt of it: "laid off last week, feel like an idiot" is no slow learner.
    """
    if message.summary is None:
        return None
    sure = sure_kinds("feeling", message.summary, of_clauses(message))
    return _LAID_OFF if _LAID_OFF in sure else next(iter(sure), None)


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
    if name == "interview":
        asks = message.summary is not None and kind_of("letter", message.summary)
        return (
            "questions"
            if asks and asks.label == "questions" and asks.confidence >= _SURE_OF_QUESTIONS
            else None
        )
    if name == "crisis":
        return "unsure" if message.chances.get("crisis", 1.0) < _SURE_OF_DANGER else None
    if name == "options":
        paid = (
            message.summary is not None and surest_kind("paid", message.summary, of_clauses(message)) == YES
        )
        return "pay" if paid or message.of("payt") else None
    if name in _BY_CLAUSES and message.summary is not None:
        # What is told behind a question ("why Docker, nobody uses it") blurs the whole.
        return surest_kind(_BY_CLAUSES[name], message.summary, of_clauses(message, told=name == "progress"))
    return read_kind(_KINDS[name], message.summary) if name in _KINDS else None

"""The last message as it is tagged in its thread: what it may answer, lean on and speak of."""

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from langchain_core.messages import AnyMessage

from agent.models import DialogueState, Measure, PayPeriod, Profile
from agent.nlu.capitals import heard
from agent.nlu.cv.beside import said_beside
from agent.nlu.cv.read import ReadCv
from agent.nlu.in_thread import BEFORE, Thread
from agent.nlu.letters.turn import of_a_text
from agent.nlu.mentions import Message
from agent.nlu.others import people_in, without_people
from agent.nlu.plan_beside import adds_a_step
from agent.nlu.progress_told import with_progress
from agent.nlu.scheme import ACTS
from agent.nlu.step_marks import with_steps
from agent.nlu.tagging import behind_a_greeting, tag
from agent.state import CoachState

if TYPE_CHECKING:
    from agent.nlu.tagger import Tagger

_EARLIER = 2  # messages that one may lean on
_HOURLY: dict[Measure | None, PayPeriod] = {"hour": "hour", "contract_hour": "contract_hour"}


def tagged(text: str, state: CoachState, dialogue: DialogueState, tagger: "Tagger", rejects: bool) -> Message:
    """The message tagged in its thread, as the answer to what the coach asked back only where it is one.

    Most people pass over what was only offered, and many over what was asked: what surely wants something by itself is no
    answer, and beside an offer neither is what tells something.
    """
    held = {"draft": state.get("draft") is not None, "plan": state.get("plan") is not None}
    thread = _thread(state, dialogue)

    def read(context: tuple[str, ...]) -> Message:
        return behind_a_greeting(tag(text, context, tagger, thread), tagger)

    plain = read(_context(dialogue, **held, answering=False))
    alone = read(()) if plain.context and not rejects else plain
    if (
        alone is not plain
        and not plain.wants("feedback")
        and of_a_text(alone, dialogue)
        and not (held["draft"] and adds_a_step(alone, dialogue))
    ):
        return alone
    if dialogue.asked is None or any(name not in ACTS for name in plain.firm):
        return plain
    speaks = bool(plain.mentions) or any(name not in ACTS for name in plain.wishes)
    if speaks and not dialogue.pressing:
        return plain
    return tag(text, _context(dialogue, **held, answering=True), tagger, thread)


def _thread(state: CoachState, dialogue: DialogueState) -> Thread:
    """What the last message is said in."""
    said = [str(each.text) for each in heard(state) if not rejects_in(each)]
    return Thread(
        before=tuple(said[-BEFORE - 1 : -1]),
        first=len(said) == 1,
        waits=state.get("draft") is not None,
        approved=state.get("plan") is not None,
        text=dialogue.letter is not None,
        topic=dialogue.topic.role is not None,
    )


def _context(dialogue: DialogueState, *, draft: bool, plan: bool, answering: bool) -> tuple[str, ...]:
    """The context of the corpus's guide that holds before a message, the one that matters most; `answering` the last question.

    The corpus gives a message one context, so the tagger has learned no two of them together.
    """
    held = (
        ("draft", draft),
        (f"q:{dialogue.asked}", dialogue.asked is not None and answering),
        ("plan", plan),
        ("posting", any(wish.name == "posting" for wish in dialogue.wishes)),
        ("topic", dialogue.topic.role is not None),
        ("two", len(dialogue.pair) > 1),
        ("options", bool(dialogue.options)),
        ("offer", bool(dialogue.offers)),
        ("posting", dialogue.posting is not None),
    )
    return next(((name,) for name, holds in held if holds), ())


def leaning(message: Message, state: CoachState, dialogue: DialogueState, before: Profile) -> Message:
    """The message with what it may lean on: pay and jobs told before, the messages before it."""
    jobs = (before.current_role or before.former_role, dialogue.topic.role)
    return replace(
        message,
        told=tuple(dialogue.told),
        earned=before.present_pay,
        jobs=tuple(job for job in jobs if job),
        by_the_hour=next(
            (_HOURLY[each.measure] for each in dialogue.wishes if each.measure in _HOURLY), None
        ),
        earlier=tuple(_told(state))[-_EARLIER:],
    )


def with_marks(message: Message, state: CoachState) -> Message:
    """The message with the steps and the progress of the plan marked in it, and no person as a place."""
    message = without_people(message, people_in(str(each.text) for each in heard(state)))
    message = with_steps(message, plan) if (plan := state.get("draft") or state.get("plan")) else message
    delivered, waits = state.get("plan"), state.get("draft") is not None
    return with_progress(message, delivered, waits=waits) if delivered else message


def said_beside_cv(cv: ReadCv, text: str, tagger: "Tagger") -> Message:
    """What is surely wanted in the words beside a pasted CV; the CV's own words want nothing."""
    said = "" if cv.handed else said_beside(text)
    message = tag(said, (), tagger) if said else Message("", (), ())
    return replace(message, wishes=message.firm or ("tell",))


def _told(state: CoachState) -> Iterator[str]:
    """What the person said before the last message but the reasons of rejections, which are of a plan."""
    return (str(each.text) for each in heard(state)[:-1] if not rejects_in(each))


def rejects_in(said: AnyMessage) -> bool:
    return bool(said.additional_kwargs.get("decision") == "reject")

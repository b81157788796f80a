"""A message to an Understanding: tagged once, then facts, wishes and what the thread stands on."""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from langchain_core.messages import AnyMessage, HumanMessage

from agent.context import CoachContext
from agent.models import (
    DialogueState,
    Profile,
    ProfileChange,
    Subject,
    Understanding,
    Wish,
)
from agent.models.changes import apply_changes
from agent.nlu.answered import with_answered
from agent.nlu.before import as_answered, as_told_before, with_bare_hours, with_place_told
from agent.nlu.beside_a_text import for_the_text
from agent.nlu.by_parts import wishes_beside, wishes_of
from agent.nlu.capitals import heard
from agent.nlu.changes_beside import changes_a_part, changes_beside, hopes_for_sooner, takes_back
from agent.nlu.cv.read import ReadCv, cv_in
from agent.nlu.disambiguation import with_states
from agent.nlu.facts import Facts, read_facts
from agent.nlu.jobs_meant import jobs_meant
from agent.nlu.language import ENGLISH, language_of
from agent.nlu.letters.turn import of_a_text, remark_of, speaks_of_it
from agent.nlu.mentions import Message
from agent.nlu.occupations import with_occupations
from agent.nlu.others import read_other
from agent.nlu.own_jobs import in_own_jobs
from agent.nlu.pay import pay_answered
from agent.nlu.plan_acts import drops, with_plan_dropped
from agent.nlu.plan_beside import of_elsewhere, told_beside
from agent.nlu.plan_changes import read_plan_changes
from agent.nlu.plan_goal import about_the_plan, goal_of, other_goal
from agent.nlu.posting import with_posting_apart
from agent.nlu.posting_text import posting_in
from agent.nlu.progress_told import read_progress, told_of
from agent.nlu.put_right import put_right
from agent.nlu.questions_beside import apart_from_questions
from agent.nlu.said import leaning, rejects_in, said_beside_cv, tagged, with_marks
from agent.nlu.skills_told import with_skills
from agent.nlu.stands import for_a_text, read_dialogue
from agent.nlu.times import with_times
from agent.nlu.whole_work import with_asked, with_sayings
from agent.nlu.wishes import read_wishes
from agent.plans.named import named
from agent.plans.progress import Told
from agent.state import CoachState

if TYPE_CHECKING:
    from agent.nlu.tagger import Tagger


POSTING = "posting"  # what `additional_kwargs["kind"]` of a message says that was handed over as a posting
# Of a message in another language only these are taken: they are said back, for the person to mend.
_READ_ABROAD = frozenset({"location", "hours_per_week", "present_pay"})
# From this chance of a remark on the plan on a message may want something of it otherwise, whatever else it wants.
_MAY_CHANGE = 0.15


def understand(state: CoachState, context: CoachContext, tagger: "Tagger") -> Understanding:
    """Read the last human message of `state`. Raises nothing for any text."""
    dialogue = state.get("dialogue") or DialogueState()
    said = _last_said(state)
    text = str(said.text)
    if said.additional_kwargs.get("kind") == POSTING:
        return _with_posting(text, dialogue, tagger)
    cv, rejects = cv_in(said, context.today), rejects_in(said)
    message = said_beside_cv(cv, text, tagger) if cv else tagged(text, state, dialogue, tagger, rejects)
    before = state.get("profile") or Profile()
    message = leaning(with_marks(message, state), state, dialogue, before)
    if not rejects and not cv and speaks_of_it(message, dialogue):
        return _remarked(message, before, dialogue, context)
    return _read(message, state, context, cv, tagger)


def _read(
    message: Message, state: CoachState, context: CoachContext, cv: ReadCv | None, tagger: "Tagger"
) -> Understanding:
    """What a message says, with what it wants of the plan that the thread holds."""
    dialogue, before = state.get("dialogue") or DialogueState(), state.get("profile") or Profile()
    plan, rejects = state.get("draft") or state.get("plan"), rejects_in(_last_said(state))
    apart = not rejects and plan is not None and not cv and of_a_text(message, dialogue)
    message, right = put_right(_with_jobs(message, before, dialogue.spoken), Profile() if cv else before)
    beside, part, changes = None, False, False
    waits = state.get("draft") is not None
    if waits and not (cv or rejects or apart) and drops(message):
        return with_plan_dropped(interpret(message, before, dialogue, context))
    divided = waits and not (cv or rejects or apart or dialogue.asked is not None)
    message, asked = apart_from_questions(message, tagger) if divided else (message, [])
    asks = apart or (not message.wants("feedback") and message.wants("about_plan", "progress"))
    if plan is not None and not cv and not asks and (rejects or _may_change(message)):
        beside = told_beside(message, plan, before.hours_per_week, context.today, right.spans)
        message = beside.message
        asks = message.wants("about_plan")
        part = waits and not asks and changes_a_part(message, plan)
        changes = bool(beside.changes) or part or (waits and not asks and hopes_for_sooner(message))
    read = interpret(message, before, dialogue, context, cv)
    read.wishes += wishes_beside(asked, dialogue, before, context.today)
    read.changes += right.changes
    if plan is None or not message.text.strip():
        return read
    if apart:
        return read.model_copy(update={"changes": []})  # what a text tells is no change of the plan
    read = told_of(read, message, state.get("plan") or plan, context.today)
    read = read.model_copy(update={"wishes": [of_elsewhere(each, plan) for each in read.wishes]})
    if beside and beside.facts:
        read = read.model_copy(update={"changes": [*read.changes, *beside.facts]})
    if goal := other_goal(message, plan):
        change = ProfileChange(field="target_role", value=goal)
        return read.model_copy(update={"changes": [*read.changes, change], "wishes": [Wish(name="plan")]})
    if not rejects:
        read = read.model_copy(update={"changes": about_the_plan(read.changes, message.wishes)})
    refuses = message.wishes == ("tell",) and any(named(each.text, plan) for each in message.of("avoid"))
    again = bool(state.get("edits")) and message.wishes == ("approve",) and takes_back(message)
    if not (message.wants("feedback") or rejects or refuses or again or changes):
        return changes_beside(read, message, plan) if message.wants("progress") else read
    different = read_plan_changes(message, plan, read.changes, dialogue, beside, rejects=rejects)
    others = [each for each in read.wishes if not (part and each.name == "feelings")]  # said of the part
    wishes = read.wishes if message.wants("feedback") else [*others, Wish(name="feedback")]
    read.changes = different.with_told(read.changes)
    return read.model_copy(update={"plan_changes": different.changes, "wishes": wishes})


def _may_change(message: Message) -> bool:
    """Whether a message beside a plan may be a remark on it; most news, thanks and questions are none."""
    return message.wants("feedback", "answer") or message.chances.get("feedback", 0.0) >= _MAY_CHANGE


def _with_jobs(message: Message, before: Profile, spoken: Sequence[str]) -> Message:
    """The message with times, skills, jobs and places as it means them."""
    message = with_sayings(with_asked(with_skills(with_times(message), before)), before)
    return with_states(with_occupations(in_own_jobs(message, before, spoken), before), before)


def _remarked(
    message: Message, before: Profile, dialogue: DialogueState, context: CoachContext
) -> Understanding:
    """What is said to the text in hand, which is told to somebody else, too: no fact of it is kept."""
    wishes, after, asked = remark_of(message, dialogue)
    beside = wishes_beside(asked, dialogue, before, context.today)
    return Understanding(wishes=[*wishes, *beside], dialogue=after)


def _with_posting(text: str, dialogue: DialogueState, tagger: "Tagger") -> Understanding:
    """A posting that was handed over: nothing in it is the person's, and what they lack for it is wanted."""
    posting, wishes = posting_in(text, tagger), [Wish(name="posting")]
    sought = Subject(role=posting.title, place=posting.place) if posting.title else dialogue.topic
    after = dialogue.model_copy(update={"posting": posting, "topic": sought, "wishes": wishes, "asked": None})
    return Understanding(wishes=wishes, dialogue=after)


def interpret(
    message: Message,
    before: Profile,
    dialogue: DialogueState,
    context: CoachContext,
    cv: ReadCv | None = None,
) -> Understanding:
    """What a tagged message says: changes of the profile, wishes with their subjects, the thread after it.

    Of a message that is or holds a CV the facts are the CV's, in whatever language it is; what it does not tell and what is
    wanted with it stand in the words beside it.
    """
    if cv:
        wished = () if cv.handed else tuple(name for name in message.wishes if name != "foreign")
        message = replace(message, wishes=wished or ("tell",))
    else:
        message = as_answered(with_posting_apart(message), dialogue)
        message, dialogue = with_place_told(message, dialogue, before)
        message = as_told_before(with_bare_hours(message, dialogue, before), dialogue, before)
    meant = jobs_meant(message, dialogue, before)
    message = replace(message, about=() if cv else meant.about)
    facts = _with_cv(cv, message, before, context) if cv else read_facts(message, before, context.today)
    other = None if cv else read_other(message, dialogue, facts)
    if other is not None:
        facts.changes = []
    profile = other or apply_changes(before, facts.changes)
    if not cv and (pay := pay_answered(message, dialogue)) is not None:
        facts.set("present_pay", pay)
    wishes = (read_wishes if cv else wishes_of)(message, dialogue, profile, context.today)
    if not cv:
        wishes = with_answered(wishes, message, dialogue, facts.changes, profile)
    after = read_dialogue(message, dialogue, wishes, facts.alternatives, profile)
    text = for_a_text(for_the_text(message, wishes), wishes, dialogue, context.today)
    after = after.model_copy(update={**text, "jobs": meant.jobs, "turns": dialogue.turns + 1})
    if (goal := goal_of(message, profile, wishes, after)) is not None:
        facts.set("target_role", goal)
    if other is not None:
        other, facts.changes = apply_changes(other, facts.changes), []
    told = read_progress(message) if message.wants("progress") else Told()
    foreign = message.wants("foreign") and not cv
    return Understanding(
        changes=[each for each in facts.changes if not foreign or each.field in _READ_ABROAD],
        wishes=wishes,
        dialogue=after.model_copy(update={"other": other}),
        doubtful=facts.doubtful,
        done=told.done,
        lost_weeks=told.lost_weeks,
        cv=cv.report if cv else None,
        language=language_of(message.text) if foreign else ENGLISH,
    )


def _with_cv(cv: ReadCv, message: Message, before: Profile, context: CoachContext) -> Facts:
    """The facts of a CV, and of those said beside it the ones that it does not tell."""
    told = {change.field for change in cv.changes}
    facts = Facts() if cv.handed else read_facts(message, apply_changes(before, cv.changes), context.today)
    facts.changes = [*cv.changes, *(change for change in facts.changes if change.field not in told)]
    return facts


def _last_said(state: CoachState) -> AnyMessage:
    return next(reversed(heard(state)), HumanMessage(""))

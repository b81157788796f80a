"""The goal of a person: by asking for the way to it, or as another one in what is said to a plan."""

import re
from collections.abc import Iterable, Sequence

from agent.models import DialogueState, Plan, Profile, ProfileChange, Subject, Wish
from agent.nlu.kinds import kind_of
from agent.nlu.mentions import Message
from tools.oews.titles import find_title
from tools.roadmap.fields import field_of
from tools.roadmap.targets import link_target

_CLAUSE = re.compile(r"[,.;:!?]+|\s-\s")
# Who asks how far it is, where to begin or for a plan, asks for the way to a goal.
_WAYS = frozenset({"realistic", "how_long", "next_step", "plan"})
# Who only asks about a job while there is a plan, wants to know of it and is not led there.
_SETS_A_GOAL = frozenset({"plan", "feedback", "correct", "tell", "answer", "approve", "progress"})


def other_goal(message: Message, plan: Plan) -> str | None:
    """The job or field that a clause of what sounds like consent is nothing but the name of, where the plan leads elsewhere.

    "No wait, cloud" agrees to nothing while a draft leads to data analyst.
    """
    if message.wishes != ("approve",) or message.mentions or plan.outlook is None:
        return None
    refuses = message.summary is not None and kind_of("sure", message.summary).label == "no"
    for clause in _CLAUSE.split(message.text):
        field, words = field_of(clause), clause.strip()
        # "Yes, captain" names no goal: a title counts that has a roadmap, or that stands beside a refusal.
        title = link_target(words) if words and not refuses else find_title(words.casefold())
        goals = field.roles if field else (words,) if title else ()
        # Who refuses and names the field of the plan's job means the first job of that field.
        meant = goals[:1] if refuses else goals
        if goals and _job(plan.outlook.target) not in map(_job, meant):
            return field.name if field else words
    return None


def _job(words: str) -> str:
    """A job by what it is linked to, so that two names of it are one."""
    linked = link_target(words)
    return linked.id if linked else words.casefold()


def about_the_plan(told: Sequence[ProfileChange], wishes: Iterable[str]) -> list[ProfileChange]:
    """What a message tells, beside a plan that leads somewhere: a job that is only asked about is no other goal."""
    tells = bool(_SETS_A_GOAL & {*wishes})
    return [change for change in told if tells or change.field != "target_role"]


def goal_of(message: Message, profile: Profile, wishes: list[Wish], after: DialogueState) -> str | None:
    """The role a person makes their goal by asking for the way to it; a field they named becomes the role in it.

    Several roles set side by side are no goal yet.
    """
    # Whether a skill can be learned is asked of the skill, whatever job was spoken of before.
    skill = {wish.name for wish in wishes if wish.name == "realistic" and wish.skills and not wish.subjects}
    asks = [wish for wish in wishes if wish.name in _WAYS - skill]
    if message.wants("plan") and len(message.mentions) == 1 and field_of(message.mentions[0].text):
        return message.mentions[0].text  # nothing is named but a field, whatever it was taken for
    named = {subject.role for wish in asks for subject in wish.subjects if subject.role}
    # What a posting looks for is no goal of theirs until they say so, as by a plan for it.
    topic, sought = after.topic.role, after.posting.title if after.posting else None
    own = (profile.current_role or "").casefold()
    if sought and topic in (sought, None, profile.current_role):
        topic = sought if message.wants("plan") else None
    role = next(iter(named), None) if len(named) == 1 else topic if not named else None
    held = profile.target_role
    chosen = {mention.text.casefold() for mention in message.of("learn", "tgt", "ask")}
    among = [each for each in after.alternatives if any(words in each.casefold() for words in chosen)]
    if asks and len(among) == 1:
        return among[0]
    if asks and message.wants("plan") and not named and (field := _field_named(message)):
        return field
    is_held = role is not None and role.casefold() == own
    if not asks or role is None or after.alternatives or is_held:
        return None
    narrows = held is not None and held.casefold() != role.casefold() and held.casefold() in role.casefold()
    return role if held is None or narrows else None


def planned(
    wishes: list[Wish], message: Message, told: Sequence[ProfileChange], profile: Profile
) -> list[Wish]:
    """The plan that is wanted where a goal is told with the hours for it and the time until then, and nothing is asked; else nothing."""
    fields = {change.field for change in told}
    asks = {wish.name for wish in wishes} - {"tell", "answer", "next_step"}
    held = {"draft", "plan"} & {*message.context}
    if asks or held or profile.target_role is None or not {"hours_per_week", "horizon_weeks"} <= fields:
        return []
    return [Wish(name="plan", subjects=[Subject(role=profile.target_role)])]


def _field_named(message: Message) -> str | None:
    """The field to which a plan is wanted, where it was read as something to learn ("cloud then, plan it")."""
    return next((each.text for each in message.of("learn") if field_of(each.text)), None)

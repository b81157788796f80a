"""A message to an Understanding: tagged once, then facts, wishes and what the thread stands on."""

from typing import TYPE_CHECKING

from agent.context import CoachContext
from agent.models import DialogueState, Profile, Understanding
from agent.models.changes import apply_changes
from agent.nlu.context import context_names
from agent.nlu.facts import read_facts
from agent.nlu.mentions import Mention, Message
from agent.nlu.progress import read_progress
from agent.nlu.wishes import read_dialogue, read_wishes
from agent.state import CoachState

if TYPE_CHECKING:
    from agent.nlu.tagger import Tagger


def understand(state: CoachState, context: CoachContext, tagger: "Tagger") -> Understanding:
    """Read the last human message of `state`. Raises nothing for any text."""
    dialogue = state.get("dialogue") or DialogueState()
    draft, plan = state.get("draft"), state.get("plan")
    names = context_names(dialogue, draft=draft is not None, plan=plan is not None)
    return interpret(
        tag(_last_text(state), names, tagger), state.get("profile") or Profile(), dialogue, context
    )


def tag(text: str, context: tuple[str, ...], tagger: "Tagger") -> Message:
    """The message with its mentions and wishes."""
    tagged = tagger.read(text, context)
    mentions = tuple(
        Mention(span.label, text[span.start : span.end], span.start, span.end, span.confidence)
        for span in tagged.spans
    )
    return Message(text, mentions, tuple(tagged.wishes), context, unread=tagged.unread is not None)


def interpret(
    message: Message, before: Profile, dialogue: DialogueState, context: CoachContext
) -> Understanding:
    """What a tagged message says: changes of the profile, wishes with their subjects, the thread after it."""
    facts = read_facts(message, before, context.today)
    profile = apply_changes(before, facts.changes)
    wishes = read_wishes(message, dialogue, profile, context.today)
    after = read_dialogue(message, dialogue, wishes, facts.alternatives)
    told = read_progress(message)
    return Understanding(
        changes=facts.changes,
        wishes=wishes,
        dialogue=after,
        doubtful=facts.doubtful,
        done=told.done,
        lost_weeks=told.lost_weeks,
    )


def _last_text(state: CoachState) -> str:
    for message in reversed(state.get("messages") or []):
        if message.type == "human":
            return str(message.text)
    return ""

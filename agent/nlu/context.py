"""What a thread stands on, in the names that the tagger was trained with."""

from agent.models import DialogueState


def context_names(dialogue: DialogueState, *, draft: bool, plan: bool, answering: bool) -> tuple[str, ...]:
    """The context names of the corpus's guide that hold before a message; `answering` with the question asked last."""
    held = (
        ("draft", draft),
        ("plan", plan and not draft),
        ("topic", dialogue.topic.role is not None),
        ("two", len(dialogue.pair) > 1),
        ("options", bool(dialogue.options)),
        ("offer", bool(dialogue.offers)),
        ("posting", dialogue.posting is not None),
    )
    asked = (f"q:{dialogue.asked}",) if dialogue.asked and answering else ()
    return (*(name for name, holds in held if holds), *asked)

"""What a thread stands on, in the names that the tagger was trained with."""

from agent.models import DialogueState


def context_names(dialogue: DialogueState, *, draft: bool, plan: bool, answering: bool) -> tuple[str, ...]:
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

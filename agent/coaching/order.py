"""Which wishes of a message are answered, and in which order: what matters most leads, small talk is silent beside it."""

from collections.abc import Iterable

from agent.coaching.view import View
from agent.models import Wish, WishName

# Answered only where nothing else was wanted; of several the first in this order.
_ALONE: tuple[WishName, ...] = (
    "foreign",
    "correct",
    "library",
    "sources",
    "recall",
    "feedback",
    "who_are_you",
    "outside",
    "approve",
    "hello",
    "bye",
    "thanks",
    "answer",
    "tell",
    "followup",
)
# First what somebody feels, then whether and which way, then the rest as it was read; steps and a plan follow from it.
_FIRST: tuple[WishName, ...] = ("feelings",)
_LAST: tuple[WishName, ...] = ("next_step", "plan")
_MOST = 3  # more answers than that nobody reads in one reply
_SIDE_BY_SIDE = ("compare", "which_first")


def answered(wishes: Iterable[Wish], view: View) -> list[Wish]:
    """The wishes that the reply answers, each once. Where somebody may be in danger nothing else is."""
    found = list({wish.model_dump_json(): wish for wish in wishes}.values())
    danger = [wish for wish in found if wish.name == "crisis"]
    if danger:
        return danger[:1]
    weighty = [wish for wish in found if wish.name not in _ALONE or _is_unmade(wish, view)]
    if not weighty and _is_offered_now(view):
        return [Wish(name="offer")]
    if not weighty:
        # A correction of which nothing was read is the least that can be said.
        read = [wish for wish in found if wish.name != "correct" or view.changes] or found
        return sorted(read, key=lambda wish: _ALONE.index(wish.name))[:1]
    return sorted(_without_doubles([*map(_side_by_side, weighty)]), key=_place)[:_MOST]


def _is_unmade(wish: Wish, view: View) -> bool:
    """Whether a plan was to be changed and is not: that is said beside anything else."""
    return wish.name == "feedback" and bool(view.unchanged)


def _is_offered_now(view: View) -> bool:
    """Whether this message names an amount that was offered: what it is worth is what is to be said to it."""
    told = view.dialogue.offers[-1].amounts if view.dialogue.offers else []
    return any(amount.text and amount.text in view.message for amount in told)


def _side_by_side(wish: Wish) -> Wish:
    """Pay of two roles or places is asked to be set side by side."""
    two = len({(subject.role, subject.place) for subject in wish.subjects}) > 1
    return wish.model_copy(update={"name": "compare"}) if wish.name == "pay" and two else wish


def _place(wish: Wish) -> int:
    return 0 if wish.name in _FIRST else 2 if wish.name in _LAST else 1


def _without_doubles(wishes: list[Wish]) -> list[Wish]:
    """Pay alone is not told where the same roles stand side by side, nor the same roles side by side twice."""
    first = next((_roles(wish) for wish in wishes if wish.name == "which_first"), set())
    beside = {role for wish in wishes if wish.name in _SIDE_BY_SIDE for role in _roles(wish)}
    return [
        wish
        for wish in wishes
        if not (wish.name == "pay" and wish.subjects and beside and _roles(wish) <= beside)
        and not (
            wish.name in ("compare", "realistic")
            and _roles(wish)
            and len(first) > 1
            and _roles(wish) <= first
        )
        and not (wish.name == "which_first" and len(first) == 1 and any(w.name == "compare" for w in wishes))
    ]


def _roles(wish: Wish) -> set[str]:
    return {subject.role.casefold() for subject in wish.subjects if subject.role}

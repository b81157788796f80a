"""Which of the wishes that a reply answers are kept, and in which order: the first of each part of the message, none twice."""

from collections.abc import Iterable

from agent.coaching.asked import SIDE_BY_SIDE
from agent.models import Wish, WishName

# First what somebody feels, then whether and which way, then the rest as it was read; steps and a plan follow from it.
_FIRST: tuple[WishName, ...] = ("pushback", "feelings")
_LAST: tuple[WishName, ...] = ("next_step", "plan")
# Of what became of a thing they wrote of: it went their way, or it did not.
NEWS = ("good", "bad")
_MOST = 3  # more answers than that nobody reads in one reply, unless the message asked for them one by one


def most(wishes: list[Wish]) -> list[Wish]:
    """As many as a reply answers: of each part of the message the first, then what else was read."""
    first = first_of_parts(wishes)
    first = first if any(wish.place for wish in first) else first[:_MOST]
    others = [wish for wish in wishes if wish not in first][: max(_MOST - len(first), 0)]
    return [wish for wish in wishes if wish in first or wish in others]


def first_of_parts(wishes: Iterable[Wish]) -> list[Wish]:
    """The first wish of each part of the message, and all that are of no part."""
    seen = set[int]()
    first = list[Wish]()
    for wish in wishes:
        if not wish.place or wish.place not in seen:
            first.append(wish)
            seen.add(wish.place)
    return first


def place(wish: Wish) -> tuple[int, int]:
    """First what is felt, and a word to news; then the parts of a message as they stand in it, what is of one part by its rank."""
    first = wish.name in _FIRST or (wish.name == "progress" and wish.kind in NEWS)
    return (0 if first else wish.place, _rank(wish))


def _rank(wish: Wish) -> int:
    """Jobs of several go before their pay: who asks for them gets both read."""
    if wish.name == "market" and len(wish.subjects) > 1:
        return 1
    if wish.name == "library":
        return 1  # what jobs are goes before what they pay
    if wish.name == "offer":
        return 1  # whether it is good goes before what to ask for
    return 0 if wish.name in _FIRST else 3 if wish.name in _LAST else 2


def without_doubles(wishes: list[Wish]) -> list[Wish]:
    """Pay alone is not told where the same roles stand side by side, nor the same roles side by side twice.

    How long a way takes is told with whether it is realistic.
    """
    wishes = list({wish.model_dump_json(): wish for wish in wishes}.values())
    compared = [wish for wish in wishes if wish.name == "compare"]
    wishes = [wish for wish in wishes if wish not in compared[1:] or _is_elsewhere(wish, compared[:1])]
    if any(wish.name == "work_like" and wish.conditions and len(roles_of(wish)) == 1 for wish in wishes):
        wishes = [
            wish for wish in wishes if wish.kind != "day"
        ]  # what is asked is whether the one is like that
    first = next((roles_of(wish) for wish in wishes if wish.name == "which_first"), set())
    beside = {role for wish in wishes if wish.name in SIDE_BY_SIDE for role in roles_of(wish)}
    sides = [wish for wish in wishes if wish.name in SIDE_BY_SIDE]
    judged = [roles_of(wish) for wish in wishes if wish.name == "realistic"]
    return [
        wish
        for wish in wishes
        if not (
            wish.name in ("pay", "worth_it")
            and wish.subjects
            and beside
            and roles_of(wish) <= beside
            and not _is_elsewhere(wish, sides)
        )
        and not (
            wish.name in ("compare", "realistic", "work_like")
            and roles_of(wish)
            and len(first) > 1
            and roles_of(wish) <= first
        )
        and not (wish.name == "how_long" and roles_of(wish) in judged and not wish.skills)
        and not (wish.name == "which_first" and len(first) == 1 and any(w.name == "compare" for w in wishes))
    ]


def _is_elsewhere(wish: Wish, others: Iterable[Wish]) -> bool:
    """Whether it names a place that none of the others does."""
    told = {each.place.casefold() for other in others for each in other.subjects if each.place}
    return bool(told) and any(each.place and each.place.casefold() not in told for each in wish.subjects)


def roles_of(wish: Wish) -> set[str]:
    return {subject.role.casefold() for subject in wish.subjects if subject.role}

"""What several parts of a message want as one: figures of several jobs or places are asked for at once, nothing twice."""

from collections.abc import Sequence

from agent.models import Subject, Wish
from agent.nlu.mentions import Message
from agent.nlu.subjects import OF_ANY_JOB


def joined(found: list[Wish], read: list[Wish]) -> list[Wish]:
    """With what one more part wants; figures of several jobs that parts ask for one by one are asked for at once."""
    for wish in read:
        same = next((each for each in found if wish.name in OF_ANY_JOB and _is_alike(each, wish)), None)
        if same is None:
            found = [*found, wish]
            continue
        both = _in_one_place([*same.subjects, *(each for each in wish.subjects if each not in same.subjects)])
        found = [each.model_copy(update={"subjects": both}) if each is same else each for each in found]
    return found


def _in_one_place(subjects: list[Subject]) -> list[Subject]:
    """The jobs with the one place that is told of some of them ("electricians and plumbers in Akron")."""
    places = {each.place for each in subjects if each.place}
    alone = [*places] if len(places) == 1 else [None]
    return [each if each.place else each.model_copy(update={"place": alone[0]}) for each in subjects]


def _is_alike(one: Wish, other: Wish) -> bool:
    """Whether two wishes differ by nothing but the jobs they name."""
    apart = {"place": 0, "subjects": []}
    named = all(each.role for wish in (one, other) for each in wish.subjects)
    alike = one.model_copy(update=apart) == other.model_copy(update=apart)
    return alike and named and bool(one.subjects) and bool(other.subjects)


def placed_best(found: list[Wish], read: list[Wish], parts: Sequence[Message], place: int) -> list[Wish]:
    """What was read in an earlier part and is more surely of this one is of this one, if another wish is left there."""

    def chance(wish: Wish, at: int) -> float:
        return parts[at - 1].chances.get(wish.name, 0.0)

    same = {wish.model_copy(update={"place": 0}).model_dump_json() for wish in read}
    return [
        wish.model_copy(update={"place": place})
        if wish.model_copy(update={"place": 0}).model_dump_json() in same
        and chance(wish, place) > chance(wish, wish.place)
        and any(other is not wish and other.place == wish.place for other in found)
        else wish
        for wish in found
    ]


def new_ones(read: list[Wish], found: list[Wish]) -> list[Wish]:
    """What no part before asked for."""
    asked = {wish.model_copy(update={"place": 0}).model_dump_json() for wish in found}
    return [wish for wish in read if wish.model_dump_json() not in asked]


def without_own_pay(found: list[Wish], message: Message) -> list[Wish]:
    """Without an offer that is what they earn, beside what was offered them: it is the measure of that."""
    earned = {each.text for each in message.of("payc")}
    offers = [wish for wish in found if wish.name == "offer" and wish.amounts]
    own = [wish for wish in offers if all(amount.text in earned for amount in wish.amounts)]
    return [wish for wish in found if wish not in own] if len(own) < len(offers) else found

"""What each answer of several still says beside the others: a feeling its sentence alone, what holds nothing nothing."""

from dataclasses import replace

from agent.coaching.lines import Said, line
from agent.coaching.ranks import NEWS
from agent.models import GLAD, Wish

# Of what only leans on the thread nothing is said twice where anything else is left.
_LEANING = frozenset({"followup", "tell"})
# What a library says that holds an answer.
_FROM_THE_LIBRARY = frozenset({"library.passage", "library.general", "library.own", "library.work"})


def beside_others(wish: Wish, said: Said, asked: list[Wish], heard: set[str]) -> Said:
    """Beside another wish a feeling gets its sentence once and no step, and a library that holds nothing is silent."""
    if wish.name in _LEANING and not said.again:
        said = replace(said, lines=tuple(own for own in said.lines if own.digest not in heard) or said.lines)
    if sum(each.name != "pushback" for each in asked) < 2:
        return said
    if wish.name == "library" and not any(own.key in _FROM_THE_LIBRARY for own in said.lines):
        open_ = wish.place and wish.query and all(each.place != wish.place for each in asked if each != wish)
        return Said((line("library.part_not_held", words=wish.query or ""),)) if open_ else Said()
    if _is_silent(said, asked):
        return Said()
    if wish.name == "progress" and wish.kind in NEWS:
        return replace(said, question=None)
    if wish.name != "feelings":
        return said
    return Said(said.lines[:1]) if said.lines[0].digest not in heard else Said()


def _is_silent(said: Said, asked: list[Wish]) -> bool:
    """Whether beside the rest it says nothing: that nothing is held of it, or that they did something beside what weighs on them."""
    first = said.lines[0].key if said.lines else ""
    heavy = any(
        each.name == "feelings" and each.feeling not in GLAD and each.kind != "good" for each in asked
    )
    return first == "handle.not_held" or (first == "progress.did" and heavy)


def beside_a_feeling(answers: list[tuple[Wish, Said]]) -> list[tuple[Wish, Said]]:
    """Who tells a feeling is not only asked something back: what has no answer yet is left, and the feeling gets its step."""
    if all(wish.name != "feelings" for wish, _ in answers):
        return answers
    return [(wish, said) for wish, said in answers if wish.name == "feelings" or said.lines]


def answering_parts(answers: list[tuple[Wish, Said]]) -> list[tuple[Wish, Said]]:
    """Without what only asks back, where the same part of the message has an answer."""
    told = {wish.place for wish, said in answers if said.lines and wish.place}
    return [(wish, said) for wish, said in answers if said.lines or said.table or wish.place not in told]

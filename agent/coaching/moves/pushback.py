"""pushback: the last answer missed: what is said instead goes with it; where nothing is left to say, what they want to know is asked."""

from collections.abc import Container, Sequence

from agent.coaching.lines import Said, asking, line
from agent.coaching.view import View
from agent.models import Wish

Answers = list[tuple[Wish, Said]]


def say(wish: Wish, view: View) -> Said:  # noqa: ARG001 - a move's signature
    """That there is no other answer, and what would help to find one."""
    question = asking("which", "pushback.what", 40)
    return Said((line("pushback.none"),), question=question, again=(line("pushback.still"),))


def with_others(answers: Sequence[tuple[Wish, Said]], heard: Container[str]) -> Answers:
    """Beside what was rejected only what is news, after a word; the same is no second answer."""
    act = next((wish for wish, _ in answers if wish.name == "pushback"), None)
    if act is None:
        return [*answers]
    news = [each for each in answers if each[0] is not act and _is_news(each[1], heard)]
    instead = Said((line("pushback.instead"),), again=(line("pushback.again"),))
    return [(act, instead), *news] if news else [each for each in answers if each[0] is act]


def _is_news(said: Said, heard: Container[str]) -> bool:
    first = said.again if said.again and said.lines and said.lines[0].digest in heard else said.lines[:1]
    return any(own.digest not in heard for own in first)

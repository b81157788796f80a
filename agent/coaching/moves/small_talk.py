"""What is said to greetings, thanks, words of approval, danger and what is not the coach's: a function a wish."""

from collections.abc import Iterable

import prompts
from agent.coaching.lines import Line, Question, Said, asking, line
from agent.coaching.moves import tell
from agent.coaching.names import own_words
from agent.coaching.view import View
from agent.models import Wish
from agent.plans.labels import ENGLISH

_HELPLINES = ("988", "findahelpline.com")


def answer(wish: Wish, view: View) -> Said:
    """To a question that no wish waited for: the facts count like others told, a no is taken and nothing asked."""
    return Said((line("answer.left"),)) if wish.kind == "no" else tell.say(wish, view)


def approve(_wish: Wish, view: View) -> Said:
    """Words decide nothing: how the plan that waits is approved; that nothing waits, where so."""
    if view.draft is not None:
        first = [line("approve.first", title=each.title) for each in view.draft.milestones[:1]]
        return Said((line("approve.how"), *first))
    if view.plan is not None:
        return Said((line("approve.yours"),))
    return Said((line("approve.nothing"),), question=plan_offer(view, "approve.which"))


def plan_offer(view: View, which: str) -> Question:
    """Whether to draft a plan to their goal; `which` asks for the goal where none is known."""
    role = view.profile.target_role or view.dialogue.topic.role
    if role is None:
        return asking("target", which, 60, "plan")
    return asking("sure", "approve.shall_i", 60, "plan", role=own_words(role))


def bye(_wish: Wish, view: View) -> Said:
    return Said((line("bye.draft" if view.draft else "bye.soon"),))


def crisis(wish: Wish, view: View) -> Said:
    """That it matters, and the lifeline of the country where they live (prompts/replies/crisis.yaml has the sources)."""
    lines = tuple(line(f"crisis.{key}") for key in ("matters", _country(view.profile.location), "stay"))
    after = (line("crisis.after"), lines[1])
    return Said(after, again=(line("crisis.still"),)) if wish.kind == "after" else Said(lines, again=after)


def helpline(language: str, location: str | None) -> str:
    """Where help is, for what a language model forgot to name."""
    if language != ENGLISH and f"{language}_danger" in prompts.replies("foreign"):
        return prompts.reply(f"foreign.{language}_danger")
    return prompts.reply(f"crisis.{_country(location)}")


def names_helpline(text: str) -> bool:
    return any(name in text for name in _HELPLINES)


def help_beside(wishes: Iterable[Wish], view: View) -> list[Line]:
    """Where help is to be had, beside all else, where it is not sure that somebody is in danger."""
    unsure = any(wish.name == "crisis" and wish.kind == "unsure" for wish in wishes)
    return [line(f"crisis.beside_{_country(view.profile.location)}")] if unsure else []


def _country(location: str | None) -> str:
    """The key for the country: us, abroad, or open where it is not known."""
    from tools.salary.place import resolve

    if not location:
        return "open"
    place = resolve(location)
    return "abroad" if place.outside else "us" if place.area is not None or place.ambiguous else "open"


def hello(_wish: Wish, view: View) -> Said:
    """To somebody known: where we stood."""
    role = view.profile.target_role or view.dialogue.topic.role
    if role is not None:
        return Said((line("hello.again", role=own_words(role)),))
    return Said((line("hello.first"),), question=_start())


def outside(_wish: Wish, _view: View) -> Said:
    return Said((line("outside.not_mine"),))


def thanks(_wish: Wish, view: View) -> Said:
    """That the plan still waits, where it does."""
    return Said((line("thanks.draft" if view.draft else "thanks.gladly"),))


def who_are_you(_wish: Wish, view: View) -> Said:
    profile = view.profile
    known = profile.current_role or profile.former_role or profile.target_role
    lines: list[Line] = [line(f"who_are_you.{key}") for key in ("what", "can", "keeps", "free")]
    return Said(tuple(lines), question=None if known else _start())


def _start() -> Question:
    return asking("current", "hello.start", 50, "tell")

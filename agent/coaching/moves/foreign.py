"""foreign: in the message's own language, that only English is read here, and what was understood all the same."""

import prompts
from agent import wording
from agent.coaching.lines import Line, Said, line
from agent.coaching.view import View
from agent.models import Wish


def say(wish: Wish, view: View) -> Said:  # noqa: ARG001 - a move's signature
    """Place, hours and pay as they were understood; where help is, since danger cannot be told apart here."""
    language = view.language if f"{view.language}_english" in prompts.replies("foreign") else "en"
    facts = _facts(language, view)
    lines = [line(f"foreign.{language}_english")]
    if facts:
        lines.append(line(f"foreign.{language}_understood", facts="; ".join(fact.text for fact in facts)))
    # One paragraph: none of it may be left out for its length.
    text = " ".join(each.text for each in lines)
    help_is = line(f"foreign.{language}_danger")
    return Said((Line(f"foreign.{language}", f"{text}\n\n{help_is.text}"),))


def _facts(language: str, view: View) -> list[Line]:
    profile = view.profile
    told = {
        "place": profile.location,
        "hours": wording.number(profile.hours_per_week) if profile.hours_per_week else None,
        "pay": wording.number(profile.present_pay) if profile.present_pay else None,
    }
    return [Line(name, f"{_label(language, name)}: {value}") for name, value in told.items() if value]


def _label(language: str, name: str) -> str:
    return prompts.reply(f"foreign.{language}_{name}")

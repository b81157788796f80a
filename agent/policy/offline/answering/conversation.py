"""Questions about the conversation itself: where its figures come from, how sure they are, what a term means."""

import re

from agent import wording
from agent.policy.offline.answering.question import Question
from agent.state import CoachState
from tools.evidence import Evidence

_CITATION = re.compile(r"\bE\d+\b")
_MOST = 5
_GENERAL = (
    "Wages and job counts come from the US Bureau of Labor Statistics' survey of employers (OEWS). What others report "
    "is named beside each figure, learning hours come from the coach's own skill table, and quotations from its library."
)
_CERTAIN = (
    "Official wages and job counts are estimates from a survey of employers: good for comparing roles and places, and "
    "no promise of what one employer pays. Reported pay is kept apart because it rests on fewer cases, and learning "
    "hours are typical values. Where something is not published I say so and give no figure."
)
_TERMS = {
    "median": "The median is the pay in the middle: half of the people in that job earn less, half earn more.",
    "percentile": (
        "A percentile says how many earn less: at the 10th percentile one in ten earns less, at the 90th nine in ten do."
    ),
    "one in ten": "“One in ten earns less than” is the 10th percentile, “one in ten more than” the 90th.",
    "mean": "The mean is the average: all pay added up and divided by the number of people.",
    "estimate": "An estimate here is worked out from published figures and is not published itself.",
}
_PRIVATE = (
    "What you tell me stays on the machine that I run on. `coach profile` shows it, and `coach forget` deletes a "
    "conversation for good."
)


def about_conversation(state: CoachState, question: Question) -> str:
    """The answer to such a question; empty for any other."""
    if question.is_about("terms"):
        text = question.text.casefold()
        return " ".join(meaning for term, meaning in _TERMS.items() if term in text)
    if question.is_about("sources"):
        return _sources(state)
    if question.is_about("certainty"):
        return _CERTAIN
    return _PRIVATE if question.is_about("privacy") else ""


def _sources(state: CoachState) -> str:
    """The sources of the last reply that cited any."""
    numbered = {item.id: item for item in state.get("evidence") or []}
    for message in reversed(state.get("messages") or []):
        ids = dict.fromkeys(_CITATION.findall(str(message.text))) if message.type == "ai" else {}
        cited = [numbered[name] for name in ids if name in numbered]
        if cited:
            return "The last figures come from:\n\n" + "\n".join(_lines(cited))
    return _GENERAL


def _lines(cited: list[Evidence]) -> list[str]:
    by_source: dict[str, list[str]] = {}
    for item in cited:
        source = item.source
        title = wording.inline(", ".join(part for part in (source.title, source.publisher) if part))
        by_source.setdefault(title, []).append(item.id)
    return [f"- {title} {wording.cite(*ids)}" for title, ids in list(by_source.items())[:_MOST]]

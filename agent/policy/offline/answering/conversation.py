"""Questions about the conversation itself: where its figures come from, how sure they are, what a term means."""

import re

from agent import wording
from agent.policy.offline.answering.question import Question
from agent.state import CoachState
from tools.evidence import Evidence

_CITATION = re.compile(r"\bE\d+\b")
_MOST = 6
_CITED = 4  # evidence numbers named of one source
_GENERAL = (
    "Wages and job counts come from the US Bureau of Labor Statistics' survey of employers (OEWS). What others report "
    "is named beside each figure, learning hours come from the coach's own skill table, and quotations from its library."
)
_CERTAIN = (
    "Official wages and job counts are estimates from a survey of employers: good for comparing roles and places, and "
    "no promise of what one employer pays. Reported pay is kept apart because it rests on fewer cases, and learning "
    "hours are typical values. Each figure names the time it is from; where none is published I say so."
)
_TERMS = {
    "median": "The median is the pay in the middle: half of the people in that job earn less, half earn more.",
    "percentile": (
        "A percentile says how many earn less: at the tenth one in ten earns less, at the fiftieth half do, at the ninetieth nine in ten do."
    ),
    "one in ten": "“One in ten earns less than” names the pay below which a tenth of the people in that job are.",
    r"\b(?:the|a|by|arithmetic) mean\b|\bmean (?:wage|pay|salary)": "The mean is the average: all pay added up and divided by the number of people.",
    "estimate": "An estimate here is worked out from published figures and is not published itself.",
}
_OTHER_WORDS = "Tell me in other words what you want to know: pay, jobs or learning, of which work and where."
_SMALL = (
    "That sounds hard. We can take it in small steps: ask me one thing, or tell me the one that weighs most."
)
_LIGHTER = "That sounds hard. The plan can be made lighter: fewer hours a week, a later date or less in it. Tell me which."
_PRIVATE = (
    "What you tell me stays on the machine that I run on. `coach profile` shows it, and `coach forget` deletes a "
    "conversation for good."
)


def about_conversation(state: CoachState, question: Question) -> str:
    """The answer to such a question; empty for any other."""
    if question.is_about("terms"):
        said = [meaning for term, meaning in _TERMS.items() if re.search(term, question.text, re.IGNORECASE)]
        return " ".join(said)
    if question.is_about("sources"):
        return _sources(state)
    if question.is_about("certainty"):
        return _CERTAIN
    if question.is_about("complaint"):
        return f"I am sorry that this did not help. {_OTHER_WORDS}"
    if question.is_about("worry"):
        return _LIGHTER if question.planned else _SMALL
    return _PRIVATE if question.is_about("privacy") else ""


def _sources(state: CoachState) -> str:
    """The sources of all that was cited so far."""
    told = " ".join(str(message.text) for message in state.get("messages") or [] if message.type == "ai")
    named = set(_CITATION.findall(told))
    cited = [item for item in state.get("evidence") or [] if item.id in named]
    return "What I told you so far comes from:\n\n" + "\n".join(_lines(cited)) if cited else _GENERAL


def _lines(cited: list[Evidence]) -> list[str]:
    by_source: dict[str, list[str]] = {}
    for item in cited:
        source = item.source
        title = wording.inline(", ".join(part for part in (source.title, source.publisher) if part))
        by_source.setdefault(title, []).append(item.id)
    return [f"- {title} {wording.cite(*ids[:_CITED])}" for title, ids in list(by_source.items())[:_MOST]]

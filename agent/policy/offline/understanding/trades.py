"""Fields of work and who works in them ("data engineering", "data engineer"), by the titles there are."""

import re

from agent.policy.offline.understanding.role_words import heads, may_be_asked
from prompts import words

_SURE = 0.95  # trust in a link from here on means that the words themselves are known


def names_trade(field: str) -> bool:
    """Whether a field is surely somebody's work ("bookkeeping", "data engineering")."""
    return _trust(field) >= _SURE or agent_form(field) is not None


def is_trade(phrase: str) -> bool:
    """Whether the phrase is a field that people have as their work ("nursing"), not only a skill ("Python")."""
    return may_be_asked(phrase) and (_trust(phrase) > 0 or agent_form(phrase) is not None)


def agent_form(phrase: str) -> str | None:
    """Who does what the phrase names ("data engineering" -> "data engineer"), where that is the better known title."""
    if not may_be_asked(phrase):
        return None  # "something"
    for ending, agent in words("roles")["agents"].items():
        if re.search(rf"\b\w*{ending}$", phrase, re.IGNORECASE):
            form = re.sub(rf"{ending}$", agent, phrase, flags=re.IGNORECASE)
            if _is_title(form) and _trust(form) > _trust(phrase):
                return form
    return None


def doer_of(field: str) -> str:
    """Who works in a field told by its deed ("plumbing" -> "plumber"), or the words as they are."""
    agents: dict[str, str] = words("roles")["agents"]
    for ending, agent in agents.items():
        if ending.endswith("ing") and field.lower().endswith(ending):
            form = field[: -len(ending)] + agent
            if _is_title(form):
                return form
    return field


def _is_title(phrase: str) -> bool:
    from tools.oews.occupations import find_roles

    return any(
        each.end == len(phrase) and (each.start == 0 or " " in each.text) for each in find_roles(phrase)
    )


def _trust(phrase: str) -> float:
    from tools.oews.occupations import link_role

    return max((link.score for link in link_role(phrase)), default=0.0)


def singular(role: str) -> str:
    """One of those a role names ("data scientists" -> "data scientist")."""
    from tools.oews.wording import title_key

    start, _, last = role.rpartition(" ")
    one = title_key(last)
    return f"{start} {one}".strip() if one != last.lower() else role


def ends_title(phrase: str) -> bool:
    """Whether a title ends in the last word of the phrase."""
    from tools.oews.wording import title_key

    return title_key(phrase).rsplit(maxsplit=1)[-1] in heads()

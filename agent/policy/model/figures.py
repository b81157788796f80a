"""Placeholders such as {E3.p50}: the model names a figure, its value is put in from evidence."""

import re
from collections.abc import Sequence

from agent import wording
from tools.evidence import Evidence

PLACEHOLDER = re.compile(r"\{\s*(E\d+\.[\w-]+)\s*\}")


# What would turn a figure that is put in into another one: a currency, scale, rate, share or multiple beside it.
_BENT = re.compile(
    r"(?:[$€£¥₹~<>≈%]|\b(?:twice|thrice|double|triple|half|times|minus|plus|usd|eur|gbp))\s*(?:of |as |than )?\{\s*E\d+\.[^}]*\}"
    r"|\{\s*E\d+\.(?!place|subject|period)[^}]*\}(?:\s*(?:k\b|thousand|million|billion|hundred|dozen|grand|times|%|per ?cent|euros?|pounds?|yen|dollars?)"
    r"|,?\s*(?:an?|per|each|every|/)\s*(?:hour|day|week|month|year)|[\w$€£¥])",
    re.IGNORECASE,
)


def placeholders(item: Evidence) -> dict[str, str]:
    """Each placeholder of a piece of evidence and what it stands for; a repeated statistic is numbered by letters."""
    found: dict[str, str] = {}
    for figure in item.figures:
        name = f"{item.id}.{figure.statistic}"
        letter = "b"
        while name in found:
            name = f"{item.id}.{figure.statistic}-{letter}"
            letter = chr(ord(letter) + 1)
        found[name] = wording.quantity(figure.value, figure.unit)
    if item.figures:
        first = item.figures[0]
        found[f"{item.id}.place"] = wording.place(first.place)
        found[f"{item.id}.subject"] = wording.subject(first.subject)
        if first.period:
            found[f"{item.id}.period"] = wording.period(first.period)
    return found


def fill_figures(text: str, evidence: Sequence[Evidence]) -> tuple[str, list[str]] | None:
    """`text` with its figures and the evidence they are from; None if it has a figure of its own, or an unknown or bent one."""
    if re.search(r"\d", PLACEHOLDER.sub("", text)) or _BENT.search(text):
        return None
    known = {name: value for item in evidence for name, value in placeholders(item).items()}
    named = PLACEHOLDER.findall(text)
    if any(name not in known for name in named) or "{" in PLACEHOLDER.sub("", text):
        return None
    filled = PLACEHOLDER.sub(lambda match: known[match[1]], text)
    return filled, list(dict.fromkeys(name.split(".")[0] for name in named))

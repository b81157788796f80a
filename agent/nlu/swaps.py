"""Words of a text that are to stand in the place of others: "make it Thursday instead of this week", "Karen not Carol"."""

import re

_WORDS = r"[\w$'\u2019-]+(?:\s+[\w$'\u2019-]+){0,3}?"
_LEAD = r"(?:(?:and|also|ok|no|please|pls|just|actually|sorry)[\s,]+)*(?:(?:make|put|say|write|use|call)\s+(?:it\s+|that\s+)?|it['\u2019]?s\s+|its\s+)?(?:spelled\s+)?"
_END = r"(?:\s+(?:please|pls|in\s+it|there))*\W*$"
_FORMS = (
    re.compile(
        rf"^{_LEAD}(?P<new>{_WORDS}),?\s+(?:instead\s+of|rather\s+than|not)\s+(?P<old>{_WORDS}){_END}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^{_LEAD}instead\s+of\s+(?P<old>{_WORDS}),?\s+(?:say|put|write|use)?\s*(?P<new>{_WORDS}){_END}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^{_LEAD}(?:change|replace|swap)\s+(?:the\s+)?(?P<old>{_WORDS})\s+(?:to|with|for|by|into)\s+(?P<new>{_WORDS}){_END}",
        re.IGNORECASE,
    ),
    re.compile(
        rf"^{_LEAD}(?:don['\u2019]?t|do\s+not)\s+(?:say|write|use)\s+(?P<old>{_WORDS}),?\s+(?:just\s+)?(?:say|put|write|use)\s+(?P<new>{_WORDS}){_END}",
        re.IGNORECASE,
    ),
)


# Before "not" these say something of somebody: "i will not come".
_SAYS = frozenset(
    [
        "i",
        "im",
        "i'm",
        "you",
        "he",
        "she",
        "we",
        "they",
        "it",
        "do",
        "does",
        "did",
        "is",
        "am",
        "are",
        "was",
        "were",
        "will",
        "would",
        "can",
        "could",
        "should",
        "have",
        "has",
        "had",
        "may",
        "might",
        "it's",
        "its",
    ]
)


def swap_in(text: str) -> tuple[str, str] | None:
    """The new words and the old ones, where a message tells no more than these."""
    for form in _FORMS:
        match = form.match(text.strip())
        if match and not _SAYS & {*match["new"].casefold().split()}:
            return match["new"].strip(), match["old"].strip()
    return None


def swapped(said: str, swaps: list[tuple[str, str]]) -> str:
    """A text with the new words where the old ones stood."""
    for new, old in swaps:
        said = new.join(re.split(rf"(?<![\w-]){re.escape(old)}(?![\w-])", said, flags=re.IGNORECASE))
    return said

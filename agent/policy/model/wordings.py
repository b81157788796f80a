"""Wordings that no evidence can carry unless it uses them itself: disguised letters and figures, days, promises, rules."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib.resources import files

from agent.grounding.periods import Period, find_periods
from agent.month_names import MONTHS, WEEKDAYS
from agent.policy.model.said import words_of

_WORD = re.compile(r"[^\W\d_]+")
_CITED = re.compile(r"\[\s*E\d+(?:\s*[,;]\s*E\d+)*\s*\]")
_MONEY = re.compile(
    r"[$€£¥₹₩₽]|\b(?:dollars?|d[oó]lares?|bucks|grand|quid|euros?|pounds? sterling|yen|rupees?|usd|eur|gbp)\b|[円元]|ドル|доллар|рубл",
    re.IGNORECASE,
)
_SLANG = re.compile(
    r"\b(?:grand|quid|k a year)\b|\b(?:five|six|seven)[- ]figures?\b|\bfigure (?:salary|pay)\b", re.IGNORECASE
)
_NUMBER = r"(?:two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|fifty|a hundred|many|several|\d+)"
_TIMES = re.compile(
    rf"\b{_NUMBER}[- ]?(?:times|fold)\b(?:\s+(?:as|more|the|higher|what|your|than|that))?|\b(?:twice|thrice|double|triple|quadruple|half)\s+(?:as|your|what|the (?:pay|wages?|salar|median|average|money|demand|jobs))",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    r"\bguarantee\w*|\b(?:will|shall|'ll|are|is) (?:certainly|definitely|surely|undoubtedly|always|never|certain|sure|bound) (?:to )?(?:\w+ )?"
    r"(?:hired|find|get|land|succeed|earn|make|work|fail|job|become|pay|lose)\b|\b100 ?(?:%|per ?cent)|\b(?:no|zero|without(?: any)?) risks?\b(?! (?:of|that|for|assessment|management))"
    r"|\brisk[- ]free\b|\bfool-?proof\b|\bsure[- ]?(?:fire|thing)\b|\b(?:can't|cannot|can not) (?:fail|lose)\b|\bfor (?:sure|certain)\b|\bsuccess is\b|\bassured (?:of )?(?:a |an |your )?(?:job|success|offer)",
    re.IGNORECASE,
)
_SUPERLATIVE = re.compile(
    r"\b(?:best|highest|worst|lowest|fastest)[- ](?:paid|paying|growing|earning)\b|\bthan (?:any|all|every)(?: other)?\b|\bthan ever\b|\bmost in[- ]demand\b",
    re.IGNORECASE,
)
_DENIED = re.compile(
    r"\b(?:no ?(?:one|body)|not|never|cannot|can't|nothing|n't|neither|without a)\b", re.IGNORECASE
)
_RUN = 5
# A capital within a sentence.
_NAME = re.compile(r"(?<=[\w,;:%\u201c\"'(\u2019] )[A-Z][\w&'\u2019-]*")
_GENERIC = frozenset(
    [
        "i",
        "i'm",
        "i'd",
        "i'll",
        "i've",
        "ai",
        "it",
        "us",
        "usa",
        "u.s",
        "cv",
        "phd",
        "english",
        "internet",
        *(name.lower() for name in (*MONTHS, *WEEKDAYS)),
    ]
)
# What people are judged by although it is nobody's business: only the person may bring it up.
_PROTECTED = re.compile(
    r"\b(?:too (?:old|young)|(?:your|their|his|her|old|young) age|aged|wom[ae]n|females?|males?|girls?|boys?|gender|sex|race|racial|ethnic\w*|religio\w+|muslims?|jew\w*|christians?"
    r"|immigrants?|foreigners?|blacks|whites|disabled|disabilit\w+|pregnan\w+|mothers?|your (?:background|accent|looks|family|kids|children))\b",
    re.IGNORECASE,
)


def is_disguised(text: str) -> bool:
    """Letters of two scripts in one word, or digits that are not the usual ones."""
    if any(unicodedata.category(each)[0] == "N" and not each.isascii() for each in text):
        return True
    return any(len(set(_scripts(word))) > 1 for word in _WORD.findall(text))


def counts_without_figures(text: str, held: str) -> bool:
    """Money in words, slang or multiples: a figure that no check can read stands only as the evidence words it."""
    bare = _CITED.sub("", text)
    found = [*_SLANG.finditer(bare), *_TIMES.finditer(bare)]
    if not re.search(r"\d", bare):
        found += _MONEY.finditer(bare)
    return any(match[0].casefold() not in held.casefold() for match in found)


def names_other_days(text: str, known: Iterable[Period]) -> bool:
    """A day, month or year that neither the evidence nor the person nor the plan names."""
    days = find_periods(_CITED.sub("", text))
    return bool(days) and any(not any(day.may_be(each) for each in known) for day in days)


def promises(text: str, held: str) -> bool:
    """A certainty about the future or a superlative, unless the evidence words it or the sentence denies it."""
    return any(
        match[0].casefold() not in held.casefold() and not _DENIED.search(text[: match.start()])
        for match in [*_PROMISE.finditer(text), *_SUPERLATIVE.finditer(text)]
    )


def tells_rules(text: str) -> bool:
    """Five words in a row out of the coach's own instructions to the model."""
    return any(run in _rules() for run in _runs(words_of(text)))


@cache
def _rules() -> frozenset[tuple[str, ...]]:
    folder = files("prompts") / "model"
    texts = [file.read_text(encoding="utf-8") for file in folder.iterdir() if file.name.endswith(".md")]
    return frozenset(run for text in texts for line in text.splitlines() for run in _runs(words_of(line)))


def _runs(said: list[str]) -> Iterator[tuple[str, ...]]:
    return (tuple(said[at : at + _RUN]) for at in range(len(said) - _RUN + 1))


def _scripts(word: str) -> Iterator[str]:
    """The scripts of a word's letters; Japanese mixes its own by rule."""
    for letter in word:
        name = unicodedata.name(letter, "OTHER").partition(" ")[0]
        yield "CJK" if name in ("HIRAGANA", "KATAKANA", "CJK", "KATAKANA-HIRAGANA") else name


def names_unknown(text: str, has: Callable[[str], bool]) -> bool:
    """A name within a sentence that neither the person nor the evidence uses, and that is no skill."""
    from tools.roadmap.skills import find_in_text

    names = [word for match in _NAME.finditer(text) for word in words_of(match[0])]
    strange = [name for name in names if name not in _GENERIC and not has(name)]
    skills = {word for skill in find_in_text(text) for word in words_of(skill.text)} if strange else set()
    return not skills.issuperset(strange)


def judges(text: str, known: str) -> bool:
    """Age, sex, origin, belief or family, where nobody spoke of it."""
    return any(match[0].casefold() not in known.casefold() for match in _PROTECTED.finditer(text))

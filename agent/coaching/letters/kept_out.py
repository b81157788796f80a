"""Sentences of a text without those that they want out of it ("dont say doctor", "take the thank you out")."""

import re
from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

import prompts
from agent.nlu.letters.parts import weighty

_WORD = re.compile(r"[\w'\u2019-]+")
_QUOTED = re.compile(r"[\"“”]([^\"“”]+)[\"“”]|(?:^|(?<=\s))['\u2018]([^'\u2019]+)['\u2019](?=[\s.,;:!?)]|$)")
# "leave my back out of it": whatever else the word is.
_OWNED = re.compile(
    r"\b(?:my|his|her|their|our)\s+(?!(?:part|thing|bit|line|sentence|name|last|first|own)\b)([\w-]+)",
    re.IGNORECASE,
)
# What stands behind these says why, or until when: "leave the doctor out until she asks".
_WHY_OUT = re.compile(
    r"[\s,]+(?:until|till|because|bc|since|unless|cause|cuz|so\s+(?:he|she|they|i)|(?:he|she|they)(?:['\u2019]\w+)?)\s",
    re.IGNORECASE,
)
_STEM = 6  # letters; words that begin alike with so many are one in two forms
_ENDING = re.compile(r"(?:ing|ed|es)$")
_LEAST_OF_A_WORD = 4  # letters; of little words the longer ones still name something ("nine years")
_LEAST_LEFT = 3  # words
_SUBORDINATE = r"\s+(?:because|cause|since|so\s+that|while|when|who|which)\s+"
# Where a part of a sentence begins that may go: in a list or behind "and", a clause that leans on it, else with a preposition.
_PARTS = (
    re.compile(r"(?:,\s+(?:and\s+|but\s+)?|\s+(?:and|but)\s+)"),
    re.compile(_SUBORDINATE),
    re.compile(rf",\s+|\s+and\s+|{_SUBORDINATE}|\s+(?:for|over|in|at|with|from|about|near)\s+"),
)
# What cannot end a sentence.
_DANGLES = re.compile(
    r"\b(?:is|was|are|were|am|i['\u2019]m|be|been|has|have|had|to|the|a|an|my|our|your|and|but|or|of|can|will|would|could|that|if)$",
    re.IGNORECASE,
)
# How long something was, and why it is, are said in words of their own.
_HOW_LONG = re.compile(
    r"\bhow\s+(?:long|many\s+(?:years|months|weeks))\b|\byears\b(?!\s+\w+\s)", re.IGNORECASE
)
_DURATION = re.compile(
    r",?\s*\b(?:(?:for|over|about|almost|nearly)\s+)?(?:\d+\+?|a|an|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:years?|months?|weeks?|yrs?)\b",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(r"\b(?:dollars?|amounts?|money|sums?)\b", re.IGNORECASE)
_SUM = re.compile(
    r"\s*(?:\$\s?\d[\d,.]*(?:\s*(?:k|million|thousand))?|\d[\d,.]*\s*(?:k|million|thousand)?\s*(?:dollars|bucks))(?:\s+(?:worth\s+)?of)?\b",
    re.IGNORECASE,
)
_WHY = re.compile(r"\b(?:why|reasons?)\b", re.IGNORECASE)
_REASON = re.compile(r",?\s+(?:because|cause|since|so\s+that)\s+[^.!?]*", re.IGNORECASE)
_GREETING = re.compile(r"^(?:hi|hello|dear|hey)\b[^.!?]*,\s*", re.IGNORECASE)


class _Named(NamedTuple):
    """The stems of what is to go; one of them is enough to know it by, or only `all` together. `part`: with what tells it."""

    stems: frozenset[str]
    all: bool
    part: bool = False

    def is_in(self, words: str) -> bool:
        found = {_stem(word) for word in _WORD.findall(words)}
        return bool(self.stems) and (self.stems <= found if self.all else bool(self.stems & found))


def kept_out(sentences: Iterable[str], out: Sequence[str], *, greeting: bool = False) -> list[str]:
    """The sentences without what is named in `out`: without the part of one that names it, else without the sentence.

    With `greeting` the one that begins a text keeps its greeting.
    """
    named = [_named(each) for each in out]
    values = [value for pattern, value in _VALUES if any(map(pattern.search, out))]
    kept = []
    for at, each in enumerate(sentences):
        said: str | None = each
        for value in values:
            said = without_part(said or "", value)
        for one in named:
            said = _without(said, one) if said else None
        if said:
            kept.append(said)
        elif greeting and at == 0 and (match := _GREETING.match(each)):
            kept.append(match[0].strip())
    return kept


_MONTH_ASKED = re.compile(r"\b(?:month|date)s?\b", re.IGNORECASE)
_IN_A_MONTH = re.compile(
    r",?\s+(?:(?:in|on|by|from|since|of)\s+)?(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)[a-z]*\b(?:\s+\d{1,2}(?:st|nd|rd|th)?\b)?"
)
# "the part about my knee": all of the sentence that tells it.
_PART_ABOUT = re.compile(
    r"\b(?:parts?|things?|lines?|sentences?|bits?|stuff)\s+(?:\w+\s+)?(?:about|with|on|where)\b",
    re.IGNORECASE,
)
_VALUES = ((_HOW_LONG, _DURATION), (_HOW_MUCH, _SUM), (_WHY, _REASON), (_MONTH_ASKED, _IN_A_MONTH))


def without_reasons(sentences: Iterable[str]) -> list[str]:
    """The sentences without the clauses that give a reason."""
    return [without_part(each, _REASON) for each in sentences]


def without_part(said: str, part: re.Pattern[str]) -> str:
    """A sentence without what a pattern finds in it, where enough is left."""
    end = said[-1:] if said[-1:] in (".", "!", "?") else ""
    left = part.sub("", said.rstrip(".!?")).strip(" ,")
    return f"{left}{end}" if len(left.split()) >= _LEAST_LEFT and not _DANGLES.search(left) else said


def _without(sentence: str, named: _Named) -> str | None:
    """A sentence without its part that names something; None where that is all of it."""
    if not named.is_in(sentence):
        return sentence
    end = sentence[-1] if sentence[-1] in ".!?" else ""
    for cut in _PARTS[2:] if named.all else _PARTS[:2] if named.part else _PARTS:
        first, *others = cut.split(sentence.rstrip(".!?"))
        joints = cut.findall(sentence)
        kept = [
            f"{joint}{part}" for joint, part in zip(joints, others, strict=False) if not named.is_in(part)
        ]
        left = "".join([first, *kept])
        whole = len(left.split()) >= _LEAST_LEFT and not _DANGLES.search(left)
        if len(kept) < len(others) and whole and not named.is_in(left):
            return f"{left}{end}"
    # A little word goes alone: what it stands in may be what they mean.
    return _without_words(sentence, named) if named.all else None


def _without_words(sentence: str, named: _Named) -> str:
    return " ".join(word for word in sentence.split() if _stem(word.strip(".,;:!?")) not in named.stems)


def _named(out: str) -> _Named:
    """What is to go: the words in quotation marks, else all that are no little words, else the little ones together."""
    quoted = " ".join(match[1] or match[2] for match in _QUOTED.finditer(out))
    thing = _WHY_OUT.split(out)[0]
    out = thing if weighty(thing) else out
    words = [word for word in _WORD.findall(quoted or out) if quoted or word.casefold() not in _to_take_out()]
    of_weight = words if quoted else [*weighty(out), *_OWNED.findall(out)]
    of_some = [word for word in words if len(word) >= _LEAST_OF_A_WORD]
    return _Named(
        frozenset(_stem(word) for word in of_weight or of_some),
        all=not of_weight,
        part=_PART_ABOUT.search(out) is not None,
    )


def _stem(word: str) -> str:
    low = word.casefold().strip("'\u2019").removesuffix("'s").removesuffix("\u2019s")
    bare = _ENDING.sub("", low) if len(low) > _STEM else low
    return bare[:_STEM] if len(bare) > _STEM else bare.removesuffix("s") if len(bare) > _LEAST_LEFT else bare


@cache
def _to_take_out() -> frozenset[str]:
    return frozenset(str(prompts.words("own_words")["to_take_out"]).split())

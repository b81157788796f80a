"""Sums of pay that the reader passed over, and one taken for an offer that is what they have: by the chances of the labels."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from agent.nlu.mentions import Mention
from agent.nlu.values.money import parse_amount
from agent.nlu.values.pay_periods import is_told_by

if TYPE_CHECKING:
    from agent.nlu.tagger import TaggedSpan, Tagger

_OWN, _OFFERED = "payc", "payo"
# From this chance on words with a currency and a period are a sum, in a message that tells another.
_LIKELY = 0.03
# From this share of both chances on the likelier of two offers in two sentences is what they have: who weighs one tells the other.
_MAY_BE_OWN = 0.25
_CURRENCY = ("$", "dollar")
_SENTENCE_ENDS = re.compile(r"[.!?;]\s|\n")

Chances = Mapping[str, Mapping[int, "TaggedSpan"]]


def with_sums(
    text: str,
    mentions: Sequence[Mention],
    context: tuple[str, ...],
    tagger: "Tagger",
    *,
    sought: bool = False,
) -> tuple[Mention, ...]:
    """The mentions with the sums that were passed over beside another one, each as what it is to the person.

    `sought` says that a sum is asked about, so that there is one.
    """
    if not (sought or any(each.label in (_OWN, _OFFERED) for each in mentions)):
        return (*mentions,)
    chances = {
        label: {each.start: each for each in tagger.stretches(text, context, (label,), _LIKELY)}
        for label in (_OWN, _OFFERED)
    }
    found = sorted([*mentions, *_passed_over(text, mentions, chances)], key=lambda each: each.start)
    own = _likely_own(text, found, chances)
    return tuple(replace(each, label=_OWN) if each is own else each for each in found)


def _passed_over(text: str, mentions: Sequence[Mention], chances: Chances) -> list[Mention]:
    """Words with a currency and a period that bear no label, by the likelier of the two."""
    likely: dict[int, tuple[TaggedSpan, str]] = {}
    for label, spans in chances.items():
        for start, span in spans.items():
            if start not in likely or span.confidence > likely[start][0].confidence:
                likely[start] = span, label
    found = [
        Mention(label, text[span.start : span.end], span.start, span.end, span.confidence)
        for span, label in likely.values()
        if span.confidence >= _LIKELY
        and not any(span.start < each.end and each.start < span.end for each in mentions)
    ]
    return [each for each in found if _is_sum(each.text)]


def _is_sum(words: str) -> bool:
    amount = parse_amount(words)
    named = any(each in words.casefold() for each in _CURRENCY) or is_told_by(words, "hour")
    return named and amount is not None and amount.period is not None


def _likely_own(text: str, mentions: Sequence[Mention], chances: Chances) -> Mention | None:
    """Of two sums in two sentences, both taken for offers, the one that may be what they have."""
    sums = [each for each in mentions if each.label in (_OWN, _OFFERED) and parse_amount(each.text)]
    if len(sums) != 2 or any(each.label == _OWN for each in sums):
        return None
    if not _SENTENCE_ENDS.search(text[sums[0].end : sums[1].start]):
        return None

    def own(each: Mention) -> float:
        told = [spans[each.start].confidence if each.start in spans else 0.0 for spans in chances.values()]
        return told[0] / max(sum(told), _LIKELY)

    likeliest = max(sums, key=own)
    return likeliest if own(likeliest) >= _MAY_BE_OWN else None

"""Statistics in words: "median", "10th to 90th percentile", "one in ten earns less than"."""

import re
from functools import lru_cache

from agent.grounding.tokens import Token, covered

WAGE = frozenset({"p10", "p25", "p50", "p75", "p90", "mean"})
# Statistics describe numbers of their own unit only: a growth is in percent, a median in dollars.
FAMILIES = {
    "money": WAGE | {"level"},
    "%": frozenset({"growth", "share"}),
    "count": frozenset({"employment", "openings", "postings"}),
}
_PERCENTILES = re.compile(
    r"((?:\d+(?:st|nd|rd|th)(?:\s*(?:,|to|and|or|\u2013|-|through)\s*(?:the\s+)?)?)+)[\s-]*percentiles?\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)", re.IGNORECASE)
_EARN = r"(?:\s+(?:of them\s+)?(?:earns?|makes?|gets?|(?:is|are) paid|earned))?\s+"
_LESS = _EARN + r"(?:less|under|below)(?:\s+than)?"
_MORE = _EARN + r"(?:more|over|above)(?:\s+than)?"
_TENTH = r"(?:tenth|decile|10\s?%|10 per\s?cent|ten per\s?cent)"
# The more specific form comes first; an empty name is what the form itself says ("p90").
_FORMS = [
    (re.compile(pattern, re.IGNORECASE), names.split())
    for names, pattern in (
        ("p10", rf"\b(?:one in ten|a tenth){_LESS}|\bnine in ten{_MORE}|\b(?:lowest|bottom|lowest[- ]paid) {_TENTH}"),
        ("p90", rf"\b(?:one in ten|a tenth){_MORE}|\bnine in ten{_LESS}|\b(?:highest|top|best[- ]paid) {_TENTH}"),
        ("p25", rf"\b(?:a|one) quarter{_LESS}|\b(?:lower|first|bottom) quartile"),
        ("p75", rf"\b(?:a|one) quarter{_MORE}|\b(?:upper|third|top) quartile"),
        ("p25 p75", r"\bmiddle half\b|\binterquartile\b"),
        ("p50", rf"\bmedians?\b|\bhalf{_LESS}|\bhalf{_MORE}|\bmiddle (?:wage|salary|pay|earner)\b|\bmidpoint\b"),
        ("p50", r"\btypical(?:ly)? (?:wages?|salary|salaries|pay|earn(?:s|ings)?|pays?|paid)\b"),
        ("mean", r"\bmeans?\b(?= (?:wage|salary|pay|annual|hourly|of|is|was)\b)|\baverages?\b|\bon average\b|\bthe mean\b|\(mean\)"),
        ("level", r"\b(?:maximum|minimum|highest|lowest) (?:wages?|salary|salaries|pay)\b"),
        ("level", r"\b(?:starting|entry[- ]level|junior|senior|mid[- ]level|staff|principal|beginners?|newcomers?)\b"),
        ("", r"\bp(?:10|25|50|75|90)\b"),
        ("growth", r"\bgrow(?:s|th|ing|n)?\b|\bgrew\b|\bexpand\w*|\bincrease[sd]?\b|\bshr[aiu]nk\w*|\bdecline[sd]?\b"),
        ("share", r"\bshares?\b|\bpercentage of\b|\bproportion\b|\bout of (?:a|every) hundred\b"),
        ("employment", r"\bemploy(?:s|ed|ment|ing)\b|\bjobs\b|\bpeople work|\bworkers\b"),
        ("openings", r"\bopenings\b|\bvacanc(?:y|ies)\b"),
        ("postings", r"\bpostings?\b|\b(?:job )?ad(?:vert(?:isement)?)?s\b"),
    )
]  # fmt: skip


@lru_cache(maxsize=512)
def find_statistics(text: str) -> tuple[Token, ...]:
    """All statistics of `text` in order, the more specific form first where two overlap."""
    found: list[Token] = []
    for match in _PERCENTILES.finditer(text):
        ordinals = list(_ORDINAL.finditer(match[1]))
        ends = [*(match.start() + ordinal.end() for ordinal in ordinals[:-1]), match.end()]
        for ordinal, end in zip(ordinals, ends, strict=True):
            found.append(_token(match.start() + ordinal.start(), end, text, f"p{ordinal[1]}"))
    for form, names in _FORMS:
        for match in form.finditer(text):
            if not covered(*match.span(), found):
                found += [_token(*match.span(), text, name) for name in names or [match[0].lower()]]
    return tuple(sorted(found, key=lambda token: token.start))


def _token(start: int, end: int, text: str, value: str) -> Token:
    return Token("statistic", start, end, text[start:end], frozenset({value}))

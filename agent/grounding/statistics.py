"""Statistics in words: "median", "10th to 90th percentile", "one in ten earns less than"."""

import re

from agent.grounding.tokens import Token, covered

WAGE = frozenset({"p10", "p25", "p50", "p75", "p90", "mean"})
_PERCENTILES = re.compile(
    r"((?:\d+(?:st|nd|rd|th)(?:\s*(?:,|to|and|or|\u2013|-|through)\s*(?:the\s+)?)?)+)[\s-]*percentiles?\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)", re.IGNORECASE)
_EARN = r"(?:\s+(?:of them\s+)?(?:earns?|makes?|gets?|(?:is|are) paid|earned))?\s+"
_LESS = _EARN + r"(?:less|under|below)(?:\s+than)?"
_MORE = _EARN + r"(?:more|over|above)(?:\s+than)?"
_TENTH = r"(?:tenth|decile|10\s?%|10 per\s?cent|ten per\s?cent)"
_FORMS: list[tuple[str, tuple[str, ...]]] = [
    (
        rf"\b(?:one in ten|a tenth){_LESS}|\bnine in ten{_MORE}|\b(?:lowest|bottom|lowest[- ]paid) {_TENTH}",
        ("p10",),
    ),
    (
        rf"\b(?:one in ten|a tenth){_MORE}|\bnine in ten{_LESS}|\b(?:highest|top|best[- ]paid) {_TENTH}",
        ("p90",),
    ),
    (rf"\b(?:a|one) quarter{_LESS}|\b(?:lower|first|bottom) quartile", ("p25",)),
    (rf"\b(?:a|one) quarter{_MORE}|\b(?:upper|third|top) quartile", ("p75",)),
    (r"\bmiddle half\b|\binterquartile\b", ("p25", "p75")),
    (
        rf"\bmedians?\b|\bhalf{_LESS}|\bhalf{_MORE}|\bmiddle (?:wage|salary|pay|earner)\b|\bmidpoint\b",
        ("p50",),
    ),
    (r"\btypical(?:ly)? (?:wages?|salary|salaries|pay|earn(?:s|ings)?|pays?|paid)\b", ("p50",)),
    (
        r"\bmeans?\b(?= (?:wage|salary|pay|annual|hourly|of|is|was)\b)|\baverages?\b|\bon average\b|\bthe mean\b|\(mean\)",
        ("mean",),
    ),
    (r"\b(?:maximum|minimum|highest|lowest) (?:wages?|salary|salaries|pay)\b", ("level",)),
    (
        r"\b(?:starting|entry[- ]level|junior|senior|mid[- ]level|staff|principal|beginners?|newcomers?)\b",
        ("level",),
    ),
    (r"\bp(?:10|25|50|75|90)\b", ()),
    (
        r"\bgrow(?:s|th|ing|n)?\b|\bgrew\b|\bexpand\w*|\bincrease[sd]?\b|\bshr[aiu]nk\w*|\bdecline[sd]?\b",
        ("growth",),
    ),
    (r"\bshares?\b|\bpercentage of\b|\bproportion\b|\bout of (?:a|every) hundred\b", ("share",)),
    (r"\bemploy(?:s|ed|ment|ing)\b|\bjobs\b|\bpeople work|\bworkers\b", ("employment",)),
    (r"\bopenings\b|\bvacanc(?:y|ies)\b", ("openings",)),
    (r"\bpostings?\b|\b(?:job )?ad(?:vert(?:isement)?)?s\b", ("postings",)),
]
_COMPILED = [(re.compile(pattern, re.IGNORECASE), names) for pattern, names in _FORMS]
FAMILIES = {
    "money": WAGE | {"level"},
    "%": frozenset({"growth", "share"}),
    "count": frozenset({"employment", "openings", "postings"}),
}


def find_statistics(text: str) -> list[Token]:
    """All statistics of `text` in order, the more specific form first where two overlap."""
    found: list[Token] = []
    for match in _PERCENTILES.finditer(text):
        for ordinal in _ORDINAL.finditer(match[1]):
            start, end = match.start() + ordinal.start(), match.start() + ordinal.end()
            found.append(_token(start, end, ordinal[0], f"p{ordinal[1]}"))
        found[-1] = _token(
            found[-1].start, match.end(), text[found[-1].start : match.end()], *found[-1].values
        )
    for form, names in _COMPILED:
        for match in form.finditer(text):
            if not covered(match.start(), match.end(), found):
                found += [
                    _token(match.start(), match.end(), match[0], name)
                    for name in names or (match[0].lower(),)
                ]
    return sorted(found, key=lambda token: token.start)


def _token(start: int, end: int, text: str, *values: str) -> Token:
    return Token("statistic", start, end, text, frozenset(values))

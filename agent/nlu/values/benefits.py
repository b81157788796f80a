"""What an employer gives beside pay, named without a sum: "20 days PTO", "a 4% 401k match", "health, dental and vision"."""

import re

_INSURANCE = r"health(?:\s?care)?|medical|dental|vision|life|disability"
_NAMES = (
    rf"(?:full\s+|good\s+|great\s+)?(?:{_INSURANCE})(?:(?:\s*[,/&]\s*|\s*,?\s+and\s+)(?:{_INSURANCE}))*\s+(?:insurance|coverage|cover|plan|benefits)",
    rf"(?:{_INSURANCE})(?:(?:\s*[,/&]\s*|\s*,?\s+and\s+)(?:{_INSURANCE}))+",
    (r"(?:(?:unlimited|\d+\s+(?:days?|weeks?|hours?)(?:\s+of)?|\w+\s+weeks?(?:\s+of)?)\s+)?(?:paid\s+)?(?:pto|paid time off|vacations?|holidays?"
     r"|sick (?:leave|days?|time)|time off|(?:parental|maternity|paternity|family) leave)(?:\s+days?)?"),
    (r"(?:\d+(?:\.\d+)?\s?%\s+)?(?:401|403|457)\s?\(?[kb]\b\)?(?:\s+(?:with\s+)?(?:a\s+)?(?:\d+(?:\.\d+)?\s?%\s+)?(?:company\s+|employer\s+)?match(?:ing)?)?"
     r"(?:\s+(?:of|at|up to)\s+\d+(?:\.\d+)?\s?%)?"),
    r"(?:pension|retirement)(?:\s+(?:plan|scheme|match))?|profit[- ]sharing|espp|(?:employee\s+)?stock purchase plan|hsa|fsa",
    r"(?:tuition|education(?:al)?)\s+(?:reimbursement|assistance|benefits?|aid)|student loan (?:repayment|assistance|help)",
    r"company (?:car|truck|van|phone|housing)|(?:commuter|transit|gym|child\s?care|wellness)\s+(?:benefits?|pass|membership|allowance)|free (?:lunch(?:es)?|meals?|parking)",
    r"(?:(?:full|good|great|standard|the usual|all the)\s+)?benefits(?:\s+package)?",
    r"(?:(?:union|company|family|free|paid)\s+)?insurance|guaranteed hours",
)  # fmt: skip
# Before another noun such a word only tells which one: "vacation rentals", "dental billing".
_ENDED = r"(?=\s*(?:$|[^\w\s-]|(?:and|plus|or|with|but|as|an?|per|for|too|in|at|on|is|are|which|that|from|after|until|till|included|paid|to|vs|versus|the|i|they)\b))"
_NAMED = re.compile(rf"(?<![\w$-])(?:an?\s+)?(?:{'|'.join(_NAMES)})(?!\w){_ENDED}", re.IGNORECASE)
_NONE = re.compile(
    r"\b(?:no|not|without|lacks?|minus|isn['\u2019]t|aren['\u2019]t|zero|never)\b[^,;.:]*$", re.IGNORECASE
)
# One word alone is a benefit only as what comes with work or not: who sells insurance gets none.
_BARE = frozenset({"insurance", "benefits"})
_GIVEN = re.compile(
    r"(?:\b(?:with|no|not|without|any|plus|have|has|had|and)(?:\s+the)?|\+)\s*$", re.IGNORECASE
)
_ENDS = re.compile(r"[;.!?\n]\s|\bbut\b", re.IGNORECASE)
_SUM = re.compile(r"\$\s?[\d,.]+k?\s*(?:of|in|for|towards?)?\s*(?:an?\s+|the\s+)?$", re.IGNORECASE)


def find_benefits(text: str) -> list[tuple[str, int]]:
    """Benefits that a text gives, in its words with where they begin; not those with a sum, which are amounts, nor what there is none of."""
    return [(words, start) for words, start, given in _named(text) if given]


def find_lacking(text: str) -> list[tuple[str, int]]:
    """Benefits that a text says there are none of, in its words with where they begin."""
    return [(words, start) for words, start, given in _named(text) if not given]


def _named(text: str) -> list[tuple[str, int, bool]]:
    """Each benefit with where it begins and whether it is given."""
    found = []
    for match in _NAMED.finditer(text):
        before = _ENDS.split(text[: match.start()])[-1]
        bare = match[0].casefold() in _BARE
        if not _SUM.search(before) and (not bare or _GIVEN.search(before)):
            found.append((" ".join(match[0].split()), match.start(), not _NONE.search(before)))
    return found


def is_benefit(words: str) -> bool:
    """Whether words name a benefit and nothing else."""
    return _NAMED.fullmatch(words.strip()) is not None

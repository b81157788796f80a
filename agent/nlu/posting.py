"""What a posting, or a quoted demand, asks for; within a message it stands apart from what the person tells of themselves."""

import re
from dataclasses import replace
from datetime import date

from agent.models import Amount, Posting
from agent.nlu.links import known_place, known_role, known_skill
from agent.nlu.mentions import Mention, Message, distinct
from agent.nlu.pay import read_amount, with_ranges
from agent.nlu.scheme import PLACES, ROLES, SKILLS, TIMES
from agent.nlu.values.durations import parse_years
from agent.nlu.values.money import PIECE_RATE, SAVINGS_PLAN
from tools.oews.titles import find_title
from tools.oews.wording import title_key

_FEWEST = 4  # demands that make a posting of a message's part
_ASKED = frozenset((*ROLES, *PLACES, *SKILLS, "edu", "yrs", "payc", "payo", "payt", "total"))
_DROPPED = frozenset((*TIMES, "age", "noedu")) - _ASKED
_LEAST_PAY = 1000
_TERMS = re.compile(
    r"contract|(?:full|part)-time|temporary|permanent|internship|remote|hybrid|on-site|\d+[- ]?(?:days?|weeks?|months?)",
    re.IGNORECASE,
)
_MOST_YEARS = 40
_YEARS = re.compile(r"\d.*?\b(?:years?|yrs?|yoe)\b", re.IGNORECASE)
# "Bachelor's in a quantitative field", "HS diploma or GED"
_SCHOOLING = re.compile(
    r"\b(?:degree|bachelor(?:['\u2019]?s)?|master['\u2019]?s|ph\.?d|doctorate|associate['\u2019]s|diploma|ged|high\s?school|b\.?s\.?c?|b\.?a|m\.?s\.?c|mba"
    r"|college|university|vocational school|trade school)\b",
    re.IGNORECASE,
)


def with_posting_apart(message: Message, *, whole: bool = False) -> Message:
    """The message with all within its posting as asked for; `whole` says that the text is nothing but a posting."""
    asked = message.of("asked")
    if not whole and (len(asked) < _FEWEST or not message.wants("posting")):
        return message
    first, last = (0, len(message.text)) if whole else (asked[0].start, asked[-1].end)
    return replace(
        message, mentions=tuple(found for each in message.mentions for found in _read(each, first, last))
    )


def _read(mention: Mention, first: int, last: int) -> list[Mention]:
    if mention.start < first or mention.end > last:
        return [mention]
    if mention.label in _DROPPED:
        return []
    return [replace(mention, label="asked") if mention.label in _ASKED else mention]


def read_posting(message: Message) -> Posting | None:
    """What a posting or a quoted demand asks for: its title, place, years and pay told from its skills by their kind."""
    asked = distinct(with_ranges(message, "asked"))
    if not asked or not message.wants(
        "posting", "requirements", "interview", "offer", "realistic", "ask_for"
    ):
        return None
    posting = Posting(text=message.text)
    for mention in asked:
        _add_to_posting(posting, mention, read_amount(message, mention))
    return posting


def _add_to_posting(posting: Posting, mention: Mention, amount: Amount | None) -> None:
    words = mention.text
    years = parse_years(words, date.max) if _YEARS.search(words) else None
    if amount and (amount.low >= _LEAST_PAY or amount.period or amount.currency != "USD" or "$" in words):
        posting.pay.append(amount)
    elif years is not None and 0 < years <= _MOST_YEARS:
        posting.years = years
    elif known_place(words) and not known_role(words) and not known_skill(words):
        posting.place = posting.place or words
    elif posting.title is None and _is_title(words):
        posting.title = words
    elif _SCHOOLING.search(words):
        posting.schooling.append(words)
    elif not (_TERMS.fullmatch(words) or PIECE_RATE.search(words) or SAVINGS_PLAN.search(words)):
        posting.skills.append(words)


def _is_title(words: str) -> bool:
    """Whether words name a job and no skill; "Java developer" is a job's title as a whole."""
    return bool(find_title(title_key(words))) or (known_role(words) and not known_skill(words))

"""What a posting, or a quoted demand, asks for; within a message it stands apart from what the person tells of themselves."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from agent.models import Amount, Posting
from agent.nlu.links import known_place, known_role, known_skill
from agent.nlu.mentions import Mention, Message, distinct
from agent.nlu.pay import read_amount, with_ranges, yearly
from agent.nlu.posting_again import demands_in_sentences, told_beside
from agent.nlu.posting_parts import kind_at, part_at, parts_of
from agent.nlu.posting_skills import YEARS, is_demanded, named_skills, schooling_in, short_items
from agent.nlu.scheme import AMOUNTS, PLACES, ROLES, SKILLS, TIMES
from agent.nlu.sense import is_possible
from agent.nlu.values.benefits import is_benefit
from agent.nlu.values.durations import parse_years
from agent.nlu.values.hours import parse_hours
from agent.nlu.values.money import PIECE_RATE, SAVINGS_PLAN, kind_beside, parse_amount
from agent.nlu.values.pay_periods import period_in
from agent.nlu.values.schooling import names_schooling, wants_schooling
from tools.evidence import Number
from tools.oews.cells import NATION
from tools.oews.place_scan import find_places
from tools.oews.role_scan import find_roles
from tools.oews.titles import find_title
from tools.oews.wording import title_key
from tools.roadmap.skills import find_skills

_FEWEST = 4  # demands that make a posting of a message's part
_ASKED = frozenset((*ROLES, *PLACES, *SKILLS, "edu", "yrs", "payc", "payo", "payt", "total"))
_DROPPED = frozenset((*TIMES, "age", "noedu")) - _ASKED
_QUOTED = re.compile(r"\"[^\"]{40,}\"|\u201c[^\u201d]{40,}\u201d")
_LEAST_PAY = 1000
_OF_WHAT = re.compile(  # what years are of, within the words for them ("two years in critical care")
    r"\b(?:years?|yrs?|months?)['\u2019]?\s+(?:of |in |with )*(?!experience\b|exp\b|or\b|on\b|at\b|old\b)([A-Za-z].*)",
    re.IGNORECASE,
)
_ON_TOP = ("bonus", "signon", "equity", "benefits")
_OF_THE_EMPLOYER = ("given", "about", "own")  # parts that say nothing of the job itself
_THOUSANDS = re.compile(r"\dk\b", re.IGNORECASE)
_LARGE = re.compile(r"\d{2,3}[,.]?\d{3}(?:\s*(?:[-\u2010-\u2015]|to)\s*\d{2,3}[,.]?\d{3})?")
_REST = re.compile(r"[&+#]\w+|(?<=\.\w)\.")
_LONGEST_TITLE = 60  # characters before the job itself
_NAMED_BEFORE = re.compile(r"(?:(?<![\w'])[A-Z0-9][\w/&]* )+$")
_PHRASE_END = re.compile(r"\s*(?:[.,;)\n]|$)")
_TERMS = re.compile(
    r"contract|(?:full|part)(?:-time)?|(?:competitive|attractive) (?:salary|pay)|temporary|permanent|internship|remote|hybrid|on-site|\d+[- ]?(?:days?|weeks?|months?)",
    re.IGNORECASE,
)
_CELLS = re.compile(r"\s{3,}|\t|\|")
_TOWN = re.compile(r"\w,\s*[A-Z]")
_BARE = re.compile(r"[\W\d_]*(?:years?|yrs?|months?)?", re.IGNORECASE)
_MOST_YEARS = 15  # more are those of the employer


def with_posting_apart(message: Message, *, whole: bool = False) -> Message:
    """The message with all within its posting as asked for; `whole` says that the text is nothing but a posting."""
    asked = message.of("asked")
    if not whole and (len(asked) < _FEWEST or not message.wants("posting")):
        return message
    quoted = None if whole else _quoted(message.text, asked)
    first, last = quoted or ((0, len(message.text)) if whole else (asked[0].start, asked[-1].end))
    told = (each for each in message.mentions if whole or not _is_of_posting(message.text, each))
    mentions = [found for each in told for found in _read(each, first, last, alone=bool(quoted))]
    mentions += demands_in_sentences(message, first, last)
    mentions += [] if whole else told_beside(message, first, last)
    return replace(message, mentions=tuple(sorted(mentions, key=lambda each: each.start)))


def _is_of_posting(text: str, mention: Mention) -> bool:
    """Whether a time stands where a posting says what it gives ("16 weeks of leave"), a skill where what nobody needs to know."""
    kind = kind_at(text, mention.start)
    return (mention.label in ("yrs", "hrs") and kind == "given") or (
        mention.label == "lack" and kind == "about"
    )


def _quoted(text: str, asked: list[Mention]) -> tuple[int, int] | None:
    """Where the posting stands if it stands in quotation marks: what is outside of them is the person's."""
    for match in _QUOTED.finditer(text):
        if sum(match.start() <= each.start < match.end() for each in asked) >= _FEWEST:
            return match.span()
    return None


def _read(mention: Mention, first: int, last: int, *, alone: bool) -> list[Mention]:
    if mention.start < first or mention.end > last:
        if not alone or mention.label != "asked":
            return [mention]
        told = "loc" if known_place(mention.text) else "have" if known_skill(mention.text) else None
        return [replace(mention, label=told)] if told else []
    if mention.label in _DROPPED:
        return []
    return [replace(mention, label="asked") if mention.label in _ASKED else mention]


def read_posting(message: Message) -> Posting | None:
    """What a posting or a quoted demand asks for: its title, place, years and pay told from its skills by their kind.

    What stands where it praises itself, or says what it gives, is no demand; beside a part of demands, what others name
    counts only where it is a skill that the tables know.
    """
    spans = [each for whole in with_ranges(message, "asked") for each in _in_lines(message.text, whole)]
    # Of words that come twice those count that stand where something is asked for.
    asked = distinct(sorted(spans, key=lambda each: not is_demanded(message, each)))
    asked.sort(key=lambda each: each.start)
    if not asked or not message.wants(
        "posting", "requirements", "interview", "offer", "realistic", "ask_for"
    ):
        return None
    posting = Posting(text=message.text, pay=_pay_of(message, asked))
    for mention in asked:
        _add_to_posting(posting, message, mention, demanded=is_demanded(message, mention))
    named = named_skills(message.text, asked[0].start, asked[-1].end)
    told = [*posting.skills, *named, *short_items(message)]
    posting.skills = list({words.casefold(): words for words in told}.values())
    posting.pay = posting.pay or _pay_beside(message)
    posting.place = _with_state(posting.place, message.text)
    posting.title = posting.title or _title_beside(message, asked)
    posting.skills = [words for words in posting.skills if not _is_no_demand(words, posting)]
    posting.schooling = posting.schooling or schooling_in(message.text)
    posting.years = posting.years or _years_beside(message.text)
    return posting


def _in_lines(text: str, mention: Mention) -> Iterator[Mention]:
    """A span line by line, with the rest of its last word ("FP" of "FP&A", "U.S" of "U.S.")."""
    at = mention.start
    for line in mention.text.splitlines(keepends=True):
        words = line.strip()
        start = at + len(line) - len(line.lstrip())
        at += len(line)
        rest = _REST.match(text, start + len(words))
        end = rest.end() if rest else start + len(words)
        if words:
            yield replace(mention, text=text[start:end], start=start, end=end)


def _add_to_posting(posting: Posting, message: Message, mention: Mention, *, demanded: bool) -> None:
    words, part = mention.text, part_at(message.text, mention.start)
    kind = part.kind if part else None
    # A sentence that asks may also name the job; a list of demands does not.
    listed = kind == "asked" and (posting.title is not None or not (part and part.by_itself))
    years = parse_years(words, date.max) if YEARS.search(words) else None
    if _sum_of(message, mention):
        return
    if years is not None:
        told = demanded and 0 < years <= _MOST_YEARS
        posting.years = max(posting.years or 0, years) if told else posting.years
        posting.skills += [behind[1]] if told and (behind := _OF_WHAT.search(words)) else []
    elif known_place(words) and not known_role(words) and not known_skill(words):
        of_the_job = kind not in _OF_THE_EMPLOYER or (kind == "given" and part is not None and part.by_itself)
        posting.place = posting.place or (words if of_the_job else None)
    elif _is_title(words) and not (demanded and (listed or _is_done(words, posting))):
        whole = _whole_title(message.text, mention) if kind == "head" else words
        posting.title = posting.title or (whole if kind not in _OF_THE_EMPLOYER else None)
    elif names_schooling(words):
        posting.schooling += [words] if demanded and wants_schooling(words) else []
    elif demanded and not _is_term(words):
        posting.skills.append(words)


def _is_no_demand(words: str, posting: Posting) -> bool:
    """Whether words are a bare figure or unit of time, or the title with more before it."""
    title = (posting.title or "").casefold()
    return _BARE.fullmatch(words) is not None or bool(title and words.casefold().endswith(f" {title}"))


def _is_done(words: str, posting: Posting) -> bool:
    """Whether words beside the title say what is done in the job, and no other one."""
    return posting.title is not None and words[0].islower()


def _whole_title(text: str, mention: Mention) -> str:
    """A title with the words before it that are written as names, too ("Inside Sales Representative")."""
    before = _NAMED_BEFORE.search(text[max(mention.start - _LONGEST_TITLE, 0) : mention.start])
    return f"{before[0] if before else ''}{mention.text}"


def _pay_of(message: Message, asked: list[Mention]) -> list[Amount]:
    """The sums a posting pays: of base pay the first under a heading that gives, else in its head, a sentence that gives, elsewhere."""
    told = [(part_at(message.text, each.start), _sum_of(message, each)) for each in asked]
    sums = [(part, amount) for part, amount in told if amount and not (part and part.kind == "about")]
    bases = [(part, amount) for part, amount in sums if amount.kind == "base" and amount.period]
    order = [("given", False), ("head", False), ("head", True), ("given", True)]
    ranks = {told: at for at, told in enumerate(order)}
    base = min(
        bases,
        key=lambda each: ranks.get((each[0].kind, each[0].by_itself), len(order)) if each[0] else len(order),
        default=None,
    )
    return [*([base[1]] if base else []), *(amount for _, amount in sums if amount.kind != "base")]


def _sum_of(message: Message, mention: Mention) -> Amount | None:
    """The sum of pay that a span names."""
    amount = read_amount(message, mention)
    return amount if amount and _is_pay(message.text, mention, amount) else None


def _is_pay(text: str, mention: Mention, amount: Amount) -> bool:
    """Whether a sum is pay: it names its currency, thousands or period, or is large and stands at the end of a phrase."""
    words = mention.text
    if "$" in words or _THOUSANDS.search(words):
        return True
    if amount.currency != "USD":
        return amount.low >= _LEAST_PAY or amount.period is not None
    bare = _LARGE.fullmatch(words) is not None and _PHRASE_END.match(text, mention.end) is not None
    return bare or period_in(words) is not None


def _is_term(words: str) -> bool:
    """Whether words name a term of employment (a sum, hours a week, a benefit, "full-time"), which nobody can know or learn."""
    timed = period_in(words) == "week" and parse_hours(words) is not None
    return (
        timed
        or is_benefit(words)
        or kind_beside("", words, "") in _ON_TOP
        or "$" in words
        or any(found(words) for found in (_TERMS.fullmatch, PIECE_RATE.search, SAVINGS_PLAN.search))
    )


def _pay_beside(message: Message) -> list[Amount]:
    """The sum with a period in a line of its own, where the tagger marked none ("Salary: $4,512 - $5,890 monthly")."""
    found, at = [], 0
    for line in message.text.splitlines(keepends=True):
        told = any(each.label in AMOUNTS for each in message.mentions if at <= each.start < at + len(line))
        sums = [amount for part in _CELLS.split(line) if "$" in part and (amount := parse_amount(part))]
        found += (
            [amount for amount in sums if amount.period and is_possible("present_pay", yearly(amount) or 0)]
            if not told
            else []
        )
        at += len(line)
    return found[:1]


def _years_beside(text: str) -> Number | None:
    """The years in a sentence that asks for them, where the tagger marked none ("We think that takes three to five years")."""
    asked = (
        text[part.start : part.end] for part in parts_of(text) if part.kind == "asked" and part.by_itself
    )
    told = (parse_years(found[0], date.max) for words in asked if (found := YEARS.search(words)))
    return max((years for years in told if years and years <= _MOST_YEARS), default=None)


def _with_state(place: str | None, text: str) -> str | None:
    """The place with the state behind it, of which a town alone may be one of several.

    Untold, the one town told with its state, else the one place where the job is named.
    """
    towns = [
        text[found.start : found.end]
        for found in find_places(text)
        if found.link.area and found.link.area.code != NATION and _TOWN.search(text[found.start : found.end])
    ]
    if place is None:
        named = towns or [
            found.text
            for part in parts_of(text)
            if part.kind == "head"
            for found in find_places(text[part.start : part.end])
            if found.link.area and found.link.area.code != NATION
        ]
        return named[0] if len({town.casefold() for town in named}) == 1 else None
    return next((town for town in towns if town.casefold().startswith(f"{place.casefold()},")), place)


def _is_title(words: str) -> bool:
    """Whether words name a job and no skill; "Java developer" is a job's title as a whole."""
    if find_title(title_key(words)):
        return True
    return known_role(words) and not any(found.exact for found in find_skills(words))


def _title_beside(message: Message, asked: list[Mention]) -> str | None:
    """The job title that stands nearest before the demands, where the tagger marked none."""
    own = message.of("cur", "past", "tgt", "ask")
    before = [
        role.text
        for role in find_roles(message.text)
        if role.start < asked[0].end
        and not any(role.start < each.end and each.start < role.end for each in own)
    ]
    return before[-1] if before else None

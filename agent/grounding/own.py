"""What is the person's own, and what a text says by itself: digits that are theirs or count something, links, deeds, disguises, quotes."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from itertools import combinations

from agent.grounding.grounds import PERSON
from agent.grounding.naming import is_in_name, sentences, words_of
from agent.grounding.references import time_said
from agent.grounding.tokens import find_periods, listed
from agent.models import Amount, Offer, Profile
from agent.nlu.values.contracts import as_told
from agent.nlu.values.money import per_year
from agent.nlu.values.pay_periods import HOURS_A_YEAR
from agent.nlu.values.written_numbers import Written, numbers_in, time_unit, written_numbers
from prompts import words
from tools.evidence import Evidence, Figure, Number, Source

_LINK = re.compile(
    r"(?:https?|ftp)://[^\s)>\]]+|\bwww\.[^\s)>\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\]\(([^)]*)\)"
    r"|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|edu|gov|io|ly|info|biz|example|dev|ai|co|de|es|fr|eu|uk)\b(?:/[^\s)>\]]*)?"
)
_SPOKEN = re.compile(r"[\"“„«][^\"”“»]*[\"”“»]")  # words for the person to say
_COUNT = 12
_MOST_IN_WORDS = 100  # 9 is read as 9,000 too
# Round counts of what is to be done: "20 questions", "45 minutes", "the first 90 days".
COUNTED = frozenset(map(float, (15, 20, 25, 30, 45, 60, 90)))
_ORDINAL = re.compile(r"(?:st|nd|rd|th|[\u00ba\u00aa]|er|ème|e)?", re.IGNORECASE)
_A_YEAR = {"year": 1, "month": 12, "week": 52, "day": 260, "hour": HOURS_A_YEAR}
_SUM = 1000  # a smaller number of the person's is no sum of money unless they said so
_MARKS = str.maketrans("\u2019\u2018\u201c\u201d\u201e«»\u2013\u2014\u2212", '\'\'"""""---')


@dataclass(frozen=True)
class Known:
    """What a text may repeat: `said` is the person's own, `held` what evidence, tools and plan hold.

    `numbers` are the person's; `times` those of them that are for or count a time, sums also brought to another one; `free`
    count whatever they stand before, `counts` things and days to come; `shares` are per cents that the figures come to.
    """

    said: str
    held: str
    numbers: frozenset[float] = frozenset()
    times: frozenset[tuple[float, str]] = frozenset()
    free: frozenset[float] = frozenset()
    counts: frozenset[float] = frozenset()
    shares: frozenset[float] = frozenset()

    @cached_property
    def bare(self) -> frozenset[float]:
        """Numbers that they told of no time and as no sum: "you said 17.5 before"."""
        told = written_numbers(self.said)
        return frozenset(each.value for each in told if each.unit == "count" and not each.tail)

    @cached_property
    def words(self) -> frozenset[str]:
        """All words, in singular and plural."""
        return _words_of_both(self.said, self.held)

    @classmethod
    def of(
        cls,
        said: Iterable[str],
        held: Iterable[str],
        person: Evidence | None = None,
        free: Iterable[float] = (),
    ) -> "Known":
        """Everything the person said, everything that was found, and the figures of what the person told."""
        texts, figures = "\n".join(said), person.figures if person else []
        told = [*numbers_in(texts), *((float(figure.value), time_unit(figure.unit)) for figure in figures)]
        sums = [float(figure.value) for figure in figures if figure.unit.startswith("USD/")]
        told += [(abs(one - other), None) for one, other in combinations(sums, 2)]  # "5k more than you have"
        paid = [(each, "year") for each in sums]
        for number in written_numbers(texts):
            time = None if number.time else time_said(texts[number.end :])
            paid += [(value, time) for value in number.values if time]
        times = {(value, unit) for value, unit in told if unit}
        for value, time in paid:  # "1,850 a month is 22,200 a year"
            times |= {(float(round(value * _A_YEAR[time] / of)), other) for other, of in _A_YEAR.items()}
        numbers = frozenset(value for value, _ in told)
        return cls(texts, "\n".join(held), numbers, frozenset(times), frozenset(free))


# A plan is checked by the same words claim by claim, and again in its next draft.
@lru_cache(maxsize=16)
def _words_of_both(said: str, held: str) -> frozenset[str]:
    return words_of(*said.splitlines(), *held.splitlines())


def person_evidence(profile: Profile, offers: Iterable[Offer] = ()) -> Evidence:
    """Their pay, aim, hours, years and horizon as figures, and what they were offered, as told and by the year.

    The figures of an offer are called by its employer or place ("offer_acme", "offer_acme_bonus"): another one moves none of them.
    """
    weeks = profile.horizon_weeks or 0
    told: list[tuple[str, Number | None, str]] = [
        ("present_pay", profile.present_pay, "USD/year"),
        ("target_salary", profile.target_salary, "USD/year"),
        ("hours_per_week", profile.hours_per_week, "hours"),
        ("years_experience", profile.years_experience, "years"),
        ("horizon", weeks, "weeks"),
        ("horizon_months", round(weeks * 12 / 52), "months"),
        ("horizon_years", round(weeks / 52), "years"),
    ]
    figures = [
        Figure(label=name, value=value, unit=unit, subject="the person", statistic=name)
        for name, value, unit in told
        if value
    ]
    figures += [figure for offer in offers for figure in _offered(offer)]
    source = Source(title="the person")
    return Evidence(id=PERSON, kind="document", text="What the person told.", figures=figures, source=source)


def _offered(offer: Offer) -> Iterator[Figure]:
    """The amounts of an offer by the year and as they were told; what is paid once has no time."""
    whose = "_".join(re.findall(r"[a-z0-9]+", (offer.employer or offer.place or "").casefold()))
    for amount in [*offer.amounts, *(as_told(each) for each in offer.amounts if each.told)]:
        part = "" if amount.kind == "base" else amount.kind
        yield from _of_amount("_".join(filter(None, ("offer", whose, part))), amount)


def _of_amount(name: str, amount: Amount) -> Iterator[Figure]:
    def named(called: str, value: Number, unit: str) -> Figure:
        label = f"{name}: {amount.kind}, “{amount.text}”" if amount.text else name
        return Figure(label=label, value=value, unit=unit, subject="the person", statistic=called)

    once = amount.kind == "signon"
    for value in (amount.low, amount.high):
        if value is None:
            continue
        year = None if once else per_year(amount.model_copy(update={"low": value}))
        unit = amount.currency if once else f"{amount.currency}/year"
        yield named(name, value if year is None else year, unit)
        if year != value and not once:
            yield named(f"{name}_as_told", value, amount.currency)
    if amount.period in ("hour", "contract_hour"):
        yield named("hours_a_year", HOURS_A_YEAR, "hours")


def profile_texts(profile: Profile) -> list[str]:
    """All that the person said in words."""
    roles = [profile.current_role, profile.former_role, profile.target_role, profile.location]
    skills = [*profile.skills, *profile.missing_skills, *profile.skill_levels.values()]
    return [text for text in (*roles, *profile.own_words.values(), *skills) if text]


def fault(text: str, known: Known, bare: str) -> str | None:
    """What a text says by itself and may not, as a clause; `bare` is the text without what names its figures."""
    if disguised(text):
        return "a word mixes letters of two scripts"
    if number := strange_number(bare, known):
        open_ = "write figures as references such as {E1.p50}, leave a sum to be asked for open as [amount]"
        return f"{number} is neither the person's nor a count: {open_}"
    link = strange_link(text, known)
    return f"{link} is not in the evidence" if link else None


def strange_number(text: str, known: Known) -> str | None:
    """The first number in a text (its figures taken out) that is neither the person's nor a count; None without one."""
    for number in written_numbers(text):
        if not _is_allowed(number, text, known):
            return text[number.start : number.end].strip()
    # Large numbers and shares in words: a figure that no digit shows, read with the word before it ("sesenta mil").
    for match in listed("worded").finditer(text):
        before = re.search(r"[^\s,.;:]*\s?$", text[: match.start()])
        lead = before[0] if before else ""
        if not lead[:1].isdigit() and f"{lead}{match[0]}".casefold() not in known.said.casefold():
            return f"{lead}{match[0]}"
    return None


def _is_allowed(number: Written, text: str, known: Known) -> bool:
    before, after, values = text[: number.start], text[number.end :], number.values
    if number.is_share:
        told = any(number.digits == each.digits for each in written_numbers(known.said) if each.is_share)
        return told or number.value in known.shares
    in_days = number.time == "day" and bool(known.counts)  # "pay within 15 days"
    if number.time and not number.currency and not in_days:
        return any(
            value in known.free | known.bare or (value, number.time) in known.times for value in values
        )
    scaled = {value * number.scale for value in values}
    plain = values & known.numbers if number.scale == 1 else set()
    if (time := time_said(after)) and any((value, time) in known.times for value in scaled):
        return True
    if values & known.free or scaled & known.numbers or plain:
        said = text[number.start : number.end].strip() in known.said
        return not number.currency or max(scaled) >= _SUM or said
    if number.currency or re.match(r"\s?[€$£]|\.\d", after):
        return False
    listed_ = re.search(r"(?:^|\n)\s*$", before) and re.match(r"[.)]\s", after)
    counted = (max(values) <= _COUNT or values <= known.counts) and _ORDINAL.fullmatch(number.tail)
    near = text[max(0, number.start - 12) : number.end + 12]
    return bool(listed_ or _is_name(number, text, known) or (counted and not find_periods(near)))


def _is_name(number: Written, text: str, known: Known) -> bool:
    """Part of a name ("B2", "Python 3", "GPT-4"): glued to letters, or beside the same word where it is known."""
    before, length = text[: number.start], len(number.digits)
    if (length == 1 and number.tail.isupper()) or (length <= 2 and re.search(r"[^\W\d_]-$", before)):
        return True
    if re.match(r"\([a-z]\)", text[number.end :]) or number.digits in words("languages")["helplines"].split():
        return True  # "401(k)", "988"
    span = number.start, number.start + length
    named = re.search(r"[A-Z][\w+#.-]*\s*$", before)
    return named is not None and is_in_name(text, *span, (known.held, known.said))


def strange_link(text: str, known: Known) -> str | None:
    """The first link or address that stands neither in what was found nor in the person's words."""
    for match in _LINK.finditer(text):
        link = (match[1] if match[1] is not None else match[0]).rstrip(".,;:")
        if link.casefold() not in f"{known.held}\n{known.said}".casefold():
            return link or match[0]
    return None


def told_parts(text: str, known: Known) -> Iterator[tuple[str, float]]:
    """Parts of many that are told in words, and their share: "nine in ten", "die Hälfte aller"; none of a time, nor of the person's."""
    for share, form in _parts():
        for match in form.finditer(text):
            if not time_unit(text[match.end() :]) and match[0].casefold() not in known.said.casefold():
                numbers = {each for each, _ in numbers_in(match[0]) if each < _MOST_IN_WORDS} or {1.0}
                low = min(numbers) if len(numbers) > 1 else 1.0  # "one" is an article too
                yield match[0], share or low / max(numbers)


@lru_cache(maxsize=512)
def told_deed(text: str) -> str | None:
    """Words that say something was approved, delivered, sent, booked or signed; None where they say that it was not."""
    for sentence in sentences(_SPOKEN.sub(" ", text)):
        for done, unless in _deeds():
            found = done.search(sentence)
            if not found or sentence.rstrip().endswith("?") or unless.search(sentence):
                continue
            # A "not" of another clause denies something else.
            before, behind = sentence[: found.start()], sentence[found.end() :]
            clause = f"{re.split('[,:]', before)[-1]}{found[0]}{re.split('[,:]', behind)[0]}"
            if not listed("denials").search(clause) or listed("denials").match(found[0]):
                return found[0]
    return None


def disguised(text: str) -> bool:
    """Letters of two scripts in one word, or digits that are not the usual ones."""
    odd = any(unicodedata.category(each)[0] == "N" and not each.isascii() for each in text)
    return odd or any(len({*map(_script, word)}) > 1 for word in re.findall(r"[^\W\d_]+", text))


def _script(letter: str) -> str:
    """The script of a letter; Japanese mixes its own by rule."""
    name = re.split(r"\W", unicodedata.name(letter, "OTHER"))[0]
    return "CJK" if name in ("HIRAGANA", "KATAKANA") else name


def quoted(quote: str, cited: Sequence[Evidence]) -> Evidence | None:
    """The evidence in which a quote stands word for word; spaces and kinds of quotation marks do not count."""
    wanted = plain_quote(quote)
    return next((item for item in cited if wanted and wanted in plain_quote(item.text)), None)


def plain_quote(text: str) -> str:
    """One line with plain marks, without those around it."""
    return re.sub(r"\s+", " ", re.sub(r"[*_`]", "", text).translate(_MARKS)).strip(" \"'.")


@cache
def _parts() -> list[tuple[float, re.Pattern[str]]]:
    forms = words("languages")
    more = "|".join(form for named in forms["numbers"].values() for form in named[2:])
    return [
        (share, re.compile(rf"\b(?:{form.format(more=more)})\b", re.IGNORECASE))
        for share, form in forms["parts"]
    ]


@cache
def _deeds() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    forms = [(entry["done"].replace("\n", ""), entry["unless"]) for entry in words("languages")["deeds"]]
    return [(re.compile(done, re.IGNORECASE), re.compile(unless, re.IGNORECASE)) for done, unless in forms]

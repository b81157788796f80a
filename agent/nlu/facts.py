"""From mentions to changes of the profile: only what is told of the person, and only what makes sense."""

from dataclasses import dataclass, field, replace
from datetime import date

from agent.models import Profile, ProfileChange, Slot
from agent.nlu import sense
from agent.nlu.clauses import clauses, leads
from agent.nlu.kinds import read_kind
from agent.nlu.links import (
    believable,
    known_place,
    known_role,
    names_a_job,
    names_work,
    role_words,
    same_job,
    same_place,
    without_fields,
)
from agent.nlu.mentions import Mention, Message, beside_sittings, distance, distinct, given_up
from agent.nlu.pay import amounts, yearly
from agent.nlu.tagger import default_tagger
from agent.nlu.times import horizon_weeks
from agent.nlu.values.benefits import is_benefit
from agent.nlu.values.dates import is_beginning, parse_start
from agent.nlu.values.durations import WEEKS_A_YEAR, parse_years, without_ages
from agent.nlu.values.hours import is_weekly, parse_hours
from agent.nlu.values.numbers import plain
from agent.nlu.values.periods import periods_in
from agent.nlu.values.shares import Share, find_shares
from tools.evidence import Number
from tools.oews.doubtful import is_certificate
from tools.oews.wording import title_key
from tools.roadmap.calendars import DEFAULT_HOURS, Period
from tools.roadmap.skills import own_name

_BIT = "a bit of {}"
_ABOUT_AS_SURE = 0.1
_OF_A_PLAN = frozenset({"draft", "plan"})
_FAR = 10**9  # characters; farther than any message is long


@dataclass
class Facts:
    """Changes of the profile in the order in which they were told, and slots whose value has to be asked back."""

    changes: list[ProfileChange] = field(default_factory=list)
    doubtful: list[Slot] = field(default_factory=list)
    alternatives: list[str] = field(default_factory=list)

    def set(self, name: str, value: object, words: str | None = None) -> None:
        self.changes.append(ProfileChange.model_validate({"field": name, "value": value, "words": words}))

    def set_possible(self, name: str, value: Number, slot: Slot, *, whole: bool = False) -> None:
        """Set what can be true; else its slot is doubtful."""
        if sense.is_possible(name, value):
            self.set(name, round(value) if whole else value)
        else:
            self.doubtful.append(slot)

    def clear(self, name: str) -> None:
        self.changes.append(ProfileChange.model_validate({"field": name, "op": "clear"}))


def read_facts(message: Message, before: Profile, today: date) -> Facts:
    """What the message tells of the person. `before` is their profile until now."""
    facts = Facts()
    sure = tuple(each for each in message.mentions if sense.is_sure(each.label, each.sure))
    message = replace(message, mentions=sure)
    _roles(message, before, facts)
    _place(message, before, facts)
    _skills(message, facts)
    _years(message, before, today, facts)
    _times(message, before, today, facts)
    _pay(message, facts)
    return facts


def _roles(message: Message, before: Profile, facts: Facts) -> None:
    held, former = _kept(message.of("cur")), _kept(message.of("past"))
    if former and known_role(former[0].text) and not any(names_work(each.text) for each in held):
        held = []  # at home, at school or out of work: what they did before is their trade
    if held:
        # Of two jobs the later word corrects the earlier, else the first one named leads.
        told = held[-1] if message.wants("correct") else held[0]
        work = role_words(told.text)
        if not _says_no_more(work, before.current_role):
            facts.set("current_role", work, told.said)
    elif before.current_role is None and former:
        # Who names an employer for a job ("the army") beside the job itself did the latter.
        told = next((each for each in former if known_role(each.text)), former[0])
        facts.set("former_role", role_words(told.text), told.said)
    wanted = without_fields(_kept(message.of("tgt")))
    if len(wanted) == 1:
        facts.set("target_role", role_words(wanted[0].text), wanted[0].said)
    elif wanted:
        facts.alternatives = [mention.text for mention in wanted]
        if message.wants("plan") or message.wants("correct"):
            surest = _surest(wanted)
            facts.set("target_role", role_words(surest.text), surest.said)
    ruled_out = {mention.text.casefold() for mention in message.of("no")}
    if not wanted and before.target_role and before.target_role.casefold() in ruled_out:
        facts.clear("target_role")
    if not held and before.current_role and before.current_role.casefold() in ruled_out:
        facts.clear("current_role")


def _surest(wanted: list[Mention]) -> Mention:
    """Of several jobs that are wanted the last one of those that are about as sure as the surest ("data analyst, but in pharma")."""
    wanted = [each for each in wanted if known_role(each.text)] or wanted
    best = max(each.sure for each in wanted)
    return [each for each in wanted if each.sure >= best - _ABOUT_AS_SURE][-1]


def _says_no_more(work: str, held: str | None) -> bool:
    """Whether words for a job name the one that was told, and no closer ("welder" after "tig welder", "nursing" of a nurse)."""
    if held is None:
        return False
    closer = set(title_key(work).split()) > set(title_key(held).split())
    return not closer and same_job(work, held)


def _kept(mentions: list[Mention]) -> list[Mention]:
    return distinct([each for each in mentions if names_a_job(each)])


def _place(message: Message, before: Profile, facts: Facts) -> None:
    # What is asked of a draft's place is where its plan is to be.
    asked = message.wants("feedback") or (message.wants("plan") and before.location is None)
    labels = ("loc", "aloc") if asked else ("loc",)
    places = [each for each in message.of(*labels) if believable(each, known=known_place(each.text))]
    if places:
        place = (places[-1] if message.wants("correct") else places[0]).text
        again = before.location is not None and same_place(place, before.location)
        if not again or message.wants("correct", "answer"):
            facts.set("location", place)
    elif before.location and before.location.casefold() in {
        each.text.casefold() for each in message.of("oloc")
    }:
        facts.clear("location")


def _skills(message: Message, facts: Facts) -> None:
    have = distinct(message.of("have", "some"), lambda mention: _named(mention).casefold())
    names = [_named(mention) for mention in have]
    levels = {
        name: _BIT.format(name) for name, mention in zip(names, have, strict=True) if mention.label == "some"
    }
    if names:
        facts.changes.append(ProfileChange(field="skills", op="add", value=names, levels=levels))
    lacks = [_named(each) for each in distinct(message.of("lack")) if not is_benefit(each.text)]
    if lacks:
        facts.changes.append(ProfileChange(field="missing_skills", op="add", value=lacks))


def _named(mention: Mention) -> str:
    """A skill as it is noted: a certificate by its own name, whatever it is learnt as."""
    return mention.text if is_certificate(mention.text) else own_name(mention.text)


def _in_the_job(message: Message, years: Mention) -> bool:
    """Whether years are of work in the former job they stand beside; none are that were spent at home or in other work."""
    if message.of("cur") or not message.of("past"):
        return True
    said = next((each.text for each in clauses(message.text) if each.start <= years.start < each.end), "")
    return not said or read_kind("years", default_tagger().summaries([said])[0]) != "beside"


def _years(message: Message, before: Profile, today: date, facts: Facts) -> None:
    """The years beside the job; of several the ones told nearest to it."""
    plain_years = without_ages(message.text)
    found = [
        (years, each)
        for each in message.of("yrs")
        if not given_up(message, each)
        and _in_the_job(message, each)
        and (years := parse_years(plain_years[each.start : each.end], today)) is not None
    ]
    jobs = message.of("cur", "past")
    if not found or (jobs and not _kept(jobs)):
        return  # years of what is no job, as at home
    bare = _OF_A_PLAN & {*message.context} and not message.of("have", "some", "learn", "lack", "oth")
    bare = bare and all(leads(message.text, each.start) for _, each in found)
    if before.years_experience is not None and not jobs and not (bare or message.wants("correct", "answer")):
        return  # years of something beside the job whose years are known
    years = found[-1][0] if message.wants("correct") else _years_of_the_job(found, message)
    if years is None:
        return  # years of a former job beside the present one
    if message.wants("correct") and before.horizon_weeks is not None and years < 1:
        # Months corrected are the time that is left, not a career.
        facts.set("horizon_weeks", max(1, round(years * WEEKS_A_YEAR)))
    else:
        facts.set_possible("years_experience", years, "years")


def _years_of_the_job(found: list[tuple[Number, Mention]], message: Message) -> Number | None:
    """The years told nearest to the present job, of those that stand no nearer to a former one; the last ones where no job is told."""
    present, former = message.of("cur"), message.of("past")
    jobs = present or former
    if not jobs:
        return found[-1][0]

    def far(pair: tuple[Number, Mention], among: list[Mention]) -> int:
        return min((distance(pair[1], job) for job in among), default=_FAR)

    own = [pair for pair in found if far(pair, jobs) <= far(pair, former)] if present else found
    return min(own, key=lambda pair: far(pair, jobs))[0] if own else None


def _times(message: Message, before: Profile, today: date, facts: Facts) -> None:
    if set(message.wishes) == {"about_plan"}:
        return  # what would be with other hours, or what is done by some day, is asked and not told
    # A share of the hours is none without hours it is of: those of a plan.
    asks = _OF_A_PLAN & {*message.context} and message.wants("feedback", "tell", "correct", "answer")
    shares = find_shares(message.text, today) if asks else []
    message = _without(message, shares)
    if hours := hours_a_week(message, before.hours_per_week):
        facts.set_possible("hours_per_week", hours, "hours")
    usual = float(hours or before.hours_per_week or DEFAULT_HOURS)
    for share in (each for each in shares if each.days is None):
        facts.set_possible("hours_per_week", plain(usual * share.of), "hours")
    if weeks := horizon_weeks(message, today):
        facts.set_possible("horizon_weeks", weeks, "horizon")
    starts = [*message.of("start"), *(each for each in message.of("hor") if is_beginning(each.text))]
    start = next((day for each in starts if (day := parse_start(each.text, today))), None)
    if start is not None and sense.is_start(start, today):
        facts.set("start_date", start.isoformat())
    elif start is not None:
        facts.doubtful.append("start")
    if busy := [*_busy_periods(message, today), *_with_share(shares, usual, today)]:
        facts.changes.append(ProfileChange(field="busy", op="add", value=[str(period) for period in busy]))


def _pay(message: Message, facts: Facts) -> None:
    for name, labels, aim in (("present_pay", ("payc",), False), ("target_salary", ("payt",), True)):
        told = [
            value
            for amount in amounts(message, *labels)
            # What somebody bills for an hour is no wage: benefits, taxes and empty weeks are theirs to pay of it.
            if amount.kind not in ("net", "cost", "later")
            and (aim or amount.period != "contract_hour")
            and (value := yearly(amount, aim=aim))
        ]
        # "And if I ask for 58?" is a bid for the offer in hand and no aim.
        if not told or (aim and message.wants("ask_for") and message.told):
            continue
        facts.set_possible(name, told[-1], "pay", whole=True)


def hours_a_week(message: Message, known: Number | None = None) -> int | float | None:
    """Study time; parts told in several spans add up, of two totals the later one counts, and not the one `known` before.

    Hours there are until an interview are no hours of every week.
    """
    told_of = [each for each in beside_sittings(message) if not given_up(message, each)]
    spans = [each.text for each in told_of if is_weekly(each.text) or not message.of("due")]
    told = [hours for span in spans if (hours := parse_hours(span)) is not None]
    if len(told) < 2:
        return told[0] if told else None
    if known in told and (new := [each for each in told if each != known]):
        return new[-1]
    together = parse_hours(", ".join(spans))
    return together if together in (sum(told), told[-1]) else told[-1]


def hours_until(message: Message) -> Number | None:
    """The hours there are to prepare in, told beside the day of an interview or a test."""
    if not message.of("due"):
        return None
    told = (parse_hours(each.text) for each in message.of("hrs") if not is_weekly(each.text))
    return next((hours for hours in told if hours is not None), None)


def _without(message: Message, shares: list[Share]) -> Message:
    """The message without the spans that are words of a share: "half" is no hours, and its month no deadline."""
    kept = [
        each
        for each in message.mentions
        if not any(share.start < each.end and each.start < share.end for share in shares)
    ]
    return replace(message, mentions=tuple(kept))


def _with_share(shares: list[Share], usual: float, today: date) -> list[Period]:
    """The days that have a share of the usual hours."""
    found = ((share.of, share.days) for share in shares if share.days and share.days.last >= today)
    return [Period(max(today, days.first), days.last, float(plain(usual * of))) for of, days in found if days]


def _busy_periods(message: Message, today: date) -> list[Period]:
    """Times without hours, or with other ones than usual."""
    return [period for mention in message.of("busy") for period in periods_in(mention.text, today)]

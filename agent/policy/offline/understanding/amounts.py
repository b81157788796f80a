"""The amounts of a clause: pay, hours a week, time ahead and behind, and numbers that take the place of one."""

import re
from typing import TYPE_CHECKING

from agent.models import Profile, ProfileField
from agent.policy.offline.understanding.corrections import AMOUNTS, field_words
from agent.policy.offline.understanding.cues import has_cue
from agent.policy.offline.understanding.experience import find_experience
from agent.policy.offline.understanding.horizon import find_horizon
from agent.policy.offline.understanding.hours import find_hours
from agent.policy.offline.understanding.lengths import WEEKS_A_YEAR, find_lengths
from agent.policy.offline.understanding.money import Money, find_money
from agent.policy.offline.understanding.quantities import NUMBER, blank, is_negated, parse_number, plain
from agent.policy.offline.understanding.text import Clause

if TYPE_CHECKING:
    from agent.policy.offline.understanding.facts import Facts, Known

_ABOUT_ME = re.compile(r"\b(?:i|me|my|i'm|i've|i'd|we|plan|roadmap|ready)\b", re.IGNORECASE)
_DISPUTES = re.compile(
    r"\b(?:too (?:many|much|few|little|long|short|high|low)|less|fewer|changed?|different)\b", re.IGNORECASE
)
_BARE = re.compile(
    rf"(?:\b(?:make (?:it|that)|only|just|say|more like|rather|instead|about|at most|max(?:imum)?|actually|no|wait|oops|it's|i meant|meant|sorry|maybe|around|up to|down to|to)[, ]+)+(?P<value>{NUMBER})(?=\s*(?:$|[,.;!]|\b(?:now|at most|max|tops|instead|not|please|actually|then|is|would|a week|per week)\b))"
    rf"|(?:too (?:much|many|little|few|short|long)[,;. ]+(?:say |rather |more like |make it )?)(?P<after>{NUMBER})[.! ]*$"
    rf"|^(?P<alone>{NUMBER})\s*(?:at most|max|tops|instead|now|please|not\b.*)?[.! ]*$",
    re.IGNORECASE,
)
# A number that counts nothing else ("7 is more like it", "maybe 3 for studying").
_LONE = re.compile(
    rf"(?<![\w$.,])({NUMBER})(?=\s*(?:$|[,.;!?]|(?:is|isn't|won't|for|would|now|max|tops|per|a week|instead|please|at|on|to study|more|left|to)\b))",
    re.IGNORECASE,
)
# "If I have 25 hours" counts with them, "if I had" does not.
_AS_IT_IS = re.compile(
    r"\bif (?:i|i'm|we) (?:\w+ly )?(?:have|study|spend|put|do|can|give|learn|got|am)\b", re.IGNORECASE
)
_SAID_ALONE = re.compile(
    r"\b(?:ok|okay|fine|alright|well|so|then|yes|no|actually|rather|please|about|maybe)\b|\W+", re.IGNORECASE
)
_WISHED = re.compile(
    r"\b(?:thrilled|happy|fine|content|ok|good|want|need|aim|hope|like|love)\b|^\W*\d+\W*$", re.IGNORECASE
)
_OLD_VALUE = re.compile(
    r"\b(?:instead of|rather than|drop\w* (?:it |that )?from|from)\s*(?:do |have |spend )?$", re.IGNORECASE
)
_SET_TO = re.compile(
    rf"\b(?:update|set|change|make|put|increase|reduce|raise|lower|cut|bump)\b.*\b(?:to|at)\s+(?P<value>{NUMBER})[.! ]*$",
    re.IGNORECASE,
)


def read_amounts(clause: Clause, known: "Known", facts: "Facts") -> str:
    """Add the amounts of one clause to `facts`; returns the clause with them blanked out."""
    money, rest = find_money(clause)
    if clause.others:
        facts.money = money or facts.money  # what somebody else earns may be asked about, and changes nothing
        return rest
    _read_money(money, facts)
    _note_given_up(clause.text, known.profile, facts)
    before = [*facts.changes]
    rest = _read_times(clause, rest, known, facts)
    wanted = money is not None and money.kind == "target" and not money.foreign
    if facts.changes == before and clause.tells and not (clause.supposes or wanted):
        facts.set(*(bare_amount(rest, known, facts) or ("hours_per_week", None)))
    return rest


def _read_money(money: Money | None, facts: "Facts") -> None:
    if money is None:
        return
    facts.money = money
    if money.foreign:
        facts.assume("amounts in other currencies are not converted")
        return
    facts.assume(money.assumption)
    if money.kind == "target":
        facts.set("target_salary", money.amount)


def _read_times(clause: Clause, rest: str, known: "Known", facts: "Facts") -> str:
    """Hours, horizon and years, each blanked out before the next is read."""
    before = rest
    hours, rest = find_hours(rest)
    if hours is None and rest != before and facts.topic_field is None:
        facts.topic_field = "hours_per_week"  # of other time: the number for studying follows
    horizon, after = find_horizon(rest, known.today, expected=_expects_horizon(rest, known, facts))
    if clause.asks and not _ABOUT_ME.search(clause.text):
        horizon = None  # "will they still be needed in ten years?"
    else:
        rest = after
    years, rest = find_experience(rest, known.today)
    if clause.supposes and not _AS_IT_IS.search(clause.text):
        facts.supposed.update({"hours_per_week": hours.per_week} if hours else {})
        facts.supposed.update({"horizon_weeks": horizon.weeks} if horizon else {})
        return rest
    if hours:
        hours = hours if has_cue("corrects", clause.text) else hours.with_days_of(facts.hours)
        facts.hours = hours
        facts.set("hours_per_week", hours.per_week)
        facts.assume(hours.assumption)
    if horizon:
        facts.set("horizon_weeks", horizon.weeks)
        facts.assume(horizon.assumption)
    if years is not None and clause.tells:
        # "6 years as a nurse, 1 year of Python": the longer one is what they look back on.
        said = [change.value for change in facts.changes if change.field == "years_experience"]
        facts.set("years_experience", max([years, *(each for each in said if isinstance(each, int | float))]))
    told = {
        "hours_per_week": hours and hours.per_week,
        "horizon_weeks": horizon and horizon.weeks,
        "years_experience": years,
    }
    for name in AMOUNTS[:3]:
        if told[name] is not None and told[name] == getattr(known.profile, name):
            facts.topic_field = name  # said again to give it up: a number after it takes its place
    return rest


def _expects_horizon(text: str, known: "Known", facts: "Facts") -> bool:
    """Whether a bare length of time takes the place of the horizon: it was given up, or a length is all that is said."""
    if facts.topic_field is not None or known.profile.horizon_weeks is None:
        return facts.topic_field == "horizon_weeks"
    alone = _SAID_ALONE.sub("", blank(text, *((each.start, each.end) for each in find_lengths(text))))
    return not alone and (known.last_field == "horizon_weeks" or known.profile.years_experience is None)


def _note_given_up(text: str, profile: Profile, facts: "Facts") -> None:
    """The field whose amount does not suit: it is named ("too many hours"), or its old value is ("12 won't work")."""
    for length in find_lengths(text):
        if length.standing == "given up":
            behind = plain(length.weeks / WEEKS_A_YEAR) == profile.years_experience
            facts.topic_field = "years_experience" if behind else "horizon_weeks"
            facts.topic_unit = 1.0 if behind else length.weeks_of_unit
            return
    for match in re.finditer(rf"(?<![\w$.,])(?P<value>{NUMBER})(?:k\b|(?!\w))", text, re.IGNORECASE):
        if not (is_negated(text, *match.span()) or _OLD_VALUE.search(text[: match.start()])):
            continue
        value = parse_number(match["value"])
        facts.topic_field = next(
            (name for name in AMOUNTS if getattr(profile, name) in (value, value * 1000)), facts.topic_field
        )
    if facts.topic_field is None and _DISPUTES.search(text):
        facts.topic_field = _named(text)


def bare_amount(text: str, known: "Known", facts: "Facts") -> tuple[ProfileField, int | float] | None:
    """A number without a unit, and the field it corrects: the one whose value was given up, else the last one."""
    if (named := _SET_TO.search(text)) and (field := _named(text)):
        return field, plain(parse_number(named["value"]))
    held = [name for name in AMOUNTS if getattr(known.profile, name) is not None]
    told = [change.field for change in facts.changes if change.field in AMOUNTS]
    last = told[-1] if told else known.last_field or (held[0] if len(held) == 1 else None)
    paid = (
        "target_salary" if facts.money and _WISHED.search(text) else None
    )  # "I'm on 43k. 60 would be good."
    topic = facts.topic_field or paid or last
    stated = [*_BARE.finditer(text), *(_LONE.finditer(text) if facts.topic_field or paid else ())]
    match = next(
        (
            each
            for each in stated
            if not (is_negated(text, *each.span()) or _OLD_VALUE.search(text[: each.start()]))
        ),
        None,
    )
    if match is None or topic not in AMOUNTS:
        return None
    value = parse_number(next(each for each in match.groups() if each))
    if topic == "horizon_weeks":
        return topic, round(value * facts.topic_unit)
    return topic, plain(value * 1000 if topic == "target_salary" and value < 1000 else value)


def _named(text: str) -> ProfileField | None:
    """The amount that the words name ("hours", "deadline")."""
    return next(
        (name for name, named in field_words().items() if name in AMOUNTS and named.search(text)), None
    )

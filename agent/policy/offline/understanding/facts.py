"""What a message changes in the profile, clause by clause."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from agent.models import Profile, ProfileChange, ProfileField
from agent.policy.offline.understanding.corrections import bare_amount, disputed_amount, forgotten_fields
from agent.policy.offline.understanding.experience import find_experience
from agent.policy.offline.understanding.horizon import find_horizon
from agent.policy.offline.understanding.hours import find_hours
from agent.policy.offline.understanding.money import Money, find_money
from agent.policy.offline.understanding.places import narrowed_place, told_place
from agent.policy.offline.understanding.roles import RoleFacts, told_roles
from agent.policy.offline.understanding.skills import removed_skills, told_skills
from agent.policy.offline.understanding.text import Clause

NOT_NOW = r"\b(?:not|no longer|can't|cannot|don't|won't|instead of|rather than)\b"
_ABOUT_ME = re.compile(r"\b(?:i|me|my|i'm|i've|i'd|we|plan|roadmap|ready)\b", re.IGNORECASE)


@dataclass
class Facts:
    """Changes with what was assumed, and what a question of the same message may use.

    `dropped` is the role that was given up, `alone` whether the clause read is all of the message;
    `supposed` holds fields that were only imagined ("if I had 20 hours"): arguments, never profile.
    """

    changes: list[ProfileChange] = field(default_factory=list)
    assumptions: list[str] = field(default_factory=list)
    money: Money | None = None
    target: str | None = None
    topic_field: ProfileField | None = None
    dropped: ProfileField | None = None
    alone: bool = False
    place_firmness: int = 0
    supposed: dict[ProfileField, int | float] = field(default_factory=dict)

    def set(self, name: ProfileField, value: str | float | None) -> None:
        if value is not None:
            self.changes = [change for change in self.changes if change.field != name]
            self.changes.append(ProfileChange(field=name, value=value))

    def know(self, skills: list[str], levels: dict[str, str]) -> None:
        """Add skills; a level told earlier in the message stays with a skill that is named again."""
        told: dict[str, str] = {}
        for change in self.changes:
            told |= {name: phrase for name, phrase in change.levels.items() if name in skills}
        self.changes.append(ProfileChange(field="skills", op="add", value=[*skills], levels=told | levels))

    def assume(self, note: str | None) -> None:
        if note and note not in self.assumptions:
            self.assumptions.append(note)


@dataclass(frozen=True)
class Known:
    """What facts are read against: the profile before the message, today, the field asked about last."""

    profile: Profile
    today: date
    last_field: ProfileField | None = None


def read_clause(clause: Clause, known: Known, facts: Facts) -> bool:
    """Add what one clause says to `facts`; returns whether it said anything about the person."""
    before = (len(facts.changes), dict(facts.supposed), facts.money)
    forgotten = forgotten_fields(clause.text, known.last_field) if clause.tells else []
    for name in forgotten:
        facts.changes.append(ProfileChange(field=name, op="clear"))
    money, rest = find_money(clause)
    if not clause.others:
        _read_money(money, facts)
        rest = _read_numbers(clause, rest, known, facts)
    elif money is not None:
        facts.money = money  # what somebody else earns may be asked about, and changes nothing
    if not forgotten:
        _read_words(clause, rest, known, facts)
    return before != (len(facts.changes), facts.supposed, facts.money) or bool(forgotten)


def _read_money(money: Money | None, facts: Facts) -> None:
    if money is None:
        return
    facts.money = money
    if money.foreign:
        facts.assume("amounts in other currencies are not converted")
        return
    facts.assume(money.assumption)
    if money.kind == "target":
        facts.set("target_salary", money.amount)


def _read_numbers(clause: Clause, rest: str, known: Known, facts: Facts) -> str:
    """Hours, horizon and years, each blanked out before the next is read."""
    before = rest
    hours, rest = find_hours(rest)
    if hours is None and rest != before:
        facts.topic_field = (
            "hours_per_week"  # given up or of other time: the number that takes its place follows
        )
    facts.topic_field = facts.topic_field or disputed_amount(clause.text)
    horizon, after = find_horizon(rest, known.today)
    if clause.asks and not _ABOUT_ME.search(clause.text):
        horizon = None  # "will they still be needed in ten years?"
    else:
        rest = after
    years, rest = find_experience(rest, known.today)
    if hours is None and horizon is None and clause.tells:
        corrected = bare_amount(rest, known, facts.topic_field)
        if corrected:
            facts.set(*corrected)
    _note_repeated(
        known.profile,
        facts,
        hours_per_week=hours and hours.per_week,
        horizon_weeks=horizon and horizon.weeks,
        years_experience=years,
    )
    if clause.supposes:
        facts.supposed.update({"hours_per_week": hours.per_week} if hours else {})
        facts.supposed.update({"horizon_weeks": horizon.weeks} if horizon else {})
        return rest
    if hours:
        facts.set("hours_per_week", hours.per_week)
        facts.assume(hours.assumption)
    if horizon:
        facts.set("horizon_weeks", horizon.weeks)
        facts.assume(horizon.assumption)
    if years is not None and clause.tells:
        # "6 years as a nurse, 1 year of Python": the longer one is what they look back on.
        said = [change.value for change in facts.changes if change.field == "years_experience"]
        facts.set("years_experience", max([years, *(each for each in said if isinstance(each, int | float))]))
    return rest


def _note_repeated(profile: Profile, facts: Facts, **told: float | None) -> None:
    """An amount that is held already was said again to give it up: a number after it takes its place."""
    for name in ("hours_per_week", "horizon_weeks", "years_experience"):
        if told[name] is not None and told[name] == getattr(profile, name):
            facts.topic_field = name


def _read_words(clause: Clause, rest: str, known: Known, facts: Facts) -> None:
    """Roles, place and skills. `rest` is the clause without its amounts; skills need the whole."""
    roles = told_roles(Clause(rest, clause.asks, clause.supposes, clause.others))
    _read_roles(roles, known, facts)
    if not clause.tells:
        return
    _read_place(clause, roles, known, facts)
    removed = removed_skills(clause.text)
    if removed:
        facts.changes.append(ProfileChange(field="skills", op="remove", value=list(removed)))
        return
    skills = told_skills(clause.text, tuple(each for each in (roles.current, roles.target) if each))
    if skills.known:
        facts.know(list(skills.known), skills.levels)
    if skills.lacking:
        facts.changes.append(ProfileChange(field="missing_skills", op="add", value=list(skills.lacking)))


def _placed(roles: RoleFacts, known: Known, facts: Facts) -> RoleFacts:
    """What is corrected or merely named, told as the field it belongs to."""
    said = [change.field for change in facts.changes if change.field in ("current_role", "target_role")]
    if roles.corrected and (said[-1] if said else known.last_field) == "current_role":
        return replace(roles, current=roles.corrected)
    if roles.corrected:
        return replace(roles, target=roles.corrected)
    if roles.named is None or "current_role" in said:
        return roles
    if facts.dropped == "target_role" or (
        known.profile.current_role and roles.target is None and facts.alone
    ):
        return replace(roles, target=roles.named)
    return replace(roles, current=roles.named)


def _read_roles(roles: RoleFacts, known: Known, facts: Facts) -> None:
    roles, profile = _placed(roles, known, facts), known.profile
    if roles.current and roles.current.casefold() != (roles.target or "").casefold():
        said = [change.value for change in facts.changes if change.field == "current_role"]
        if not (
            roles.former
            and roles.current.startswith(("former ", "retired "))
            and (said or profile.current_role)
            and roles.dropped is None
        ):
            facts.set("current_role", roles.current)
    if roles.target:
        held = [
            change
            for change in facts.changes
            if change.field == "current_role" and change.value == roles.target
        ]
        facts.changes = [change for change in facts.changes if change not in held]
        facts.set("target_role", roles.target)
        facts.target = roles.target
    if roles.dropped and not (roles.current or roles.target):
        for name in ("current_role", "target_role"):
            if _same(getattr(profile, name), roles.dropped):
                facts.dropped = name
                facts.changes.append(ProfileChange(field=name, op="clear"))


def _same(held: str | None, named: str) -> bool:
    return held is not None and (held.casefold() in named.casefold() or named.casefold() in held.casefold())


def _read_place(clause: Clause, roles: RoleFacts, known: Known, facts: Facts) -> None:
    """Keep the place said most firmly; one merely mentioned moves nobody, unless their work is named with it."""
    place, firmness = told_place(clause)
    if place and (narrowed := narrowed_place(known.profile.location, place)):
        place, firmness = narrowed, 3
    if place is None or firmness < facts.place_firmness:
        return
    beside_work = bool(roles.current or roles.target)
    if not beside_work and (firmness == 0 or (firmness < 3 and known.profile.location)):
        return
    facts.place_firmness = firmness
    facts.set("location", place)

"""What a message changes in the profile, clause by clause."""

import re
from dataclasses import dataclass, field, replace
from datetime import date

from agent.models import Profile, ProfileChange, ProfileField
from agent.policy.offline.understanding.amounts import read_amounts
from agent.policy.offline.understanding.corrections import forgotten_fields
from agent.policy.offline.understanding.hours import Hours
from agent.policy.offline.understanding.money import Money
from agent.policy.offline.understanding.places import named_places, narrowed_place, told_place
from agent.policy.offline.understanding.roles import RoleFacts, told_roles
from agent.policy.offline.understanding.skills import removed_skills, told_skills
from agent.policy.offline.understanding.text import Clause

_THERE = re.compile(r"\bthere\b(?! (?:is|are|was|were|will)\b)", re.IGNORECASE)


@dataclass
class Facts:
    """Changes with what was assumed, and what a question of the same message may use.

    `dropped` is the role that was given up, `alone` whether the clause read is all of the message,
    `corrects` whether the message takes something back, `wishes` whether it wished for something else than a role;
    `topic_field` is the field whose amount was given up (in units
    of `topic_unit` weeks), `hours` the study time told so far;
    `supposed` holds fields that were only imagined ("if I had 20 hours"): arguments, never profile.
    """

    changes: list[ProfileChange] = field(default_factory=list)
    assumptions: list[str] = field(default_factory=list)
    money: Money | None = None
    target: str | None = None
    topic_field: ProfileField | None = None
    topic_unit: float = 1.0
    hours: Hours | None = None
    dropped: ProfileField | None = None
    alone: bool = False
    corrects: bool = False
    wishes: bool = False
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
    """What facts are read against: the profile before the message, today, the fields told last, of any and of role, the `places` asked about last."""

    profile: Profile
    today: date
    last_field: ProfileField | None = None
    last_role: ProfileField | None = None
    places: tuple[str, ...] = ()


def read_clause(clause: Clause, known: Known, facts: Facts) -> bool:
    """Add what one clause says to `facts`; returns whether it said anything about the person."""
    before = (len(facts.changes), dict(facts.supposed), facts.money)
    forgotten = forgotten_fields(clause.text, known.last_field) if clause.tells else []
    for name in forgotten:
        facts.changes.append(ProfileChange(field=name, op="clear"))
    rest = read_amounts(clause, known, facts)
    if not forgotten:
        _read_words(clause, rest, known, facts)
    return before != (len(facts.changes), facts.supposed, facts.money) or bool(forgotten)


def _read_words(clause: Clause, rest: str, known: Known, facts: Facts) -> None:
    """Roles, place and skills. `rest` is the clause without its amounts; skills need the whole."""
    roles = told_roles(Clause(rest, clause.asks, clause.supposes, clause.others))
    _read_roles(roles, known, facts)
    facts.wishes = facts.wishes or roles.wishes
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
    """What is corrected, concluded or merely named, told as the field it belongs to."""
    profile = known.profile
    told = {change.field: str(change.value) for change in facts.changes}
    if roles.corrected:
        said = [name for name in told if name in ("current_role", "target_role")]
        only_current = "current_role" if profile.current_role and not profile.target_role else None
        is_current = (said[-1] if said else known.last_role or only_current) == "current_role"
        if is_current:
            return replace(roles, current=roles.corrected)
        return replace(roles, target=roles.corrected)
    if roles.deed and not told.get("current_role", "former").startswith(("former", "retired")):
        roles = replace(roles, current=None)  # what they said they are says more than what they do
    if roles.named and not _same(profile.target_role, roles.named):  # "still a baker, but in Reno"
        replies = bool(profile.current_role) and (facts.alone or facts.corrects)
        instead = roles.target is None and (facts.wishes or replies)
        if facts.dropped == "target_role" or instead:
            return replace(roles, target=roles.named)
        if "current_role" not in told:
            return replace(roles, current=roles.named)
    return roles


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
    given_up: list[tuple[ProfileField, str | None]] = [
        ("current_role", roles.dropped),
        ("target_role", roles.dropped or roles.unwanted),
    ]
    if not (roles.current or roles.target):
        for name, role in given_up:
            if role and _same(getattr(profile, name), role):
                facts.dropped = name
                facts.changes.append(ProfileChange(field=name, op="clear"))


def _same(held: str | None, named: str) -> bool:
    return held is not None and (held.casefold() in named.casefold() or named.casefold() in held.casefold())


def _read_place(clause: Clause, roles: RoleFacts, known: Known, facts: Facts) -> None:
    """Keep the place said most firmly; one merely mentioned moves nobody, unless their work is named with it."""
    place, firmness = told_place(clause)
    if place and (narrowed := narrowed_place(known.profile.location, place)):
        place, firmness = narrowed, 3
    if place is None and known.places and roles.current and _THERE.search(clause.text):
        place, firmness = known.places[-1], 2
    elif place is None and named_places(clause.text):
        facts.topic_field = facts.topic_field or "location"  # left: the place that takes its place follows
    moves = facts.corrects or facts.topic_field == "location"
    if place is None or firmness < facts.place_firmness:
        return
    beside_work = bool(roles.current or roles.target)
    if not beside_work and (firmness == 0 or (firmness < 3 and known.profile.location and not moves)):
        return
    facts.place_firmness = firmness
    facts.set("location", place)

"""How a profile changes: the same small set of operations for every policy."""

from collections.abc import Iterable

from pydantic import TypeAdapter, ValidationError

from agent.models import Profile, ProfileChange

_SKILLS = ("skills", "missing_skills")
LIST_FIELDS = (*_SKILLS, "busy")
_STRINGS = TypeAdapter(list[str])


def apply_changes(profile: Profile, changes: Iterable[ProfileChange]) -> Profile:
    """The profile after `changes`, in order. A change whose value does not fit its field is dropped."""
    for change in changes:
        try:
            profile = _apply(profile, change)
        except ValidationError:
            continue
    return profile


def skills_by_level(profile: Profile, skills: Iterable[str]) -> tuple[list[str], list[str]]:
    """Of `skills` those they know and those they know a little, each in alphabetical order.

    Threads of version 0.1.0 may also hold years of a skill ("4 years of Python"): those are no little knowledge.
    """
    phrases = profile.skill_levels
    little = {name for name, phrase in phrases.items() if not any(map(str.isdigit, phrase))}
    ordered = sorted(skills, key=str.casefold)
    return [name for name in ordered if name not in little], [name for name in ordered if name in little]


def _apply(profile: Profile, change: ProfileChange) -> Profile:
    if change.field in LIST_FIELDS:
        return _apply_to_list(profile, change)
    value = None if change.op in ("clear", "remove") else change.value
    own = {name: said for name, said in profile.own_words.items() if name != change.field}
    own |= {change.field: change.words} if change.words and value else {}
    return Profile.model_validate({**profile.model_dump(), change.field: value, "own_words": own})


def _apply_to_list(profile: Profile, change: ProfileChange) -> Profile:
    held: list[str] = getattr(profile, change.field)
    named = _STRINGS.validate_python(change.value if isinstance(change.value, list) else [change.value or ""])
    named = [name for name in named if name]
    if change.op == "clear":
        items: list[str] = []
    elif change.op == "remove":
        items = _without(held, named)
    else:
        if change.field == "busy":  # of the same days the newer word counts
            days = {name.partition("@")[0] for name in named}
            held = [time for time in held if time.partition("@")[0] not in days]
        items = _union([] if change.op == "set" else held, named)
    values = {**profile.model_dump(), change.field: items}
    # A skill is either held or missing: the newer word wins.
    if change.op in ("add", "set") and change.field in _SKILLS:
        other = "missing_skills" if change.field == "skills" else "skills"
        values[other] = _without(values[other], named)
    if change.field == "skills" and change.op in ("add", "set"):
        values["skill_levels"] = _levels_after(profile, items, named, change.levels)
    return Profile.model_validate(values)


def _levels_after(
    profile: Profile, held: list[str], named: list[str], told: dict[str, str]
) -> dict[str, str]:
    """The levels of `held`: of a skill named anew the newer word counts, with a level or without."""
    phrases = {name.casefold(): phrase for name, phrase in told.items()}
    fresh = {name.casefold() for name in named}
    before = {name: phrase for name, phrase in profile.skill_levels.items() if name.casefold() not in fresh}
    return before | {name: phrases[name.casefold()] for name in held if name.casefold() in phrases}


def _without(items: list[str], removed: list[str]) -> list[str]:
    gone = {name.casefold() for name in removed}
    return [item for item in items if item.casefold() not in gone]


def _union(held: list[str], named: list[str]) -> list[str]:
    known = {item.casefold() for item in held}
    items = list(held)
    for name in named:
        if name.casefold() not in known:
            known.add(name.casefold())
            items.append(name)
    return items

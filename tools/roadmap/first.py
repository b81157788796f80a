"""Skills to begin with: what they build on comes before them, and what cannot come first is said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tools.roadmap.graph import before
from tools.roadmap.skills import find_skills
from tools.roadmap.tables import skills


@dataclass(frozen=True, slots=True)
class Beginning:
    """Skill ids to learn first, each after what it builds on; `notes` say why something is not as asked."""

    skills: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def begin_with(wanted: Iterable[str], left: Sequence[str]) -> Beginning:
    """The skills of `left` (ids, prerequisites first) to begin with, for skills as a person names them."""
    order: list[str] = []
    notes: list[str] = []
    for text in wanted:
        found = {each.skill_id for each in find_skills(text) if each.skill_id}
        if not found & set(left):
            notes.append(
                f"{text.strip()[:80]} is nothing that is left to learn here, so it does not come first."
            )
        for skill in (each for each in left if each in found and each not in order):
            earlier = [each for each in left if each in before(skill) and each not in order]
            order += [*earlier, skill]
            if earlier:
                names = ", ".join(skills()[each].name for each in earlier)
                notes.append(f"{skills()[skill].name} builds on what comes before it: {names}.")
    return Beginning(tuple(order), tuple(notes))

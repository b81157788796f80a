"""What a person's edits ask of every later draft and of the roadmap below it."""

from collections.abc import Sequence

from agent.models import PlanEdit, Progress
from tools.roadmap.models import OwnStep

ORDER = "order"
RESOURCES = "resources"
OWN = "own"
SLOW, BRIEF = "slow", "brief"
KEEP = "keep"


def removals(edits: Sequence[PlanEdit]) -> list[PlanEdit]:
    """Those that take skills out of the plan, alone or with their milestone."""
    whole = [edit for edit in edits if edit.path.count("/") == 1 and edit.after is None]
    return [edit for edit in whole if edit.path.startswith(("skills/", "milestones/"))]


def removed_skills(edits: Sequence[PlanEdit]) -> set[str]:
    """The skills that the person wants no more of."""
    taken = removals(edits)
    alone = {edit.path.partition("/")[2] for edit in taken if edit.path.startswith("skills/")}
    return alone | {skill for edit in taken for skill in edit.anchor}


def first_skills(edits: Sequence[PlanEdit]) -> list[str]:
    """The skills to begin with, in order; the newest word counts."""
    orders = [edit.after for edit in edits if edit.path == ORDER]
    newest = orders[-1] if orders else None
    return [str(skill) for skill in newest] if isinstance(newest, list) else []


def unwanted_resources(edits: Sequence[PlanEdit]) -> set[str]:
    """Addresses that the person does not want to learn from."""
    places = [edit.path.partition("/") for edit in edits]
    return {rest for place, _, rest in places if place == RESOURCES}


def names_under(edits: Sequence[PlanEdit], place: str) -> list[str]:
    """Skills, or steps by their titles, that are to have more time (`SLOW`) or less (`BRIEF`), or to stay however short it is (`KEEP`)."""
    return [edit.path.partition("/")[2] for edit in edits if edit.path.startswith(f"{place}/")]


def own_steps(edits: Sequence[PlanEdit]) -> list[OwnStep]:
    """The steps of the person's own, done ones too."""
    return [OwnStep.model_validate(edit.after) for edit in edits if edit.path.startswith(f"{OWN}/")]


def own_steps_left(edits: Sequence[PlanEdit], progress: Progress | None) -> list[OwnStep]:
    """Those that are neither done nor taken out again."""
    gone = removed_skills(edits) | set(progress.done if progress else ())
    return [step for step in own_steps(edits) if step.title not in gone]


def shortened(edits: Sequence[PlanEdit]) -> set[str]:
    """What was taken out so that the plan is shorter."""
    return {edit.path.partition("/")[2] for edit in removals(edits) if edit.reason == "shorter"}

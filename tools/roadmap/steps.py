"""Steps to the door of an occupation that no skill table covers: into the job, or into its school or apprenticeship.

Source: seeds/tables/occupation_steps.csv, this project's own judgement (basis "editorial", 2026), five to seven steps
for each occupation in the order in which they are taken. What comes behind the door is told in words and is in no
hours.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import combinations
from typing import NamedTuple

from tools.errors import DataError
from tools.oews.role_links import link_role
from tools.oews.spoken import spoken_title
from tools.options.entry import Schooling, schooling_of
from tools.roadmap.tables import read_table

_NEAR = 85  # of 100: how alike a title and what stands for it are


class Step(NamedTuple):
    """One step: what to do, what shows that it is done, and hours of the person's own time.

    `done_by` are the SOC codes of work that is the step itself: who does it has taken it. Without a `core` step nobody
    gets in: the exam, the course, the license, the application. An `own` one is the person's, and may
    be a `subject` to learn.
    """

    title: str
    does: str
    proof: str
    low: float
    typical: float
    high: float
    done_by: tuple[str, ...] = ()
    core: bool = False
    own: bool = False
    subject: bool = False


@dataclass(frozen=True, slots=True)
class Door:
    """The way to one occupation. `people` are those who do its work, `others` whom the role in words may mean as well.

    `schooling` says how most enter; what of it is still ahead of somebody comes after the steps.
    """

    people: str
    others: tuple[str, ...]
    schooling: Schooling | None
    steps: tuple[Step, ...]


@lru_cache(maxsize=2048)
def door_of(role: str) -> Door | None:
    """The way to the occupation that a role in words is; None where it is none by itself, or one without steps."""
    links = link_role(role)
    if not links or links[0].proxy or links[0].occupation.code not in _steps():
        return None
    people, *others = (spoken_title(each.occupation.title, each.occupation.code) for each in links)
    code = links[0].occupation.code
    return Door(people, tuple(others), schooling_of(code), _steps()[code])


def had_by(work: str, door: Door) -> list[Step]:
    """The steps that somebody has taken by the work they do, in its words, whichever of its occupations it means."""
    links = link_role(work)
    codes = {link.occupation.code for link in links}
    return [step for step in door.steps if codes and codes <= {*step.done_by}]


def find_step(words: str, steps: Sequence[Step]) -> Step | None:
    """The step whose title words are, or are nearly."""
    from rapidfuzz import fuzz

    said = words.strip().casefold()
    exact = next((step for step in steps if step.title.casefold() == said), None)
    if exact is not None or not said:
        return exact
    near = max(steps, key=lambda step: fuzz.ratio(said, step.title.casefold()), default=None)
    return near if near and fuzz.ratio(said, near.title.casefold()) >= _NEAR else None


def steps_within(
    hours: Sequence[float], budget: float, core: Collection[int] = (), *, first: bool = True
) -> list[int]:
    """Places of the steps that stay where `budget` hours are all there is: as many as fit, then the longest of them.

    The `first` stays, which shows the work, the last, which opens the door, and those of `core`; empty where these
    are too long.
    """
    ends = {*([0] if first else []), len(hours) - 1, *core} if hours else set[int]()
    between = [place for place in range(len(hours)) if place not in ends]
    choices = [
        sorted({*ends, *kept}) for size in range(len(between) + 1) for kept in combinations(between, size)
    ]
    fitting = [kept for kept in choices if sum(hours[place] for place in kept) <= budget]
    return max(fitting, key=lambda kept: (len(kept), sum(hours[place] for place in kept)), default=[])


def is_step(title: str) -> bool:
    """Whether a text is the title of a step."""
    return title in _titles()


def opens_door(title: str) -> bool:
    """Whether a text is the title of a last step, which opens the door: the application."""
    return title in _last_titles()


def is_of_steps(text: str) -> bool:
    """Whether a text is what some step does or is shown by."""
    return text in _texts()


@cache
def _titles() -> frozenset[str]:
    return frozenset(step.title for steps in _steps().values() for step in steps)


@cache
def _last_titles() -> frozenset[str]:
    return frozenset(steps[-1].title for steps in _steps().values())


@cache
def _texts() -> frozenset[str]:
    return frozenset(
        text for steps in _steps().values() for step in steps for text in (step.does, step.proof)
    )


@cache
def _steps() -> dict[str, tuple[Step, ...]]:
    """Steps in their order, by SOC code. Raises DataError where hours are not in order or numbers are missing."""
    found: dict[str, list[Step]] = {}
    for row in read_table("occupation_steps"):
        try:
            low, typical, high = (float(row[name]) for name in ("hours_low", "hours", "hours_high"))
            number = int(row["step"])
        except (KeyError, TypeError, ValueError) as error:
            raise DataError(
                f"occupation_steps.csv is damaged: {error}.", "Install the coach again."
            ) from error
        done_by = tuple(row["done_by"].split())
        steps = found.setdefault(row["code"], [])
        if not 0 < low <= typical <= high or number != len(steps) + 1:
            raise DataError(f"occupation_steps.csv: step {number} of {row['code']} is out of order.")
        steps.append(
            Step(
                row["title"],
                _sentence(row["does"]),
                _sentence(row["proof"]),
                low,
                typical,
                high,
                done_by,
                core=row["core"] == "yes",
            )
        )
    return {code: tuple(steps) for code, steps in found.items()}


def _sentence(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."

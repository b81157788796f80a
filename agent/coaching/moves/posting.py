"""posting: what a posting asks for that is there, what is missing, and the hours that the missing part takes."""

from agent import wording
from agent.coaching.gap import split_skills
from agent.coaching.lines import Line, Said, line
from agent.coaching.requests import roadmap_request
from agent.coaching.roads import has_road, road, spoken_hours
from agent.coaching.thresholds import MOST_NAMED, POSTING_FAR, POSTING_FIT
from agent.coaching.view import View
from agent.models import Posting, Profile, ToolRequest, Wish


def needs(wish: Wish, view: View) -> list[ToolRequest]:  # noqa: ARG001 - a move's signature
    """The way to each skill that is asked for and missing."""
    posting = view.dialogue.posting
    return [roadmap_request(skill, view) for skill in _learnable(posting, view)] if posting else []


def say(wish: Wish, view: View) -> Said:  # noqa: ARG001 - a move's signature
    """How much of it they bring, what is missing and learnable, and whether to apply."""
    posting = view.dialogue.posting
    if posting is None or not posting.skills:
        return Said((line("posting.unread"),))
    there, missing = split_skills(posting.skills, view.profile)
    share = len(there) / len(posting.skills)
    level = "most" if share >= POSTING_FIT else "little" if share < POSTING_FAR else "half"
    lines = [line("posting.none", missing=wording.listing(missing[:MOST_NAMED]))]
    if there:
        lines = [line(f"posting.{level}", there=wording.listing(there[:MOST_NAMED]))]
    if missing and there:
        lines.append(line("posting.missing", missing=wording.listing(missing[:MOST_NAMED])))
    lines += [*_hours(posting, view), *_years(posting, view.profile)]
    if posting.schooling:
        lines.append(line("posting.schooling", schooling=wording.listing(posting.schooling)))
    first = missing[0] if missing else ""
    advice = line(f"posting.{level}_view", **({"first": first} if level != "most" else {}))
    return Said((lines[0], advice, *lines[1:]))


def _learnable(posting: Posting, view: View) -> list[str]:
    _, missing = split_skills(posting.skills, view.profile)
    return [skill for skill in missing if has_road(skill)][:MOST_NAMED]


def _hours(posting: Posting, view: View) -> list[Line]:
    """What the missing skills take from here, each with all it builds on."""
    found = [(skill, held) for skill in _learnable(posting, view) if (held := road(skill, view))]
    told = [
        f"{skill} about {spoken_hours(float(held.document.total_hours))}"
        for skill, held in found
        if held.document.total_hours
    ]
    ids = [held.id for _, held in found]
    return [line("posting.hours", *ids, skills=wording.listing(told))] if told else []


def _years(posting: Posting, profile: Profile) -> list[Line]:
    if posting.years is None or profile.years_experience is None:
        return []
    if posting.years <= profile.years_experience:
        return [line("posting.years_enough")]
    return [line("posting.years_short", years=wording.number(profile.years_experience))]

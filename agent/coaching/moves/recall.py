"""recall: what they told, in sentences, and how it is forgotten."""

from agent import wording
from agent.coaching.lines import Line, Said, asking, line
from agent.coaching.names import own_words
from agent.coaching.view import View
from agent.models import Profile, Wish


def say(wish: Wish, view: View) -> Said:  # noqa: ARG001 - a move's signature
    """Work, place and years; goal, hours and skills; offers and alternatives by their names."""
    lines = facts(view)
    known = view.dialogue
    if known.alternatives:
        lines.append(
            line("recall.alternatives", roles=wording.listing([*map(own_words, known.alternatives)]))
        )
    if any(offer.amounts for offer in known.offers):
        lines.append(line("recall.offers"))
    if not lines:
        return Said((line("recall.nothing"),), question=asking("current", "recall.start", 60, "tell"))
    return Said((*lines, line("recall.forget")))


def facts(view: View) -> list[Line]:
    """Work, place, years and goal as they told them."""
    return [*_work(view.profile), *_goal(view.profile)]


def _work(profile: Profile) -> list[Line]:
    place = f" in {profile.location}" if profile.location else ""
    years = profile.years_experience
    work = profile.current_role or profile.former_role
    lines = []
    if work:
        tense = "now" if profile.current_role else "before"
        lines.append(line(f"recall.work_{tense}", work=wording.article(own_words(work)), place=place))
    elif profile.location:
        lines.append(line("recall.place", place=profile.location))
    if years is not None:
        lines.append(line("recall.years", years=wording.number(years)))
    if profile.present_pay is not None:
        lines.append(line("recall.pay"))
    return lines


def _goal(profile: Profile) -> list[Line]:
    lines = []
    if profile.target_role:
        lines.append(line("recall.goal", goal=wording.article(own_words(profile.target_role))))
    if profile.hours_per_week:
        lines.append(line("recall.hours", hours=wording.hours(profile.hours_per_week)))
    if profile.skills:
        lines.append(line("recall.skills", skills=wording.listing(profile.skills)))
    if profile.missing_skills:
        lines.append(line("recall.missing", skills=wording.listing(profile.missing_skills)))
    return lines

"""posting: what a posting asks for that is there, what is missing and its hours, and how its pay stands."""

from agent import wording
from agent.coaching.amounts import base_of, in_words, upper_end, year_of
from agent.coaching.gap import single_skills, split_skills
from agent.coaching.lines import Cited, Line, Said, line, line_about
from agent.coaching.names import at_work, is_same_work
from agent.coaching.offers import percentile, placing
from agent.coaching.requests import roadmap_request
from agent.coaching.roads import has_road, road, spoken_hours
from agent.coaching.thresholds import MOST_NAMED, POSTING_FAR, POSTING_FIT
from agent.coaching.view import View
from agent.coaching.wages import pay_of
from agent.models import Amount, Posting, Profile, Subject, ToolRequest, Wish


def needs(wish: Wish, view: View) -> list[ToolRequest]:  # noqa: ARG001 - a move's signature
    """The way to each skill that is asked for and missing, and the wages that both ends of the pay stand among."""
    posting = view.dialogue.posting
    if posting is None:
        return []
    ways = [roadmap_request(skill, view) for skill in _learnable(_missing(posting, view))]
    return [
        *ways,
        *(placing(Subject(role=posting.title, place=posting.place), end) for end in _ends(posting)),
    ]


def say(wish: Wish, view: View) -> Said:  # noqa: ARG001 - a move's signature
    """How much of it they bring, whether to apply, what is missing and learnable, its pay, years and schooling."""
    posting = view.dialogue.posting
    if posting is None or not posting.skills:
        return Said((line("posting.unread"),))
    asked = single_skills(posting.skills)
    there, missing = split_skills(asked, view.profile)
    share = len(there) / len(asked)
    level = (
        "all"
        if not missing
        else "most"
        if share >= POSTING_FIT
        else "little"
        if share < POSTING_FAR
        else "half"
    )
    lines = [line("posting.none", asked=wording.listing(asked[:MOST_NAMED]))]
    if there:
        lines = [line(f"posting.{level}", there=wording.listing(there[:MOST_NAMED]))]
    lacking = _lacking(missing, view)
    lines += [*_pay(posting, view), *_years(posting, view.profile)]
    if posting.schooling:
        lines.append(line("posting.schooling", schooling=wording.listing(posting.schooling)))
    first = next(iter(_learnable(missing)), None)
    if not there and first is None:
        # What no learning graph holds they may have under another name.
        advice, lacking = line("posting.none_view"), []
    elif level in ("all", "most") or first is None:
        advice = line(f"posting.{level}_view" if level in ("all", "most") else f"posting.{level}_only")
    else:
        advice = line(f"posting.{level}_view", first=first)
    # Asked about a posting handed over before, what is missing is the answer.
    first_lines = (
        [lines[0], advice, *lacking] if posting.text == view.message else [*lacking, lines[0], advice]
    )
    return Said((*first_lines, *lines[1:]))


def _missing(posting: Posting, view: View) -> list[str]:
    return split_skills(single_skills(posting.skills), view.profile)[1]


def _learnable(missing: list[str]) -> list[str]:
    return [skill for skill in missing if has_road(skill)][:MOST_NAMED]


def _lacking(missing: list[str], view: View) -> list[Line]:
    """What is missing, those with a way from here first, each with the hours of all that it builds on."""
    learnable = _learnable(missing)
    ways = {skill: held for skill in learnable if (held := road(skill, view)) and held.document.total_hours}
    named = [*ways, *(skill for skill in missing if skill not in ways)][:MOST_NAMED]
    told = [
        f"{skill} (about {spoken_hours(float(ways[skill].document.total_hours))})"
        for skill in named
        if skill in ways
    ]
    told += [skill for skill in named if skill not in ways]
    key = "posting.missing_hours" if ways else "posting.missing"
    ids = [ways[skill].id for skill in named if skill in ways]
    return [line(key, *ids, missing=wording.listing(told))] if told else []


def _ends(posting: Posting) -> list[Amount]:
    """The ends of the pay that can be placed: that of a title, in US dollars with a period."""
    base = base_of(posting.pay)
    if base is None or posting.title is None or year_of(base) is None:
        return []
    return [base, *([upper] if (upper := upper_end(base)) else [])]


def _pay(posting: Posting, view: View) -> list[Line]:
    """Where the ends of its pay stand among wages there."""
    base, ends = base_of(posting.pay), _ends(posting)
    if base is not None and base.currency != "USD":
        return [line("posting.other_currency", amount=in_words(base))]
    subject = Subject(role=posting.title, place=posting.place)
    placed = [pay for end in ends if (pay := pay_of(subject, view, placing(subject, end)))]
    if base is None or not placed or any(pay.main.estimate is None for pay in placed):
        return []
    low, high = (percentile(pay.main)[1] for pay in (placed[0], placed[-1]))
    amount = Cited(in_words(base), placed[0].main.placed, placed[-1].main.placed)
    stands = low if high == low else Cited(_both(low, high), *low.evidence, *high.evidence)
    return [line_about("posting.pay", about=placed[0].words(), amount=amount, stands=stands)]


def _both(low: str, high: str) -> str:
    """Where two ends stand: "at about the 11th to the 30th percentile"."""
    start, end = "at about ", " percentile"
    if low.startswith(start) and high.startswith(start):
        return f"{low.removesuffix(end)} to {high.removeprefix(start)}"
    return f"{low} to {high}"


def _years(posting: Posting, profile: Profile) -> list[Line]:
    """Whether they have the years it wants, in the same work or in another."""
    if posting.years is None or profile.years_experience is None:
        return []
    years = wording.years(profile.years_experience)
    work = profile.current_role or profile.former_role
    if work and posting.title and not is_same_work(work, posting.title):
        return [line("posting.years_elsewhere", years=years, work=at_work(work))]
    if posting.years <= profile.years_experience:
        return [line("posting.years_enough")]
    return [line("posting.years_short", years=years)]

"""A job posting against a person: what it asks for that is there, what is missing, and how its pay stands."""

import re

from agent.coaching.amounts import base_of, in_words, year_of
from agent.models import Posting, Profile
from tools.evidence import Evidence, Number, Value
from tools.roadmap.models import RoadmapDocument
from tools.salary.models import OccupationMatch, PayEstimate, WageRow

_PIECES = re.compile(r"\s*[,;]\s+")
_NO_SKILLS = "The posting names no skill that could be read."
_NOBODY = "Nothing is known of you, so all that is asked for counts as missing: name the --thread of a talk, or a --user with a kept profile."
_NO_PAY = "The posting names no pay in US dollars with a period."
_OTHER_CURRENCY = "The posting's pay, {amount}, is compared with nothing: the wages held are in US dollars."
_NO_TITLE = "The posting names no title that could be read, so its pay is compared with nothing."
_EACH = (
    "The hours of a skill hold what it builds on and is missing too; what two skills share counts in both."
)


class LearnableSkill(Value):
    """A missing skill of the learning graph and the hours to it from here, with all it builds on."""

    skill: str
    hours: Number


class AskedYears(Value):
    """Years of experience: what the posting asks for, and what the person has (null: not told)."""

    asked: Number
    have: Number | None = None


class PostingPay(Value):
    """The posting's pay as it says it, in US dollars a year, and where its ends stand among official wages there."""

    text: str
    low: Number
    high: Number | None = None
    occupations: list[OccupationMatch] = []
    wages: list[WageRow] = []
    estimates: list[PayEstimate] = []


class GapDocument(Value):
    """The document of `coach gap`. `unknown` is asked for, missing, and in no learning graph of ours."""

    title: str | None = None
    place: str | None = None
    asked: list[str] = []
    there: list[str] = []
    learnable: list[LearnableSkill] = []
    unknown: list[str] = []
    schooling: list[str] = []
    years: AskedYears | None = None
    pay: PostingPay | None = None
    notes: list[str] = []
    evidence: list[Evidence] = []


def compare_posting(posting: Posting, profile: Profile) -> GapDocument:
    """What a posting asks for beside what is known of the person; figures from the roadmap's and OEWS's tables."""
    asked = single_skills(posting.skills)
    there, missing = split_skills(asked, profile)
    document = GapDocument(
        title=posting.title,
        place=posting.place,
        asked=asked,
        there=there,
        schooling=list(posting.schooling),
        years=AskedYears(asked=posting.years, have=profile.years_experience) if posting.years else None,
        notes=[note for note, holds in ((_NO_SKILLS, not asked), (_NOBODY, profile == Profile())) if holds],
    )
    for skill in missing:
        road = _road(skill, profile)
        if road is None:
            document.unknown.append(skill)
        else:
            document.learnable.append(LearnableSkill(skill=skill, hours=road.total_hours))
            document.evidence += road.evidence[:1]
    if len(document.learnable) > 1:
        document.notes.append(_EACH)
    _add_pay(document, posting)
    document.evidence = [
        item.model_copy(update={"id": f"E{number}"}) for number, item in enumerate(document.evidence, 1)
    ]
    return document


def split_skills(asked: list[str], profile: Profile) -> tuple[list[str], list[str]]:
    """The skills asked for that the person has, said by them or implied by their work, and the others.

    What is done with a skill held is there, too ("PowerShell scripting"); another name with its word is not ("Windows Server").
    """
    known, work = _known(profile), _words(profile.current_role or profile.former_role or "")
    there = [
        skill
        for skill in asked
        if _name(skill) in known
        or _bare_name(skill).casefold() in known
        or ((words := _words(skill)) and words <= work)
    ]
    return there, [skill for skill in asked if skill not in there]


def _words(name: str) -> set[str]:
    return set(name.casefold().split())


def _bare_name(skill: str) -> str:
    """The words of a skill that are written as a name: those up to the last one with a capital or a digit."""
    words = re.sub(r"\(.*?\)", "", skill).split()
    while len(words) > 1 and words[-1].islower():
        words.pop()
    return " ".join(words)


def single_skills(asked: list[str]) -> list[str]:
    """The skills asked for, each once; of words that no table knows as a whole, the skills named in them.

    A name is kept whole ("Teaching Credential" is no teaching), and so is each piece of a list.
    """
    found: dict[str, str] = {}
    for words in (piece for each in asked for piece in _PIECES.split(each) if piece):
        for skill in _skills_within(words) or [words]:
            found.setdefault(_name(skill), skill)
    return list(found.values())


def _skills_within(words: str) -> list[str]:
    """The skills named in words that no table knows as a whole; none where the rest belongs to a name, too."""
    from tools.roadmap.skills import find_skills, link_skill

    within = [] if link_skill(words) else [each for each in find_skills(words) if each.exact]
    rest = words
    for each in reversed(within):
        rest = rest[: each.start] + rest[each.end :]
    # A capital at the beginning may be that of a sentence ("Strong SQL"), before a skill that is learned by itself.
    taught = any(each.skill_id for each in within) and rest.startswith(words.split(maxsplit=1)[0])
    others = rest.split()[1:] if taught else rest.split()
    is_name = any(word[0].isupper() or word[0].isdigit() for word in others)
    return [] if is_name else [each.text for each in within]


def _known(profile: Profile) -> set[str]:
    from tools.roadmap.experience import Experience, imply
    from tools.roadmap.tables import skills

    work = profile.current_role or profile.former_role
    years = profile.years_experience
    implied = imply(Experience(work, float(years) if years is not None else None)).skills if work else {}
    of_work = {skills()[name].name.casefold() for name, have in implied.items() if have == "yes"}
    denied = {_name(skill) for skill in profile.missing_skills}
    return ({_name(skill) for skill in profile.skills} | of_work) - denied


def _name(skill: str) -> str:
    from tools.roadmap.skills import link_skill, spelling

    linked = link_skill(skill)
    return (linked.name if linked else spelling(skill)).casefold()


def _road(skill: str, profile: Profile) -> RoadmapDocument | None:
    """The way to one skill from what the person has; None where the learning graph does not hold it."""
    from tools.roadmap import generate
    from tools.roadmap.targets import link_target

    if link_target(skill) is None:
        return None
    work = profile.current_role or profile.former_role
    years = profile.years_experience
    held = (work, float(years) if years is not None else None) if work else None
    missing = [*profile.missing_skills, skill]
    document = generate(skill, profile.skills, profile.hours_per_week, missing=missing, experience=held)
    return document if document.milestones else None


def _add_pay(document: GapDocument, posting: Posting) -> None:
    from tools.salary import lookup

    base = base_of(posting.pay)
    low = year_of(base) if base else None
    if base is None or low is None:
        other = base is not None and base.currency != "USD"
        document.notes.append(_OTHER_CURRENCY.format(amount=in_words(base)) if base and other else _NO_PAY)
        return
    high = None if base.high is None else year_of(base.model_copy(update={"low": base.high, "high": None}))
    document.pay = PostingPay(text=in_words(base), low=low, high=high)
    if posting.title is None:
        document.notes.append(_NO_TITLE)
        return
    ends = [lookup(posting.title, posting.place, pay=end) for end in (low, high) if end is not None]
    document.pay.occupations = ends[0].occupations
    document.pay.wages = ends[0].wages
    document.pay.estimates = [found for end in ends for found in end.estimates]
    document.notes += ends[0].notes
    document.evidence += ends[0].evidence

"""How a job was taken that nobody named so, or at all: said once, so that it can be mended."""

from collections.abc import Iterable, Sequence

from agent.coaching.lines import Line, line
from agent.coaching.names import own_words, people
from agent.coaching.roads import OF_A_LISTED
from agent.coaching.view import View
from agent.models import Wish
from agent.naming import one_of
from tools.oews.heads import head_of
from tools.oews.role_links import link_role
from tools.oews.several import other_meaning
from tools.oews.spoken import spoken_title, told_name
from tools.oews.tables import occupations
from tools.salary.place import resolve

# Wishes that take a job for granted where none is named: by what they did, or by where they may want to go.
BY_PAY = frozenset({"pay", "market", "offer", "ask_for", "worth_it"})
BY_WAY = frozenset({"realistic", "how_long", "next_step", "requirements", "counts", "cost", "interview"})


def told(wishes: Iterable[Wish], view: View, text: str) -> Line | None:
    """Whom the reply speaks of in place of what the person told; nothing beside a feeling, and where it speaks of none."""
    wishes = list(wishes)
    if any(wish.name in ("feelings", "crisis") for wish in wishes):
        return None
    named = [subject.role for wish in wishes for subject in wish.subjects]
    profile = view.profile
    named += [view.dialogue.topic.role, profile.current_role, profile.former_role, profile.target_role]
    for name, words in profile.own_words.items():
        role = getattr(profile, name, None)
        if head_of(words) and role and (people(role) in text or own_words(role) in text):
            return line("read_as.trade", words=words, people=people(role))
    for role in filter(None, named):
        told_as = told_name(role)
        if (
            told_as
            and role.casefold() not in told_as
            and any(name.casefold() in text.casefold() for name in (told_as, one_of(told_as)))
        ):
            return line("read_as.occupation", words=role, people=told_as)
        if (said := _either(role, text)) is not None:
            return said
    return None


def _either(role: str, text: str) -> Line | None:
    """Which of two kinds of work was taken where a title may as well mean another, and that other."""
    code = other_meaning(role) if _speaks_of(role, text) else None
    if code is None:
        return None
    taken = link_role(role)[0].occupation
    names = [spoken_title(each.title, each.code) for each in (taken, occupations()[code])]
    if names[1].casefold() in text.casefold():
        return None  # the reply tells of both
    return line("read_as.either", words=role, people=names[0], others=names[1])


def _speaks_of(role: str, text: str) -> bool:
    return any(name.casefold() in text.casefold() for name in (people(role), own_words(role)))


def beside(read: Sequence[Wish], view: View, text: str) -> list[Line | None]:
    """How the jobs and places of a reply were taken, and for whom it was counted."""
    other = line("read_as.other") if view.dialogue.other and text else None
    return [told(read, view, text), larger(read, view) if text else None, other]


def larger(wishes: Iterable[Wish], view: View) -> Line | None:
    """That a town has no figures of its own, where those of its state were looked up for it."""
    told = [subject.place for wish in wishes for subject in wish.subjects]
    looked_up = {row.area for found in view.findings.salaries for row in found.document.wages}
    looked_up |= {option.wages.area for found in view.findings.options for option in found.document.options}
    for place in filter(None, (*told, view.dialogue.topic.place, view.profile.location)):
        found = resolve(place)
        if found.area and found.town and found.area.name in looked_up:
            return line("read_as.larger", town=found.town, whole=found.area.name)
    return None


def guessed(wishes: Sequence[Wish], asked: Sequence[Wish], view: View) -> Line | None:
    """Which job was taken, where nobody named one."""
    taken = asked[0].subjects if wishes[0].name == "followup" != asked[0].name else []
    several = len({subject.role for subject in view.dialogue.recent}) > 1
    if len(wishes) == len(taken) == 1 and (several or taken[0].role != view.dialogue.topic.role):
        return line("followup.taken", role=own_words(taken[0].role or ""))
    if view.dialogue.topic.role or (view.profile.target_role and not view.listed):
        return None
    if any(subject.role for wish in asked for subject in wish.subjects):
        return None
    ways = {wish.name for wish in asked}
    if view.listed and ways & OF_A_LISTED:
        return line("followup.taken", role=own_words(view.listed))
    role = view.guessed_role if ways & BY_PAY else view.considered if ways & BY_WAY else None
    if role is None or role == view.profile.current_role:
        return None
    return line("roads.guessed", role=people(role))

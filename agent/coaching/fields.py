"""Roles in the place of fields ("data", "something with AI") and of words that no table knows, and what is said of it."""

from collections.abc import Iterable
from dataclasses import replace
from functools import cache

from agent import wording
from agent.coaching.lines import Line, line
from agent.coaching.names import area, own_words
from agent.coaching.not_known import which_place
from agent.coaching.view import View
from agent.models import Subject, Wish
from tools.oews.role_links import link_role
from tools.options.near_names import near_roles
from tools.roadmap.fields import field_of
from tools.roadmap.skills import find_skills
from tools.roadmap.targets import link_target
from tools.salary.place import resolve

_SIDE_BY_SIDE = ("compare", "which_first")
_AS_THEY_SAID = ("feelings", "crisis", "recall")  # here nobody wants their words corrected
_ROLES = ("target_role", "current_role", "former_role")


def in_roles(wishes: Iterable[Wish], view: View) -> tuple[list[Wish], View]:
    """Wishes and view with roles in the place of fields: the nearest, side by side all of the field."""
    wishes = list(wishes)
    if all(wish.name in _AS_THEY_SAID for wish in wishes):
        return wishes, view
    profile, dialogue = view.profile, view.dialogue
    if several := _asked_which(view):
        profile = profile.model_copy(update={"location": several[0]})
    # What somebody does: only a short name of one role says which job that is.
    roles = {name: _role(getattr(profile, name), several=name == "target_role") for name in _ROLES}
    stands = {"topic": _subject(dialogue.topic), "pair": [_subject(each) for each in dialogue.pair]}
    meant = replace(
        view,
        profile=profile.model_copy(update=roles),
        dialogue=dialogue.model_copy(update=stands),
        told=profile,
    )
    drawn = next(
        (field_of(str(change.value)) for change in view.changes if change.field == "target_role"), None
    )
    if drawn is not None and len(drawn.roles) > 1:
        # Who asks what they could do and names a field they are drawn to chooses among its jobs.
        choice = Wish(name="which_first", subjects=[Subject(role=role) for role in drawn.roles])
        wishes = [choice if wish.name == "options" else wish for wish in wishes]
    return [_wish(wish) for wish in wishes], meant


def told(wishes: Iterable[Wish], view: View, text: str) -> Line | None:
    """How a word was read as a job: one that no table knows, or a field with its several jobs; None for neither."""
    profile = view.profile
    if (several := _asked_which(view)) and area(several[0]) in text:
        return line("fields.place", words=profile.location or "", place=area(several[0]))
    named = [subject.role for wish in wishes for subject in wish.subjects]
    named += [view.dialogue.topic.role, profile.target_role, profile.current_role, profile.former_role]
    for words in filter(None, named):
        if (role := _written_nearly(words)) and _speaks_of(role, text):
            return line("fields.taken", words=words, role=wording.article(role))
        field = field_of(words)
        nearest, *others = field.roles if field else ("",)
        if others and _speaks_of(nearest, text) and not any(_speaks_of(each, text) for each in others):
            return line(
                "fields.several",
                field=field.name if field else "",
                nearest=wording.article(own_words(nearest)),
                others=wording.listing([wording.article(own_words(each)) for each in others]),
            )
    return None


def _asked_which(view: View) -> tuple[str, ...]:
    """The places that theirs may be, where which one was asked and not answered: the first is gone on with."""
    several = resolve(view.profile.location).ambiguous
    asked = which_place(several).question if several else None
    return several if asked and asked.line.digest in view.dialogue.said else ()


@cache
def _written_nearly(words: str) -> str | None:
    """The one job title that is written nearly like words which no table knows, or that is left beside a tool ("python backend")."""
    if field_of(words) or link_role(words) or link_target(words):
        return None
    if (target := link_target(_without_tools(words))) is not None and target.kind != "skill":
        return own_words(target.title)
    near = near_roles(words)
    return near[0] if len(near) == 1 else None


def _without_tools(words: str) -> str:
    """The words without the names of tools in them."""
    tools = [each.text for each in find_skills(words) if each.exact and not each.everyday]
    left = [word for word in words.split() if not any(word in tool.split() for tool in tools)]
    return " ".join(left) if tools else ""


def _speaks_of(role: str, text: str) -> bool:
    return role.casefold() in text.casefold()


def _role(role: str | None, *, several: bool = True) -> str | None:
    if not role:
        return role
    field = field_of(role)
    if field is None:
        return _written_nearly(role) or role
    return field.roles[0] if several or len(field.roles) == 1 else role


def _subject(subject: Subject) -> Subject:
    return subject.model_copy(update={"role": _role(subject.role)})


def _wish(wish: Wish) -> Wish:
    if wish.name == "worth_it" and not wish.subjects and (field := next(map(field_of, wish.skills), None)):
        # "Learn AI" means the work; a skill has no pay of its own.
        return wish.model_copy(update={"subjects": [Subject(role=field.roles[0])]})
    only = field_of(wish.subjects[0].role) if len(wish.subjects) == 1 else None
    if wish.name in _SIDE_BY_SIDE and only:
        spread = [wish.subjects[0].model_copy(update={"role": role}) for role in only.roles]
        return wish.model_copy(update={"subjects": spread})
    return wish.model_copy(update={"subjects": [_subject(subject) for subject in wish.subjects]})

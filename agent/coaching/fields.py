"""A field ("data", "something with AI") read as the roles in it, so that every move speaks of a job."""

from collections.abc import Iterable
from dataclasses import replace

from agent import wording
from agent.coaching.lines import Line, line
from agent.coaching.names import own_words
from agent.coaching.view import View
from agent.models import DialogueState, Profile, Subject, Wish
from tools.roadmap.fields import Field, field_of

_SIDE_BY_SIDE = ("compare", "which_first")


def in_roles(wishes: Iterable[Wish], view: View) -> tuple[list[Wish], View]:
    """Wishes and view with roles in the place of fields: the nearest, side by side all of the field."""
    meant = replace(view, profile=_profile(view.profile), dialogue=_dialogue(view.dialogue))
    drawn = next(
        (field_of(str(change.value)) for change in view.changes if change.field == "target_role"), None
    )
    return [_wish(_in_field(wish, drawn)) for wish in wishes], meant


def told(wishes: Iterable[Wish], view: View, text: str) -> Line | None:
    """Which jobs a field holds and with which the reply begins; None where it speaks of none of them."""
    named = [subject.role for wish in wishes for subject in wish.subjects]
    named += [view.dialogue.topic.role, view.profile.target_role]
    for field in filter(None, map(field_of, named)):
        nearest, *others = field.roles
        if others and _speaks_of(nearest, text) and not any(_speaks_of(each, text) for each in others):
            return line(
                "fields.several",
                field=field.name,
                nearest=wording.article(own_words(nearest)),
                others=wording.listing([wording.article(own_words(each)) for each in others]),
            )
    return None


def _speaks_of(role: str, text: str) -> bool:
    return role.casefold() in text.casefold()


def _role(role: str | None) -> str | None:
    field = field_of(role)
    return field.roles[0] if field else role


def _work(role: str | None) -> str | None:
    """What somebody does: only a short name of one role says which job that is."""
    field: Field | None = field_of(role)
    return field.roles[0] if field and len(field.roles) == 1 else role


def _profile(profile: Profile) -> Profile:
    return profile.model_copy(
        update={
            "target_role": _role(profile.target_role),
            "current_role": _work(profile.current_role),
            "former_role": _work(profile.former_role),
        }
    )


def _subject(subject: Subject) -> Subject:
    return subject.model_copy(update={"role": _role(subject.role)})


def _dialogue(dialogue: DialogueState) -> DialogueState:
    return dialogue.model_copy(
        update={"topic": _subject(dialogue.topic), "pair": [_subject(each) for each in dialogue.pair]}
    )


def _in_field(wish: Wish, drawn: Field | None) -> Wish:
    """Who asks what they could do and names a field they are drawn to chooses among its jobs."""
    if wish.name != "options" or drawn is None or len(drawn.roles) < 2:
        return wish
    return Wish(name="which_first", subjects=[Subject(role=role) for role in drawn.roles])


def _wish(wish: Wish) -> Wish:
    if wish.name == "worth_it" and not wish.subjects and (field := next(map(field_of, wish.skills), None)):
        # "Learn AI" means the work; a skill has no pay of its own.
        return wish.model_copy(update={"subjects": [Subject(role=field.roles[0])]})
    only = field_of(wish.subjects[0].role) if len(wish.subjects) == 1 else None
    if wish.name in _SIDE_BY_SIDE and only:
        spread = [wish.subjects[0].model_copy(update={"role": role}) for role in only.roles]
        return wish.model_copy(update={"subjects": spread})
    return wish.model_copy(update={"subjects": [_subject(subject) for subject in wish.subjects]})

"""That words for a job which are no title were read as an occupation: said once, so that it can be mended."""

from collections.abc import Iterable

from agent.coaching.lines import Line, line
from agent.coaching.view import View
from agent.models import Wish
from agent.naming import one_of
from tools.oews.spoken import told_name


def told(wishes: Iterable[Wish], view: View, text: str) -> Line | None:
    """Whom the reply speaks of in place of what the person told; nothing beside a feeling, and where it speaks of none."""
    wishes = list(wishes)
    if any(wish.name in ("feelings", "crisis") for wish in wishes):
        return None
    named = [subject.role for wish in wishes for subject in wish.subjects]
    profile = view.profile
    named += [view.dialogue.topic.role, profile.current_role, profile.former_role, profile.target_role]
    for role in filter(None, named):
        people = told_name(role)
        if (
            people
            and role.casefold() not in people
            and any(name.casefold() in text.casefold() for name in (people, one_of(people)))
        ):
            return line("read_as.occupation", words=role, people=people)
    return None

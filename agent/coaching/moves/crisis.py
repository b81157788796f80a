"""crisis: that it matters, and where help is to be found now; nothing else."""

from agent.coaching.lines import Said, line
from agent.coaching.view import View
from agent.models import Wish


def say(wish: Wish, view: View) -> Said:  # noqa: ARG001 - a move's signature
    """The lifeline of the country where they live, as prompts/replies/crisis.yaml has it with its source."""
    return Said(
        (line("crisis.matters"), line(f"crisis.{_where(view.profile.location)}"), line("crisis.stay"))
    )


def _where(location: str | None) -> str:
    """The key for the country: us, abroad, or open where it is not known."""
    from tools.salary.place import resolve

    if not location:
        return "open"
    place = resolve(location)
    return "abroad" if place.outside else "us" if place.area is not None or place.ambiguous else "open"

"""Places of two states: each is read as the one in a state that the person lives in or names beside it."""

import re
from dataclasses import replace

from agent.models import Profile
from agent.nlu.mentions import Mention, Message
from agent.nlu.scheme import PLACES, ROLES
from tools.oews.place_links import link_place
from tools.oews.places import area_states, states_of_town
from tools.oews.role_links import link_role
from tools.oews.tables import areas
from tools.oews.wording import place_key

_BEHIND = re.compile(r"\b(?:of|at)\s+", re.IGNORECASE)
_BETWEEN = (", ", " ", ",")  # a town and its state


def with_states(message: Message, before: Profile) -> Message:
    """The message with each such place in the one state that is told; where none or several are, it stays to be asked back."""
    message = replace(message, mentions=tuple(_with_towns(message)))
    message = replace(message, mentions=tuple(_joined(message)))
    near = _states_told(message, before)
    read = tuple(_placed(each, near) if each.label in PLACES else each for each in message.mentions)
    return replace(message, mentions=read) if read != message.mentions else message


def _with_towns(message: Message) -> list[Mention]:
    """The mentions with a town and its state as one place, where the town was not read as one ("gillette wyoming")."""
    read: list[Mention] = []
    for mention in message.mentions:
        last = read[-1] if read and mention.label in PLACES and read[-1].label in ROLES else None
        if last and message.text[last.end : mention.start] in _BETWEEN and _is_town_in(last, mention):
            words = message.text[last.start : mention.end]
            read[-1] = replace(mention, text=f"{last.text}, {mention.text}", start=last.start, said=words)
        else:
            read.append(mention)
    return read


def _is_town_in(town: Mention, state: Mention) -> bool:
    """Whether the words are a town of the state, and no job."""
    area = link_place(state.text).area
    within = area is not None and area.kind == "state" and area.code in states_of_town(place_key(town.text))
    return within and not link_role(town.text)


def _joined(message: Message) -> list[Mention]:
    """The mentions with a city and its state as one, whichever stands first ("Texas, Houston")."""
    joined: list[Mention] = []
    for mention in message.mentions:
        last = joined[-1] if joined and joined[-1].label in PLACES and mention.label in PLACES else None
        city = (
            _city_of(last, mention) if last and message.text[last.end : mention.start] in _BETWEEN else None
        )
        if last and city:
            said = message.text[last.start : mention.end]
            joined[-1] = replace(
                last, label=city.label, text=_in_order(last, mention), end=mention.end, said=said
            )
        else:
            joined.append(mention)
    return joined


def _city_of(one: Mention, other: Mention) -> Mention | None:
    """Which of two is a city in the state that the other is; None where neither is."""
    for city, whole in ((one, other), (other, one)):
        state, area = link_place(whole.text).area, link_place(f"{city.text}, {whole.text}").area
        if (
            state
            and area
            and state.kind == "state"
            and area.kind == "metro"
            and state.code in area_states(area.code)
        ):
            return city
    return None


def _in_order(one: Mention, other: Mention) -> str:
    return f"{one.text}, {other.text}" if _city_of(one, other) is one else f"{other.text}, {one.text}"


def _states_told(message: Message, before: Profile) -> frozenset[str]:
    told = [each.text for each in message.of(*PLACES)]
    # "University of Missouri": what follows the last "of" or "at" of an employer's name may be the state it is in.
    told += [_BEHIND.split(each.text)[-1] for each in message.of("emp") if _BEHIND.search(each.text)]
    links = [link_place(place) for place in (before.location, *told) if place]
    return frozenset(state for link in links if link.area for state in area_states(link.area.code))


def _placed(mention: Mention, near: frozenset[str]) -> Mention:
    link = link_place(mention.text)
    key = place_key(mention.text)
    if not (link.town or all(place_key(area.name).startswith(f"{key} ") for area in link.candidates)):
        return mention  # a region, or several places at once
    states = {state for area in link.candidates for state in area_states(area.code) if state in near}
    return (
        replace(mention, text=f"{mention.text}, {areas()[states.pop()].name}")
        if len(states) == 1
        else mention
    )

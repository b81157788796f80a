"""Where something is asked for: places that a message names, "here", and "the same two" of the thread."""

from agent.models import DialogueState, Profile
from agent.nlu.links import believable, known_place, same_place
from agent.nlu.mentions import Message, distinct
from agent.nlu.others import work_of_another
from agent.nlu.sides import places_spoken_of
from agent.nlu.values.dates import weekdays_in
from agent.nlu.values.reference import find_here


def named_places(message: Message) -> list[str]:
    """Places asked about, or of somebody else whose work is; those where the person lives are known to the profile."""
    theirs = message.wants("pay") and not message.of("aloc", "ask") and work_of_another(message)
    mentions = [
        each
        for each in message.of("oloc" if theirs else "aloc")
        if believable(each, known=known_place(each.text)) and not weekdays_in(each.text)
    ]
    return [mention.text for mention in distinct(mentions)]


def asked_places(message: Message, profile: Profile) -> list[str]:
    """Places named, and one beside nobody whose it could be: that is where they ask for."""
    places = named_places(message)
    if places or profile.location or message.of("loc", "oth"):
        return places
    return [each.text for each in message.of("oloc") if known_place(each.text)]


def places_in(roles: list[str], message: Message, dialogue: DialogueState, profile: Profile) -> list[str]:
    """Places named, with where they live for "here"; beside one job without a place "the same two" of the thread."""
    places = asked_places(message, profile)
    here = find_here(message.asked)
    home = next((each.text for each in message.of("loc")), profile.location)
    if here is not None and home is not None and not any(same_place(each, home) for each in places):
        before = [each for each in places if message.asked.find(each) < here]
        return [*before, home, *places[len(before) :]]
    return places or (places_spoken_of(message.text, dialogue) if len(roles) == 1 else [])

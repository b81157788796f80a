"""The two sides of a choice: those that a message names, with the one that it leaves to the thread."""

import re
from itertools import takewhile

from agent.models import DialogueState, Profile
from agent.nlu.links import known_role, names_a_job, role_words, same_place
from agent.nlu.mentions import Message, distinct
from agent.nlu.values.reference import speaks_of_two

MOST_LISTED = 4  # of roles shown last, the nearest
_TWO = 2
_MOST_WORDS = 3  # of a side that was not read as a job
_WORDS = r"[\w'&/-]+"
_OR = r"(?:or|vs\.?|versus)"
_BEFORE = re.compile(
    rf"(?P<words>(?:{_WORDS}\s+)*{_WORDS})\s+{_OR}\s+(?:(?:an?|the|be|do)\s+)*$", re.IGNORECASE
)
_BEHIND = re.compile(
    rf"\s+{_OR}\s+(?:(?:an?|the|be|do)\s+)*(?P<words>{_WORDS}(?:\s+{_WORDS})*)", re.IGNORECASE
)
_STEMMED = re.compile(r"[^\W\d_]{2,}")
_LETTERS = frozenset(
    {"ai", "bi", "hr", "it", "ml", "np", "pa", "qa", "rn", "ui", "ux"}
)  # a job's words of two letters
_STEM = 4  # letters that "billing" and "billers", "inspector" and "inspectors" share


def both_sides(
    roles: list[str], places: list[str], message: Message, dialogue: DialogueState, profile: Profile
) -> tuple[list[str], list[str]]:
    """With the side that was not named: the present job beside one role, the home beside one place."""
    own = [mention.text for mention in distinct(message.of("cur"))]
    if not roles and not own and message.wants("which_first") and not message.of("learn"):
        roles = [role for role in _of_others_or_refused(message) if known_role(role)][:1]
    if len(roles) == 1 and not own and (two := _with_unread(roles[0], message, dialogue, profile)):
        return two, places
    home = [mention.text for mention in message.of("loc")] or ([profile.location] if profile.location else [])
    here = bool(home) and all(same_place(place, home[0]) for place in places)
    pair = spoken_of(message.text, dialogue) or _shown(dialogue)
    if not roles and not own and len(places) == 1 and len(pair) > 1:
        return pair, [] if here else places  # those that were shown last are meant there, and no two places
    if not (roles or places):
        return _of_the_thread(own, message, dialogue, profile), []
    topic = dialogue.topic.role or profile.target_role
    if roles and here:
        places = []  # where they live stands beside no other place
    if len(roles) < _TWO and len(places) == 1 and not own:
        others = [dialogue.topic.place] if dialogue.topic.place else home
        others = [each for each in others if each and not same_place(each, places[0])]
        return roles or ([topic] if topic else []), [*others, *places]
    if len(roles) == 1 and len(places) < _TWO:  # of several places it is these that stand side by side
        # What was spoken of last stands beside it, unless that is the very role.
        beside = own or [
            role for role in (dialogue.topic.role, profile.current_role) if role and role != roles[0]
        ]
        return [*beside[:1], *roles], places
    return roles or own or ([topic] if topic else []), places


def _of_the_thread(own: list[str], message: Message, dialogue: DialogueState, profile: Profile) -> list[str]:
    """The sides where a message names none: "both" of the thread, what was listed or set side by side, the goal beside their work."""
    if two := spoken_of(message.text, dialogue):
        return two
    topic = dialogue.topic.role or profile.target_role
    if own and topic:
        return [*own, topic]
    pair = _shown(dialogue)
    held = [role for role in (profile.current_role, topic) if role]
    # "The two" are those side by side, else the last two that were asked about.
    recent = dialogue.spoken[-_TWO:]
    return pair or (
        recent if len(recent) > 1 and not message.of("learn", "avoid") else list(dict.fromkeys(held))
    )


def _shown(dialogue: DialogueState) -> list[str]:
    """The jobs of the list that was shown last, else those that stand side by side."""
    listed = any(each.name == "options" for each in dialogue.wishes) and len(dialogue.options) > 1
    return dialogue.options[:MOST_LISTED] if listed else _pair(dialogue)


def _pair(dialogue: DialogueState) -> list[str]:
    return list(dict.fromkeys(subject.role for subject in dialogue.pair if subject.role))


def _of_others_or_refused(message: Message) -> list[str]:
    """The jobs that a message names as somebody else's or as not wanted: where it weighs and names no other, one side."""
    return [role_words(each.text) for each in message.of("oth", "no") if names_a_job(each)]


def spoken_of(text: str, dialogue: DialogueState) -> list[str]:
    """The two that "both" or "either" is about: those side by side, else the last two that were spoken of."""
    pair = _pair(dialogue)
    return (pair if len(pair) == _TWO else dialogue.spoken[-_TWO:]) if speaks_of_two(text) else []


def places_spoken_of(text: str, dialogue: DialogueState) -> list[str]:
    """The two places that "the same two" is about beside a job: those of the pair, else the last two that figures were told of."""
    held = (dialogue.pair, dialogue.recent[-_TWO:]) if speaks_of_two(text) else ()
    told = (list(dict.fromkeys(each.place for each in group if each.place)) for group in held)
    return next((places for places in told if len(places) == _TWO), [])


def _with_unread(role: str, message: Message, dialogue: DialogueState, profile: Profile) -> list[str]:
    """Both sides of an "or" of which one was read as a job and the thread or the tables know the other ("para or alterations?")."""
    stands = [
        *dialogue.options,
        *dialogue.alternatives,
        *(each.role for each in (*dialogue.pair, *dialogue.recent)),
    ]
    held = list(dict.fromkeys(each for each in (*stands, profile.current_role, profile.target_role) if each))

    def known(words: str) -> str | None:
        return among(words, held) or (role_words(words) if known_role(words) else None)

    for mention in message.of("ask", "tgt"):
        ahead, behind = (
            _BEFORE.search(message.text[: mention.start]),
            _BEHIND.match(message.text[mention.end :]),
        )
        if found := next(filter(None, map(known, _ends(ahead))), None):
            return [found, role]
        if found := next(filter(None, map(known, _starts(behind))), None):
            return [role, found]
    return []


def _ends(found: re.Match[str] | None) -> list[str]:
    """The last words of what was found, the most first."""
    words = found["words"].split()[-_MOST_WORDS:] if found else []
    return [" ".join(words[at:]) for at in range(len(words))]


def _starts(found: re.Match[str] | None) -> list[str]:
    """The first words of what was found, the most first."""
    words = found["words"].split()[:_MOST_WORDS] if found else []
    return [" ".join(words[:end]) for end in range(len(words), 0, -1)]


def among(words: str, roles: list[str]) -> str | None:
    """The one of the roles that all of these words belong to, in whatever form of the word."""
    wanted = _words_of(words)
    found = [
        role
        for role in roles
        if wanted and all(any(_alike(one, other) for other in _words_of(role)) for one in wanted)
    ]
    return found[0] if len(found) == 1 else None


def _words_of(text: str) -> list[str]:
    return [word for word in _STEMMED.findall(text.casefold()) if len(word) > _TWO or word in _LETTERS]


def _alike(one: str, other: str) -> bool:
    """Whether two words are forms of one: "billing" and "billers", "tech" and "technician"; no "instructor" and "installer"."""
    shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))
    short, long = sorted((len(one), len(other)))
    return one == other or (shared >= _STEM and (shared == short or long - shared <= _STEM))

"""What each wish of a message is about: roles, places and levels named in it, else what the thread stands on."""

import re
from itertools import islice, pairwise, product

from agent.models import DialogueState, Profile, Subject
from agent.nlu.links import (
    known_role,
    known_skill,
    names_a_job,
    names_work,
    role_words,
    same_job,
    without_fields,
)
from agent.nlu.mentions import Message, distinct
from agent.nlu.others import roles_of_others, work_of_another
from agent.nlu.places_asked import asked_places, places_in
from agent.nlu.sides import among, both_sides, spoken_of
from agent.nlu.values.contracts import is_contract_rate
from agent.nlu.values.numbers import ORDINALS
from agent.nlu.values.reference import another_thing, speaks_of_own_work
from tools.oews.general import is_of_many_trades
from tools.oews.grades import find_grades
from tools.oews.role_links import link_role
from tools.oews.role_scan import find_roles
from tools.roadmap.fields import field_of

MOST = 4  # lookups for one wish; a longer list is asked about piece by piece

# Wishes that set things side by side, and those that are about the person's own way rather than a job they ask about.
SIDE_BY_SIDE = ("compare", "which_first")
OWN_WAY = ("options",)
# What somebody else does may be what is asked about ("my cousin does IT support, is that realistic for me?").
OF_ANOTHER = ("realistic", "how_long", "requirements", "counts", "cost", "work_like", "next_step")
# Nothing can be said to these without a job: where none is named a field that the words speak of will do.
OF_A_JOB = ("worth_it", *OF_ANOTHER)
# These are about a plan, a text or the talk itself, unless they name a job.
OF_NO_JOB = (
    "feedback",
    "about_plan",
    "approve",
    "progress",
    "recall",
    "sources",
    "letter",
    "words",
    "thanks",
)
# What these are about is their own job where none is named.
OF_ANY_JOB = ("pay", "market")
_WORD = re.compile(r"[^\W\d_][\w'-]*")
_THING = r"(?:one|job|role|option|thing|idea)s?\b"
_PLACES = "|".join(ORDINALS)
_PLACE = re.compile(
    rf"(?:\b(?:number|option|no\.?)\s*|#\s*)(?P<number>\d{{1,2}})\b|\A\W*(?P<bare>\d{{1,2}})\W*\Z"
    rf"|(?<!\bmy )\b(?:(?P<short>\d{{1,2}})(?:st|nd|rd|th)|(?P<word>{_PLACES}))\s+{_THING}"
    rf"|\b(?:the|that)\s+(?P<alone>{_PLACES})\W*\Z",
    re.IGNORECASE,
)
_NAMED = re.compile(rf"\b(?:the|that)\s+(?P<words>(?:[\w&/-]+\s+){{1,3}}){_THING}", re.IGNORECASE)
_OTHER = re.compile(rf"\b(?:the|that)\s+other(?:\s+{_THING}|\W*\Z|\s*[,?.!])", re.IGNORECASE)
_TWO = 2


def subjects_of(wish: str, message: Message, dialogue: DialogueState, profile: Profile) -> list[Subject]:
    """The subjects of a wish, at most MOST; empty where nothing was named and the thread's own topic is meant."""
    roles = _meant(wish, roles_in(message, dialogue, profile), message, dialogue, profile)
    places = places_in(roles, message, dialogue, profile)
    own = _present(message, profile)
    if wish in OWN_WAY:
        place = next(iter(asked_places(message, profile)), None)
        return [Subject(role=own, place=place)] if own or place else []
    if wish in SIDE_BY_SIDE:
        roles, places = both_sides(roles, places, message, dialogue, profile)
    elif not roles and wish in ("offer", "ask_for"):
        if own:
            roles = [own]
        elif wish == "ask_for":
            roles = _charged_for(message, dialogue, profile)
        else:
            roles = [] if dialogue.topic.role else _unmarked(message)
    elif not roles and wish in OF_ANOTHER and not (dialogue.topic.role or profile.target_role):
        roles = roles_of_others(message)[:1]
    roles = roles or _unnamed(wish, message, dialogue, profile)
    if not roles and not places:
        return (
            [Subject(level=level)]
            if wish in (*OF_ANY_JOB, "compare") and (level := _level(None, message))
            else []
        )
    sides: tuple[list[str | None], list[str | None]] = ([*roles] or [None], [*places] or [None])
    found = (Subject(role=role, place=place, level=_level(role, message)) for role, place in product(*sides))
    return list(islice(found, MOST))


def _meant(
    wish: str, named: list[str], message: Message, dialogue: DialogueState, profile: Profile
) -> list[str]:
    """The jobs that the message is about, in the words for those that it names; empty where that is the thread's own topic.

    Their own job, which it does not name, is meant by what is asked of any job alone.
    """
    told = [role for role in named if any(same_job(role, job) for job in message.about)]
    about = [*told, *(job for job in message.about if not any(same_job(role, job) for role in told))]
    if named or not about or wish in OF_NO_JOB:
        return about or named if named else []
    stands, own = dialogue.topic.role, profile.current_role
    if len(about) == 1 and stands and same_job(about[0], stands):
        return []
    others = [job for job in about if not (own and same_job(job, own))]
    return about if others or wish in OF_ANY_JOB else []


def _unnamed(wish: str, message: Message, dialogue: DialogueState, profile: Profile) -> list[str]:
    """The jobs that a wish is about where it names none: somebody else's, a field that the words speak of, those referred to."""
    of_any = wish in OF_ANY_JOB
    roles = work_of_another(message) if of_any else []
    held = dialogue.topic.role or profile.target_role or (profile.current_role if of_any else None)
    if not roles and not held and wish in (*OF_A_JOB, *OF_ANY_JOB):
        roles = [role] if (role := spoken_role(message)) else []
    return roles or (_referred_to(message, dialogue, profile) if of_any else [])


def _referred_to(message: Message, dialogue: DialogueState, profile: Profile) -> list[str]:
    """The jobs that no mention holds: the speaker's own, two of the thread, or another one put in the place of the last."""
    own = profile.current_role or profile.former_role
    if own and speaks_of_own_work(message.text):
        return [own]
    two = spoken_of(message.text, dialogue)
    if len(two) > 1:
        return two
    other = another_thing(message.text)
    return [other] if other and not message.mentions and known_role(other) else []


def _charged_for(message: Message, dialogue: DialogueState, profile: Profile) -> list[str]:
    """The work that a rate by the hour is for: what they say they do, else their own trade or the one they are after."""
    if not is_contract_rate(message.text):
        return []
    done = next((each.text for each in message.of("have", "some", "learn") if known_role(each.text)), None)
    topic, own = dialogue.topic.role, profile.current_role
    aimed = topic is not None and topic.casefold() == (profile.target_role or "").casefold()
    role = done or (own if own and known_role(own) and not aimed else None)
    return [role] if role else []


def named_roles(message: Message) -> list[str]:
    """Roles asked about or wished for, in order."""
    mentions = [each for each in message.of("ask", "tgt") if names_a_job(each)]
    # What is to be learnt is work where it is a doing and no skill ("CAD drafting"), or stands beside a job ("a CDL").
    learnt = [each for each in message.of("learn") if known_role(each.text) and not known_skill(each.text)]
    if len(mentions) != 1 or not message.wants("which_first"):
        learnt = [each for each in learnt if not mentions and each.text.endswith("ing")]
    else:
        # Beside one job the field it is weighed against ("I hear cloud and I hear devops").
        learnt += [each for each in message.of("learn", "lack") if each not in learnt and field_of(each.text)]
    named = sorted([*mentions, *learnt], key=lambda each: each.start)
    return [role_words(mention.text) for mention in without_fields(distinct(named))]


def spoken_role(message: Message) -> str | None:
    """A field that the words speak of and no mention holds ("everyone talks about AI"), as its nearest role."""
    words = list(_WORD.finditer(message.text))
    spans = [(one.start(), two.end()) for one, two in pairwise(words)] + [word.span() for word in words]
    for start, end in spans:
        free = all(end <= each.start or start >= each.end for each in message.mentions)
        written = message.text[start:end]
        # "IT" and "AI" are fields, "it" is none.
        whole = all(len(word) > len("IT") or word.isupper() for word in written.split())
        if free and whole and (field := field_of(written)):
            return field.name
    return None


def _unmarked(message: Message) -> list[str]:
    """The one job that the tables know in the words and no mention holds ("15k sign on, SRE in Seattle")."""
    found = {
        role.text
        for role in find_roles(message.text)
        if not any(role.start < each.end and each.start < role.end for each in message.mentions)
    }
    return [*found] if len(found) == 1 else []


def roles_in(message: Message, dialogue: DialogueState, profile: Profile) -> list[str]:
    """Roles named, as they were shown where they are one of the roles shown last; else the one of those that is picked.

    Work named by its doing ("teaching") is the person's own where theirs is of that kind.
    """
    roles, own = shown(dialogue), [profile.current_role] if profile.current_role else []
    topic = [dialogue.topic.role] if dialogue.topic.role else []
    named = [
        _picked(role, roles, own)
        or (among(role, own) if role.endswith("ing") else None)
        or (among(role, topic) if is_of_many_trades(role) else None)
        or role
        for role in named_roles(message)
    ]
    if named or message.of("ask", "tgt", "cur"):
        return named or [role for each in message.of("ask", "tgt") if (role := among(each.text, roles))]
    picked = chosen(message.text, dialogue)
    return [picked] if picked else []


def _picked(role: str, shown: list[str], own: list[str]) -> str | None:
    """The role shown that is meant by one named; one named more closely may be another ("911 dispatcher", of dispatchers).

    Their own is none of them, in whatever form it is named ("welders", of a welder beside welding machine operators).
    """
    found = among(role, shown)
    if any(same_job(role, each) for each in own):
        return None
    if found is None or len(role.split()) <= len(found.split()):
        return found
    one, other = link_role(role), link_role(found)
    return found if not one or not other or one[0].occupation == other[0].occupation else None


def _present(message: Message, profile: Profile) -> str | None:
    if message.of("oth") and not message.of("cur"):
        return profile.current_role  # of somebody else they ask for it is the job named as theirs
    # Who is at home or at school names no work by that; what they did before is.
    told = [each for each in (*message.of("cur"), *message.of("past")) if names_a_job(each)]
    return next(
        (each.text for each in sorted(told, key=lambda each: not names_work(each.text))),
        None,
    )


def _level(role: str | None, message: Message) -> str | None:
    """The level told nearest to a role, with all that belongs to it; else a grade that stands right before the role or after it."""
    at = next((each for each in message.mentions if each.text == role), None)
    near = message.nearest(at, "lvl") if at else next(iter(message.of("lvl")), None)
    if near is not None:
        return message.text[slice(*_grown(near.start, near.end, message))]
    if at is None:
        return None
    start, end = _grown(at.start, at.end, message)
    return message.text[start : at.start].strip(" ,") or message.text[at.end : end].strip(" ,") or None


def _grown(start: int, end: int, message: Message) -> tuple[int, int]:
    """A span with the levels and grades that touch it ("GS-9" and "step 5")."""
    told = [(each.start, each.end) for each in message.of("lvl")]
    spans = [*told, *((each.start, each.end) for each in find_grades(message.text))]
    while beside := [
        each
        for each in spans
        if (each[0] < start or end < each[1]) and _touch(start, end, each, message.text)
    ]:
        start, end = min(start, beside[0][0]), max(end, beside[0][1])
    return start, end


def _touch(start: int, end: int, other: tuple[int, int], text: str) -> bool:
    first, last = min(end, other[1]), max(start, other[0])
    return first >= last or not text[first:last].strip(" ,/-")


def shown(dialogue: DialogueState) -> list[str]:
    """The roles that a message may pick from: listed last, else set side by side, else considered."""
    pair = list(dict.fromkeys(subject.role for subject in dialogue.pair if subject.role))
    # Those that were weighed are told in the order in which they were named.
    listed = [] if set(pair) == set(dialogue.options) else list(dialogue.options)
    return listed or pair or list(dialogue.alternatives)


def chosen(text: str, dialogue: DialogueState) -> str | None:
    """The role that a message without a role in it picks; None where it picks none."""
    roles = shown(dialogue)
    if not roles:
        return None
    if found := _PLACE.search(text):
        word = next(group for group in found.groups() if group)
        place = int(word) if word.isdigit() else ORDINALS[word.casefold()]
        return roles[place - 1 if place > 0 else place] if abs(place) <= len(roles) and place else None
    if _OTHER.search(text):
        return _other_of(
            list(dict.fromkeys(each.role for each in dialogue.pair if each.role)) or roles, dialogue
        )
    return among(named["words"], roles) if (named := _NAMED.search(text)) else None


def _other_of(roles: list[str], dialogue: DialogueState) -> str | None:
    """Of two roles the one that was not spoken of last."""
    others = [role for role in roles if not same_job(role, dialogue.topic.role or roles[0])]
    return others[0] if len(roles) == _TWO and others else None

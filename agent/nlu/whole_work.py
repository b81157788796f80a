"""A job in all the words said for it, and work that a message tells in words of the tables where no mention holds it.

No "teaching", but "teaching at the CDL school"; no "painter", but "painter at a body shop"; "I draw blood" is a job.
"""

import re
from dataclasses import replace

from agent.models import Profile
from agent.nlu.links import SURE_OF_UNKNOWN, known_role
from agent.nlu.mentions import Mention, Message
from agent.nlu.scheme import AMOUNTS, PLACES, ROLES
from agent.nlu.tagger import default_tagger
from agent.nlu.values.reference import speaks_of_one
from tools.oews.role_links import link_role
from tools.oews.role_readings import without_employer
from tools.oews.sayings import find_saying, tells_present_work
from tools.roadmap.targets import link_target

_MEANT = ("cur", "past", "tgt", "ask")
_PART = re.compile(r"[.!?…,;:\n]")
_WORD = re.compile(r"\S+")
_OF_IT = re.compile(r"\s+(?:it|them|that)$", re.IGNORECASE)
_TEACHES_IT = re.compile(r"\bteach(?:ing)?(?:\s+(?:it|this|that))?\b", re.IGNORECASE)
_LIKELY = 0.2  # how surely words are the work asked for, where nothing else in the message is
_MAY_TEACH = 0.1  # the same of teaching, which is work where it is said of oneself
_NEAR_BY = 5  # characters between a doing and whom it is done for
_MOST_AHEAD, _MOST_BEHIND = 3, 6  # words that a saying may have around the job
_AT_WORK = re.compile(r"\s+(?:at|for|in|on|with)\s", re.IGNORECASE)
_EMPLOYED_BY = re.compile(r"\b(?:at|for)\s+(?:an?|the|my|our)\s+$", re.IGNORECASE)
_AHEAD_OF_PLACE = re.compile(r"\s+(?:in|at|near|from|out of|around)\s*(?:the\s*)?$", re.IGNORECASE)


def with_sayings(message: Message, before: Profile) -> Message:
    """The message with each job in all the words that say which work it is, and with work that no mention holds."""
    read: list[Mention] = []
    for mention in message.mentions:
        if read and mention.start < read[-1].end:
            continue  # within the saying
        if mention.label in ("cur", "past") and _is_whom_they_work_for(mention, message.text):
            continue
        whole = _whole(mention, message) if mention.label in _MEANT else mention
        while read and read[-1].end > whole.start:
            read.pop()
        read.append(whole)
    if not message.of(*ROLES) and not before.current_role and (told := _told_work(message)):
        apart = [each for each in read if each.end <= told.start or told.end <= each.start]
        read = sorted([*apart, told], key=lambda each: each.start)
    return replace(message, mentions=tuple(read))


def with_asked(message: Message) -> Message:
    """The message with the work whose pay it asks for where no mention surely holds it: "what do the people upstairs get"."""
    named = [
        each for each in message.of("ask", "tgt") if each.sure >= SURE_OF_UNKNOWN or known_role(each.text)
    ]
    teaches = _TEACHES_IT.search(message.text)
    if named or not (teaches or message.wants("pay")) or not message.text.strip():
        return message
    least = _LIKELY if message.wants("pay") else _MAY_TEACH
    spans = default_tagger().stretches(message.text, message.context, ("ask", "tgt", "oth"), least)
    if not message.wants("pay"):
        spans = [each for each in spans if teaches and teaches.start() <= each.start < teaches.end()]
    apart = message.of("cur", "past", "have", *PLACES, *AMOUNTS)
    found = next(
        (
            each
            for each in spans
            if not any(each.start < held.end and held.start < each.end for held in apart)
        ),
        None,
    )
    if found is None or _is_their_own(message.text[found.start : found.end], message):
        return message
    employer = next((each for each in message.of("emp") if 0 < each.start - found.end <= _NEAR_BY), None)
    end = (
        employer.end if employer else found.start + len(_OF_IT.sub("", message.text[found.start : found.end]))
    )
    asked = Mention("ask", message.text[found.start : end], found.start, end)
    others = (each for each in message.mentions if each.end <= asked.start or asked.end <= each.start)
    return replace(message, mentions=tuple(sorted([*others, asked], key=lambda each: each.start)))


def _is_their_own(words: str, message: Message) -> bool:
    """Whether words that no table knows stand beside their own job, which "that" is: "what does that pay as a civilian?"."""
    return bool(message.of("cur")) and speaks_of_one(message.text) and not known_role(words)


def _is_whom_they_work_for(mention: Mention, text: str) -> bool:
    """Whether a title of one word is that of their employer: who works "at a vet" is no vet."""
    links = link_role(mention.text) if " " not in mention.text else []
    return bool(links) and links[0].read == "title" and bool(_EMPLOYED_BY.search(text[: mention.start]))


def _whole(mention: Mention, message: Message) -> Mention:
    """The mention with what stands around it in its part of the sentence, where only all of it together says which work it is."""
    text, links = message.text, link_role(mention.text)
    ahead = [found.start() for found in _WORD.finditer(_PART.split(text[: mention.start])[-1])]
    first = mention.start - len(_PART.split(text[: mention.start])[-1])
    starts = [mention.start, *(first + place for place in reversed(ahead[-_MOST_AHEAD:]))]
    behind = [found.end() for found in _WORD.finditer(_PART.split(text[mention.end :])[0])]
    ends = [mention.end + place for place in reversed(behind[:_MOST_BEHIND])]
    for end in [*ends, mention.end]:
        for start in starts:
            found = find_saying(text[start:end]) if (start, end) != (mention.start, mention.end) else None
            if found and not (links and links[0].occupation.code == found.codes[0]):
                return _in_its_place(replace(mention, text=text[start:end], start=start, end=end), message)
    return _in_its_place(mention, message)


def _in_its_place(mention: Mention, message: Message) -> Mention:
    """The mention with the place it is done at, where that makes it another job ("tester at a software shop")."""
    end = _end_of_part(mention.end, message)
    whole = message.text[mention.start : end].rstrip()
    alone = link_role(mention.text)
    says_enough = link_target(mention.text) is not None or (
        len(alone) == 1 and alone[0].read == "title" and (" " in mention.text or mention.label == "ask")
    )
    if (
        says_enough
        or (mention.label == "ask" and not alone)
        or not _AT_WORK.match(message.text[mention.end : end])
    ):
        return mention
    links = link_role(whole)
    if not links or (alone and links[0].occupation.code == alone[0].occupation.code):
        return mention
    return replace(mention, text=whole, end=mention.start + len(whole))


def _told_work(message: Message) -> Mention | None:
    """What a part of a sentence tells as their present work, where all of it, its place aside, is said of some work."""
    start = 0
    for part in _PART.split(message.text):
        end = min(_end_of_part(start, message), start + len(part))
        words = message.text[start:end].rstrip()
        if told := next(filter(tells_present_work, (words, without_employer(words))), None):
            own = told.lstrip()
            at = start + len(told) - len(own)
            work = own.split(maxsplit=1)[1]  # without the pronoun
            at += len(own) - len(work)
            return Mention("cur", work, at, at + len(work))
        start += len(part) + 1
    return None


def _end_of_part(start: int, message: Message) -> int:
    """Where the part of the sentence ends that begins at `start`, a place ahead of which only "in" stands left out."""
    end = start + len(_PART.split(message.text[start:])[0])
    words = [found.end() for found in _WORD.finditer(message.text[start:end])][: _MOST_BEHIND + 2]
    end = start + words[-1] if words else end
    apart = message.of(*PLACES, *AMOUNTS, "yrs", "age")
    place = min((each.start for each in apart if start <= each.start < end), default=end)
    return start + len(_AHEAD_OF_PLACE.sub("", message.text[start:place])) if place < end else end

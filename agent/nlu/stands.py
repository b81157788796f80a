"""What the thread stands on after a message: topic, pair, offers, posting, alternatives."""

import re
from datetime import date
from itertools import chain

import prompts
from agent.models import DialogueState, LetterNotes, Profile, Subject, Wish
from agent.nlu.again import with_amount
from agent.nlu.details import details
from agent.nlu.letters.notes import notes_of
from agent.nlu.letters.turn import asks_for_one, frame_of
from agent.nlu.links import names_a_job, same_field
from agent.nlu.mentions import Message
from agent.nlu.offers import read_offers
from agent.nlu.pay import amount_answered, amounts
from agent.nlu.posting import read_posting
from agent.nlu.scheme import ACTS, AMOUNTS, TEXTS
from agent.nlu.sides import among
from agent.nlu.subjects import OF_ANY_JOB, SIDE_BY_SIDE
from agent.nlu.values.durations import WEEKS_A_YEAR, parse_weeks
from agent.nlu.values.numbers import find_quantities
from agent.nlu.values.schooling import years_of_school

_DAY = "day"
_OLDS = re.compile(r"\W*\d+\s*-?\s*(?:years?|yrs?)?\s*-?\s*olds\b", re.IGNORECASE)
_YOUNGEST, _OLDEST = 14, 90  # years of somebody who works
_MOST_SPOKEN = 4  # jobs that "the two" may be among
_MOST_TOLD = 4  # amounts that tell by which period pay is spoken of
# What is asked about one job: two that were side by side are left behind.
_ONE_WAY = frozenset(
    {"realistic", "how_long", "next_step", "requirements", "counts", "cost", "plan", "interview"}
)


def read_dialogue(
    message: Message,
    before: DialogueState,
    wishes: list[Wish],
    alternatives: list[str],
    profile: Profile,
) -> DialogueState:
    """What the thread stands on after the message: topic, pair, offers, posting, alternatives.

    Beside another job the present one of the `profile` is no topic.
    """
    present, work = profile.current_role, profile.current_role or profile.former_role
    told = [each for wish in wishes if wish.name != "outside" for each in wish.subjects if each.role]
    told = [each for each in told if each.role != present] or told
    meant = [each.text for each in (*message.of("tgt"), *message.of("ask")) if names_a_job(each)]
    wanted = [Subject(role=words) for words in meant]
    posting = read_posting(message)
    sought = [Subject(role=posting.title, place=posting.place)] if posting and posting.title else []
    topic = next(iter([*told, *wanted, *sought]), None)
    pair = _side_by_side(wishes)
    answered = amount_answered(message, before)
    said = [each for each in (*amounts(message, *AMOUNTS), *(answered or ())[1:]) if each.period]
    return before.model_copy(
        update={
            "topic": _topic(before.topic, topic, wishes),
            "pair": pair or ([] if topic or _ONE_WAY & {wish.name for wish in wishes} else before.pair),
            "offers": [*(with_amount(each, answered) for each in before.offers), *read_offers(message)],
            "posting": posting or before.posting,
            "told": [*before.told, *said][-_MOST_TOLD:],
            "brings": _brought(message, before.brings) | _leaves(wishes, work),
            "alternatives": _considered(before.alternatives, alternatives),
            "spoken": _last_spoken(before.spoken, told or wanted),
            "conditions": list(
                dict.fromkeys([*before.conditions, *(each for wish in wishes for each in wish.conditions)])
            ),
            "wishes": [
                wish for wish in wishes if wish.name not in ACTS | {"condition"} and wish.kind != "unsure"
            ]
            or before.wishes,
            "asked": None,
            "pressing": False,
            "held": [],
        }
    )


def _side_by_side(wishes: list[Wish]) -> list[Subject]:
    """What is set side by side, or two jobs whose pay or market is asked for, or that they think of, at once."""
    chosen = (wish.subjects for wish in wishes if wish.name in SIDE_BY_SIDE and len(wish.subjects) > 1)
    asked = (
        wish.subjects
        for wish in wishes
        if wish.name in (*OF_ANY_JOB, "tell") and len({each.role for each in wish.subjects if each.role}) > 1
    )
    return next(chain(chosen, asked), [])


def _last_spoken(before: list[str], told: list[Subject]) -> list[str]:
    """The jobs that were spoken of, each once, the newest last."""
    roles = [*before, *dict.fromkeys(each.role for each in told if each.role)]
    return [role for at, role in enumerate(roles) if role not in roles[at + 1 :]][-_MOST_SPOKEN:]


def _considered(before: list[str], now: list[str]) -> list[str]:
    """The jobs they think of; one that was told is not another by fewer of its words."""
    known = [role.casefold() for role in before]
    return [*before, *(role for role in now if role.casefold() not in known and not among(role, before))]


def _brought(message: Message, before: dict[str, str]) -> dict[str, str]:
    """What they tell of themselves beside the profile: how old they are, what schooling they have.

    Another age than the one told before is somebody else's, unless it is a correction; so is that of "19 year olds".
    """
    age = age_told(message)
    told = {"age": str(age)} if age else {}
    if "age" in before and not message.wants("correct"):
        told = {}
    schools = [each.text for each in message.of("edu") if years_of_school(each.text) is not None]
    school = {"edu": max(schools, key=lambda words: years_of_school(words) or 0)} if schools else {}
    return before | told | school | _past(message)


def _past(message: Message) -> dict[str, str]:
    """The work they did before what they do now, with its years where they are told right with it."""
    job = next((each for each in message.of("past") if names_a_job(each)), None)
    if job is None:
        return {}
    weeks = (
        parse_weeks(each.text) for each in message.of("yrs") if message.nearest(each, "cur", "past") == job
    )
    years = next((str(round(told / WEEKS_A_YEAR, 1)) for told in weeks if told), None)
    place = message.nearest(job, "oloc", "loc", "aloc")
    told = {"past_years": years, "past_place": place.text if place and place.label == "oloc" else None}
    return {"past": job.text} | {name: words for name, words in told.items() if words}


def brings(message: Message, before: DialogueState) -> bool:
    """Whether a message tells an age or schooling that was not told before."""
    return _brought(message, before.brings) != before.brings


def age_told(message: Message) -> int | None:
    """How old the person says they are, as far as that can be true; of "19 year olds" it is not said."""
    own = [each for each in message.of("age") if not _OLDS.match(message.text, each.start)]
    ages = [found.low for each in own for found in find_quantities(each.text)[:1]]
    return round(ages[-1]) if ages and _YOUNGEST <= ages[-1] <= _OLDEST else None


def _leaves(wishes: list[Wish], work: str | None) -> dict[str, str]:
    """The work whose field they want out of: they rule it out for what else they could do, or got the answer to who leaves it."""
    if work is None:
        return {}
    out = any(
        wish.name == "options" and any(same_field(each, work) for each in wish.skills) for wish in wishes
    )
    told = any(wish.advice and "leaves" in prompts.advice(wish.advice) for wish in wishes)
    return {"leaves": work} if out or told else {}


def for_a_text(
    message: Message, wishes: list[Wish], before: DialogueState, today: date
) -> dict[str, dict[str, str] | LetterNotes]:
    """What a text that is wanted is to say and to whom it goes; values that its brackets may take, a day for this one, pay for any."""
    wanted = [wish for wish in wishes if wish.name in TEXTS]
    told = {kind: words for kind, words in details(message, today).items() if wanted or kind != _DAY}
    kept = {kind: words for kind, words in before.details.items() if not wanted or kind != _DAY}
    notes = LetterNotes()
    if wanted:
        leans = any(wish.name == "letter" for wish in wanted) or asks_for_one(message.text)
        notes = notes_of(message, before.letter, again=False, leans=leans)
        entry, held = frame_of(message), before.letter.entry if before.letter else None
        notes = notes.model_copy(update={"entry": held if notes.other else entry})
    return {"details": kept | told, "notes": notes}


def _topic(before: Subject, named: Subject | None, wishes: list[Wish]) -> Subject:
    """What was spoken of last; a place named alone is where the same role is meant now."""
    if named is not None:
        return named.model_copy(update={"place": named.place or before.place})
    places = [subject.place for wish in wishes for subject in wish.subjects if subject.place]
    return before.model_copy(update={"place": places[-1]}) if places else before

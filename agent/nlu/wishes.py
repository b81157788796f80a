"""From the names of wishes to wishes with all they need, and what the thread stands on after them."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TypeVar

from agent.models import Amount, DialogueState, Measure, Offer, Profile, Subject, Wish, WishName
from agent.nlu.facts import hours_until
from agent.nlu.kinds import HeadName, read_kind, surest_kind
from agent.nlu.links import names_a_job
from agent.nlu.mentions import Message, distinct
from agent.nlu.near import with_near
from agent.nlu.pay import amount_answered, amounts, read_offers
from agent.nlu.posting import read_posting
from agent.nlu.scheme import AMOUNTS
from agent.nlu.subjects import SIDE_BY_SIDE, named_places, named_roles, roles_in, subjects_of
from agent.nlu.values.dates import parse_deadline
from agent.nlu.values.durations import parse_weeks
from agent.nlu.values.money import is_contract_rate, period_in
from agent.nlu.values.numbers import find_quantities
from agent.nlu.values.schooling import names_schooling
from tools.documents.embedder import embed
from tools.oews.several import meanings
from tools.roadmap.skills import own_name, spelling

# Acts say how a message stands to the thread; a wish beside them is what is answered.
ACTS = frozenset({"followup", "answer", "correct", "tell"})
_ANSWERS_REST_ON = ("hrs", "hor", "yrs", "have", "some", "lack", "loc", "payc", "payo")
_HOURS_A_DAY = 24
_LONGEST_QUERY = 400  # characters; a question to the library is a sentence or two
_STATES = re.compile(r"(?<!united )\bstates?\b", re.IGNORECASE)
_SENTENCES, _CLAUSES = re.compile(r"[.!?…]\s+|\n+"), re.compile(r"[.!?…,;:]\s+|\n+")
_LEAST_OF_A_CLAUSE = 3  # words; fewer say no feeling by themselves
_MOST_CLAUSES = 8
_YES_OR_NO = "q:sure"
# The chance of danger from which nothing else is spoken of; below it help is named beside the answer.
_SURE_OF_DANGER = 0.8
# What a role picked from a list is told of.
_OF_A_CHOICE: tuple[WishName, ...] = ("pay", "requirements")
# Wishes that end in a list to pick from.
_LISTS = frozenset({"options", "which_first", "next_step"})
# What is asked about one job: two that were side by side are left behind.
_ONE_WAY = frozenset({"realistic", "next_step", "requirements", "plan", "interview"})
_KINDS: dict[str, HeadName] = {"about_plan": "about_plan", "letter": "letter"}


_Priced = TypeVar("_Priced", Wish, Offer)


def read_wishes(message: Message, dialogue: DialogueState, profile: Profile, today: date) -> list[Wish]:
    """The wishes of a message in its order. `profile` holds what it told already."""
    if answered := amount_answered(message, dialogue):
        return [_with_amount(wish, answered) for wish in dialogue.held]
    if meant := _meant(message, dialogue):
        return meant
    names = _with_offers([name for name in message.wishes if name not in ACTS], message, dialogue)
    near = _of_a_pick(message, dialogue, profile) if not names else []
    if not names and not near and (again := _repeated(message, dialogue, profile)):
        return again
    names = names or near
    if not names and message.wants("correct") and message.of(*_ANSWERS_REST_ON):
        # A corrected fact changes what was answered last.
        return [_wish("correct", message, dialogue, profile, today), *dialogue.wishes]
    if not names and message.wants("answer", "correct") and dialogue.held and _goes_on(message):
        return _with_slots(dialogue.held, message)
    felt, names = names == ["feelings"], with_near(names, message, dialogue, profile)
    wishes = [_wish(name, message, dialogue, profile, today) for name in names or message.wishes]
    for wish in wishes:
        if felt and wish.name == "feelings" and "which_first" in names:
            wish.feeling = "torn"  # what is felt between two ways
    return wishes


def _with_offers(names: list[str], message: Message, dialogue: DialogueState) -> list[str]:
    """Several offers told in one message are set side by side; whether one is worth taking is what is said to it."""
    offers = len(read_offers(message))
    if not offers and "posting" in names:
        names = [name for name in names if name != "offer"]  # the pay in it is the posting's
    if offers and "offer" in names and not message.of("learn", "avoid"):
        names = [name for name in names if name != "worth_it"]
    alone = offers == 1 and not dialogue.offers and not message.of("payc")
    if alone and max(len(named_roles(message)), len(named_places(message))) < 2:
        names = ["offer" if name == "compare" else name for name in names]  # nothing stands beside it
    if offers < 2:
        return names
    about = {"which_first", "offer", "worth_it", "pay"}
    return list(dict.fromkeys("compare" if name in about else name for name in names or ["compare"]))


def _meant(message: Message, dialogue: DialogueState) -> list[Wish]:
    """The wishes held, where the message is no more than a job, or the one of several that an abbreviation stands for."""
    bare = len(message.mentions) == 1 and named_roles(message) == [message.text.strip(" .!?")]
    if dialogue.pressing and dialogue.asked == "target" and bare:
        return _with_slots(dialogue.held, message)
    roles = {subject.role for wish in dialogue.held for subject in wish.subjects if subject.role}
    if dialogue.asked != "which" or len(roles) != 1:
        return []
    several = {title: set(title.split()) for title in meanings(next(iter(roles)))}
    shared = set.intersection(*several.values()) if several else set()
    said = set(message.text.casefold().replace(".", " ").split())
    meant = [title for title, words in several.items() if said & (words - shared)]
    return [_replaced(wish, dialogue.topic, meant) for wish in dialogue.held] if len(meant) == 1 else []


def _with_amount(each: _Priced, answered: tuple[Amount, Amount] | None) -> _Priced:
    """With an amount in the place of the one that was told without its period."""
    if answered is None:
        return each
    told, amount = answered
    return each.model_copy(update={"amounts": [amount if one == told else one for one in each.amounts]})


def read_dialogue(
    message: Message,
    before: DialogueState,
    wishes: list[Wish],
    alternatives: list[str],
    present: str | None = None,
) -> DialogueState:
    """What the thread stands on after the message: topic, pair, offers, posting, alternatives.

    Beside another job the `present` one is no topic.
    """
    told = [subject for wish in wishes for subject in wish.subjects if subject.role]
    told = [each for each in told if each.role != present] or told
    meant = [each.text for each in message.of("tgt") if names_a_job(each)]
    wanted = [Subject(role=words) for words in meant]
    posting = read_posting(message)
    sought = [Subject(role=posting.title, place=posting.place)] if posting and posting.title else []
    topic = next(iter([*told, *wanted, *sought]), None)
    pair = next(
        (wish.subjects for wish in wishes if wish.name in SIDE_BY_SIDE and len(wish.subjects) > 1), []
    )
    answered = amount_answered(message, before)
    known = [role.casefold() for role in before.alternatives]
    return before.model_copy(
        update={
            "topic": _topic(before.topic, topic, wishes),
            "pair": pair or ([] if topic or _ONE_WAY & {wish.name for wish in wishes} else before.pair),
            "offers": [*(_with_amount(each, answered) for each in before.offers), *read_offers(message)],
            "posting": posting or before.posting,
            "alternatives": [
                *before.alternatives,
                *(role for role in alternatives if role.casefold() not in known),
            ],
            "wishes": [wish for wish in wishes if wish.name not in ACTS] or before.wishes,
            "asked": None,
            "pressing": False,
            "held": [],
        }
    )


def _wish(name: str, message: Message, dialogue: DialogueState, profile: Profile, today: date) -> Wish:
    feeling = _feeling(message) if name == "feelings" else None
    wish = Wish.model_validate({"name": name, "feeling": feeling, "kind": _kind(name, message)})
    wish.subjects = subjects_of(name, message, dialogue, profile)
    wish.amounts = _amounts_of(wish.name, message, dialogue)
    wish.measure = _measure(name, message) if name in ("pay", "ask_for") else None
    named = (
        own_name if name == "which_first" else spelling
    )  # two names of one skill are still two to choose from
    wish.skills = [named(mention.text) for mention in distinct(message.of("learn", "avoid"))]
    wish.due = _hours_until_due(message, today)
    wish.hours = hours_until(message) if name == "interview" else None
    wish.query = _query(message, dialogue) if name in ("library", "requirements") else None
    if message.of("noedu"):
        wish.degree = False
    elif name == "requirements" and not (wish.skills or message.of("edu")) and names_schooling(message.text):
        wish.degree = True
    parts = message.of("part")
    wish.part = parts[0].text if parts else None
    return wish


def _feeling(message: Message) -> str | None:
    """What they feel, by the whole message or the clause that tells it best: facts beside it blur the whole."""
    if message.vector is None:
        return None
    pieces = dict.fromkeys(
        piece
        for splits in (_SENTENCES, _CLAUSES)
        for piece in splits.split(message.text)
        if len(piece.split()) >= _LEAST_OF_A_CLAUSE
    )
    return surest_kind("feeling", message.vector, embed([*pieces][:_MOST_CLAUSES]))


def _measure(name: str, message: Message) -> Measure | None:
    """A contractor's rate; pay by the hour, where no hours of the person's are told; of each state, where no place is named."""
    if name == "ask_for" and is_contract_rate(message.text):
        return "contract_hour"
    if _STATES.search(message.text) and not message.of("aloc", "loc"):
        return "state"
    return "hour" if period_in(message.text) == "hour" and not message.of("hrs", *AMOUNTS) else None


def _kind(name: str, message: Message) -> str | None:
    """What is asked about a plan, which text is wanted, or yes or no where that was asked."""
    if name == "answer":
        return read_kind("sure", message.vector) if _YES_OR_NO in message.context else None
    if name == "crisis":
        return "unsure" if message.chances.get("crisis", 1.0) < _SURE_OF_DANGER else None
    return read_kind(_KINDS[name], message.vector) if name in _KINDS else None


def _goes_on(message: Message) -> bool:
    """Whether what waits for an answer is wanted: what was offered only where the answer is a yes."""
    return _YES_OR_NO not in message.context or _kind("answer", message) == "yes"


def _amounts_of(name: WishName, message: Message, dialogue: DialogueState) -> list[Amount]:
    """The amounts a wish is about: offered ones before those earned, the thread's last offer where none is named."""
    if name == "pay":  # what they earn comes to a sum of its own where its hours are told
        return [amount for amount in amounts(message, "payc", "payo") if amount.hours is not None]
    if name not in ("offer", "ask_for", "worth_it", "compare", "which_first"):
        return []
    own = amounts(message, "payo", "total", "bonus", "signon", "equity") or amounts(message, "payc")
    return own or (list(dialogue.offers[-1].amounts) if dialogue.offers else [])


def _query(message: Message, dialogue: DialogueState) -> str:
    """The question itself; where it leans on the thread, with the role it leans on."""
    text = " ".join(message.text.split())[:_LONGEST_QUERY]
    role = dialogue.topic.role
    return f"{text} ({role})" if role and message.wants("followup") and not named_roles(message) else text


def _of_a_pick(message: Message, dialogue: DialogueState, profile: Profile) -> list[str]:
    """What is asked of a role picked from those shown, where that is more than what it is like."""
    picks = dialogue.options and message.wants("followup") and not named_roles(message)
    if not picks or not roles_in(message, dialogue, profile):
        return []
    return [name for name in with_near([], message, dialogue, profile) if name not in ACTS]


def _repeated(message: Message, dialogue: DialogueState, profile: Profile) -> list[Wish]:
    """The last wishes anew with the role, place or level that an ellipsis puts in their stead ("and in Denver?")."""
    roles = roles_in(message, dialogue, profile)
    places = named_places(message) or [each.text for each in message.of("loc")]
    levels = [mention.text for mention in message.of("lvl")]
    several = len(dialogue.pair) > 1 and len({each.place for each in dialogue.pair}) == 1
    listed = bool(dialogue.options) and any(wish.name in _LISTS for wish in dialogue.wishes)
    if roles and (listed or (several and any(wish.name == "compare" for wish in dialogue.wishes))):
        subjects = [Subject(role=roles[0], place=place) for place in places] or [Subject(role=roles[0])]
        return [Wish(name=name, subjects=subjects) for name in _OF_A_CHOICE]
    placed = {mention.label for mention in message.mentions} == {"loc"}  # nothing but where they are
    leans = message.wants("followup", "correct") or placed or (roles and not named_roles(message))
    if not leans or not (roles or places or levels):
        return []
    last = [wish for wish in dialogue.wishes if wish.name not in ACTS]
    return [_replaced(wish, dialogue.topic, roles, places, levels) for wish in last]


def _with_slots(held: list[Wish], message: Message) -> list[Wish]:
    """The wishes that a question was asked back for, with what the answer names."""
    roles, places = named_roles(message), named_places(message)
    return [_replaced(wish, Subject(), roles, places) for wish in held]


def _replaced(
    wish: Wish, topic: Subject, roles: Sequence[str], places: Sequence[str] = (), levels: Sequence[str] = ()
) -> Wish:
    """The wish with these in the place of what it was about; a wish without a subject is about the topic."""
    before = wish.subjects or [topic]
    if roles and len({subject.place for subject in before}) == 1:
        found = [before[0].model_copy(update={"role": role}) for role in roles]
    elif roles:
        found = [subject.model_copy(update={"role": roles[0]}) for subject in before]
    else:
        found = list(before)
    if places:
        kept = list({subject.role: subject for subject in found}.values())
        found = [subject.model_copy(update={"place": place}) for subject in kept for place in places]
    if levels:
        found = [subject.model_copy(update={"level": levels[0]}) for subject in found]
    return wish.model_copy(update={"subjects": found})


def _topic(before: Subject, named: Subject | None, wishes: list[Wish]) -> Subject:
    """What was spoken of last; a place named alone is where the same role is meant now."""
    if named is not None:
        return named.model_copy(update={"place": named.place or before.place})
    places = [subject.place for wish in wishes for subject in wish.subjects if subject.place]
    return before.model_copy(update={"place": places[-1]}) if places else before


def _hours_until_due(message: Message, today: date) -> float | None:
    """Hours from now until an interview or test: what a length tells, else the days until the day named."""
    for mention in message.of("due"):
        if day := parse_deadline(mention.text, today):
            weeks = parse_weeks(mention.text)
            if hours := re.search(r"(\d+)\s*(?:h|hrs?|hours?)\b", mention.text, re.IGNORECASE):
                return float(hours[1])
            return weeks * 7 * _HOURS_A_DAY if weeks else max((day - today).days, 1) * _HOURS_A_DAY
        if quantities := find_quantities(mention.text):
            unit = _HOURS_A_DAY if re.search(r"\bdays?\b", mention.text, re.IGNORECASE) else 1
            return quantities[0].low * unit
    return None

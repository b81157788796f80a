"""What each part of a message wants: a message that asks several things is read like so many messages, one after the other."""

import re
from collections.abc import Iterable, Mapping
from datetime import date
from typing import NamedTuple

from agent.models import DialogueState, Profile, Subject, Wish
from agent.nlu.advice import before_all, fitting, with_advice
from agent.nlu.aspects import with_aspect
from agent.nlu.joined import joined, new_ones, placed_best, without_own_pay
from agent.nlu.kinds import YES, kind_of, nameless_vector
from agent.nlu.leaning import with_leaning
from agent.nlu.letters.turn import is_for_the_text
from agent.nlu.mentions import Message
from agent.nlu.parts import Part, is_one_choice, message_of, parts
from agent.nlu.questions_beside import asks_only
from agent.nlu.scheme import ACTS, TEXTS
from agent.nlu.stands import read_dialogue
from agent.nlu.subjects import OF_A_JOB, OF_ANY_JOB, SIDE_BY_SIDE, chosen, named_roles
from agent.nlu.tagger import default_tagger
from agent.nlu.told import conditions_told
from agent.nlu.wishes import read_wishes

_SURE_ANSWER = 0.6  # chance of a written answer
# From which chance on a part leans on what stands before it, and below which the whole does not want something.
_LEANS, _UNLIKELY = 0.6, 0.2
_BEGINS = re.compile(r"(?:\A|[.!?;:\n][\"')\s]*)\Z")  # what stands before a sentence
_SURE_OF_ASKING = 0.75  # how surely a part asks in which nothing is surely wanted
_MOST = 5  # parts; more nobody answers in one breath
# What is about the whole of a message, the thread or the plan: its parts are not taken apart.
_OF_THE_WHOLE = frozenset(
    [
        *("approve", "feedback", "about_plan", "progress", "plan", "foreign", "posting", "correct"),
        *("sources", "recall", "pushback", "crisis", "hello", "bye"),
    ]
)
_OF_A_PLAN = frozenset({"about_plan"})  # asked of the plan that the thread holds
_OF_A_SUM = frozenset({"ask_for"})
_ABOUT_A_JOB = frozenset({*OF_A_JOB, *OF_ANY_JOB, *_OF_A_SUM, "library"})
# What is answered with figures or a list, and what of that may be read in the whole alone.
_OF_FIGURES = frozenset(
    {"pay", "offer", "ask_for", "compare", "options", "how_long", "market", "requirements"}
)
_LOST = _OF_FIGURES | {"realistic", "cost", "worth_it"}
# What weighs an offer itself, and what asks for a view of what is told.
_ON_OFFERS = frozenset({"offer", "compare", "ask_for", "worth_it", "which_first", *TEXTS})
_OF_A_VIEW = frozenset({"advice", "handle", "should_i", "realistic"})
# What lists jobs, and what can be said of one of them alone.
_LISTS = frozenset({"options", "find"})
_OF_ONE = frozenset({"how_long", "cost", "requirements", "realistic", "work_like"})
# What is told beside all questions and is answered, too.
_BESIDE = frozenset({"feelings"})
# What weighs a condition itself.
_TAKES_UP: Mapping[str, frozenset[str]] = {
    "age": frozenset({"realistic"}),
    "schooling": frozenset({"realistic", "requirements", "counts", "options"}),
    "body": frozenset({"options"}),
    "family": frozenset({"options"}),
    "time": frozenset({"options", "how_long"}),
}


class _Thread(NamedTuple):
    """What a message is read in."""

    dialogue: DialogueState
    profile: Profile
    today: date


def wishes_of(message: Message, dialogue: DialogueState, profile: Profile, today: date) -> list[Wish]:
    """The wishes of a message with the written answers that fit: of each of its parts, or of the whole."""
    thread = _Thread(dialogue, profile, today)
    whole = with_leaning(_read(message, thread), message, dialogue)
    answers = dialogue.asked is not None and message.wants("answer")
    of_plan = bool({"draft", "plan"} & {*message.context})
    unsure = [wish for wish in whole if wish.kind == "unsure"]
    of_the_whole = _OF_THE_WHOLE - _OF_A_PLAN if of_plan and _asks_only(message) else _OF_THE_WHOLE
    held = answers or (of_plan and of_the_whole is _OF_THE_WHOLE)
    if held or any(wish.name in of_the_whole for wish in whole if wish not in unsure):
        return with_aspect(whole, message, dialogue, profile)
    asked = _by_parts(message, whole, thread)
    beside = [
        wish for wish in whole if wish.name in _BESIDE and wish.name not in {each.name for each in asked}
    ]
    answered = [*unsure, *beside, *asked] if asked else with_aspect(whole, message, dialogue, profile)
    told = _conditions(answered, message)
    names, advice = {wish.name for wish in answered}, {wish.advice for wish in answered if wish.advice}
    beside = [
        wish
        for wish in told
        if wish.advice not in advice and not names & _TAKES_UP.get(wish.kind or "", frozenset())
    ]
    return before_all([*(_weighing(wish, told) for wish in answered), *beside])


def _asks_only(message: Message) -> bool:
    """Whether a message to a plan asks several things and nothing of it is a remark on the plan."""
    cut = parts(message.text)
    return len(cut) > 1 and asks_only([message_of(part, message, default_tagger()) for part in cut])


def wishes_beside(
    asked: Iterable[Message], dialogue: DialogueState, profile: Profile, today: date
) -> list[Wish]:
    """What each question beside a remark on a plan wants, read by itself."""
    thread = _Thread(dialogue, profile, today)
    return [wish for own in asked for wish in with_aspect(_read(own, thread), own, dialogue, profile)]


def _conditions(answered: list[Wish], message: Message) -> list[Wish]:
    """What is told beside a question and bears on the answer."""
    if {wish.name for wish in answered} <= ACTS | _BESIDE | {"thanks"}:
        return []
    return conditions_told(message)


def _weighing(wish: Wish, told: list[Wish]) -> Wish:
    """A list of jobs with how the work is to be by what is told beside it ("bad shoulder")."""
    taken = (
        each for each in told if wish.name == "options" and "options" in _TAKES_UP.get(each.kind or "", ())
    )
    conditions = dict.fromkeys([*wish.conditions, *(name for each in taken for name in each.conditions)])
    return wish.model_copy(update={"conditions": [*conditions]})


def _read(message: Message, thread: _Thread) -> list[Wish]:
    wishes = read_wishes(message, thread.dialogue, thread.profile, thread.today)
    return with_advice(wishes, message)


def _by_parts(message: Message, whole: list[Wish], thread: _Thread) -> list[Wish]:
    """The wishes of each part, in order; none where the message asks one thing that was read in the whole as well."""
    cut, found, owns = asking(parts(message.text), message), list[Wish](), list[Message]()
    texts = [wish for wish in whole if wish.name in TEXTS]
    felt = next((wish for wish in whole if wish.name in _BESIDE), None)  # of the whole: words mislead
    if not cut or is_one_choice(cut, message, whole):
        return []
    before = thread.dialogue.model_copy(update={"asked": None, "pressing": False, "held": []})
    pick = chosen(message.text, thread.dialogue)
    for place, part in enumerate(cut[:_MOST], start=1):
        alone = _after_a_pick(part, message, before) if pick and place > 1 else part
        own = message_of(alone, message, default_tagger())
        owns.append(own)
        if len(cut) == 1 and ({*own.wishes} - ACTS) <= {wish.name for wish in whole}:
            return []
        read = with_aspect(_read(own, thread._replace(dialogue=before)), own, before, thread.profile)
        of_plan = _OF_A_PLAN if {"draft", "plan"} & {*own.context} else frozenset()
        read = [wish for wish in read if wish.name not in _OF_THE_WHOLE - of_plan]
        read = [felt if felt and wish.name in _BESIDE else wish for wish in read]
        if any(wish.name in TEXTS for wish in read) and any(wish.name in TEXTS for wish in whole):
            read = [*texts, *(wish for wish in read if wish.name not in TEXTS)]
            texts = []
        if all(wish.name in ACTS for wish in read):
            own_question = part.text.endswith("?") and _BEGINS.search(message.text, 0, part.start)
            read = [Wish(name="library", query=part.text)] if own_question else []
        read = [_of_skills(_about(wish, before, thread), own, found) for wish in _led(read, own)]
        read = [_of_the_list(wish, own, found) for wish in read if not _stands_in_it(wish, own, found)]
        after = read_dialogue(own, before, read, [], thread.profile)
        topic = _topic(after.topic, own, thread.profile)
        topic = topic.model_copy(update={"role": pick}) if pick and place == 1 else topic
        kept = {"topic": topic, "pair": [] if pick else after.pair, "wishes": after.wishes}
        before = before.model_copy(update=kept)
        found = placed_best(found, read, owns, place)
        found = joined(found, [wish.model_copy(update={"place": place}) for wish in new_ones(read, found)])
    return _with_rest(found, whole, owns, message)


def asking(cut: list[Part], message: Message) -> list[Part]:
    """The parts without those that only seem to ask: beside what surely asks they are told."""
    pairs = [(part, message_of(part, message, default_tagger())) for part in cut[:_MOST]]
    for_text = [part for part, each in pairs if is_for_the_text(each, message, part.start)]
    told = [part for part, each in pairs if _only_tells(part, each)]
    asking = [part for part in cut if part not in (*told, *for_text)]
    sure = any({*each.firm} - ACTS for part, each in pairs if part in asking)
    if not sure:  # nothing else surely asks: what hardly does is all that is asked
        told, asking = [], [part for part in cut if part not in for_text]
    spans = [(each.start, each.end) for each in (*told, *for_text)]
    return [part._replace(told=tuple(sorted((*part.told, *spans)))) for part in asking]


def _only_tells(part: Part, own: Message) -> bool:
    """Whether a part, no question as it is written, is hardly one to the head either and nothing is surely wanted in it."""
    if own.summary is None or part.text.endswith("?"):
        return False
    asks = kind_of("asks", nameless_vector(own.summary, part.text))
    return asks.label != YES or (asks.confidence < _SURE_OF_ASKING and not {*own.firm} - ACTS)


def _after_a_pick(part: Part, message: Message, before: DialogueState) -> Part:
    """A part without what picked a job from a list: that job is what the parts behind it are about."""
    told = (span for span in part.told if chosen(message.text[slice(*span)], before) is None)
    return part._replace(told=tuple(told))


def _of_skills(wish: Wish, own: Message, found: list[Wish]) -> Wish:
    """Of the skills that the part before names, where one is to choose and names nothing itself ("Python or SQL, and which first?")."""
    skills = next((each.skills for each in reversed(found) if len(each.skills) > 1), [])
    alone = not (wish.skills or _names_a_job(own)) and wish.name in SIDE_BY_SIDE
    return wish.model_copy(update={"skills": skills, "subjects": []}) if skills and alone else wish


def _of_the_list(wish: Wish, own: Message, found: list[Wish]) -> Wish:
    """What is asked of jobs that a part before wants listed waits until one of them is picked."""
    listed = any(each.name in _LISTS for each in found)
    open_ = wish.name in _OF_ONE and not wish.skills and not _names_a_job(own)
    return wish.model_copy(update={"kind": "listed", "subjects": []}) if listed and open_ else wish


def _stands_in_it(wish: Wish, own: Message, found: list[Wish]) -> bool:
    """Whether pay is asked of jobs that a part before wants listed: the list tells it."""
    return wish.name == "pay" and any(each.name in _LISTS for each in found) and not _names_a_job(own)


def _names_a_job(own: Message) -> bool:
    """Whether a part names one itself, and not what is told beside it."""
    return any(each.text in own.asked for each in own.of("ask", "tgt"))


def _topic(topic: Subject, own: Message, profile: Profile) -> Subject:
    """What the next part is about: a job that this one names, before their own work."""
    work = (profile.current_role, profile.former_role)
    named = next((role for role in named_roles(own) if role not in work), None)
    return Subject(role=named, place=topic.place) if named and topic.role in (None, *work) else topic


def _led(read: list[Wish], own: Message) -> list[Wish]:
    """With the written answer before what no figures answer, or what a surer answer is written to."""
    advice = [wish for wish in read if wish.advice]
    fit = fitting(own) if advice else None
    sure = fit is not None and fit.chance >= _SURE_ANSWER
    figures = [wish for wish in read if not wish.advice and _is_of_figures(wish, beside_a_sure=sure)]
    rest = [wish for wish in read if wish not in advice and wish not in figures]
    return [*figures, *advice, *rest]


def _is_of_figures(wish: Wish, *, beside_a_sure: bool) -> bool:
    """Whether figures or a list answer it; beside a sure answer that is written, what is needed only where it is named."""
    if wish.name == "requirements" and beside_a_sure:
        return wish.degree is not None or bool(wish.skills)
    return wish.name in _OF_FIGURES or len(wish.subjects) > 1


def _with_rest(found: list[Wish], whole: list[Wish], cut: list[Message], message: Message) -> list[Wish]:
    """With what is sure of the whole and read in no part, where the part stands that asks for it.

    What a part that leans on the others ("is that true?") was read to want and the whole does not, it takes the place of.
    """
    found = without_own_pay(_with_offer(found, whole), message)
    names = {wish.name for wish in found}
    for wish in whole:
        if wish.name not in _LOST & {*message.firm} - names or _stands_in_it(wish, message, found):
            continue
        weak = [each for each in found if _is_unlikely(each, cut[each.place - 1], message)]
        places = [*range(1, len(cut) + 1)]
        open_ = [place for place in places if all(each.place != place for each in found)]
        places = [each.place for each in weak] or open_ or places
        place = max(places, key=lambda place: cut[place - 1].chances.get(wish.name, 0.0))
        kept = [each for each in found if each not in weak or each.place != place]
        found = [*kept, wish.model_copy(update={"place": place})]
    return sorted(found, key=lambda wish: wish.place)


def _with_offer(found: list[Wish], whole: list[Wish]) -> list[Wish]:
    """With what is said to an offer that the message tells, where the last part only asks what to think of it."""
    offered = next((wish for wish in whole if wish.name == "offer" and wish.amounts), None)
    if offered is None or not found or any(wish.name in _ON_OFFERS for wish in found):
        return found
    last = found[-1].place
    views = [wish for wish in found if wish.place == last and wish.name in _OF_A_VIEW]
    rest = [wish for wish in found if wish not in views]
    return [*rest, offered.model_copy(update={"place": last})] if views else found


def _is_unlikely(wish: Wish, part: Message, message: Message) -> bool:
    """Whether a wish that needs figures is read in a part that leans on the rest, and in the rest it is not."""
    leans = part.chances.get("followup", 0.0) >= _LEANS
    return leans and wish.name in _LOST and message.chances.get(wish.name, 0.0) < _UNLIKELY


def _about(wish: Wish, before: DialogueState, thread: _Thread) -> Wish:
    """About the jobs of the part before it, where it names none itself but their own work."""
    work = (thread.profile.current_role, thread.profile.former_role)
    named = any(each.role and (wish.name not in _OF_A_SUM or each.role not in work) for each in wish.subjects)
    if wish.name not in _ABOUT_A_JOB or named or wish.skills:
        return wish
    jobs = [each for each in before.pair or [before.topic] if each.role]
    if not jobs or before.topic == thread.dialogue.topic:
        return wish
    places = [each.place for each in wish.subjects if each.place]
    placed = [Subject(role=job.role, place=place) for job in jobs for place in places]
    return wish.model_copy(update={"subjects": placed or jobs})

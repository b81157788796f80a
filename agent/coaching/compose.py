"""From wishes to one reply: their order, its length, one question at most, nothing said twice."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from agent.coaching import fields, read_as
from agent.coaching.asked import asked_before, marks, no_more
from agent.coaching.beside_others import answering_parts, beside_a_feeling, beside_others
from agent.coaching.fields import in_roles
from agent.coaching.lines import Line, Question, Said, line
from agent.coaching.moves import needs, options, pushback, say, small_talk
from agent.coaching.noted import noted
from agent.coaching.order import answered, next_of
from agent.coaching.ranks import first_of_parts
from agent.coaching.repeats import without_repeats
from agent.coaching.roads import has_road
from agent.coaching.room import fitting, words
from agent.coaching.room import kept as kept_lines
from agent.coaching.thresholds import MOST_RECENT, MOST_WORDS, MOST_WORDS_AGAIN, MOST_WORDS_OF_PARTS, PRESSING
from agent.coaching.view import View
from agent.models import Answer, DialogueState, LetterNotes, Subject, ToolRequest, Wish

# What is said beside these has no room for facts taken in.
_WITHOUT_NOTE = frozenset({"tell", "crisis", "feelings", "correct", "foreign"})
_OF_A_JOB = read_as.BY_PAY | read_as.BY_WAY
# General knowledge in the coach's own words: said of all of them once, at the end.
_OWN_WORDS = frozenset(
    {
        *("aspects.told", "condition.way", "requirements.papers", "advice.papers"),
        *("library.general", "library.work", "library.work_alike"),
    }
)
# Wishes that are answered with figures of a job in a place.
_OF_FIGURES = frozenset({"pay", "compare", "which_first", "market", "worth_it", "offer"})
# After these the answer before stands.
_NO_ANSWER = frozenset(["tell", "followup", "thanks", "answer", "correct", "sources", "recall"])
_WEIGHED = frozenset({"compare", "which_first"})
_LISTING = frozenset({"options", "next_step"})
_MOST_PARTS_WITH_A_TABLE = 2  # beside the answers to more a table makes the reply long
_MUST_ASK = 85  # of a question from this weight on: without its answer there is nothing to say
_CITATION = re.compile(r"\s*\[E[^\]]*\]")


def request_evidence(wishes: Iterable[Wish], view: View) -> list[ToolRequest]:
    """The tool calls that the wishes need, each once, in the order in which they are answered."""
    asked, meant = in_roles(answered(wishes, view), view)
    wanted = [request for wish in _with_next(asked, meant) for request in _needs(wish, meant)]
    return [request for at, request in enumerate(wanted) if request not in wanted[:at]]


def compose(wishes: Iterable[Wish], view: View) -> Answer:
    """The reply to all wishes, and the thread with what was said and asked in it."""
    wishes = list(wishes)
    read = answered(wishes, view)
    asked, meant = in_roles(read, view)
    heard = set(view.dialogue.said)
    answers = pushback.with_others(beside_a_feeling([(wish, say(wish, meant)) for wish in asked]), heard)
    asked = [wish for wish, _ in answers]
    chain = _with_next(asked, meant)
    each_said = [(wish, beside_others(wish, _led(wish, each, meant), asked, heard)) for wish, each in answers]
    each_said = answering_parts([(wish, each) for wish, each in each_said if each != Said()])
    said = [_unseen(each, heard) for each in without_repeats([each for _, each in each_said])]
    said += [Said(say(wish, meant).lines[:1]) for wish in chain[len(asked) :]]
    leads = [*_leads([wish for wish, _ in each_said]), *[True] * (len(chain) - len(asked))]
    new = any(own.digest not in heard for each in said for own in each.lines[:1])
    fresh = new or any(own.digest not in heard for each in said for own in each.again)
    several = len({wish.place for wish in asked}) > 1
    question = _question(said, heard if fresh else set(), least=PRESSING if several else 0)
    again = not new or len(chain) > len(asked)
    room = (MOST_WORDS_AGAIN if again else MOST_WORDS) - words([question.line] if question else [])
    spoken = _text(own for each in said for own in each.lines)
    readings = [*_readings(read, view, spoken), read_as.guessed(wishes, asked, meant)]
    taken = [own for own in readings if own and own.digest not in heard]
    told = _conditions(wishes, asked, meant)
    least = min(room, MOST_WORDS_OF_PARTS) if several else room
    kept, after = kept_lines(said, leads, heard, least - words([*taken, *told])), list[Line]()
    kept.append(fitting(told, MOST_WORDS - sum(map(words, kept))))
    if said and sum(map(words, kept)) + words(taken) <= least:
        # What a remark was taken to mean is said before it is answered, how a word was read after.
        before = [own for own in taken if own.key == "followup.taken"]
        kept[0][:0] = before
        after = [own for own in taken if own not in before]
    if not fresh:
        more = no_more(asked, meant) if chain == asked else None
        kept, question = _nothing_new(kept, question, heard, more)
    tables = _tables(said, kept, several=several)
    parts = [*_paragraphs(said, kept), _joined(after), *tables]
    failed = dict.fromkeys(line(f"failures.{result.name}").text for result in view.findings.failed)
    beside = [own for own in small_talk.help_beside(wishes, view) if own.digest not in heard]
    parts += [" ".join(failed), question.line.cited if question else "", _joined(beside)]
    text = "\n\n".join(part for part in parts if part)
    if not any(wish.name in _WITHOUT_NOTE for wish in asked):
        text = _with_note(text, view, least - sum(map(words, [*kept, after])))
    digests = [own.digest for group in (*kept, after, beside) for own in group]
    digests += [question.line.digest] if question else []
    digests += [_digest(table) for table in tables]
    digests += [each for wish in chain for each in marks(wish, meant)]
    spoken_of = [subject for wish in asked if wish.name in _OF_FIGURES for subject in meant.subjects(wish)]
    dialogue = meant.dialogue.model_copy(update={"recent": _recent(meant.dialogue.recent, spoken_of)})
    return Answer(text=text, dialogue=_after(dialogue, said, digests, question, asked))


def _readings(wishes: list[Wish], view: View, spoken: str) -> list[Line | None]:
    """How fields and words were read as jobs."""
    return [fields.told(wishes, view, spoken), *read_as.beside(wishes, view, spoken)]


def _with_note(text: str, view: View, room: int) -> str:
    """The reply with the facts that it did not use, where there is room for them."""
    note = noted(view.changes, text) if view.changes else None
    return f"{text}\n\n*{note.text}*".strip() if note and words([note]) <= room else text


def _nothing_new(
    kept: list[list[Line]], question: Question | None, heard: set[str], more: Line | None
) -> tuple[list[list[Line]], Question | None]:
    """What is said where all was said before: the question that waits, with what it rests on, or that no more is held."""
    again = question and question.weight < _MUST_ASK and question.line.digest in heard
    if question and not again:
        return [[own for own in group if own.evidence] for group in kept], question
    if again or more:
        return [[more or line("followup.no_more")], *([] for _ in kept[1:])], None
    return kept, question


def _is_of_figures(said: Said) -> bool:
    return "|" in said.table


def _paragraphs(said: Sequence[Said], kept: Sequence[Sequence[Line]]) -> list[str]:
    """What is said of each with the list that belongs to it; after all whose view or knowledge it is. Tables of figures stand elsewhere."""
    view, general = line("advice.own_view").text, line("library.own_view").text
    lists = [
        "" if _is_of_figures(each) or (each.lines and not own) else each.table
        for each, own in zip(said, kept, strict=False)
    ]
    both = zip_longest(kept, ("" if each == view else each for each in lists))
    told = [part for own, beside in both for part in (_joined(own or ()), beside or "")]
    knows = any(own.key in _OWN_WORDS for group in kept for own in group)
    return [*told, view if view in lists else general if knows else ""]


def _needs(wish: Wish, view: View) -> list[ToolRequest]:
    """What a move needs; one that has no job to speak of gets what lies near their work."""
    near = Wish(name="options")
    lost = wish.name in _OF_A_JOB and not (view.draft or view.plan)
    return needs(wish, view) or (needs(near, view) if lost else [])


def _led(wish: Wish, said: Said, view: View) -> Said:
    """A move that only asks for the job, after a sentence of use: what lies near their work, else what can be told."""
    if said.lines or said.question is None or said.question.slot != "target":
        return said
    near, names = options.nearest(view) if wish.name in _OF_A_JOB else ([], ())
    return replace(said, lines=(*near, *([] if near else [line("followup.open")])), options=names)


def _recent(before: Sequence[Subject], now: Sequence[Subject]) -> list[Subject]:
    """The subjects whose figures were told last, each once, the newest at the end."""
    bare = [subject.model_copy(update={"level": None}) for subject in (*before, *now) if subject.role]
    return [each for at, each in enumerate(bare) if each not in bare[at + 1 :]][-MOST_RECENT:]


def _with_next(asked: list[Wish], view: View) -> list[Wish]:
    """To what was asked before the next thing about it is added, so that no answer is the same twice."""
    topic = view.dialogue.topic
    if [wish.name for wish in asked] == ["tell"] and view.changes and topic.role and not has_road(topic.role):
        # What was told of them changes nothing that is counted: what is known next goes beside it.
        following = next_of(Wish(name="followup", subjects=[topic]), view)
        return [*asked, following] if following else asked
    again = len(asked) == 1 and asked[0].name != "followup" and asked_before(asked[0], view)
    if not again or view.changes:
        return asked
    following = next_of(asked[0], view)
    return [*asked, following] if following else asked


def _conditions(wishes: Iterable[Wish], asked: Iterable[Wish], view: View) -> list[Line]:
    """What conditions that were told mean for the answer, each said once."""
    if view.is_offered_now or any(wish.name in _WITHOUT_NOTE for wish in asked):
        return []
    told = (own for wish in wishes if wish.name == "condition" for own in say(wish, view).lines)
    return [own for own in told if own.digest not in view.dialogue.said]


def _leads(wishes: Sequence[Wish]) -> list[bool]:
    """Which wishes lead the answer to their part of the message."""
    leading = first_of_parts(wishes)
    return [wish in leading for wish in wishes]


def _tables(said: Sequence[Said], kept: Sequence[Sequence[Line]], *, several: bool) -> list[str]:
    """The tables of figures; beside `several` answers one at most."""
    tables = [each.table for each in said if _is_of_figures(each)]
    if not several:
        return tables
    return tables[:1] if sum(map(bool, kept)) <= _MOST_PARTS_WITH_A_TABLE else []


def _digest(table: str) -> str:
    """What tells whether a table was shown before, whatever its citations are numbered."""
    return Line("table", _CITATION.sub("", table)).digest


def _unseen(said: Said, heard: set[str]) -> Said:
    """Without a table of figures that the person has seen in this thread."""
    if not _is_of_figures(said) or _digest(said.table) not in heard:
        return said
    return replace(said, table="", cited=())


def _text(lines: Iterable[Line]) -> str:
    return " ".join(own.text for own in lines)


def _joined(lines: Iterable[Line]) -> str:
    return " ".join(own.cited for own in lines)


def _question(said: Sequence[Said], heard: set[str], *, least: int) -> Question | None:
    """The one whose answer would change the advice most, from a weight of `least` on; none twice, unless there is nothing else to say."""
    spoken = any(each.lines for each in said)
    asked = [
        each.question
        for each in said
        if each.question
        and each.question.weight >= least
        and not (spoken and each.question.weight < _MUST_ASK and each.question.line.digest in heard)
    ]
    return max(asked, key=lambda question: question.weight, default=None)


def _after(
    dialogue: DialogueState,
    said: Sequence[Said],
    spoken: Sequence[str],
    question: Question | None,
    wishes: list[Wish],
) -> DialogueState:
    held = [Wish(name=question.then)] if question and question.then else wishes if question else []
    shown = next((list(each.options) for each in said if each.options), [])
    options = shown or dialogue.options
    # Of what was weighed the one that came out first is spoken of next; of a list what is picked from it.
    names = {wish.name for wish in wishes}
    listed = bool(shown) and bool(names & _LISTING) and not names & _WEIGHED
    ahead = shown[0] if shown and names & _WEIGHED else None if listed else dialogue.topic.role
    return dialogue.model_copy(
        update={
            "topic": dialogue.topic.model_copy(update={"role": ahead}),
            "said": [*(old for old in dialogue.said if old not in spoken), *dict.fromkeys(spoken)],
            "options": options,
            "letter": next((each.letter for each in said if each.letter is not None), dialogue.letter),
            "notes": LetterNotes(),
            "pair": [] if listed else dialogue.pair,
            "asked": question.slot if question else dialogue.asked,
            "pressing": dialogue.pressing
            if question is None
            else question.weight >= PRESSING or not any(each.lines for each in said),
            "held": held,
            "answered": [wish for wish in wishes if wish.name not in _NO_ANSWER]
            or dialogue.answered
            or wishes,
        }
    )

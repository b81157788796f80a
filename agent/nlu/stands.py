"""What the thread stands on after a message: topic, pair, offers, posting, alternatives."""

from datetime import date

from agent.models import REMARKS, DialogueState, OwnText, Subject, Wish
from agent.nlu.again import with_amount
from agent.nlu.contents import contents_of, own_text
from agent.nlu.details import details
from agent.nlu.kinds import kind_of
from agent.nlu.links import names_a_job
from agent.nlu.mentions import Message
from agent.nlu.pay import amount_answered, amounts, read_offers
from agent.nlu.posting import read_posting
from agent.nlu.scheme import ACTS, AMOUNTS
from agent.nlu.subjects import SIDE_BY_SIDE
from agent.nlu.texts import TEXTS

_OF_ONE = frozenset({"name", "day"})  # what is told for one text only
_LEAST_OF_A_REQUEST = 15  # words; with fewer a text is asked for that was told of before
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
    said = [each for each in (*amounts(message, *AMOUNTS), *(answered or ())[1:]) if each.period]
    return before.model_copy(
        update={
            "topic": _topic(before.topic, topic, wishes),
            "pair": pair or ([] if topic or _ONE_WAY & {wish.name for wish in wishes} else before.pair),
            "offers": [*(with_amount(each, answered) for each in before.offers), *read_offers(message)],
            "posting": posting or before.posting,
            "told": [*before.told, *said][-_MOST_TOLD:],
            "alternatives": [
                *before.alternatives,
                *(role for role in alternatives if role.casefold() not in known),
            ],
            "conditions": list(
                dict.fromkeys([*before.conditions, *(each for wish in wishes for each in wish.conditions)])
            ),
            "wishes": [wish for wish in wishes if wish.name not in ACTS and wish.kind != "unsure"]
            or before.wishes,
            "asked": None,
            "pressing": False,
            "held": [],
        }
    )


def for_a_text(
    message: Message, wishes: list[Wish], before: DialogueState, today: date
) -> dict[str, str | dict[str, str] | OwnText | None]:
    """To whom a text that is wanted goes, what it is to say, and what else was told for it: a name and a day for this text, pay for any."""
    wanted = [wish for wish in wishes if wish.name in TEXTS]
    same = not wanted or any(wish.kind in REMARKS for wish in wanted)
    told = details(message, today, named=same and before.addressee is None)
    kept = {kind: words for kind, words in before.details.items() if same or kind not in _OF_ONE}
    told = told if wanted else {kind: words for kind, words in told.items() if kind not in _OF_ONE}
    name = told.pop("name", None) or (before.addressee if same else None)
    own = _own_text(message, wanted, before.own_text if same else None) if wanted else before.own_text
    return {"addressee": name, "details": kept | told, "own_text": own}


def _own_text(message: Message, wanted: list[Wish], before: OwnText | None) -> OwnText:
    """What the text that is wanted is to say; who wants one in few words told it before."""
    leans = len(message.text.split()) < _LEAST_OF_A_REQUEST
    own = own_text(message, before, message.earlier[-1:] if leans else ())
    asks = before is None and "request" in contents_of(message.text).kinds
    kind = kind_of("letter", message.summary).label if asks and message.summary is not None else None
    applies = own.applies or kind == "application" or any(wish.kind == "application" for wish in wanted)
    return own.model_copy(update={"applies": applies})


def _topic(before: Subject, named: Subject | None, wishes: list[Wish]) -> Subject:
    """What was spoken of last; a place named alone is where the same role is meant now."""
    if named is not None:
        return named.model_copy(update={"place": named.place or before.place})
    places = [subject.place for wish in wishes for subject in wish.subjects if subject.place]
    return before.model_copy(update={"place": places[-1]}) if places else before

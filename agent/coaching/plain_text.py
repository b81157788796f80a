"""A text in the person's own words, where none that is held fits: whom it goes to, what it tells and what it asks, and no more."""

import re
from collections.abc import Iterable, Sequence

from agent.coaching.asks import asked
from agent.coaching.kept_out import kept_out, without_reasons
from agent.coaching.lines import Said, asking, line
from agent.coaching.names import at_work
from agent.coaching.own_words import as_lines, in_full, told, without_softeners
from agent.coaching.roads import goal
from agent.coaching.view import View
from agent.models import REMARKS, OwnText, Wish
from agent.nlu.contents import tells_enough
from agent.nlu.swaps import swapped
from agent.nlu.whom import as_third_person

_SHORT = frozenset({"shorter", "shortest", "plainer"})
_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_UPON_THEM = re.compile(r"you\b", re.IGNORECASE)  # what they did comes first
_THANKED = re.compile(r"thank", re.IGNORECASE)
_TITLED = re.compile(r"(?:mr|mrs|ms|miss|dr|prof|professor|judge|chief|captain)\b", re.IGNORECASE)
_CLOSES = re.compile(r"\[your name\]|^thank|\?[\"'”]?$", re.IGNORECASE)
# What is answered without showing the text again.
_NAMES = 5  # words
_SAID_IN_SHORT = 2  # sentences that a short text tells beside what it asks
# What is said before the text to a remark on it; else what is said of any text.
_LEADS = {
    **dict.fromkeys(("changed", "filled"), "plain_text.changed"),
    "judged": "plain_text.judged",
    "plainer": "plain_text.plainer",
    "warmer": "plain_text.warmer",
    "firmer": "plain_text.firmer",
    "formal": "plain_text.formal",
}
_WORDS_ALONE = frozenset({"refused", "unclear"})
_THANKS = {
    None: "plain_text.thanks",
    "plainer": "plain_text.thanks",
    "warmer": "plain_text.thanks_warmly",
    "formal": "plain_text.regards",
}


def is_told(view: View) -> bool:
    """Whether words for somebody can be made of what was told: it is known to whom they go, or what is asked of them."""
    own = view.dialogue.own_text
    asks = any(part.kind == "wanted" for part in own.parts)
    return bool(view.dialogue.addressee or asks or ((own.to_one or own.whom) and contents(own)))


def is_told_enough(wish: Wish, view: View) -> bool:
    """Whether what it is to say was told, so that their own words say more than a usual text of its kind."""
    return tells_enough(view.dialogue.own_text.parts, wish.kind)


def contents(own: OwnText) -> list[str]:
    """What it is to say, as it was typed."""
    return [part.text for part in own.parts if part.kind != "out"]


def say(wish: Wish, view: View) -> Said:
    """The text; where nothing was told that it is to say, that is left open and asked."""
    to = view.dialogue.addressee
    again = (line("plain_text.again", whom=to or line("plain_text.whoever").text),)
    own = view.dialogue.own_text
    body = [each for each in _body(own, to) if not _is_a_name(each, to)]
    if not body:
        open_text = line("plain_text.open", to=to or "[name]").text
        lead = line("plain_text.short", whom=to) if to else line("plain_text.short_alone")
        return Said(
            (lead,), quoted(open_text), question=asking("which", "plain_text.what", 60), again=again, text=""
        )
    if wish.kind in REMARKS:
        first = line(_lead(wish, own, to))
        if wish.kind in _WORDS_ALONE:
            return Said((first,), again=(line("handle.objects_out"),), text="")
        return Said((first,), quoted(_text(wish, view, body)), text="")
    if own.lines:
        return Said((line("plain_text.lines"),), quoted(_text(wish, view, body)), again=again, text="")
    lead = line("plain_text.yours", whom=to) if to else line("plain_text.yours_alone")
    return Said((lead,), quoted(_text(wish, view, body)), again=again, text="")


def _lead(wish: Wish, own: OwnText, to: str | None) -> str:
    """What is said before the text to a remark: where what is to go stands nowhere in it, that."""
    if own.takes_out and _changed_nothing(own, to):
        return "plain_text.not_in_it"
    return _LEADS.get(str(wish.kind), f"text_remarks.{wish.kind}")


def _changed_nothing(own: OwnText, to: str | None) -> bool:
    """Whether what was to go last, or to stand in the place of other words, is not in it."""
    last = own.parts[-1] if own.parts else None
    less = own.model_copy(
        update={"parts": own.parts[:-1]} if last and last.kind == "out" else {"swaps": own.swaps[:-1]}
    )
    return less != own and sentences(less, to) == sentences(own, to)


def _is_a_name(said: str, to: str | None) -> bool:
    """Whether a sentence says no more than what whom it goes to is called."""
    return to is not None and len(said.split()) <= _NAMES and to.split()[-1].casefold() in said.casefold()


def sentences(own: OwnText, to: str | None = None, *, later: bool = False) -> list[str]:
    """What it tells and asks of whom it goes `to`, as sentences; with `later` only what was told once a text was there.

    Nothing that they want kept out, and nothing twice.
    """
    parts = [part for part in own.parts if part.later or not later]
    written = {"said": told, "wanted": told if own.lines else asked}
    said = [
        written[part.kind](
            as_third_person(part.text, own.whom, to) if own.to_one else part.text, alone=own.to_one
        )
        for part in parts
        if part.kind in written
    ]
    out = [part.text for part in own.parts if part.kind == "out"]
    kept = kept_out(dict.fromkeys(each for each in said if each), out)
    return [swapped(each, own.swaps) for each in kept]


def _body(own: OwnText, to: str | None) -> list[str]:
    """Its sentences; those of the parts that were to be shorter are."""
    if not own.shortened:
        return sentences(own, to)
    out = [part for part in own.parts if part.kind == "out"]
    first, since = (
        own.model_copy(update={"parts": [*parts, *out]})
        for parts in (own.parts[: own.shortened], own.parts[own.shortened :])
    )
    short = _shortened(sentences(first, to), 0 if own.heart else _SAID_IN_SHORT)
    return [*short, *(each for each in sentences(since, to) if each not in short)]


def _text(wish: Wish, view: View, body: Sequence[str]) -> str:
    """The greeting, what it says, and a close that fits how long it is and where it goes."""
    own = view.dialogue.own_text
    brief = own.brief or wish.kind in _SHORT
    spoken = own.tone != "formal" and (
        own.spoken or (own.spoken is None and (brief or own.tone == "plainer"))
    )
    if own.lines:
        return "\n".join(f"- {each}" for each in as_lines(body))
    opening = _opening(wish, view, body)
    said = [*([opening] if opening else []), *body]
    if own.tone == "firmer":
        said = [without_softeners(each) for each in sorted(said, key=lambda each: not _asks(each))]
    elif own.tone == "formal":
        said = [in_full(each) for each in said]
    upon_them = any(map(_UPON_THEM.match, said[:1])) and not any(map(_asks, said))
    if own.tone == "warmer" and not brief and not upon_them:
        said.insert(0, line("plain_text.well").text)
    out = [part.text for part in own.parts if part.kind == "out"]
    thanked = any(_THANKED.match(each) for each in said)
    thanks = (
        []
        if thanked or brief or own.tone == "firmer"
        else kept_out(
            [line("plain_text.thanks_heard" if upon_them and own.tone else _THANKS[own.tone]).text], out
        )
    )
    name = own.signed or (None if spoken else line("plain_text.name").text)
    end = ", ".join([*thanks, *([name] if name else [])])
    return "\n".join([_greeting(view, spoken=spoken), " ".join(said), *([end] if end else [])])


def edited(text: str, own: OwnText, to: str | None = None) -> str:
    """A written text with what was told for it since put in before its close, and without what they want out; signed by them."""
    out = [part.text for part in own.parts if part.kind == "out"]
    found = [each for each in _SENTENCE.split(text) if each]
    kept = kept_out(found, out, greeting=True)
    kept = [swapped(each, own.swaps) for each in kept]
    close = (
        next((at for at, each in enumerate(kept) if at and _CLOSES.search(each)), len(kept))
        if len(kept) > 1
        else len(kept)
    )
    text = " ".join([*kept[:close], *sentences(own, to, later=True), *kept[close:]])
    if own.signed is None:
        return text
    open_ = line("plain_text.name").text
    return text.replace(open_, own.signed) if open_ in text else f"{text.rstrip()}\n{own.signed}"


def _shortened(body: Sequence[str], most: int) -> list[str]:
    """The heart of it; where that is all of it, without the reasons."""
    heart = _heart(body, most)
    return heart if len(heart) < len(body) else without_reasons(heart)


def _heart(body: Sequence[str], most: int) -> list[str]:
    """What is asked, with the first of what is told, at most so many sentences of it; one where nothing is asked."""
    told = [each for each in body if not _asks(each)]
    kept = told[: most if len(told) < len(body) else max(most, 1)]
    return [each for each in body if _asks(each) or each in kept]


def _asks(said: str) -> bool:
    return said.endswith("?") or said.startswith("I'd like")


def _greeting(view: View, *, spoken: bool) -> str:
    to = view.dialogue.addressee
    if to is None:
        return line("plain_text.to_team" if view.dialogue.own_text.applies else "plain_text.hello").text
    formal = view.dialogue.own_text.tone == "formal" or (not spoken and _TITLED.match(to))
    return line("plain_text.dear" if formal else "plain_text.hi", to=to).text


def _opening(wish: Wish, view: View, body: Iterable[str]) -> str | None:
    """For an application the job it is for, where their own words do not name it."""
    posting = view.dialogue.posting
    role = goal(wish, view) or (posting.title if posting else None)
    if (
        not view.dialogue.own_text.applies
        or role is None
        or any(role.casefold() in each.casefold() for each in body)
    ):
        return None
    return line("plain_text.applies", as_role=at_work(role)).text


def quoted(text: str) -> str:
    """A text as it may be copied, each line of it set off."""
    return "\n".join(f"> {each}" for each in text.strip().splitlines())

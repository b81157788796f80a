"""What a message tells for a text, clause by clause: what it is to say, what is asked in it, what may not stand in it.

The clauses are read by the head `clause` of `agent/nlu/kinds.py`; what is said to the coach alone, and what it cannot tell, is left out.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

import prompts
from agent.models import OwnText, TextPart
from agent.models.dialogue import TONES, Tone
from agent.nlu.addressee import addressee
from agent.nlu.clauses import Clause, clauses
from agent.nlu.formality import formality
from agent.nlu.kinds import Floats, likeliest_of, nameless_vector, read_kind
from agent.nlu.mentions import Message
from agent.nlu.signed import signed
from agent.nlu.swaps import swap_in
from agent.nlu.tagger import default_tagger
from agent.nlu.whom import as_third_person, is_many, whom

_TOLD = frozenset({"said", "wanted"})
_PARTS = _TOLD | {"out"}
_LEAST_ASKED, _LEAST_TOLD, _LEAST_BESIDE_A_USUAL = 4, 5, 16  # words
MOSTLY_ALIKE = frozenset({"notice", "thanks", "decline", "raise"})
_MOST = 1500  # characters; a longer message holds a document, and no text is told clause by clause in it
_MOST_CLAUSES = 24
# What gives the reason for what stands before it goes with it.
_REASON = re.compile(r"(?:because|bc|cuz|cause|coz|since|so that)\b", re.IGNORECASE)
_NAMING = re.compile(r"[\w'\u2019-]+")
_NEW_SENTENCE = re.compile(r"[.!?;…\n]")
_SPOKEN = re.compile(r"\b(?:texts?|txt|dm|message|msg|whatsapp|sms|chat)\b", re.IGNORECASE)
_WRITTEN = re.compile(r"\b(?:letters?|e-?mails?|application|mail)\b", re.IGNORECASE)
_LINES = re.compile(
    r"\b(?:bullets?|(?:one-?)?liner?s?|sentences?|translate|reword|(?:put|say)\s+(?:that|this|it)\s+on)\b",
    re.IGNORECASE,
)
_HE, _SHE = (
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in ("he|hes|him|his", "she|shes|her|hers")
)
_OF_ANOTHER = re.compile(
    r"\b(?:my|our)\s+(?:mom|mum|mother|dad|father|son|daughter|wife|husband|brother|sister|friend|partner|kid|landlord|neighbou?r|cousin|uncle|aunt)['\u2019]?s\s+(?!(?:is|was|been|a|not)\b)\w+",
    re.IGNORECASE,
)
# Whom it goes to, and whom it is about: of two nobody can tell who "she" is.
_TO = re.compile(
    r"\b(?:to|for|ask|tell|text|email|message|write|send|thank|with)\s+(?:my|our|the|this|an?|his|her)\s+(?:[\w-]+\s*){1,3}",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    r"\b(?:about|bout|on|regarding|against)\s+(?:my|our|a)\s+\w+|\bfor\s+(?:my|our)\s+(?:co-?worker|friend)",
    re.IGNORECASE,
)
# From this chance on a clause that seems to be for the coach is one for the text; the same where it goes on with one of these.
_SAID, _MAY_BE_SAID, _GOES_ON = frozenset({"said"}), 0.35, 0.25
# What is behind these words is to be told, by how they are built.
_PUT_IN = r"(?:(?:and|also|but|then|please|pls|ok)\s+)*(?:add|mention|include|say|write|put(?:\s+in)?|tell\s+(?:him|her|them))\s+"
_PUT_IN_THAT = re.compile(
    rf"{_PUT_IN}(?:that\s+\S+\s+\S|(?<!write\s)(?:i|im|i['\u2019](?:m|ve|d|ll)|ive|id|ill|we|he|she|they|its|it['\u2019]s|it\s+(?:is|was|will|starts?|ends?))\s+\S)",
    re.IGNORECASE,
)
# "she knows me from the bake sale, put that in": what stands before it is to be told.
_THAT_TOO = re.compile(
    r"(?:(?:and|please|pls)\s+)*(?:put|add|mention|say|include|write|tell\s+(?:him|her|them))\s+(?:that|this|it)"
    r"(?:\s+(?:in|too|also|there|as\s+well|please|pls))*",
    re.IGNORECASE,
)
# What is asked of somebody, within a request for the words: "how do i ask my boss for mondays off".
_ASKS_OF = re.compile(
    r"\bask(?:ing)?\s+(?:(?:my|the|our)\s+\S.{0,60}?|him|her|them)\s+(?:for|if|whether)\s+(?!(?:me|you|it|that|this)\b)\S+\s+\S",
    re.IGNORECASE,
)
# What a request goes on with: "i want to write him | that i dont want that again".
_THAT_I = re.compile(r"that\s+\S+\s+\S", re.IGNORECASE)
_LEADS_ON = _TOLD | {"request"}
# What is told anew, and goes on with nothing before it.
_ANEW = re.compile(
    r"(?:(?:and|n|also|plus|then)\s+)*(?:say|add|mention|tell|put|thank|ask|include|offer)\b", re.IGNORECASE
)
_CALLED, _MOST_OF_A_NAME = frozenset({"name", "names", "name's", "called"}), 3  # words
_SURE_OF_STYLE = 0.5
_STYLES = frozenset({"shorter", *TONES} - {"formal"})


class Read(NamedTuple):
    """The clauses of a message and how each was read; `brief` where it is to be shorter, `tone` how it is to sound.

    `led`: it says of something that it is to stand in the text, or not to.
    """

    kinds: tuple[str | None, ...]
    parts: tuple[tuple[str, str], ...]
    brief: bool
    tone: Tone | None = None
    led: bool = False

    @property
    def told_words(self) -> int:
        """How many words of it a text is to say."""
        return sum(len(text.split()) for kind, text in self.parts if kind in _TOLD)

    def is_enough(self, kind: str | None = None) -> bool:
        """Whether a text of a kind of `letter` can be made of it."""
        return tells_enough([TextPart(kind=each, text=text) for each, text in self.parts], kind)


def tells_enough(parts: Sequence[TextPart], kind: str | None = None) -> bool:
    """Whether parts of a text make one: something is asked in some words, or a sentence's worth is told.

    Of the kinds whose texts are mostly alike a usual one says more than a sentence does.
    """
    told = [part for part in parts if part.kind in _TOLD]
    words = sum(len(part.text.split()) for part in told)
    if kind in MOSTLY_ALIKE:
        return words >= _LEAST_BESIDE_A_USUAL
    asks = any(part.kind == "wanted" and len(part.text.split()) >= _LEAST_ASKED for part in told)
    return asks or words >= _LEAST_TOLD


def contents_of(text: str) -> Read:
    """What a text is told in a message."""
    return _read(text) if len(text) <= _MOST else Read((), (), brief=False)


@lru_cache(maxsize=16)
def _read(text: str) -> Read:
    found = clauses(text)[:_MOST_CLAUSES]
    if not found:
        return Read((), (), brief=False)
    summaries = default_tagger().summaries([each.text for each in found])
    kinds = _kinds(
        text, found, [nameless_vector(row, each.text) for row, each in zip(summaries, found, strict=True)]
    )
    degrees = (formality(each.text) for kind, each in zip(kinds, found, strict=True) if kind == "style")
    degree: Tone | None = next((each for each in degrees if each), None)
    style = [
        likeliest_of("remark", row, _STYLES)
        for kind, row in zip(kinds, summaries, strict=True)
        if kind == "style"
    ]
    sure = {each.label for each in style if each.confidence >= _SURE_OF_STYLE}
    tone = degree or next((each for each in TONES if each in sure), None)
    led = any(
        kind == "out" or (kind in _TOLD and _ANEW.match(each.text))
        for kind, each in zip(kinds, found, strict=True)
    )
    return Read(tuple(kinds), tuple(_parts(text, found, kinds)), "shorter" in sure, tone, led)


def _kinds(text: str, found: Sequence[Clause], vectors: Sequence[Floats]) -> list[str | None]:
    """The kind of each clause. What may be meant for the text stands in it: to take it out is a word, to tell it anew is more."""
    kinds: list[str | None] = []
    for at, (clause, vector) in enumerate(zip(found, vectors, strict=True)):
        kind, said = read_kind("clause", vector), likeliest_of("clause", vector, _SAID).confidence
        before = kinds[-1] if kinds else None
        goes_on = at > 0 and before in _LEADS_ON and _is_one_sentence(text, found[at - 1], clause)
        unsure = kind in (None, "background") and said >= (_GOES_ON if goes_on else _MAY_BE_SAID)
        led = (
            _PUT_IN_THAT.match(clause.text)
            or _is_a_courtesy(clause.text)
            or (before == "request" and kind != "request" and _THAT_I.match(clause.text))
        )
        if unsure or (led and kind != "wanted"):
            kind = "said"
        if kind == "request" and _ASKS_OF.search(clause.text):
            kind = "wanted"
        if before in (None, "background", "said") and kinds and _THAT_TOO.fullmatch(clause.text):
            kinds[-1], kind = "said", "style"
        own = signed(clause.text) is not None and kind in _TOLD
        kinds.append("style" if own else "background" if _only_names(clause.text) else kind)
    return kinds


def _is_one_sentence(text: str, first: Clause, second: Clause) -> bool:
    return not _NEW_SENTENCE.search(text[first.end - 1 : second.start])


def _parts(text: str, found: Sequence[Clause], kinds: Sequence[str | None]) -> list[tuple[str, str]]:
    """The clauses that belong to the text; those of one kind in one sentence, and a reason behind what it is of, as one."""
    parts: list[tuple[str, int, int]] = []
    for at, (clause, kind) in enumerate(zip(found, kinds, strict=True)):
        last = parts[-1] if parts else None
        reason = _REASON.match(clause.text) is not None and kind in (*_TOLD, "background", None)
        follows = last is not None and last[0] in _TOLD and last[2] == found[at - 1].end
        joins = (
            follows
            and not _ANEW.match(clause.text)
            and not _NEW_SENTENCE.search(text[found[at - 1].end : clause.start])
        )
        if last and joins and text[last[2] - 1] not in ".!?" and (kind == last[0] or reason):
            parts[-1] = (last[0], last[1], clause.end)
        elif kind == "out" and last and last[0] in _TOLD and not weighty(clause.text):
            parts.pop()  # "leave that out": what was told just before it
        elif kind in _PARTS:
            parts.append((str(kind), clause.start, clause.end))
    return [(kind, text[start:end]) for kind, start, end in parts]


def weighty(words: str) -> list[str]:
    """The words that name something: not the little ones, nor those that say that something is to go."""
    little = {
        *str(prompts.words("little")["en"]).split(),
        *str(prompts.words("own_words")["to_take_out"]).split(),
    }
    return [word for word in _NAMING.findall(words) if word.casefold() not in little]


def own_text(message: Message, before: OwnText | None, earlier: Sequence[str] = ()) -> OwnText:
    """What is told for a text by now: by this message, with what was told `before` for it or in the messages `earlier`."""
    read = contents_of(message.text)
    swap = swap_in(message.text) if before is not None else None
    swap = (
        swap
        if swap and before and any(swap[1].casefold() in part.text.casefold() for part in before.parts)
        else None
    )
    told = [
        TextPart(kind=kind, text=text, later=before is not None)
        for kind, text in (() if swap else read.parts)
    ]
    if before is None and not any(part.kind in _TOLD for part in told):
        told = [*(part for text in earlier for part in _earlier(text)), *told]
    spoken, name = is_spoken(message.text), signed(message.text)
    held = before or OwnText()
    to = held.whom or next(filter(None, map(whom, (message.text, *earlier))), None)
    return held.model_copy(
        update={
            "parts": [*held.parts, *told],
            "to_one": held.to_one or _goes_to_one(message, to),
            "whom": to,
            "takes_out": swap is not None or any(part.kind == "out" for part in told),
            "swaps": [*held.swaps, *([swap] if swap else [])],
            "signed": name[0] if name else held.signed,
            "brief": held.brief or read.brief,
            "tone": read.tone or held.tone,
            "spoken": held.spoken if spoken is None else spoken,
        }
    )


def _is_a_courtesy(words: str) -> bool:
    """Whether a clause puts in a word that stands for a sentence ("say sorry")."""
    said = re.sub(rf"^{_PUT_IN}", "", words, flags=re.IGNORECASE)
    return said != words and said.casefold().strip(" .!'") in prompts.words("own_words")["courtesies"]


def _only_names(words: str) -> bool:
    """Whether a clause says no more than what somebody is called ("her name's Denise")."""
    said = {word.casefold() for word in weighty(words)}
    return bool(said & _CALLED) and len(said) <= _MOST_OF_A_NAME


def _earlier(text: str) -> list[TextPart]:
    return [TextPart(kind=kind, text=words) for kind, words in contents_of(text).parts]


def is_of_lines(text: str) -> bool:
    """Whether lines for a CV or a profile are asked for, and no whole of one."""
    return _LINES.search(text) is not None


def is_spoken(text: str) -> bool | None:
    """Whether a text is to be sent as a message; None where that is not told."""
    spoken, written = _SPOKEN.search(text), _WRITTEN.search(text)
    return None if bool(spoken) == bool(written) else bool(spoken)


def _goes_to_one(message: Message, to: str | None) -> bool:
    """Whether one person is named whom it goes to, and no other whom it is about or who may be "he" or "she", too."""
    name = addressee(message)
    text = as_third_person(message.text, to, name)
    if (to is not None and is_many(to)) or _OF_ANOTHER.search(text) or (to is None and _ABOUT.search(text)):
        return False
    if _HE.search(message.text) and _SHE.search(message.text):
        return False
    return bool(name or to) or len({match[0].casefold() for match in _TO.finditer(text)}) == 1

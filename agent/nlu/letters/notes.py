"""What a message tells for a text: its clauses by label, to whom it goes, how it is to be; of a text that is begun, what was told before it."""

import hashlib
import re
from collections.abc import Iterable, Sequence

import prompts
from agent.models import Letter, LetterNotes, LetterPart
from agent.models.letter import PartKind
from agent.nlu.addressee import of_theirs
from agent.nlu.clauses import Clause
from agent.nlu.letters.fixes import fixes_in
from agent.nlu.letters.labels import TOLD, Labelled, labelled
from agent.nlu.letters.people import by_pronoun, is_many, name_in, signed, whom, whom_told
from agent.nlu.letters.style import is_of_lines, is_spoken, style_of
from agent.nlu.mentions import Message
from agent.nlu.parts import Part
from agent.nlu.parts import parts as parts_that_ask
from agent.nlu.tagger import default_tagger

_PARTS: dict[str, PartKind] = {"said": "said", "wanted": "wanted", "out": "out", "fix": "fix"}
_LEAST_ASKED, _LEAST_TOLD = 3, 4  # words that make a text of their own
# From these chances on a clause of a message before is for the text: the message that asks for it tells little, or enough.
_BEFORE, _BEFORE_ENOUGH = 0.55, 0.75
_ENOUGH = 12  # words
# From these chances on a clause is told in a text, and says how it is to be.
_SURE_OF_TOLD, _SURE_OF_STYLE = 0.45, 0.5
# What is wanted by messages that a text may be made of.
_TELLING = frozenset(
    [
        *(
            "tell",
            "feelings",
            "handle",
            "should_i",
            "progress",
            "correct",
            "hello",
            "thanks",
            "offer",
            "words",
        ),
        *("letter", "pushback", "realistic"),
    ]
)
_MOST_OF_A_LEAD = 5  # words
_STYLED = frozenset({"style", "request"})
_LAST = re.compile(r"\b(?:last|end|close|finish|bottom)\b", re.IGNORECASE)
_NEW_SENTENCE = re.compile(r"[.!?;…\n]")
# What gives the reason for what stands before it goes with it; what begins anew does not.
_REASON = re.compile(r"(?:because|bc|cuz|cause|coz|since|so that)\b", re.IGNORECASE)
_ANEW = re.compile(
    r"(?:(?:and|n|also|plus|then|pls|please)\s+)*(?:say|add|mention|tell|put|thank|ask|include|offer)\b"
    r"|(?:and\s+)?that\s+(?:i|im|i['\u2019]m|ive|we|my|the|it|there)\b",
    re.IGNORECASE,
)
# "dont say heart, only say surgery": other words in the place of those that go.
_ONLY_SAY = re.compile(r"(?:just|only|instead)\s+(?:say|put|write|use)\b", re.IGNORECASE)
_THAT = re.compile(r"that\b", re.IGNORECASE)
_OR = re.compile(r"(?:or|nor|and|that|about)\b", re.IGNORECASE)
# "she knows me from the bake sale, put that in": what stands before it is to be told.
_THAT_TOO = re.compile(
    r"(?:(?:and|please|pls|so)\s+)*(?:put|add|mention|say|include|write|tell\s+(?:him|her|them))\s+(?:that|this|it)"
    r"(?:\s+(?:in|too|also|there|as\s+well|please|pls))*\W*",
    re.IGNORECASE,
)
_PIECE = re.compile(r"(?:^|(?<=,\s))[^,]*\d[^,]*")
_NO_THANKS = re.compile(r"\bthank", re.IGNORECASE)
_NAMING = re.compile(r"[\w'\u2019-]+")
_HE, _SHE = (
    re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for words in ("he|hes|him|his", "she|shes|her|hers")
)


def notes_of(message: Message, letter: Letter | None, *, again: bool, leans: bool = True) -> LetterNotes:
    """What a message tells for the `letter` in hand (`again`), or for one that it wants.

    Where it `leans`, with what the messages before it tell that no text was made of.
    """
    text = message.text
    read = labelled(text, shown=letter is not None)
    parts = parts_of(text, read)
    earlier = [each for each in message.earlier if letter is None or digest(each) not in letter.of]
    told = [] if again or not leans else _told_before(earlier, parts)
    tone, short, spoken = style_of(
        [
            each.clause.text
            for each in read
            if each.chances[each.label] >= _SURE_OF_STYLE and each.label in _STYLED
        ]
    )
    if spoken is None and not again:
        spoken = is_spoken(text)
    to = name_in(message, read)
    other = not again and letter is not None and to not in (None, letter.to) and not tells_enough(parts)
    if to is None and not again and by_pronoun(text):
        to = letter.to if letter is not None else next(filter(None, map(of_theirs, earlier[::-1])), None)
    to_whom = (
        whom(text)
        or whom_told(read)
        or (None if again else next(filter(None, map(whom, message.earlier[::-1])), None))
    )
    if again and letter is not None:
        put_right = with_names_put_right(parts, read, letter)
        to = None if len(put_right) > len(parts) else to
        parts = put_right
    outs = [part.text for part in parts if part.kind == "out"]
    return LetterNotes(
        again=again,
        parts=[*told, *parts],
        to=to,
        whom=to_whom,
        to_one=_goes_to_one(text, to, to_whom),
        signed=signed(read),
        tone=tone,
        short=short,
        spoken=spoken,
        lines=not again and is_of_lines(text),
        other=other,
        unthanked=any(map(_NO_THANKS.search, outs)),
        of=[digest(each) for each in (*earlier, text)],
    )


def parts_of(text: str, read: Sequence[Labelled]) -> list[LetterPart]:
    """The clauses that belong to the text; those of one kind in one sentence, and a reason behind what it is of, as one."""
    spans: list[tuple[PartKind, int, int]] = []
    read = _with_that_too(read)
    for at, each in enumerate(read):
        clause, kind = each.clause, _kind(each)
        if each.label == "who":
            spans += [("said", *span) for span in _values_beside(clause)]
        if kind == "said" and ((at > 0 and _THAT_TOO.fullmatch(clause.text)) or _leads(text, clause)):
            kind = None
        last = spans[-1] if spans else None
        follows = last is not None and at > 0 and last[0] in TOLD and last[2] == read[at - 1].clause.end
        joins = (
            last is not None
            and follows
            and not _ANEW.match(clause.text)
            and not _NEW_SENTENCE.search(text[last[2] - 1 : clause.start])
        )
        if last and last[0] == "out" and last[2] == read[at - 1].clause.end:
            if _ONLY_SAY.match(clause.text):
                spans[-1] = ("fix", last[1], clause.end)
                continue
            if _THAT.match(clause.text) or (_OR.match(clause.text) and each.label in ("out", "background")):
                spans[-1] = ("out", last[1], clause.end)
                continue
        reason = _REASON.match(clause.text) is not None and each.label in (*TOLD, "background")
        if last and joins and (kind == last[0] or reason):
            spans[-1] = (last[0], last[1], clause.end)
        elif kind == "out" and last and last[0] in TOLD and at > 0 and not weighty(clause.text):
            spans.pop()  # "leave that out": what was told just before it
        elif kind is not None:
            spans.append((kind, clause.start, clause.end))
    return [LetterPart(kind=kind, text=text[start:end]) for kind, start, end in spans]


def tells_enough(parts: Iterable[LetterPart]) -> bool:
    """Whether parts make a text: something is asked in some words, or a sentence's worth is told."""
    parts = [*parts]
    asks = any(part.kind == "wanted" and len(part.text.split()) >= _LEAST_ASKED for part in parts)
    return asks or words_told(parts) >= _LEAST_TOLD


def words_told(parts: Iterable[LetterPart]) -> int:
    """How many words of them a text is to say."""
    return sum(len(part.text.split()) for part in parts if part.kind in TOLD)


def _is_asked(clause: Clause, asked: Sequence[Part]) -> bool:
    """Whether a clause was asked of the coach."""
    return any(part.start < clause.end and clause.start < part.end for part in asked)


def _tells(text: str) -> bool:
    """Whether a message before tells something, and looked nothing up."""
    return {*default_tagger().read(text).wishes} <= _TELLING


def digest(text: str) -> str:
    """What tells a message of the thread from others."""
    return hashlib.blake2s(text.encode("utf-8", "replace"), digest_size=5).hexdigest()


def weighty(words: str) -> list[str]:
    """The words that name something: not the little ones, nor those that say that something is to go."""
    little = {
        *str(prompts.words("little")["en"]).split(),
        *str(prompts.words("own_words")["to_take_out"]).split(),
    }
    return [word for word in _NAMING.findall(words) if word.casefold() not in little]


def _leads(text: str, clause: Clause) -> bool:
    """Whether a few words only lead to what stands behind their colon ("things to include:")."""
    return text[clause.end : clause.end + 1] == ":" and len(clause.text.split()) <= _MOST_OF_A_LEAD


def _values_beside(clause: Clause) -> list[tuple[int, int]]:
    """What stands beside a name between commas and holds a number ("gal there is Tammy, load number 448213")."""
    if "," not in clause.text:
        return []
    return [
        (clause.start + match.start(), clause.start + match.end()) for match in _PIECE.finditer(clause.text)
    ]


def _with_that_too(read: Sequence[Labelled]) -> list[Labelled]:
    """The clauses, what one behind them wants in the text as told."""
    found = list(read)
    for at, each in enumerate(read):
        if at and _THAT_TOO.fullmatch(each.clause.text) and read[at - 1].label == "background":
            found[at - 1] = read[at - 1]._replace(label="said")
    return found


def with_names_put_right(
    parts: list[LetterPart], read: Sequence[Labelled], letter: Letter
) -> list[LetterPart]:
    """With a name that is told anew for one of the text ("it's Kessler with one s, Kesler") as one put right."""
    held = [part.text for part in parts if part.kind == "fix"]
    names = [letter.to or "", letter.signed or ""]
    told = [each.clause.text for each in read if each.label == "who" and fixes_in(each.clause.text, names)]
    return [*parts, *(LetterPart(kind="fix", text=text) for text in told if text not in held)]


def _kind(each: Labelled) -> PartKind | None:
    if each.label in TOLD and each.chances[each.label] < _SURE_OF_TOLD:
        return None
    if each.label == "order":
        return "last" if _LAST.search(each.clause.text) else "first"
    return _PARTS.get(each.label)


def _told_before(earlier: Iterable[str], parts: Sequence[LetterPart]) -> list[LetterPart]:
    """What the messages before tell for it, the surer the more this one tells itself."""
    least = _BEFORE_ENOUGH if words_told(parts) >= _ENOUGH else _BEFORE
    return [
        part
        for text in filter(_tells, earlier)
        for asked in [parts_that_ask(text)]
        for part in parts_of(
            text,
            [
                each._replace(label="background")
                if each.chances[each.label] < least or _is_asked(each.clause, asked)
                else each
                for each in labelled(text, shown=False, earlier=True)
            ],
        )
        if part.kind in TOLD
    ]


def _goes_to_one(text: str, to: str | None, to_whom: str | None) -> bool:
    """Whether one person reads it, and no other is spoken of who may be "he" or "she", too."""
    if to is not None and " and " in to:
        return False
    both = _HE.search(text) and _SHE.search(text)
    return not both and (to is not None or (to_whom is not None and not is_many(to_whom)))

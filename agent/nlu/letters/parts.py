"""The parts of a message that belong to a text, out of its labelled clauses: what it says, asks, leaves out, and puts right.

What stands behind a word of saying ("tell her", "asking if") is of the text as the grammar has it (`reported`); of all other clauses
the head's label decides.
"""

import re
from collections.abc import Iterator, Sequence

import prompts
from agent.models import LetterPart
from agent.models.letter import ASKING, PartKind
from agent.nlu.letters.labels import TOLD, Labelled
from agent.nlu.letters.reported import Reported, asks_for_it, ended, goes_on, reported, within

# From these chances on a clause is told in a text, and is none of it though a word of saying stands there.
_SURE_OF_TOLD, _SURE_OF_OTHER = 0.4, 0.45
_BESIDE_A_REQUEST = 0.25  # the chance of a clause of the writer's own behind the words that ask for a text
_NOT_OF_IT = frozenset({"out", "fix", "sign", "order", "question"})
_LAST = re.compile(r"\b(?:last|end|close|finish|bottom)\b", re.IGNORECASE)
_NEW_SENTENCE = re.compile(r"[.!?;…\n]")
# What gives the reason for what stands before it goes with it.
_REASON = re.compile(r"(?:because|bc|cuz|cause|coz|since|so that|or)\b", re.IGNORECASE)
_OR = re.compile(r"(?:or|nor|about)\b", re.IGNORECASE)
_AND = re.compile(r"(?:,|\b(?:and|but))$")
_TO_SAY = re.compile(r"to\s+(?:ask|tell|see|say|thank)\b", re.IGNORECASE)
_OWN = re.compile(
    r"(?:and\s+|but\s+|also\s+|then\s+)*(?:i|i['\u2019]\w+|im|ive|id|ill|my|we|we['\u2019]\w+|our|s?he)\b",
    re.IGNORECASE,
)
# What the reader is or does is told of them where the writer has a part in it, and else to the coach: "he taught me", "he runs the shop".
_THIRD, _FIRST = (
    re.compile(rf"{words}\b", re.IGNORECASE)
    for words in (r"s?he['\u2019]?s?", r"\b(?:i|im|me|my|mine|us|our)")
)
_MAKE_IT = re.compile(r"(?:(?:and|please|pls|so|ok)\s+)*(?:make|change)\s+(?:it|that)\b", re.IGNORECASE)
# "say spend a day with you": other words in the place of those that go.
_SAY = re.compile(
    r"(?:(?:just|only|instead|but)\s+)*(?:say|put|write|use|call\s+it)\b\s*(?!(?:that\s+)?(?:i|we|he|she|they|my)\b)",
    re.IGNORECASE,
)
_NO_SUBJECT = re.compile(
    r"(?:and|but|or|n)\s+(?:also\s+)?(?:can|could|will|would|may|am|have|was|had|do|did|not)\s+(?!you\b|u\b|i\b)",
    re.IGNORECASE,
)
# What somebody wants of the reader, by its grammar: all else that is told stands as it is.
_WANTS = re.compile(
    r"(?:(?:and|but|also|so|if|whether|please|for|to)\s+)*(?:(?:i|we)\b['\u2019]?\s*(?:just|really|d|would|am|m)?\s*)?(?:want|wanna|need|like|love|hope|hoping|looking|asking|can|could|would|will|may|might|what|how|when|where|who|which|why|is|are|do|does|put|give|let|for|to|if)\b",
    re.IGNORECASE,
)
_THAT = re.compile(r"that\b", re.IGNORECASE)
_UNTOLD = re.compile(r"\b(?:not|don['\u2019]?t\s+(?:say|mention|add|tell\s+\w+))$", re.IGNORECASE)
# Somebody else says it, it says more of whoever was named, or it is said to the coach: none of it is told.
_OF_SOMEBODY = re.compile(
    r"(?:(?:just|and|so|please)\s+)*(?:tell|give|show)\s+me\b|(?:says?|said|asks|tells|wants|that\s+says)\b|(?:who|which)\b(?!.*\?$)",
    re.IGNORECASE,
)
_THAT_OUT = re.compile(r"\b(?:that|this|it)\b", re.IGNORECASE)
_NOT_BUT = re.compile(
    r"(?:no,?\s+)?not\s+[\w'\u2019]+,\s+[\w'\u2019 ]+[.!]?$", re.IGNORECASE
)  # "not rob, bob"
_AND_WHO = re.compile(r"(?:and|but|or|so)\s+(?:i|we|he|she|they|it|the|my)(?:['\u2019]\w+)?\s", re.IGNORECASE)
_ITS_ROLE = re.compile(
    r"(?:my|our|the|his|her)\s+\w+(?:\s+\w+)?[.,]?", re.IGNORECASE
)  # "for Wes, my foreman"
_NOT_THIS = re.compile(r"\((?:but\s+)?(?:don['\u2019]?t|do\s+not|not)\b", re.IGNORECASE)
_ASIDE = re.compile(
    r"(?:in|on|at|by|after|before|over|via)\b", re.IGNORECASE
)  # how and when it is told: "in person"
_MOST_OF_A_LEAD = 5  # words
_SURELY_TOLD = 0.8  # in a remark, behind what it puts right: else it says why
_MOST_OF_OTHER_WORDS = 7
_NAMING = re.compile(r"[\w'\u2019-]+")
_PIECE = re.compile(r"(?:^|(?<=,\s))[^,]*\d[^,]*")
_THAT_TOO = re.compile(
    r"(?:(?:and|please|pls|so)\s+)*(?:put|add|mention|say|include|write|tell\s+(?:him|her|them))\s+(?:that|this|it)"
    r"(?:\s+(?:in|too|also|there|as\s+well|please|pls))*\W*",
    re.IGNORECASE,
)


def parts_of(
    text: str, read: Sequence[Labelled], to: str | None = None, *, remark: bool = False
) -> list[LetterPart]:
    """What of a message belongs to a text that goes `to` somebody; a `remark` on it says nothing that it does not say so."""
    reader = _Reader(text, to, remark=remark)
    for at, each in enumerate(read):
        reader.take(each, read[at - 1] if at else None)
    return reader.found


class _Reader:
    """Takes the clauses of a message in order; `found` is what of them belongs to its text so far."""

    def __init__(self, text: str, to: str | None, *, remark: bool) -> None:
        self.found = list[LetterPart]()
        self._text, self._to, self._remark = text, to, remark
        self._asked_for, self._untold, self._told_just_now, self._end = False, False, False, 0
        self._opened: Reported | None = None

    def take(self, each: Labelled, before: Labelled | None) -> None:
        """One clause more, with the one before it."""
        words, start = each.clause.text, each.clause.start
        between, self._end = self._text[self._end : start], each.clause.end
        follows = before is not None and not _NEW_SENTENCE.search(before.clause.text[-1:] + between)
        last = self.found[-1] if self._told_just_now and follows else None
        told_before = len(self.found)
        before_text = before.clause.text if before else ""
        untold, self._untold = self._untold, _UNTOLD.search(words) is not None
        if _NOT_THIS.search(words):
            pass  # "id take 72 (dont put that in)"
        elif _THAT_TOO.fullmatch(words):
            told = before is not None and before.label == "background"
            self.found += [LetterPart(kind="said", text=before.clause.text)] if before and told else []
        elif untold and _THAT.match(words):
            self.found.append(LetterPart(kind="out", text=words))
        elif merged := _merged(each, last if not (_THAT.match(words) and _AND.search(before_text)) else None):
            self.found[-1] = merged
        elif not self._only_leads(each):
            self._read(each, before, last, between if last else "")
        self._told_just_now = len(self.found) > told_before or (
            last is not None and self.found[-1:] != [last]
        )

    def _only_leads(self, each: Labelled) -> bool:
        """Whether a few words only lead to what stands behind their colon ("things to include:")."""
        short = len(each.clause.text.split()) <= _MOST_OF_A_LEAD
        return short and each.label in TOLD and self._text[self._end : self._end + 1] == ":"

    def _read(self, each: Labelled, before: Labelled | None, last: LetterPart | None, between: str) -> None:
        said = _reported(each, self._opened, last, self._to)
        self._opened = said[-1] if said and said[-1].open else None
        self._asked_for |= bool(said) or each.label == "request" or asks_for_it(each.clause.text)
        why = self._remark and before is not None and before.label in _NOT_OF_IT
        if said:
            told = [one for one in said if not one.open and (one.text or one.act == "thank")]
            self._join([LetterPart(kind=_kind_of(one), text=one.text, act=one.act) for one in told], between)
        elif (
            each.label == "out"
            and self.found
            and self.found[-1].kind in TOLD
            and _THAT_OUT.search(each.clause.text)
            and not weighty(each.clause.text)
        ):
            self.found.pop()  # "leave that out": what was told just before it
        elif not why or each.chances[each.label] >= _SURELY_TOLD or each.label in _NOT_OF_IT:
            self._join([*_plain(each, self._to, own=self._asked_for and not self._remark)], between)

    def _join(self, parts: Sequence[LetterPart], between: str) -> None:
        """With what is told on in the same sentence, behind what stands `between`, told in one."""
        last = self.found[-1] if self.found and between and parts else None
        if (
            last
            and last.kind == parts[0].kind == "said"
            and parts[0].act == "plain"
            and last.act in ("plain", "tell")
        ):
            self.found[-1] = last.model_copy(update={"text": f"{last.text}{between}{parts[0].text}"})
            parts = parts[1:]
        self.found += parts


def _reported(
    each: Labelled, opened: Reported | None, last: LetterPart | None, to: str | None
) -> list[Reported]:
    """What a clause has the text say by a word of saying, its own or one before it."""
    text, sure = each.clause.text, each.chances[each.label] >= _SURE_OF_OTHER
    if opened is not None and not _ASIDE.match(text):
        return ended(opened, text)
    if sure and each.label in _NOT_OF_IT:
        return []
    if sure and each.label == "style":
        return [one for one in reported(text, to) if one.open]
    found = reported(text, to)
    if not found and (each.label in ("request", "who", "background") or asks_for_it(text)):
        found = within(text, to)
    return found or (goes_on(text, last.act) if last is not None and last.kind in TOLD else [])


def _kind_of(one: Reported) -> PartKind:
    return "wanted" if one.act in ASKING or one.act == "like_to" else "said"


def _merged(each: Labelled, last: LetterPart | None) -> LetterPart | None:
    """The part before with a clause that goes on with it: a reason, an alternative, other words in its place."""
    words = each.clause.text
    if last is None or each.label == "style":
        return None
    if last.kind == "out" and _SAY.match(words) and len(words.split()) <= _MOST_OF_OTHER_WORDS:
        return last.model_copy(update={"kind": "fix", "text": f"{last.text}, {words}"})
    told_on = last.kind == "said" and last.act == "tell" and each.label in ("said", "background")
    if told_on and _AND_WHO.match(words) and not reported(words):
        return last.model_copy(update={"text": f"{last.text.rstrip(' ,.')} {words}"})
    goes_on = {
        "out": _THAT.match(words) or (each.label in ("out", "background") and _OR.match(words)),
        "fix": each.label == "fix",
    }.get(
        last.kind,
        last.kind in TOLD
        and (
            (_REASON.match(words) and each.label in (*TOLD, "background"))
            or _TO_SAY.match(words)
            or _NO_SUBJECT.match(words)
            or (_THAT.match(words) and last.act in ("plain", "tell", "for"))
        ),
    )
    return last.model_copy(update={"text": f"{last.text.rstrip(' ,.')} {words}"}) if goes_on else None


def _plain(each: Labelled, to: str | None, *, own: bool) -> Iterator[LetterPart]:
    """A clause as it stands, by its label."""
    words, label = each.clause.text, each.label
    chance = each.chances["said"] + each.chances["wanted"]
    aside = _ASIDE.match(words) and len(words.split()) <= _MOST_OF_A_LEAD
    of_reader = to is not None and to.split()[-1] in words
    if label == "order":
        yield LetterPart(kind="last" if _LAST.search(words) else "first", text=words)
    elif label in ("out", "fix"):
        yield LetterPart(kind="out" if label == "out" and not _NOT_BUT.match(words) else "fix", text=words)
    elif label == "who":
        pieces = _PIECE.finditer(words) if "," in words else ()
        yield from (LetterPart(kind="said", text=match[0]) for match in pieces)
    elif label != "style" and _MAKE_IT.match(words):
        yield LetterPart(kind="fix", text=words)
    elif (
        aside
        or (_THIRD.match(words) and not _FIRST.search(words))
        or of_reader
        or _ITS_ROLE.fullmatch(words)
        or _OF_SOMEBODY.match(words)
        or asks_for_it(words)
    ):
        return  # it says who the reader is, or asks the coach
    elif label in TOLD and each.chances[label] >= _SURE_OF_TOLD:
        asks = label == "wanted" and (words.endswith("?") or _WANTS.match(words))
        yield LetterPart(kind="wanted" if asks else "said", text=words)
    elif (
        own and _OWN.match(words) and chance >= (_SURE_OF_TOLD if _THIRD.match(words) else _BESIDE_A_REQUEST)
    ):
        yield LetterPart(kind="said", text=words)


def weighty(words: str) -> list[str]:
    """The words that name something: not the little ones, nor those that say that something is to go."""
    little = {
        *str(prompts.words("little")["en"]).split(),
        *str(prompts.words("own_words")["to_take_out"]).split(),
    }
    return [word for word in _NAMING.findall(words) if word.casefold() not in little]

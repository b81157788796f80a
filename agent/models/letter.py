"""A text to send or to say: what a message tells for it, and the text in hand as it stands."""

from typing import Literal, get_args

from tools.evidence import Value

Tone = Literal["firmer", "warmer", "formal", "plainer"]
TONES: tuple[Tone, ...] = get_args(Tone)
PartKind = Literal["said", "wanted", "out", "first", "last", "fix"]
# What a text does with the words that a part holds; `plain`: they stand as they were typed.
Act = Literal[
    "plain",
    "tell",
    "mention",
    "about",
    "if",
    "wh",
    "question",
    "for",
    "ask_about",
    "do",
    "like_to",
    "offer",
    "thank",
    "sorry",
]
ASKING: frozenset[Act] = frozenset(("if", "wh", "question", "for", "ask_about", "do"))
LineKind = Literal["frame", "ask", "said", "wanted", "open"]


class LetterPart(Value):
    """A clause told for a text: to be told or asked in it, kept out, first or last, or a value put right.

    `text` is as typed, without the words that the clause is told the coach with; `act` says what the text does with it.
    """

    kind: PartKind
    text: str
    act: Act = "plain"


class LetterNotes(Value):
    """What one message tells for a text, with what was told before it where a text is begun.

    `again`: it speaks of the text in hand; null `to` and `whom` (what the reader is to them: "boss") were not told.
    `to_one`: one person reads it, of whom "he" or "she" then speaks. `short` is how much shorter it is to be: a number
    of sentences, or 0 for less than now; `spoken`: sent as a message or said (false: an email or a letter); `lines`:
    for a CV or a profile. `other`: the same matter for another reader.
    """

    again: bool = False
    entry: str | None = None
    parts: list[LetterPart] = []
    to: str | None = None
    whom: str | None = None
    to_one: bool = False
    signed: str | None = None
    tone: Tone | None = None
    short: int | None = None
    spoken: bool | None = None
    lines: bool = False
    other: bool = False
    unthanked: bool = False
    of: list[str] = []


class LetterLine(Value):
    """A sentence of a text.

    Their own (`said`, `wanted`), of its frame (what it is about, its `ask`), or one that leaves brackets `open`.
    """

    kind: LineKind
    text: str


class Letter(Value):
    """The text in hand. `entry` is what its frame is of (`LetterNotes`), `out` what was told to keep out of it."""

    entry: str | None = None
    body: list[LetterLine] = []
    to: str | None = None
    whom: str | None = None
    to_one: bool = False
    signed: str | None = None
    tone: Tone | None = None
    brief: bool = False
    spoken: bool | None = None
    lines: bool = False
    thanks: bool = True
    out: list[str] = []
    of: list[str] = []

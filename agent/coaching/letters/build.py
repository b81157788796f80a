"""A text begun: of their own sentences within the frame of a written one, or a written one with what they told in its brackets."""

import re
from collections.abc import Iterable, Sequence

from agent.coaching.letters.edit import shortened
from agent.coaching.letters.kept_out import kept_out
from agent.coaching.letters.lines import asking, lines_of, opening
from agent.models import Letter, LetterLine, LetterNotes

_SENTENCE = re.compile(r"(?<=[.!?])\s+")
_GREETING = re.compile(
    r"^(?:hi|hello|dear|hey|good\s+(?:morning|afternoon|evening))\b[^.!?,]*,\s*", re.IGNORECASE
)
_CLOSE = re.compile(r"^(?:thank(?:s| you)[^.!?]*,\s*)?\[your name\]\.?$", re.IGNORECASE)
_MOST_MESSAGES = 24  # that a text is known to be made of
_OPEN = re.compile(r"\[[^\]]+\]")


def begun(notes: LetterNotes, before: Letter | None, own: str | None = None) -> Letter:
    """A text of what was told; the same matter for another reader keeps what the one `before` told.

    Where they told nothing, `own` says what they do.
    """
    kept = [each for each in before.body if each.kind in ("said", "wanted")] if before and notes.other else []
    told = lines_of(notes.parts, notes, notes.to)
    told = [*kept, *(each for each in told if each.text not in {old.text for old in kept})]
    if own and not told:
        told = [LetterLine(kind="said", text=own), *told]
    entry = notes.entry or (before.entry if before and notes.other else None)
    old = before.out if before and notes.other else []
    out = [*old, *(part.text for part in notes.parts if part.kind == "out")]
    body = told if notes.lines else _framed(told, entry)
    return shortened(
        Letter(
            entry=entry,
            body=without(body, out),
            to=notes.to,
            whom=notes.whom,
            to_one=notes.to_one,
            signed=notes.signed or (before.signed if before else None),
            tone=notes.tone,
            brief=notes.short is not None,
            spoken=notes.spoken,
            lines=notes.lines,
            thanks=not notes.unthanked,
            out=out,
            of=[*(before.of if before else []), *notes.of][-_MOST_MESSAGES:],
        ),
        notes.short or None,
    )


def _framed(told: Sequence[LetterLine], entry: str | None) -> list[LetterLine]:
    """What it is about, what is told, what is asked."""
    ordered = sorted(told, key=lambda each: each.kind == "wanted")
    return [*opening(entry, told), *ordered, *asking(entry, told)]


def unfilled(notes: LetterNotes, before: Letter | None, open_: str, own: str | None = None) -> Letter:
    """The frame of a text of which nothing was told but what they do, around what is left `open_`."""
    letter = begun(notes, before, own)
    at = next((at for at, each in enumerate(letter.body) if each.kind == "ask"), len(letter.body))
    body = [*letter.body[:at], LetterLine(kind="open", text=open_), *letter.body[at:]]
    return letter.model_copy(update={"body": body})


def without(body: Iterable[LetterLine], out: Sequence[str]) -> list[LetterLine]:
    """The lines without what is to be kept out of them."""
    kept = ((each, kept_out([each.text], out)) for each in body)
    return [each.model_copy(update={"text": text}) for each, texts in kept for text in texts]


def of_a_written_text(text: str, entry: str, notes: LetterNotes) -> Letter:
    """A written text as one in hand: its sentences, those with brackets left to fill marked as open."""
    sentences = [each for each in _SENTENCE.split(_GREETING.sub("", text)) if not _CLOSE.match(each)]
    body = [
        LetterLine(kind="open" if _OPEN.search(each) else "ask" if each.endswith("?") else "frame", text=each)
        for each in (one[:1].upper() + one[1:] for one in sentences if one)
    ]
    return Letter(
        entry=entry,
        body=body,
        to=notes.to,
        whom=notes.whom,
        to_one=notes.to_one,
        signed=notes.signed,
        tone=notes.tone,
        brief=notes.short is not None,
        spoken=notes.spoken,
        thanks=_GREETING.match(text) is not None,
        of=notes.of,
    )

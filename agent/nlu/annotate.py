"""One pass over a text: where tables know a role, a place or a skill. Whether it is meant is for the tagger to say."""

from collections.abc import Iterator
from typing import NamedTuple

from agent.nlu.hits import Hit

_LONGEST_SKILL = 5  # words
# Two letters in small print are a state only after another place ("austin tx", but not "or", "in", "me").
_ABBREVIATION = 2


class _Word(NamedTuple):
    start: int
    end: int
    norm: str


def annotate(text: str) -> list[Hit]:
    """Roles, places and skills in a text: of each kind the longest at each word, none overlapping its own kind."""
    return [*_roles(text), *_places(text), *_skills(text)]


def _roles(text: str) -> Iterator[Hit]:
    from tools.oews.titles import find_title, title_lengths
    from tools.oews.wording import split_words

    words = split_words(text)
    at = 0
    while at < len(words):
        lengths = sorted(title_lengths(words[at].norm), reverse=True)
        fits = (
            length
            for length in lengths
            if at + length <= len(words)
            and find_title(" ".join(word.norm for word in words[at : at + length]))
        )
        length = next(fits, 0)
        if length:
            yield Hit(words[at].start, words[at + length - 1].end, "role")
        at += length or 1


def _places(text: str) -> Iterator[Hit]:
    from tools.oews.places import abbreviation_of, meaning, place_lengths
    from tools.oews.wording import split_place_words

    words, lengths, at = split_place_words(text), place_lengths(), 0
    after_place = False
    while at < len(words):
        word = words[at]
        written = text[word.start : word.end]
        small = len(word.norm) == _ABBREVIATION and not written.isupper() and abbreviation_of(word.norm)
        fits = (
            length
            for length in sorted(lengths.get(word.norm, ()), reverse=True)
            if at + length <= len(words)
            and not (length == 1 and small and not after_place)
            and meaning(" ".join(each.norm for each in words[at : at + length]))
        )
        length = next(fits, 0)
        if length:
            yield Hit(word.start, words[at + length - 1].end, "place")
        after_place = bool(length)
        at += length or 1


def _skills(text: str) -> Iterator[Hit]:
    from tools.roadmap.lexicon import TOKEN, look_up

    words = [_Word(*match.span(), match.group().lower()) for match in TOKEN.finditer(text)]
    at = 0
    while at < len(words):
        sizes = range(min(_LONGEST_SKILL, len(words) - at), 0, -1)
        fits = (size for size in sizes if look_up(tuple(word.norm for word in words[at : at + size]))[0])
        size = next(fits, 0)
        if size:
            yield Hit(words[at].start, words[at + size - 1].end, "skill")
        at += size or 1

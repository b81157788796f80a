"""One pass over a text: where tables know a role, a place or a skill. Whether it is meant is for the tagger to say."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from agent.nlu.hits import Hit
from tools.oews.places import abbreviation_of, meaning, place_lengths
from tools.oews.titles import find_title, title_lengths
from tools.oews.wording import split_place_words, split_words
from tools.roadmap.skills import TOKEN, look_up

_LONGEST_SKILL = 5  # words


def annotate(text: str) -> list[Hit]:
    """Roles, places and skills in a text: of each kind the longest at each word, none overlapping its own kind."""
    return [*_roles(text), *_places(text), *_skills(text)]


def _longest(
    norms: Sequence[str], sizes: Callable[[str], Iterable[int]], is_name: Callable[[Sequence[str]], object]
) -> Iterator[tuple[int, int]]:
    """First word and end of the longest name at each word; `sizes` are those of names that begin with a word."""
    at = 0
    while at < len(norms):
        fits = (
            size
            for size in sorted(sizes(norms[at]), reverse=True)
            if at + size <= len(norms) and is_name(norms[at : at + size])
        )
        if size := next(fits, 0):
            yield at, at + size
        at += size or 1


def _roles(text: str) -> Iterator[Hit]:
    words = split_words(text)
    norms = [word.norm for word in words]
    for first, end in _longest(norms, title_lengths, lambda title: find_title(" ".join(title))):
        yield Hit(words[first].start, words[end - 1].end, "role")


def _places(text: str) -> Iterator[Hit]:
    words, lengths, last = split_place_words(text), place_lengths(), 0
    found = _longest(
        [word.norm for word in words],
        lambda first: lengths.get(first, ()),
        lambda name: meaning(" ".join(name)),
    )
    for first, end in found:
        hit = Hit(words[first].start, words[end - 1].end, "place")
        # Two letters in small print are a state only after another place ("austin tx", but not "or", "in", "me").
        is_state = end - first == 1 and abbreviation_of(words[first].norm)
        if not is_state or text[hit.start : hit.end].isupper() or first == last > 0:
            yield hit
            last = end


def _skills(text: str) -> Iterator[Hit]:
    words = list(TOKEN.finditer(text))
    found = _longest(
        [word[0].lower() for word in words],
        lambda _first: range(1, _LONGEST_SKILL + 1),
        lambda name: look_up(tuple(name))[0],
    )
    for first, end in found:
        yield Hit(words[first].start(), words[end - 1].end(), "skill")

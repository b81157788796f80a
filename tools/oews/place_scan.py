"""Places in free text: longest name first, with the state or country that follows it.

Many names are also words, first names or abbreviations ("Reading", "Austin", "OR"). Such a name counts only
where the text says that a place is meant: by a word before it, a state after it, or how it is written.
"""

import re
from typing import NamedTuple

from tools.evidence import Value
from tools.oews.models import PlaceLink
from tools.oews.place_links import as_link, link_place, link_qualified
from tools.oews.places import (
    abbreviation_of,
    area_states,
    country_of,
    is_everyday_word,
    is_phrase_of_other_meaning,
    meaning,
    meaning_in_state,
    place_keys,
    place_lengths,
    state_of,
)
from tools.oews.spelling import english_words, mend_name
from tools.oews.tables import words_of
from tools.oews.wording import Word, split_place_words

_LOWER_US_CUES = frozenset({"the", "in", "across"})
_TYPO_WORDS = 3
_ANSWER_WORDS = 4


class PlaceMention(Value):
    """A place in a text: where it stands, how it reads with typing errors mended, what it is."""

    start: int
    end: int
    text: str
    link: PlaceLink


class _Scan(NamedTuple):
    """A text and its words."""

    text: str
    words: list[Word]

    def written(self, first: int, count: int) -> str:
        return self.text[self.words[first].start : self.words[first + count - 1].end]

    def key(self, first: int, count: int) -> str:
        return " ".join(word.norm for word in self.words[first : first + count])

    def before(self, first: int) -> str:
        return self.words[first - 1].norm if first else ""

    def gap_after(self, last: int) -> str:
        """What stands between a word and the next one, or the end of the text."""
        end = self.words[last + 1].start if last + 1 < len(self.words) else len(self.text)
        return self.text[self.words[last].end : end]


def find_places(text: str) -> list[PlaceMention]:
    """Places in free text in reading order, longest match first, none overlapping."""
    scan = _Scan(text, split_place_words(text))
    mentions: list[PlaceMention] = []
    position = 0
    while position < len(scan.words):
        length, mention = _mention_at(scan, position)
        if mention:
            mentions.append(mention)
        position += length
    return _joined(text, mentions)


def _mention_at(scan: _Scan, first: int) -> tuple[int, PlaceMention | None]:
    """How many words are dealt with from `first` on, and the place they name, if any."""
    for length in sorted(place_lengths().get(scan.words[first].norm, ()), reverse=True):
        if first + length > len(scan.words):
            continue
        key = scan.key(first, length)
        if is_phrase_of_other_meaning(key):
            return length, None
        if meaning(key) is None:
            continue
        qualifier = _qualifier(scan, first, length)
        if qualifier or _is_meant(scan, first, length):
            return length + qualifier, _mention(scan, first, length + qualifier, qualified=bool(qualifier))
    return _unlisted_at(scan, first)


def _mention(scan: _Scan, first: int, count: int, *, qualified: bool) -> PlaceMention:
    start, end = scan.words[first].start, scan.words[first + count - 1].end
    if "(" in scan.text[start:end] and scan.text[end : end + 1] == ")":
        end += 1
    written = scan.text[start:end]
    key = scan.key(first, count)
    place = meaning(key)
    if place:
        link = as_link(written, place)
    else:
        link = (link_qualified(written, key) if qualified else None) or link_place(written)
    return PlaceMention(start=start, end=end, text=link.place, link=link)


def _qualifier(scan: _Scan, first: int, length: int) -> int:
    """How many words after a name are its state or country; 0 when none is."""
    last = first + length - 1
    gap = scan.gap_after(last)
    if not re.fullmatch(r"\s*,?\s*\(?", gap):
        return 0
    city = scan.key(first, length)
    for count in (3, 2, 1):
        if last + count >= len(scan.words):
            continue
        qualifier = scan.key(last + 1, count)
        if state := state_of(qualifier):
            if _state_fits(scan, last + 1, city, state, comma="," in gap or "(" in gap):
                return count
        elif ((country := country_of(qualifier)) and _in_country(city, country)) or (
            (place := meaning(qualifier)) and place.codes == ("0000000",) and qualifier in {"usa", "us"}
        ):
            return count
    return 0


def _in_country(city: str, country: str) -> bool:
    """Whether a country after a name tells where it lies ("Paris, France", not "Austin, Germany or Spain")."""
    place = meaning(city)
    return place is not None and place.country.endswith(f", {country}")


def _state_fits(scan: _Scan, at: int, city: str, state: str, *, comma: bool) -> bool:
    """Whether the state after a name belongs to it; "or", "in", "me" are seldom states in small letters."""
    written = scan.written(at, 1)
    known = meaning_in_state(city, state) is not None
    if (
        abbreviation_of(scan.words[at].norm)
        and not written.isupper()
        and written in english_words()
        and not comma
    ):
        return known and not re.match(r"\s*\w", scan.gap_after(at) + "".join(_next_word(scan, at)))
    place = meaning(city)
    alone_elsewhere = place is not None and len(place.codes) == 1 and state not in area_states(place.codes[0])
    if known:
        return True
    # "Paris, TX" is one place; "Ohio, Texas" and "Denver, Texas or Ohio" are two.
    return comma and written.isupper() and not alone_elsewhere


def _next_word(scan: _Scan, at: int) -> list[str]:
    return [scan.words[at + 1].norm] if at + 1 < len(scan.words) else []


def _is_meant(scan: _Scan, first: int, length: int) -> bool:
    """Whether a name without a state after it is meant as a place here."""
    written, key, before = scan.written(first, length), scan.key(first, length), scan.before(first)
    if len(scan.words) == length:
        meant = True
    elif key == "us":
        meant = written in {"US", "U.S", "U.S."} or before in _LOWER_US_CUES
    elif abbreviation_of(key):
        meant = _abbreviation_is_meant(scan, first, written, before)
    elif key in {"anywhere", "everywhere"}:
        meant = scan.key(first + 1, 1) not in {"in", "else", "near"}
    elif key in {"national", "nation"}:
        meant = False
    else:
        meant = not is_everyday_word(key) or _everyday_is_meant(scan, first, length)
    return meant


def _everyday_is_meant(scan: _Scan, first: int, length: int) -> bool:
    """A name that is also a word or a first name: it depends on what stands before it and on capitals."""
    written, key, before = scan.written(first, length), scan.key(first, length), scan.before(first)
    two_before = scan.key(max(0, first - 2), min(2, first))
    if {before, two_before} & _words("name_cue"):
        return scan.key(first + length, 1) in {"based", "area", "native", "resident"}
    if key in {"remote", "remotely"}:
        return True
    if key in english_words() and written[0].islower():
        return before in _words("strong_cue") and scan.text.islower() and key not in _words("plain")
    return before in _cues() or written[0].isupper() or scan.text.islower()


def _abbreviation_is_meant(scan: _Scan, first: int, written: str, before: str) -> bool:
    """State abbreviations alone: in capitals after a cue or comma, or such as are no word ("tx", "nyc")."""
    comma_before = first > 0 and "," in scan.gap_after(first - 1)
    cue = before in _cues() or comma_before
    place = meaning(written.lower())
    if written.isupper():
        nickname = place is not None and place.codes != (state_of(written.lower()),)
        return (
            cue
            or (nickname and not scan.text.isupper())
            or (written.lower() not in english_words() and not scan.text.isupper())
        )
    return before in _cues() and written not in _words("wordlike")


def _unlisted_at(scan: _Scan, first: int) -> tuple[int, PlaceMention | None]:
    """A name with a typing error, or a town that no table has before its state ("Marfa, TX")."""
    if scan.before(first) not in _words("strong_cue") and len(scan.words) > _ANSWER_WORDS:
        return 1, None
    for length in range(min(_TYPO_WORDS, len(scan.words) - first), 0, -1):
        key = scan.key(first, length)
        if all(word in english_words() for word in key.split()):
            continue
        mended = mend_name(key, place_keys())
        place = meaning(mended) if mended else None
        if place and mended:
            return _mended(scan, first, length, mended)
    return _town_at(scan, first)


def _mended(scan: _Scan, first: int, length: int, mended: str) -> tuple[int, PlaceMention | None]:
    qualifier = 0
    last = first + length
    if last < len(scan.words) and (state := state_of(scan.key(last, 1))) and meaning_in_state(mended, state):
        qualifier = 1
    start, end = scan.words[first].start, scan.words[last - 1 + qualifier].end
    link = link_place(scan.text[start:end]) if qualifier else link_place(mended)
    place = meaning(mended)
    name = link.place if qualifier or place is None else place.name
    link = link.model_copy(update={"place": name})
    return length + qualifier, PlaceMention(start=start, end=end, text=name, link=link)


def _town_at(scan: _Scan, first: int) -> tuple[int, PlaceMention | None]:
    """Up to three capitalised words, a comma and a state's abbreviation in capitals."""
    for length in range(1, min(_TYPO_WORDS, len(scan.words) - first - 1) + 1):
        if not scan.written(first + length - 1, 1)[0].isupper():
            break
        after = scan.written(first + length, 1)
        if "," in scan.gap_after(first + length - 1) and after.isupper() and abbreviation_of(after.lower()):
            return length + 1, _mention(scan, first, length + 1, qualified=True)
    return 1, None


def _words(kind: str) -> frozenset[str]:
    """Short lists of words: what comes before a place, what only looks like one."""
    return words_of("place_words", kind)


def _cues() -> frozenset[str]:
    return _words("cue") | _words("strong_cue")


def _joined(text: str, mentions: list[PlaceMention]) -> list[PlaceMention]:
    """Neighbours joined by a hyphen or slash that mean the same area are one ("Austin-Round Rock")."""
    joined: list[PlaceMention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        if last and text[last.end : mention.start] in {"-", "/"} and last.link.area == mention.link.area:
            whole = text[last.start : mention.end]
            link = last.link.model_copy(update={"place": whole})
            joined[-1] = PlaceMention(start=last.start, end=mention.end, text=whole, link=link)
        else:
            joined.append(mention)
    return joined

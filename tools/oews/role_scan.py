"""Job titles in free text: longest first, with typing errors mended and the level before them included.

Titles that are also everyday words ("host", "model", "lead"), tools or names count only after words such as "as a", and names
of fields ("sales", "nursing") only after words such as "into" or "work in".
"""

from itertools import pairwise
from typing import NamedTuple

from tools.evidence import Value
from tools.oews.doubtful import is_seldom_a_job
from tools.oews.models import OccupationLink
from tools.oews.onet_store import AddedRelease, added_release
from tools.oews.role_links import links_among
from tools.oews.role_readings import abbreviations, mend_title
from tools.oews.tables import words_of
from tools.oews.titles import find_title, title_lengths
from tools.oews.wording import ARTICLES, Word, split_words

_SHORTEST_MENDED = 7
_MOST_CHANGED = 4
_SHORTEST_TITLE = 5
_CLAUSE_ENDS = frozenset(".!?;:()\n")
_PHRASE_ENDS = _CLAUSE_ENDS | {","}


class RoleMention(Value):
    """A job title in a text: where it stands, how it reads with typing errors mended, what it may be."""

    start: int
    end: int
    text: str
    links: list[OccupationLink]


class _Scan(NamedTuple):
    """A text and its words without articles, each with the two words that stand before it in the text.

    `clause` and `phrase` say for each word where its clause ends, and where the next comma or end comes.
    """

    text: str
    words: list[Word]
    before: list[tuple[str, ...]]
    clause: list[int]
    phrase: list[int]
    added: AddedRelease | None

    def norms(self, first: int, length: int) -> tuple[str, ...]:
        return tuple(word.norm for word in self.words[first : first + length])

    def gap(self, at: int) -> str:
        """What stands between a word and the next one."""
        return self.text[self.words[at].end : self.words[at + 1].start]


def find_roles(text: str) -> list[RoleMention]:
    """Job titles in free text in reading order, longest match first, none overlapping."""
    scan = _scan(text)
    mentions: list[RoleMention] = []
    position = 0
    while position < len(scan.words):
        length = _other_meaning(scan, position)
        if not length and (length := _title_length(scan, position)):
            first = _with_level(scan, position, mentions)
            mentions.append(_mention(scan, first, position, length))
        position += length or 1
    return mentions


def _scan(text: str) -> _Scan:
    every = split_words(text)
    norms = [word.norm for word in every]
    kept = [at for at, norm in enumerate(norms) if norm not in ARTICLES]
    words = [every[at] for at in kept]
    before = [tuple(norms[max(0, at - 2) : at]) for at in kept]
    gaps = [set(text[word.end : following.start]) for word, following in pairwise(words)]
    clause = _ends(len(words), [bool(gap & _CLAUSE_ENDS) for gap in gaps])
    phrase = _ends(len(words), [bool(gap & _PHRASE_ENDS) for gap in gaps])
    return _Scan(text, words, before, clause, phrase, added_release())


def _ends(count: int, broken_after: list[bool]) -> list[int]:
    """For each word, the position after the last word that no break separates it from."""
    ends = [count] * count
    for at in range(count - 2, -1, -1):
        ends[at] = at + 1 if broken_after[at] else ends[at + 1]
    return ends


def _title_length(scan: _Scan, first: int) -> int:
    """How many words from `first` on are a title that is meant as one here; 0 for none."""
    in_clause, in_phrase = scan.clause[first] - first, scan.phrase[first] - first
    known = title_lengths(scan.words[first].norm, scan.added)
    changed = min(_MOST_CHANGED, in_phrase)
    lengths = {length for length in known if length <= in_clause} | set(range(1, changed + 1))
    for length in sorted(lengths, reverse=True):
        if length in known and (hits := find_title(" ".join(scan.norms(first, length)), scan.added)):
            # A comma stands within titles that OEWS prints ("Cooks, Restaurant"); elsewhere it parts two jobs.
            in_one = length <= in_phrase or hits[0].origin == "oews"
            if in_one and (
                _words_are_title(scan, first, length) if length > 1 else _word_is_title(scan, first)
            ):
                return length
        elif length <= changed and _is_changed(scan, first, length):
            return length
    return 0


def _is_changed(scan: _Scan, first: int, length: int) -> bool:
    """Whether the words are a title once abbreviations are written out or typing errors mended."""
    norms = scan.norms(first, length)
    if _is_abbreviated(norms, scan.added):
        return True
    mended = mend_title(norms, scan.added)
    if mended is None:
        return False
    cue_only = words_of("occupation_words", "cue_only") | words_of("occupation_words", "field")
    return length > 1 or (len(mended[0]) >= _SHORTEST_MENDED and mended[0] not in cue_only)


def _words_are_title(scan: _Scan, first: int, length: int) -> bool:
    """Whether several words are meant as a job: all but the names of fields are."""
    if " ".join(scan.norms(first, length)) not in words_of("occupation_words", "field"):
        return True
    before = scan.before[first]
    after = scan.norms(first + length, 1)
    return length == len(scan.words) or before[-1:] == ("to",) or _field_is_meant(before, "".join(after))


def _word_is_title(scan: _Scan, first: int) -> bool:
    """Whether one word is meant as a job here."""
    key, before, alone = scan.words[first].norm, scan.before[first], len(scan.words) == 1
    after = scan.words[first + 1].norm if first + 1 < len(scan.words) else ""
    if key in words_of("occupation_words", "never"):
        return False
    if key in words_of("occupation_words", "field"):
        return alone or _field_is_meant(before, after)
    if key in words_of("occupation_words", "cue_only") or _is_name(scan, first) or is_seldom_a_job(key):
        cue = " ".join(before) in words_of("occupation_words", "cue")
        return alone or cue or after in words_of("occupation_words", "pay_verb")
    return len(key) >= _SHORTEST_TITLE or key in words_of("occupation_words", "short")


def _is_name(scan: _Scan, first: int) -> bool:
    """Whether a word has a capital where the word before it in its clause has none ("we moved to Baker")."""
    word = scan.words[first]
    written = scan.text[word.start : word.end]
    if not first or not written.istitle() or scan.clause[first - 1] == first:
        return False
    following = scan.clause[first] > first + 1 and scan.text[scan.words[first + 1].start].isupper()
    return scan.text[scan.words[first - 1].start].islower() and not following


def _field_is_meant(before: tuple[str, ...], after: str) -> bool:
    """A field stands for its jobs after "into", after "work in", and before "jobs"."""
    kinds = ("field_after", "field_verb", "field_noun", "pay_verb")
    after_word, verbs, nouns, pays = (words_of("occupation_words", kind) for kind in kinds)
    if after in nouns | pays or (before and before[-1] in after_word):
        return True
    return len(before) == 2 and before[1] in {"in", "to"} and before[0] in verbs


def _is_abbreviated(norms: tuple[str, ...], added: AddedRelease | None) -> bool:
    """Whether words with an abbreviation among them read as a title once it is written out."""
    known = abbreviations()
    if not any(word in known for word in norms):
        return False
    if len(norms) == 1 and norms[0] not in words_of("occupation_words", "short"):
        return False
    return bool(find_title(" ".join(known.get(word, word) for word in norms), added))


def _other_meaning(scan: _Scan, first: int) -> int:
    """How many words from `first` on are a phrase that only looks like a title ("hiring manager")."""
    phrases = words_of("occupation_words", "phrase")
    return next((length for length in (3, 2) if " ".join(scan.norms(first, length)) in phrases), 0)


def _with_level(scan: _Scan, first: int, mentions: list[RoleMention]) -> int:
    """Where the title starts when the level right before it is taken along ("senior", "junior")."""
    levels = words_of("occupation_words", "level_before")
    floor = mentions[-1].end if mentions else 0
    while first and scan.words[first - 1].norm in levels and scan.words[first - 1].start >= floor:
        if scan.gap(first - 1).strip(" .-"):
            break
        first -= 1
    return first


def _mention(scan: _Scan, first: int, title: int, length: int) -> RoleMention:
    """The mention from the level before the title to the title's last word, with errors in the title mended."""
    start, end = scan.words[first].start, scan.words[title + length - 1].end
    written = scan.text[start:end]
    norms = scan.norms(title, length)
    titled = scan.words[title : title + length]
    for word, mended in reversed([*zip(titled, mend_title(norms, scan.added) or norms, strict=True)]):
        if mended != word.norm:
            written = written[: word.start - start] + mended + written[word.end - start :]
    links = list(links_among(" ".join(written.split()), scan.added))
    return RoleMention(start=start, end=end, text=written, links=links)

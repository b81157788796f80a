"""Job titles in free text: longest first, with typing errors mended and the level before them included.

Titles that are also everyday words ("host", "model", "lead") count only after words such as "as a", and names
of fields ("sales", "nursing") only after words such as "into" or "work in".
"""

from typing import NamedTuple

from tools.evidence import Value
from tools.oews.models import OccupationLink
from tools.oews.onet_store import AddedRelease, added_release
from tools.oews.role_links import abbreviations, links_among, mend_title
from tools.oews.tables import words_of
from tools.oews.titles import find_title, title_lengths
from tools.oews.wording import ARTICLES, Word, split_words

_SHORTEST_MENDED = 7
_MOST_CHANGED = 4
_MOST_WORDS = 16
_SHORTEST_TITLE = 5
_ENDS = frozenset(".!?;:()\n")


class RoleMention(Value):
    """A job title in a text: where it stands, how it reads with typing errors mended, what it may be."""

    start: int
    end: int
    text: str
    links: list[OccupationLink]


class _Scan(NamedTuple):
    """A text, its words, and the O*NET release that was added, if any."""

    text: str
    words: list[Word]
    added: AddedRelease | None

    def norms(self, first: int, length: int) -> tuple[str, ...]:
        return tuple(word.norm for word in self.words[first : first + length])

    def gap(self, at: int) -> str:
        """What stands between a word and the next one."""
        return self.text[self.words[at].end : self.words[at + 1].start]


def find_roles(text: str) -> list[RoleMention]:
    """Job titles in free text in reading order, longest match first, none overlapping."""
    scan = _Scan(text, split_words(text), added_release())
    mentions: list[RoleMention] = []
    position = 0
    while position < len(scan.words):
        length = _title_length(scan, position)
        if length:
            first = _with_level(scan, position, mentions)
            mentions.append(_mention(scan, first, position, length))
        position += length or _skipped(scan.words, position)
    return mentions


def _title_length(scan: _Scan, first: int) -> int:
    """How many words from `first` on are a title that is meant as one here; 0 for none."""
    most = min(_MOST_WORDS, len(scan.words) - first)
    known = title_lengths(scan.words[first].norm, scan.added)
    for length in range(most, 0, -1):
        if not _unbroken(scan, first, length) or scan.words[first + length - 1].norm in ARTICLES:
            continue
        named = [norm for norm in scan.norms(first, length) if norm not in ARTICLES]
        if len(named) in known and find_title(" ".join(named), scan.added):
            if length > 1 or _word_is_title(scan.words, first):
                return length
        elif length <= _MOST_CHANGED and _is_changed(scan, first, length):
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


def _word_is_title(words: list[Word], first: int) -> bool:
    """Whether one word is meant as a job here."""
    key = words[first].norm
    before = [word.norm for word in words[max(0, first - 2) : first]]
    after = words[first + 1].norm if first + 1 < len(words) else ""
    if key in words_of("occupation_words", "never"):
        return False
    if key in words_of("occupation_words", "field"):
        return len(words) == 1 or _field_is_meant(before, after)
    if key in words_of("occupation_words", "cue_only"):
        cue = " ".join(before) in words_of("occupation_words", "cue")
        return len(words) == 1 or cue or after in words_of("occupation_words", "pay_verb")
    return len(key) >= _SHORTEST_TITLE or key in words_of("occupation_words", "short")


def _field_is_meant(before: list[str], after: str) -> bool:
    """A field stands for its jobs after "into", after "work in", and before "jobs"."""
    kinds = ("field_after", "field_verb", "field_noun")
    after_word, verbs, nouns = (words_of("occupation_words", kind) for kind in kinds)
    if after in nouns or (before and before[-1] in after_word):
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


def _skipped(words: list[Word], first: int) -> int:
    """Words to step over when no title starts here: all of a phrase that only looks like one."""
    for length in (3, 2):
        if " ".join(word.norm for word in words[first : first + length]) in words_of(
            "occupation_words", "phrase"
        ):
            return length
    return 1


def _unbroken(scan: _Scan, first: int, length: int) -> bool:
    """Whether no sentence or clause ends within the words (a comma may stand within a title)."""
    return not any(set(scan.gap(at)) & _ENDS for at in range(first, first + length - 1))


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
    for word, mended in reversed(
        list(zip(scan.words[title:], mend_title(norms, scan.added) or norms, strict=False))
    ):
        if mended != word.norm:
            written = written[: word.start - start] + mended + written[word.end - start :]
    links = list(links_among(" ".join(written.split()), scan.added))
    return RoleMention(start=start, end=end, text=written, links=links)

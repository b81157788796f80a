"""What a text says by itself: digits that are the person's or count something, links, deeds, disguises, verbatim quotes."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache

from agent.grounding.naming import is_in_name, words_of
from agent.grounding.numbers import NUMBER, SCALES, numbers_in, time_unit, values_of
from agent.grounding.periods import find_periods
from prompts import words
from tools.evidence import Evidence

_LINK = re.compile(
    r"(?:https?|ftp)://[^\s)>\]]+|\bwww\.[^\s)>\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\]\(([^)]*)\)"
    r"|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|edu|gov|io|ly|info|biz|example|dev|ai|co|de|es|fr|eu|uk)\b(?:/[^\s)>\]]*)?"
)
_COUNT = 12
_SUM = 1000  # a smaller number of the person's is no sum of money unless they said so
_MARKS = str.maketrans("\u2019\u2018\u201c\u201d\u201e«»\u2013\u2014\u2212", '\'\'"""""---')


@dataclass(frozen=True)
class Known:
    """What a text may repeat: `said` is the person's own, `held` what evidence, tools and plan hold.

    `numbers` are the person's; `times` those of them that count hours, weeks or years; `free` count whatever they stand before.
    """

    said: str
    held: str
    numbers: frozenset[float] = frozenset()
    times: frozenset[tuple[float, str]] = frozenset()
    free: frozenset[float] = frozenset()

    @cached_property
    def words(self) -> frozenset[str]:
        """All words, in singular and plural."""
        return words_of(*self.said.splitlines(), *self.held.splitlines())

    def counting(self, times: Iterable[tuple[float, str]]) -> "Known":
        """The same with `times` among what counts hours, weeks or years."""
        known = replace(self, times=self.times | {*times})
        known.__dict__["words"] = self.words  # as many as the evidence has, and the same
        return known

    @classmethod
    def of(
        cls,
        said: Iterable[str],
        held: Iterable[str],
        person: Evidence | None = None,
        free: Iterable[float] = (),
    ) -> "Known":
        """Everything the person said, everything that was found, and the figures of what the person told."""
        texts, figures = "\n".join(said), person.figures if person else []
        told = [*numbers_in(texts), *((float(figure.value), time_unit(figure.unit)) for figure in figures)]
        times = frozenset((value, unit) for value, unit in told if unit)
        return cls(texts, "\n".join(held), frozenset(value for value, _ in told), times, frozenset(free))


def strange_number(text: str, known: Known) -> str | None:
    """The first number in a text (its figures taken out) that is neither the person's nor a count; None without one."""
    for match in NUMBER.finditer(text):
        if not _is_allowed(match, text, known):
            return match[0].strip()
    for match in _worded().finditer(text):
        if match[0].casefold() not in known.said.casefold() and not re.search(
            r"\d\s*$", text[: match.start()]
        ):
            return match[0].strip()
    return None


def _is_allowed(match: re.Match[str], text: str, known: Known) -> bool:
    values, tail, sign = values_of(match["digits"]), match["tail"].casefold(), match["sign"]
    before, after = text[: match.start()], text[match.end() :]
    if re.match(r"\s?%", after):
        share = r"\s?(?:%|per ?cent|prozent|p\w+ cent|por cien)"
        return re.search(rf"(?<![\d.,]){re.escape(match['digits'])}{share}", known.said) is not None
    if not sign and (unit := time_unit(text[match.end("digits") :])):
        return any(value in known.free or (value, unit) in known.times for value in values)
    scaled = {value * SCALES.get(tail, 1.0) for value in values}
    told = values & known.free or scaled & known.numbers or (values & known.numbers and tail not in SCALES)
    if told and (not sign or max(scaled) >= _SUM or match[0].strip() in known.said):
        return True
    if sign or re.match(r"\s?[%€$£]|\.\d", after):
        return False
    listed = re.search(r"(?:^|\n)\s*$", before) and re.match(r"[.)]\s", after)
    if listed or _is_name(match, text, known):
        return True
    near = text[max(0, match.start() - 12) : match.end() + 12]
    return max(values) <= _COUNT and not tail and not find_periods(near)


def _is_name(match: re.Match[str], text: str, known: Known) -> bool:
    """Part of a name ("B2", "Python 3", "GPT-4", "24/7"): glued to letters, or beside the same word where it is known."""
    before, digits = text[: match.start()], match["digits"]
    if len(digits) == 1 and match["tail"].isupper() and match["tail"]:
        return True
    if len(digits) <= 2 and re.search(r"[^\W\d_]-$", before):
        return True
    named = re.search(r"[A-Z][\w+#.-]*\s*$", before)
    return named is not None and is_in_name(text, *match.span("digits"), (known.held, known.said))


def strange_link(text: str, known: Known) -> str | None:
    """The first link or address that stands neither in what was found nor in the person's words."""
    for match in _LINK.finditer(text):
        link = (match[1] if match[1] is not None else match[0]).rstrip(".,;:")
        if link.casefold() not in f"{known.held}\n{known.said}".casefold():
            return link or match[0]
    return None


@lru_cache(maxsize=512)
def told_deed(text: str) -> str | None:
    """Words that say something was approved, delivered, sent, booked or signed; None where they say that it was not."""
    for done, unless in _deeds():
        for match in done.finditer(text):
            start = max(text.rfind(mark, 0, match.start()) for mark in ".!?;\n") + 1
            ends = [at for mark in ".!?;\n" if (at := text.find(mark, match.end())) >= 0]
            sentence = text[start : min(ends, default=len(text)) + 1]
            if not sentence.rstrip().endswith("?") and not unless.search(sentence):
                return match[0]
    return None


def disguised(text: str) -> bool:
    """Letters of two scripts in one word, or digits that are not the usual ones."""
    odd = any(unicodedata.category(each)[0] == "N" and not each.isascii() for each in text)
    return odd or any(len(set(_scripts(word))) > 1 for word in re.findall(r"[^\W\d_]+", text))


def _scripts(word: str) -> Iterator[str]:
    """The scripts of a word's letters; Japanese mixes its own by rule."""
    for letter in word:
        name = unicodedata.name(letter, "OTHER").partition(" ")[0]
        yield "CJK" if name in ("HIRAGANA", "KATAKANA", "CJK", "KATAKANA-HIRAGANA") else name


def quoted(quote: str, cited: Sequence[Evidence]) -> Evidence | None:
    """The evidence in which a quote stands word for word; spaces and kinds of quotation marks do not count."""
    wanted = plain_quote(quote)
    return next((item for item in cited if wanted and wanted in plain_quote(item.text)), None)


def plain_quote(text: str) -> str:
    """One line with plain marks, without those around it."""
    return re.sub(r"\s+", " ", re.sub(r"[*_`]", "", text).translate(_MARKS)).strip(" \"'.")


@cache
def _worded() -> re.Pattern[str]:
    """Large numbers and shares in words: a figure that no digit shows."""
    listed = words("languages")
    return re.compile(rf"\b(?:{'|'.join(listed['scales'].split())}|{listed['worded']})\b", re.IGNORECASE)


@cache
def _deeds() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    return [
        (
            re.compile(entry["done"].replace("\n", ""), re.IGNORECASE),
            re.compile(entry["unless"], re.IGNORECASE),
        )
        for entry in words("languages")["deeds"]
    ]

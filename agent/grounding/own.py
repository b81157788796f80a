"""What a text says by itself: digits that are the person's or count something, links, deeds, disguises, verbatim quotes."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from agent.grounding.periods import find_periods
from prompts import words
from tools.evidence import Evidence

_NUMBER = re.compile(
    r"(?<![\w.])(?P<sign>[$€£¥₹]\s?)?(?P<digits>\d+(?:[.,\u202f\u00a0 ]\d{3}(?!\d))*(?:[.,]\d+)?)(?P<tail>[^\W\d_]*)"
)
_SCALES = {"k": 1e3, "mil": 1e3, "m": 1e6, "mn": 1e6, "bn": 1e9}
_LISTED = re.compile(r"(?:^|\n)\s*$")
_LINK = re.compile(
    r"(?:https?|ftp)://[^\s)>\]]+|\bwww\.[^\s)>\]]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\]\(([^)]*)\)"
    r"|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|edu|gov|io|ly|info|biz|example|dev|ai|co|de|es|fr|eu|uk)\b(?:/[^\s)>\]]*)?"
)
_WORD = re.compile(r"[^\W\d_]+")
_COUNT = 12
_SPACE = re.compile(r"\s+")
_MARKS = str.maketrans(
    {
        "\u2019": "'",
        "\u2018": "'",
        "\u201c": '"',
        "\u201d": '"',
        "\u201e": '"',
        "«": '"',
        "»": '"',
        "\u2013": "-",
        "\u2014": "-",
        "\u2212": "-",
    }
)


@dataclass(frozen=True)
class Known:
    """What a text may repeat: `said` is the person's own, `held` what evidence, tools and plan hold; `numbers` of the first."""

    said: str
    held: str
    numbers: frozenset[float] = frozenset()

    @classmethod
    def of(cls, said: Iterable[str], held: Iterable[str], numbers: Iterable[float] = ()) -> "Known":
        """Everything the person said, everything that was found, and numbers that are theirs beside those (profile, plan)."""
        texts = "\n".join(said)
        return cls(texts, "\n".join(held), frozenset([*numbers_in(texts), *numbers]))


def numbers_in(text: str) -> Iterator[float]:
    """Every value that a number of a text may have: "72k" is 72 and 72,000, "61.000" is 61 and 61,000."""
    for match in _NUMBER.finditer(text):
        for value in _values(match["digits"]):
            yield value
            yield value * _SCALES.get(
                match["tail"].casefold(), 1e3 if not match["tail"] and value < 1000 else 1.0
            )
    for forms in words("languages")["numbers"].values():
        for value, form in enumerate(forms):
            if re.search(rf"(?<!\w)(?:{form})(?!\w)", text, re.IGNORECASE):
                yield float(value)


def _values(digits: str) -> set[float]:
    """A point or comma groups thousands or begins decimals."""
    bare = re.sub(r"[\s\u202f\u00a0]", "", digits)
    found = (
        {float(re.sub(r"[.,]", "", bare))}
        if re.fullmatch(r"\d{1,3}(?:[.,]\d{3})+", bare) or bare.isdigit()
        else set()
    )
    last = max(bare.rfind("."), bare.rfind(","))
    if last > 0:
        found.add(float(re.sub(r"[.,]", "", bare[:last]) + "." + bare[last + 1 :]))
    return found


def strange_number(text: str, known: Known, years: Iterable[int] = ()) -> str | None:
    """The first number in a text (its figures taken out) that is neither the person's nor a count; None without one."""
    allowed = frozenset(float(year) for year in years)
    for match in _NUMBER.finditer(text):
        if not _is_allowed(match, text, known, allowed):
            return text[match.start() : match.end()].strip()
    for match in _worded().finditer(text):
        if match[0].casefold() not in known.said.casefold() and not re.search(
            r"\d\s*$", text[: match.start()]
        ):
            return match[0].strip()
    return None


def _is_allowed(match: re.Match[str], text: str, known: Known, years: frozenset[float]) -> bool:
    values, tail = _values(match["digits"]), match["tail"].casefold()
    scaled = {value * _SCALES.get(tail, 1.0) for value in values}
    if scaled & known.numbers or (values & known.numbers and tail not in _SCALES):
        return True
    after, before = text[match.end() : match.end() + 12], text[: match.start()]
    if match["sign"] or re.match(r"\s?(?:[%€$£]|\.\d)", after):
        return False
    if (
        values & years
        or (_LISTED.search(before) and re.match(r"[.)]\s", after))
        or _in_name(match, before, known)
    ):
        return True
    noun = re.match(r"\W{0,2}([^\W\d_]+)", after)
    timed = noun is not None and any(
        noun[1].casefold().rstrip("snel").startswith(form) for form in _time_words() if len(form) > 2
    )
    counts = max(values) <= _COUNT and not tail
    return counts and not timed and not find_periods(text[max(0, match.start() - 12) : match.end() + 12])


def _in_name(match: re.Match[str], before: str, known: Known) -> bool:
    """Part of a name ("B2", "Python 3", "GPT-4", "24/7"): glued to letters, or beside the same word where it is known."""
    if match["tail"] and match["tail"].isupper() and len(match["digits"]) == 1:
        return True
    if re.search(r"[^\W\d_]-$", before) and len(match["digits"]) <= 2:
        return True
    word = re.search(r"([\w+#.-]+)\s*$", before)
    if word is None or not word[1][0].isupper():
        return False
    phrase = re.compile(
        rf"(?<!\w){re.escape(word[1])}\s+{re.escape(match['digits'])}(?![\w.,]*\d)", re.IGNORECASE
    )
    return bool(phrase.search(known.held) or phrase.search(known.said))


def strange_link(text: str, known: Known) -> str | None:
    """The first link or address that stands neither in what was found nor in the person's words."""
    for match in _LINK.finditer(text):
        link = (match[1] if match[1] is not None else match[0]).rstrip(".,;:")
        if link.casefold() not in known.held.casefold() and link.casefold() not in known.said.casefold():
            return link or match[0]
    return None


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
    if any(unicodedata.category(each)[0] == "N" and not each.isascii() for each in text):
        return True
    return any(len(set(_scripts(word))) > 1 for word in _WORD.findall(text))


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
    return _SPACE.sub(" ", re.sub(r"[*_`]", "", text).translate(_MARKS)).strip(" \"'.")


@cache
def _worded() -> re.Pattern[str]:
    """Large numbers and shares in words: a figure that no digit shows."""
    listed = words("languages")
    return re.compile(rf"\b(?:{'|'.join(listed['scales'].split())}|{listed['worded']})\b", re.IGNORECASE)


@cache
def _time_words() -> frozenset[str]:
    return frozenset(form for forms in words("languages")["times"].values() for form in forms.split())


@cache
def _deeds() -> list[tuple[re.Pattern[str], re.Pattern[str]]]:
    return [
        (
            re.compile(entry["done"].replace("\n", ""), re.IGNORECASE),
            re.compile(entry["unless"], re.IGNORECASE),
        )
        for entry in words("languages")["deeds"]
    ]

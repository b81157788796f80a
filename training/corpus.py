"""The annotated messages in `prompts/nlu/corpus`: reading and checking them.

`python -m training.corpus check [FILE...]` names each line that breaks the guide; `count` prints what there is.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from agent.nlu.scheme import CONTEXTS, LABELS, QUESTIONS, WISHES

FOLDER = Path(__file__).parents[1] / "prompts" / "nlu" / "corpus"
TEST_EVERY = 5

_MARK = re.compile(r"\[([^\[\]]+)\]\(([a-z]+)\)")
_EDGE = re.compile(r"^[\s.,;:!?\"]|[\s,;:!?\"]$|^(?:the|an?)\s", re.IGNORECASE)


@dataclass(frozen=True)
class Span:
    """`start` and `end` are offsets of characters in the message's text."""

    start: int
    end: int
    label: str


@dataclass(frozen=True)
class Example:
    """One annotated message; `file` and `line` (from 1) say where it stands."""

    text: str
    spans: tuple[Span, ...]
    wishes: tuple[str, ...]
    context: tuple[str, ...]
    before: str
    file: str
    line: int


class CorpusError(Exception):
    """A line breaks the guide."""


def parse_text(marked: str) -> tuple[str, tuple[Span, ...]]:
    """The plain text and its spans. Raises CorpusError for an unknown label or a mark that nests."""
    plain, spans, last = "", [], 0
    for mark in _MARK.finditer(marked):
        plain += marked[last : mark.start()]
        words, label = mark.groups()
        if label not in LABELS:
            raise CorpusError(f"unknown label {label!r}")
        if _EDGE.search(words):
            raise CorpusError(
                f"{words!r} begins with an article or begins or ends with punctuation or a space"
            )
        spans.append(Span(len(plain), len(plain) + len(words), label))
        plain += words
        last = mark.end()
    plain += marked[last:]
    if re.search(r"\]\([a-z]+\)", plain):
        raise CorpusError("a mark is nested or broken")
    return plain, tuple(spans)


def parse_line(line: str, file: str, number: int) -> Example:
    """One line of a corpus file. Raises CorpusError with what is wrong."""
    try:
        row = json.loads(line)
    except json.JSONDecodeError as error:
        raise CorpusError(f"not JSON: {error}") from error
    if not isinstance(row, dict) or (extra := set(row) - {"t", "w", "c", "b"}):
        raise CorpusError(f"unknown keys: {sorted(extra) if isinstance(row, dict) else row!r}")
    text, spans = parse_text(str(row.get("t", "")))
    wishes, context = tuple(row.get("w", ())), tuple(row.get("c", ()))
    _check_names("wish", wishes, WISHES)
    _check_names("context", context, CONTEXTS)
    if not text.strip() or not wishes:
        raise CorpusError("text and at least one wish are needed")
    if "tell" in wishes and len(wishes) > 1:
        raise CorpusError("`tell` stands alone")
    if "answer" in wishes and not any(name in QUESTIONS for name in context):
        raise CorpusError("`answer` needs the question in `c`")
    return Example(text, spans, wishes, context, str(row.get("b", "")), file, number)


def _check_names(kind: str, given: Iterable[object], known: tuple[str, ...]) -> None:
    given = list(given)
    if unknown := [name for name in given if name not in known]:
        raise CorpusError(f"unknown {kind}: {unknown}")
    if len(set(given)) < len(given):
        raise CorpusError(f"a {kind} stands twice")


def is_test(path: Path) -> bool:
    """Whether nobody trains on this file: every fifth is kept for measuring."""
    return int(path.name.split("_")[0]) % TEST_EVERY == 0


def corpus_files() -> list[Path]:
    return sorted(FOLDER.glob("[0-9]*.jsonl"))


def read_file(path: Path) -> Iterator[Example]:
    """Every example of a file. Raises CorpusError for a line that breaks the guide."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.strip():
            try:
                yield parse_line(line, path.name, number)
            except CorpusError as error:
                raise CorpusError(f"{path.name}:{number}: {error}") from error


def find_faults(paths: Iterable[Path]) -> list[str]:
    """One line for each line that breaks the guide, and for each text that stands twice."""
    faults, seen = [], dict[str, str]()
    for path in paths:
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if not line.strip():
                continue
            where = f"{path.name}:{number}"
            try:
                example = parse_line(line, path.name, number)
            except CorpusError as error:
                faults.append(f"{where}: {error}")
                continue
            key = " ".join(sorted(example.context)) + "|" + " ".join(example.text.casefold().split())
            if first := seen.get(key):
                faults.append(f"{where}: the same message as {first}")
            seen.setdefault(key, where)
    return faults


def main(arguments: list[str]) -> int:
    verb, paths = arguments[0], [Path(name) for name in arguments[1:]] or corpus_files()
    if verb == "check":
        faults = find_faults(paths)
        print("\n".join(faults) or "all lines follow the guide")
        return 1 if faults else 0
    examples = [example for path in paths for example in read_file(path)]
    labels = Counter(span.label for example in examples for span in example.spans)
    wishes = Counter(wish for example in examples for wish in example.wishes)
    for name, counts in (("labels", labels), ("wishes", wishes)):
        print(f"{name}: " + ", ".join(f"{key} {n}" for key, n in counts.most_common()))
    print(f"{len(examples)} messages in {len(paths)} files")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""Words, their features, and the windows that a text is read in."""

import pytest

from agent.nlu.annotate import annotate
from agent.nlu.features import FEATURES, word_features
from agent.nlu.hits import Hit
from agent.nlu.windows import SIDE, WINDOW, Cut, cut
from agent.nlu.words import Word, split_words
from tools.documents.embedder import built_in


def no_hits(_text: str) -> list[Hit]:
    return []


def cut_text(text: str) -> Cut:
    return cut(text, built_in(), no_hits)


def words_of(text: str) -> list[str]:
    return [text[word.start : word.end] for word in split_words(text, built_in().tokenize(text).offsets)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("28M, RN", ["28", "M", ",", "RN"]),
        ("don't know C++", ["don't", "know", "C", "+", "+"]),
        ("$2,400/2wks", ["$", "2,400", "/", "2", "wks"]),
        ("café in São Paulo", ["café", "in", "São", "Paulo"]),
        ("", []),
        (" \n ", []),
    ],
)
def test_words_end_where_a_span_may_end(text: str, words: list[str]) -> None:
    assert words_of(text) == words


def test_a_word_without_a_token_is_left_out() -> None:
    assert [word.start for word in split_words("ab cd", [(3, 5)])] == [3]


def test_features_say_how_a_word_is_written() -> None:
    text = "RN\n$38 in Tulsa 2019 6hrs"
    words = split_words(text, built_in().tokenize(text).offsets)
    rows = word_features(text, words, [Hit(0, 2, "role"), Hit(10, 20, "place")])
    named = {
        text[word.start : word.end]: {FEATURES[at] for at in row.nonzero()[0]}
        for word, row in zip(words, rows, strict=True)
    }
    assert named["RN"] == {"capitals", "after_break", "alone", "first-role"}
    assert named["38"] == {"digits", "after_currency", "glued"}
    assert named["Tulsa"] == {"capital", "first-place"}
    assert named["2019"] == {"digits", "year", "inside-place"}
    assert named["6"] == {"digits", "before_letters"}
    assert named["in"] == set()


def test_a_short_text_is_one_window() -> None:
    found = cut("I'm a nurse in Tulsa", built_in(), annotate)
    ((window,),) = (part.windows for part in found.parts)
    assert found.unread is None and len(window.words) == 5
    assert window.features.shape == (len(window.ids) + 2, len(FEATURES))
    assert (window.first, window.last) == ([1, 4, 5, 6, 7], [3, 4, 5, 6, 7])


@pytest.mark.parametrize("text", ["word " * 900, "unbelievablenesses " * 250, "1 " * 1400, "x" * 3000])
def test_every_word_of_a_read_text_is_tagged_once(text: str) -> None:
    found = cut_text(text)
    assert found.unread is None
    windows = found.parts[0].windows
    words: list[Word] = [word for window in windows for word in window.words]
    assert [(word.start, word.end) for word in words] == [
        (word.start, word.end) for word in split_words(text, built_in().tokenize(text).offsets)
    ]
    for window in windows:
        assert len(window.ids) <= WINDOW
        assert all(1 <= a <= b <= len(window.ids) for a, b in zip(window.first, window.last, strict=True))


@pytest.mark.parametrize(
    "text", ["1 " * 25_000, "I'm a nurse. " * 3_847, "a" * 50_000, "é" * 50_000, "word\n" * 80_000]
)
def test_a_long_text_takes_few_windows(text: str) -> None:
    """A bound in steps: no more than eight windows of 256 tokens, whatever the length."""
    found = cut_text(text)
    assert sum(len(part.windows) for part in found.parts) <= 8


def test_of_a_long_text_the_first_and_last_tokens_are_read() -> None:
    text = "".join(f"{number} " for number in range(100, 999)) * 3
    found = cut_text(text)
    assert found.unread is not None
    start, end = found.unread
    assert len(built_in().tokenize(text[:start]).ids) == SIDE == len(built_in().tokenize(text[end:]).ids)
    words = [text[word.start : word.end] for part in found.parts for w in part.windows for word in w.words]
    assert words == (text[:start] + " " + text[end:]).split()

"""Any text at all comes out in passages that fit and stand in it."""

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tools.documents.formats.html_page import page
from tools.documents.passages import MAX_CHARS, cut, from_units
from tools.documents.sections import outline

PIECES = st.sampled_from(
    ["\n", "\n\n", "- item one", "• dot", "# Mark", "## Deeper", "Heading Here", "Label: Text goes on. ", "1. First", "A",
     "word " * 90, "x" * 1300, "Ends with a colon:", "What Is It?", "---\n", "```", "| a | b |", "Sentence one. Two. "]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=30)), max_size=25).map("".join))
def test_passages_of_any_text(text: str) -> None:
    text = text.replace("\r", "\n")
    found = cut(outline(text, "name"))
    for each in found:
        assert each.text.strip()
        assert each.text in text
        assert len(each.text) <= MAX_CHARS
        assert len(each.titled) == len(each.sentences) == len(each.entries)
        assert from_units(each.text, each.section, each.units) == each


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</p>", "<h2>T</h2>", "<li>", "<table><tr><td>x", "<b>", "text", "<!--", "&amp;"]
        )
    )
)
@example(["<table><tr><td>x", "<!--", "<table><tr><td>x", "text"])
def test_any_markup_is_read(parts: list[str]) -> None:
    found = page("".join(parts))
    assert (found.title, found.date) == (None, None)
    assert found.text.count("text") <= parts.count("text")

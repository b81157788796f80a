"""What is reckoned once for a value is the value's own: not another one's, and not that of one that is gone."""

from agent.nodes.call_tools import Numbering
from tools.evidence import Evidence, Source
from tools.kept import once_for_each


def item(text: str) -> Evidence:
    return Evidence(kind="document", text=text, source=Source(title="a source"))


def test_a_value_is_reckoned_once() -> None:
    seen: list[str] = []

    @once_for_each(8)
    def words(evidence: Evidence) -> list[str]:
        seen.append(evidence.text)
        return evidence.text.split()

    first, alike = item("one two"), item("one two")
    assert words(first) is words(first)
    assert words(alike) == words(first)
    assert seen == ["one two", "one two"]


def test_a_new_value_in_an_old_ones_place_is_reckoned_anew() -> None:
    @once_for_each(4)
    def text_of(evidence: Evidence) -> str:
        return evidence.text

    assert [text_of(item(f"text {number}")) for number in range(200)] == [f"text {n}" for n in range(200)]


def test_evidence_of_one_content_and_number_is_one_value_for_all_threads() -> None:
    one, other, third = Numbering([]), Numbering([]), Numbering([item("before")])
    for thread in (one, other, third):
        assert len(thread.of([item("one two"), item("one two"), item("three")])) == 3
    assert [each.id for each in one.added] == ["E1", "E2"]
    assert all(mine is theirs for mine, theirs in zip(one.added, other.added, strict=True))
    assert [(each.id, each.text) for each in third.added] == [("E2", "one two"), ("E3", "three")]

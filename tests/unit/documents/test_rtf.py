"""Rich Text Format: what its reader leaves out."""

from pathlib import Path

from tools.documents.loaders import load


def test_hidden_rich_text_stays_out_and_is_told(tmp_path: Path) -> None:
    source = (
        r"{\rtf1\ansi Welder{\v never}\par Caf\'e9 \v se\'e9cret\par\u246?\v0 open\par {\v1 a{\b b}c}"
        r"\v gone\plain  shown{\vertalc x}\par}"
    )
    path = tmp_path / "a.rtf"
    path.write_text(source, encoding="ascii")
    found = load(path)
    assert found.parts[0].text.split() == ["Welder", "Caf\u00e9", "open", "shownx"]
    assert found.losses == ("4 hidden texts are not read",)

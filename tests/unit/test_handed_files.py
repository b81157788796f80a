"""A CV or a posting as a file: every format of the library, and one clear line for what cannot be read."""

from pathlib import Path

import pytest

from agent.session.handed_files import read_handed_file
from tools.errors import UsageError

DOCUMENTS = Path(__file__).parents[1] / "data" / "documents"
CVS = Path(__file__).parents[1] / "data" / "cv"


@pytest.mark.parametrize(
    ("name", "raw"),
    [
        ("cv.txt", b""),
        ("cv.txt", b"  \n"),
        ("cv.txt", b"\x00" * 50),
        ("cv.pdf", b"%PDF-1.7\n\x93\x8c"),
        ("cv.docx", b"PK\x03\x04"),
        ("cv.json", b"{"),
        ("cv.txt", b"a " * 30_000),
        ("cv.doc", b"words"),
        ("cv", b"words"),
    ],
)
def test_what_cannot_be_read_is_refused_in_one_line(tmp_path: Path, name: str, raw: bytes) -> None:
    path = tmp_path / name
    path.write_bytes(raw)
    with pytest.raises(UsageError) as refused:
        read_handed_file(path, "CV")
    assert "\n" not in refused.value.message + refused.value.hint


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none.txt", Path("a\x00b")):
        with pytest.raises(UsageError):
            read_handed_file(path, "CV")


@pytest.mark.parametrize(
    ("raw", "text"), [("\ufeffI bake.\r\n", "I bake."), ("I bake.\fI sell.\n", "I bake.\nI sell.")]
)
def test_marks_of_a_text_file_are_no_part_of_it(tmp_path: Path, raw: str, text: str) -> None:
    path = tmp_path / "cv.txt"
    path.write_bytes(raw.encode())
    assert read_handed_file(path, "CV").text == text


def test_json_resume_keeps_its_fields() -> None:
    assert '"position":"DevOps Engineer"' in read_handed_file(CVS / "resume.json", "CV").text


def test_word_and_pdf_files_are_read_and_losses_told() -> None:
    assert "Franklin County" in read_handed_file(DOCUMENTS / "layout_table_cv.docx", "CV").text
    assert read_handed_file(DOCUMENTS / "mixed_scan.pdf", "posting").losses

"""What a file holds and no reader gives is told: comments, pictures, recordings, files within, boxes to tick."""

from pathlib import Path
from typing import Any

import pypdf
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from tests.integration.documents.hostile_files import pdf
from tools.documents.formats import archive
from tools.documents.loaders import load


def test_comments_in_sheets_are_told(tmp_path: Path) -> None:
    import openpyxl
    from openpyxl.comments import Comment

    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.append(("Role", "Pay"))
    sheet.append(("Welder", 52000))
    for cell in ("A2", "B2"):
        sheet[cell].comment = Comment("ask Ben", "Ada")
    book.save(tmp_path / "a.xlsx")
    assert load(tmp_path / "a.xlsx").losses == ("2 comments are not read",)


def test_what_stands_in_an_archive_unread_is_told() -> None:
    names = (
        "Object 1/content.xml",
        "ObjectReplacements/Object 1.png",
        "Thumbnails/thumbnail.png",
        "OEBPS/assets/p1.png",
    )
    assert archive.pictures(names) == ("1 image is not read", "1 embedded file is not read")
    assert archive.pictures(["ppt/media/talk.mp4"]) == ("1 recording is not read",)


def test_boxes_to_tick_are_told(tmp_path: Path) -> None:
    (tmp_path / "plain.pdf").write_bytes(pdf(["I agree"]))
    writer = pypdf.PdfWriter(clone_from=tmp_path / "plain.pdf")
    box = writer._add_object(DictionaryObject({
        NameObject("/FT"): NameObject("/Btn"), NameObject("/T"): TextStringObject("agrees"),
        NameObject("/V"): NameObject("/Yes"), NameObject("/AS"): NameObject("/Yes"),
        NameObject("/Subtype"): NameObject("/Widget"), NameObject("/Type"): NameObject("/Annot"),
        NameObject("/Rect"): pypdf.generic.RectangleObject((120, 715, 130, 725)),
    }))  # fmt: skip
    writer.pages[0][NameObject("/Annots")] = pypdf.generic.ArrayObject([box])
    fields = {NameObject("/Fields"): pypdf.generic.ArrayObject([box])}
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject(fields)
    writer.write(tmp_path / "form.pdf")
    assert load(tmp_path / "form.pdf").losses == ("1 tick box is not read",)

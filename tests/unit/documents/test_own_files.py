"""Documents as offices hand them round: what a reader sees is there once, in order, and nothing of the page around it."""

from pathlib import Path

import typst
from docx import Document
from openpyxl import Workbook

from tools.documents.formats.loaded import Loaded
from tools.documents.loaders import load

PAGE = """<!doctype html><html><head><title>Bakery Manager</title><script type="application/ld+json">
{"@type": "JobPosting", "title": "Bakery Manager", "datePosted": "2026-11-02", "baseSalary": {"currency": "USD",
"value": {"minValue": 52000, "maxValue": 60000, "unitText": "YEAR"}}}</script></head><body>
<nav><a href=/>Home</a><a href=/jobs>All jobs</a></nav><div role="dialog">We use cookies. <button>Accept</button></div>
<main><h1>Bakery Manager</h1><h2>What you will need</h2><ul><li>ServSafe Manager</li><li>Inventory in Excel</li></ul>
</main><footer>Privacy</footer></body></html>"""
GUIDE = """#set document(title: "Beehive Inspection Guide")
#set page(width: 12cm, height: 16cm, columns: 2, numbering: "1")
#set par(justify: true)
#set text(hyphenate: true, lang: "en", size: 9pt)
= Before you open
Smoke the entrance gently. Efficient beekeepers work from behind the hive and never across the flight path, because
confused foragers are difficult to calm afterwards.
= Reading a frame
Fluffy white patches are offensive signs of chalkbrood. Uninterrupted capped brood is characteristic of a queen.
#table(columns: 2, [Sign], [Meaning], [Queen cells], [Swarming], [Spotty brood], [Old queen])
#pagebreak()
= Closing
Put frames back in the same order.
"""
NOTES = r"""{\rtf1\ansi\ansicpg1252{\info{\title Gespr\'e4chsnotizen}}{\b Interview notes}\par Salary band \u8364?62k\par
\trowd\cellx3000\cellx6000\intbl Notice\cell 4 weeks\cell\row\pard Thank M\'fcller on Friday.\par}"""


def _in_order(loaded: Loaded, *words: str) -> None:
    text = " ".join(" ".join(part.text for part in loaded.parts).split())
    at = [text.find(each) for each in words]
    assert -1 not in at and at == sorted(at), (text, at)
    assert all(text.count(each) == 1 for each in words), text


def test_a_handbook_with_header_list_and_merged_cells(tmp_path: Path) -> None:
    made = Document()
    made.core_properties.title = "Word Document"
    made.sections[0].header.paragraphs[0].text = "Shift Handbook 2026"
    made.add_heading("Opening the kitchen", 1)
    made.add_paragraph("Date every container.", style="List Number")
    table = made.add_table(rows=2, cols=3)
    table.cell(0, 0).merge(table.cell(0, 2)).text = "Closing duties"
    for at, duty in enumerate(("Grease trap", "Line cook", "Sunday")):
        table.cell(1, at).text = duty
    path = tmp_path / "handbook.docx"
    made.save(str(path))
    loaded = load(path)
    words = (
        "Shift Handbook 2026",
        "Opening the kitchen",
        "Date every container",
        "Closing duties",
        "Grease trap",
    )
    _in_order(loaded, *words, "Line cook", "Sunday")
    assert loaded.title is None and loaded.date is None


def test_a_workbook_with_a_note_above_its_columns_and_two_sheets(tmp_path: Path) -> None:
    made = Workbook()
    first = made.active
    assert first is not None
    first.title = "Courses"
    for row in (["Courses taken"], [], ["Course", "Hours"], ["Intro to SQL", 24]):
        first.append(row)
    made.create_sheet("Budget").append(["Item", "Cost"])
    made["Budget"].append(["Books", 120.5])
    made["Budget"].append(["Total", "=SUM(B2:B2)"])
    path = tmp_path / "courses.xlsx"
    made.save(path)
    loaded = load(path)
    _in_order(
        loaded, "Courses taken", "Course: Intro to SQL; Hours: 24", "# Budget", "Item: Books; Cost: 120.5"
    )
    assert any("formula" in loss for loss in loaded.losses)


def test_a_page_is_its_posting_and_none_of_what_stands_around_it(tmp_path: Path) -> None:
    path = tmp_path / "job.html"
    path.write_text(PAGE, encoding="utf-8")
    loaded = load(path)
    _in_order(
        loaded, "What you will need", "ServSafe Manager", "Inventory in Excel", "USD 52,000 to 60,000 a year"
    )
    text = loaded.parts[0].text
    assert (
        not any(each in text for each in ("cookies", "All jobs", "Privacy")) and loaded.date == "2026-11-02"
    )


def test_a_guide_in_two_columns_with_hyphens_ligatures_and_a_table(tmp_path: Path) -> None:
    source, path = tmp_path / "guide.typ", tmp_path / "guide.pdf"
    source.write_text(GUIDE, encoding="utf-8")
    typst.compile(str(source), output=str(path))
    loaded = load(path)
    words = (
        "Before you open",
        "Efficient",
        "difficult",
        "Reading a frame",
        "Fluffy",
        "offensive",
        "characteristic",
    )
    _in_order(loaded, *words, "| Queen cells | Swarming |", "Closing", "same order")
    assert loaded.title == "Beehive Inspection Guide"


def test_notes_with_accents_and_a_table(tmp_path: Path) -> None:
    path = tmp_path / "notes.rtf"
    path.write_text(NOTES, encoding="latin-1")
    loaded = load(path)
    _in_order(loaded, "Interview notes", "€62k", "| Notice | 4 weeks |", "Thank Müller on Friday.")
    assert loaded.title == "Gesprächsnotizen"

"""OpenDocument, PowerPoint, Excel, RTF, EPUB, HTML, CSV and text: what each holds comes out once and in order."""

import datetime as dt
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tools.documents.formats.html_page import page
from tools.documents.formats.loaded import Loaded, UnreadableError
from tools.documents.formats.text import fold
from tools.documents.loaders import load, objection

ODF = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)


def loaded(folder: Path, name: str, content: bytes | str) -> Loaded:
    (folder / name).write_bytes(content if isinstance(content, bytes) else content.encode())
    return load(folder / name)


def open_document(folder: Path, name: str, body: str, *, meta: str = "", styles: str = "") -> Loaded:
    with zipfile.ZipFile(folder / name, "w") as package:
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        package.writestr(
            "content.xml",
            f"<office:document-content {ODF}><office:body>{body}</office:body></office:document-content>",
        )
        package.writestr("styles.xml", f"<office:document-styles {ODF}>{styles}</office:document-styles>")
        package.writestr(
            "meta.xml",
            f"<office:document-meta {ODF}><office:meta>{meta}</office:meta></office:document-meta>",
        )
    return load(folder / name)


def epub(folder: Path, **files: str) -> Loaded:
    container = '<container><rootfiles><rootfile full-path="OPS/package.opf"/></rootfiles></container>'
    with zipfile.ZipFile(folder / "a.epub", "w") as book:
        book.writestr("META-INF/container.xml", container)
        for name, content in files.items():
            book.writestr(name, content)
    return load(folder / "a.epub")


def test_open_document_text(tmp_path: Path) -> None:
    found = open_document(
        tmp_path, "a.odt",
        "<office:text><text:tracked-changes><text:p>deleted</text:p></text:tracked-changes>"
        '<text:h text:outline-level="2">Course</text:h><text:p>Week<text:s/>one<text:line-break/>is <text:span>about</text:span> joins.'
        "<draw:frame><draw:text-box><text:p>In a box.</text:p></draw:text-box></draw:frame></text:p>"
        "<text:list><text:list-item><text:p>Read</text:p></text:list-item></text:list>"
        "<table:table><table:table-row><table:table-cell><text:p>Week</text:p></table:table-cell><table:table-cell><text:p>Hours</text:p>"
        "</table:table-cell></table:table-row></table:table></office:text>",
        meta="<dc:title>Evening course</dc:title><dc:date>2025-02-03T10:00:00</dc:date>",
        styles="<office:master-styles><style:master-page><style:header><text:p>Harbor</text:p></style:header></style:master-page></office:master-styles>",
    )  # fmt: skip
    assert (
        found.parts[0].text
        == "Harbor\n\n## Course\n\nWeek one\nis about joins.\n\nIn a box.\n\n- Read\n\n| Week | Hours |"
    )
    assert (found.title, found.date) == ("Evening course", None)


def test_open_document_sheets_and_slides(tmp_path: Path) -> None:
    def row(*values: str) -> str:
        cells = "".join(f"<table:table-cell><text:p>{value}</text:p></table:table-cell>" for value in values)
        return f'<table:table-row>{cells}<table:table-cell table:number-columns-repeated="16000"/></table:table-row>'

    rows = row("Grade", "Pay") + row("A", "24") + '<table:table-row table:number-rows-repeated="1000000"/>'
    sheet = open_document(
        tmp_path,
        "a.ods",
        f'<office:spreadsheet><table:table table:name="Bands">{rows}</table:table></office:spreadsheet>',
    )
    assert (sheet.parts[0].text, sheet.parts[0].label) == ("# Bands\n\n- Grade: A; Pay: 24", "sheet Bands")
    slides = "".join(
        f"<draw:page><draw:frame><draw:text-box><text:p>{text}</text:p></draw:text-box></draw:frame></draw:page>"
        for text in ("One", "Two")
    )
    shown = open_document(tmp_path, "a.odp", f"<office:presentation>{slides}</office:presentation>")
    assert [(part.text, part.label) for part in shown.parts] == [("One", "slide 1"), ("Two", "slide 2")]


def test_slides_with_tables_notes_and_their_places(tmp_path: Path) -> None:
    from pptx import Presentation
    from pptx.util import Inches

    deck = Presentation()
    slide = deck.slides.add_slide(deck.slide_layouts[5])
    slide.shapes.title.text = "Apprentice programme"
    low, high = (slide.shapes.add_textbox(Inches(1), Inches(top), Inches(4), Inches(1)) for top in (6, 2))
    low.text_frame.text, high.text_frame.text = "Tulsa", "Pay: $31 an hour"
    table = slide.shapes.add_table(1, 2, Inches(1), Inches(4), Inches(4), Inches(1)).table
    table.cell(0, 0).text, table.cell(0, 1).text = "Week", "Topic"
    slide.notes_slide.notes_text_frame.text = "Mention the laptop."
    deck.save(str(tmp_path / "a.pptx"))
    found = load(tmp_path / "a.pptx")
    assert found.parts[0].text == (
        "# Apprentice programme\n\nPay: $31 an hour\n\n| Week | Topic |\n\nTulsa\n\nNotes: Mention the laptop."
    )
    assert (found.title, found.date) == ("Apprentice programme", None)


def test_sheets_with_dates_percentages_and_formulas(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Bands"
    for row in (
        ("Pay bands",),
        (),
        ("Grade", "From", "Raise", "Max"),
        ("A", dt.date(2026, 3, 1), 0.035, "=1+1"),
    ):
        sheet.append(row)
    sheet["C4"].number_format = "0.0%"
    book.save(tmp_path / "a.xlsx")
    found = load(tmp_path / "a.xlsx")
    assert found.parts[0].text == "# Bands\n\nPay bands\n- Grade: A; From: 2026-03-01; Raise: 3.5%"
    assert (found.title, found.losses) == ("a", ("1 formula without a value is not read",))


def test_a_form_keeps_its_labels_beside_their_values(tmp_path: Path) -> None:
    text = ",Offer summary,\n,,\n,Candidate,Lena Fox\n,Position,Payroll Manager\n,Base salary,$88,\n,To be signed by hand in the office.,\n,,Ohio\n,Start date,4 January 2027\n"
    assert loaded(tmp_path, "a.csv", text).parts[0].text == (
        "\n## Offer summary\n\n| Candidate | Lena Fox |\n| Position | Payroll Manager |\n| Base salary | $88 |\n"
        "To be signed by hand in the office.\n|  | Ohio |\n| Start date | 4 January 2027 |"
    )
    names = loaded(tmp_path, "b.csv", "Skill,Hours\nSQL,60\nPython,112\n").parts[0].text
    assert names == "- Skill: SQL; Hours: 60\n- Skill: Python; Hours: 112"


def test_a_saved_message_is_called_by_its_subject(tmp_path: Path) -> None:
    head = "From: Dana <dana@example.com>\nTo: me\nDate: Tue, 3 Nov 2026 09:12:00 -0500\nSubject: Apprenticeship details\n"
    assert loaded(tmp_path, "a.txt", f"{head}\nFour years.").title == "Apprenticeship details"
    assert loaded(tmp_path, "b.txt", "Notes\n\nSubject: Latin, From: Ada").title is None


def test_rich_text(tmp_path: Path) -> None:
    found = loaded(
        tmp_path, "a.rtf",
        r"{\rtf1\ansi\ansicpg1252{\info{\title Welder CV}{\creatim\yr2023\mo1\dy2}{\revtim\yr2024\mo5\dy6}}Ren\'e9 Fl\u246?rke\par "
        r"{\header Plant news}Welder{\*\comment no}\par\trowd\cellx1\cellx2 Plant\intbl\cell Years\cell\row}",
    )  # fmt: skip
    assert found.parts[0].text.split("\n")[:3] == ["René Flörke", "Welder", "| Plant | Years |"]
    assert (found.title, found.date, found.losses) == ("Welder CV", None, ("1 header is not read",))


def test_books_with_encoded_and_relative_addresses_and_a_missing_chapter(tmp_path: Path) -> None:
    items = {
        "a": "Text/kapitel%20%C3%BC.xhtml",
        "b": "../Two.xhtml#top",
        "c": "lost.xhtml",
        "d": "Text/ab%20c.xhtml",
    }
    manifest = "".join(f'<item id="{name}" href="{place}"/>' for name, place in items.items())
    spine = "".join(f'<itemref idref="{name}"/>' for name in items)
    found = epub(tmp_path, **{
        "OPS/package.opf": f"<package><manifest>{manifest}</manifest><spine>{spine}</spine></package>",
        "OPS/Text/kapitel ü.xhtml": "<?xml version='1.0'?><html><body><header><h1>Ranges</h1></header></body></html>",
        "two.xhtml": "<html><body><h1>Offers</h1></body></html>",
        "OPS/Text/ab%20c.xhtml": "<html><body><h1>As it stands</h1></body></html>",
    })  # fmt: skip
    assert (found.parts[0].text, found.losses) == (
        "# Ranges\n\n# Offers\n\n# As it stands",
        ("1 missing chapter is not read",),
    )


def test_a_book_whose_chapters_are_encrypted_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="encrypted"):
        epub(tmp_path, **{
            "OPS/package.opf": '<package><manifest><item id="a" href="a.xhtml"/></manifest><spine><itemref idref="a"/></spine></package>',
            "OPS/a.xhtml": "\u0001\u0002",
            "META-INF/encryption.xml": '<encryption><EncryptedData><CipherReference URI="OPS/a.xhtml"/></EncryptedData></encryption>',
        })  # fmt: skip


@pytest.mark.parametrize(
    ("content", "text"),
    [
        (b"sep=|\nName|Hours\nAda|2\nIvo|3\n", "- Name: Ada; Hours: 2\n- Name: Ivo; Hours: 3"),
        ("Export vom 1.3.\n\nStelle\tGehalt\nBäcker\t38.000\n".encode("utf-16"), "Export vom 1.3.\n- Stelle: Bäcker; Gehalt: 38.000"),
        ("Name;Ort\nMüller;Köln\n".encode("utf-16-le"), "- Name: Müller; Ort: Köln"),
        (b"Ort;Wert\nUlm;12,5\nJena;3,25\n", "- Ort: Ulm; Wert: 12,5\n- Ort: Jena; Wert: 3,25"),
        (b"Ada,2\nIvo,3\n", "| Ada | 2 |\n| Ivo | 3 |"),
        (b"Region,2024,2025\nNorth,3,4\n", "- Region: North; 2024: 3; 2025: 4"),
        (b",2026,,2027,\nCourse,Spring,Fall,Spring,Fall\nSQL,3,,0,4\n", "- Course: SQL; 2026 Spring: 3; 2027 Spring: 0; 2027 Fall: 4"),
        (b"Baker\nNurse\n", "- Baker\n- Nurse"),
        (b"Exported\nPeriod;1.1. - 31.3.\n\nKunde;Std;EUR\nBle;3;300\nRot;4;80\n", "Exported\nPeriod 1.1. - 31.3.\n- Kunde: Ble; Std: 3; EUR: 300\n- Kunde: Rot; Std: 4; EUR: 80"),
        (b'A,B\n"x, y",1,extra\n', "- A: x, y; B: 1; more: extra"),
    ],
)  # fmt: skip
def test_tables_with_any_separator_and_encoding(tmp_path: Path, content: bytes, text: str) -> None:
    assert loaded(tmp_path, "a.csv", content).parts[0].text == text


def test_a_page_that_is_filled_in_by_scripts_gives_its_posting() -> None:
    found = page(
        '<html><head><title>Jobs</title></head><body><div id="root"></div><script type="application/ld+json">{"@graph": [{"@type":'
        ' "JobPosting", "title": "Baker", "datePosted": "2026-02-03T08:00", "validThrough": "2026-04-01", "hiringOrganization":'
        ' {"name": "Oak & Co"}, "jobLocation": [{"address": {"addressLocality": "Reno", "addressRegion": "NV"}}], "baseSalary":'
        ' {"currency": "USD", "value": {"value": 21, "unitText": "HOUR"}}, "description": "<p>Bake at night.</p><ul><li>Rye</li></ul>"}]}'
        "</script></body></html>"
    )
    assert found.text == (
        "- Job posting: Baker; Employer: Oak & Co; Place: Reno, NV; Pay: USD 21 an hour; Posted: 2026-02-03; Open until: 2026-04-01"
        "\n\nBake at night.\n\n- Rye"
    )
    assert found.date == "2026-02-03"


def test_a_description_that_is_escaped_once_more_is_text() -> None:
    found = page(
        '<script type="application/ld+json">{"@type": "JobPosting", "title": "Cook", "description":'
        ' "&lt;p&gt;Saut&eacute; for 200.&lt;/p&gt;&lt;ul&gt;&lt;li&gt;ServSafe&lt;/li&gt;&lt;/ul&gt;"}</script>'
    )
    assert found.text.endswith("Saut\u00e9 for 200.\n\n- ServSafe")


def test_a_page_in_one_form_keeps_its_text_and_loses_what_is_hidden() -> None:
    found = page(
        "<body><form><div><h1>Analyst</h1><p>In <b>bo</b>th shifts,<br>10<sup>6</sup> rows.</p><div style='display: none'>x</div>"
        "<a>One</a><a>Two</a><button>Apply</button></div></form><div class='cookie-banner'>Accept all</div></body>"
    )
    assert found.text == "# Analyst\n\nIn both shifts,\n\n10^6 rows.\n\nOne Two"


def test_rows_cells_and_items_without_their_end_tags_stand_side_by_side() -> None:
    found = page("<table><tr><th>Grade<th>Pay<tr><td>A<td>24<ul><li>day<li>night</ul><tr><td>B<td>29</table>")
    assert found.text == "| Grade | Pay |\n| A | 24 day night |\n| B | 29 |"


def test_a_sheet_nobody_sees_is_told_and_amounts_keep_their_currency(tmp_path: Path) -> None:
    import openpyxl

    book = openpyxl.Workbook()
    sheet: Any = book.active
    for row in (("Role", "Pay"), ("Welder", 52000)):
        sheet.append(row)
    sheet["B2"].number_format = '"$"#,##0'
    book.create_sheet("notes").sheet_state = "hidden"
    book.save(tmp_path / "a.xlsx")
    found = load(tmp_path / "a.xlsx")
    assert (found.parts[0].text, found.losses) == (
        "# Sheet\n\n- Role: Welder; Pay: $52,000",
        ("1 hidden sheet is not read",),
    )


def test_a_table_that_arranges_a_page_is_read_cell_by_cell() -> None:
    cell = "<td><p>One</p><p>Two</p><p>Three</p></td>"
    assert page(f"<table><tr>{cell}<td>Four</td></tr></table>").text == "One\n\nTwo\n\nThree\n\nFour"


def test_a_web_archive_is_read(tmp_path: Path) -> None:
    content = (
        "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\nContent-Type: text/html;"
        " charset=utf-8\nContent-Transfer-Encoding: quoted-printable\n\n<title>Caf=C3=A9</title><p>Open at =\nnine.</p>\n--x--\n"
    )
    found = loaded(tmp_path, "a.mhtml", content)
    assert (found.title, found.parts[0].text) == ("Café", "Open at nine.")
    with pytest.raises(UnreadableError, match="not a web archive"):
        loaded(tmp_path, "b.mht", "no page")


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("eﬃcient ﬂow", "efficient flow"),
        ("ＳＱＬ １２％", "SQL 12%"),  # noqa: RUF001 - wide letters are what is tested
        ("10² m² 1½ ™ …", "10² m² 1½ ™ …"),
        ("每周六小时，", "每周六小时，"),  # noqa: RUF001 - as it is written
        ("a\u00a0b\u200bc co\u00adop e\u0301", "a bc coop é"),
        ("\uf0b7 item", "• item"),
    ],
)
def test_compatibility_characters_are_folded_where_they_mean_the_same(written: str, plain: str) -> None:
    assert fold(written) == plain


@pytest.mark.parametrize("name", ["cv.doc", "cv.pages", "cv.tex", "photo.jpg", "cv", "cv.xyz"])
def test_formats_that_are_not_read_are_refused_with_those_that_are(name: str) -> None:
    reason = objection(Path(name))
    assert reason is not None
    assert "no reader" in reason and "PDF, Word (.docx)" in reason and "\n" not in reason


@pytest.mark.parametrize(
    ("name", "content"), [("pay.csv", "Notes:\n\nName,Hours\nAda,2\n"), ("pay.json", '{"title": "Untitled"}')]
)
def test_tables_and_data_are_called_what_their_files_are(tmp_path: Path, name: str, content: str) -> None:
    assert loaded(tmp_path, name, content).title == "pay"

"""Ten files of offices, schools and sites, each with a trap of its kind. At first sight 8 were read as they are here."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
import typst
from docx import Document
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls
from openpyxl import Workbook
from pptx import Presentation
from pptx.util import Inches

from tools.documents.cutting import cut_document
from tools.documents.loaders import load

ODT = """<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0">
<office:body><office:text><text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>Old fee 900 euros</text:p>
</text:deletion></text:changed-region></text:tracked-changes><text:h text:outline-level="1">Evening class in bookkeeping</text:h>
<text:p>The class <text:span>meets</text:span><text:note text:note-class="footnote"><text:note-citation>1</text:note-citation><text:note-body>
<text:p>Not on 24 December.</text:p></text:note-body></text:note> on Tuesdays.<text:change text:change-id="c1"/></text:p>
<text:list><text:list-item><text:p>Ledgers</text:p><text:list><text:list-item><text:p>Sales ledger</text:p></text:list-item></text:list>
</text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>Week</text:p></table:table-cell>
<table:table-cell><text:p>Topic</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell><text:p>1</text:p>
</table:table-cell><table:table-cell><text:p>Double entry</text:p></table:table-cell></table:table-row></table:table>
</office:text></office:body></office:document-content>"""
ARTICLE = """<!doctype html><html lang=en><head><meta charset=utf-8><title>Night shift pay, explained - Harbor Union</title>
<meta property="og:title" content="Night shift pay, explained"><meta property="article:published_time" content="2026-05-14T08:00:00Z">
</head><body><header><a href=/>Harbor Union</a><nav>Join Login</nav></header><aside>Subscribe to our letter</aside>
<article><h1>Night shift pay, explained</h1><p>By Ida Lund</p><p>Nights add <b>$2.75</b> an hour from 10&nbsp;p.m.</p>
<details><summary>Who gets it?</summary><p>Everyone below grade 7.</p></details>
<table><caption>Supplements</caption><thead><tr><th>Shift<th>Supplement</thead><tr><td>Evening<td>$1.10<tr><td>Night<td>$2.75</table>
<pre>base + 2.75 * hours</pre></article><div class="related">Read next: Parking</div><footer>Imprint</footer></body></html>"""
REPORT = """#set document(title: "untitled")
#set page(paper: "a5", header: [Vallier County Skills Board], footer: context [Page #counter(page).display()])
#set par(justify: true)
#set text(size: 10pt, hyphenate: true, lang: "en")
#align(center)[#text(18pt)[*Hiring of electricians, 2026*]]
#columns(2)[
The apprenticeship office counted forty-one openings; apprenticeships outnumber classroom certificates.
== Who hires
Contractors of fewer than ten people offer most places. Offices and workshops follow.
#colbreak()
== What they pay
First year: \\$21.40 an hour. Fourth year: \\$34.10 an hour#footnote[Union scale, June 2026.].
]
#pagebreak()
#table(columns: 3, table.header([Town], [Places], [Pay]), [Arden], [12], [\\$21.40], [Lowick], [29], [\\$22.05])
"""
LETTER = (
    r"{\rtf1\ansi\ansicpg1251\deff0{\fonttbl{\f0\fcharset204 Arial;}}{\header Page header}\f0 Dear Ms Okoye,\par "
    r"\u1055?\u1088?\u1080?\u1074?\u1077?\u1090? from Riga.\line We offer \b 48,500\b0  a year.\par{\v hidden note}"
    r"{\footnote Subject to checks.}Kind regards\par}"
)
CONTAINER = '<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>'
PACKAGE = """<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Interviewing for quiet people</dc:title>
<dc:date>2019-01-01</dc:date></metadata><manifest><item id="two" href="2.xhtml"/><item id="one" href="1.xhtml"/>
<item id="toc" href="nav.xhtml" properties="nav"/></manifest><spine><itemref idref="toc" linear="no"/><itemref idref="one"/>
<itemref idref="two"/></spine></package>"""


def _text(path: Path, content: str, encoding: str = "utf-8") -> None:
    path.write_text(content, encoding=encoding)


def _minutes(path: Path) -> None:
    made = Document()
    made.core_properties.title = "Minutes of the staff meeting"
    made.add_heading("Pay review", 1)
    said = made.add_paragraph("The raise is ")
    for tag, words in (("w:del", "2"), ("w:ins", "3.5")):
        change = OxmlElement(tag)
        kind = "w:delText" if tag == "w:del" else "w:t"
        change.append(parse_xml(f"<w:r {nsdecls('w')}><{kind}>{words}</{kind}></w:r>"))
        said._p.append(change)
    said.add_run(" percent from July.")
    hidden = made.add_paragraph().add_run("Not for the minutes")
    hidden._r.get_or_add_rPr().append(OxmlElement("w:vanish"))
    for duty in ("Ask for quotes", "Book the hall"):
        made.add_paragraph(duty, style="List Number")
    table = made.add_table(rows=3, cols=2)
    for at, words in enumerate(("Who", "By", "Ines", "4 June", "Omar", "9 June")):
        table.cell(at // 2, at % 2).text = words
    link = parse_xml(f"<w:hyperlink {nsdecls('w')}><w:r><w:t>Full table of grades</w:t></w:r></w:hyperlink>")
    made.add_paragraph("See: ")._p.append(link)
    made.save(str(path))


def _deck(path: Path) -> None:
    deck = Presentation()
    for title, words in (("Grades", "Grade 4 starts at $24"), ("Old grades", "Grade 4 started at $19")):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = title
        group = slide.shapes.add_group_shape()
        group.shapes.add_textbox(Inches(1), Inches(2), Inches(4), Inches(1)).text_frame.text = words
    deck.slides[1]._element.set("show", "0")
    deck.save(str(path))


def _rota(path: Path) -> None:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Rota"
    sheet.append(["Harbor ward rota"])
    sheet.merge_cells("A1:C1")
    sheet.append([])
    sheet.append(["Name", "Shift", "Pay an hour"])
    sheet.append(["Ana", "Night", 31.5])
    sheet.append(["Bo", "Day", 28])
    for cell in ("C4", "C5"):
        sheet[cell].number_format = '"$"#,##0.00'
    notes = book.create_sheet("Notes")
    notes.append(["Swap by Thursday."])
    book.save(path)


def _book(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("META-INF/container.xml", CONTAINER)
        book.writestr("p.opf", PACKAGE)
        book.writestr(
            "nav.xhtml", "<html><body><nav><h1>Contents</h1><ol><li>One</li></ol></nav></body></html>"
        )
        book.writestr("1.xhtml", "<html><body><h2>Before</h2><p>Write three stories down.</p></body></html>")
        book.writestr("2.xhtml", "<html><body><h2>After</h2><p>Send a note within a day.</p></body></html>")


def _open_document(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("mimetype", "application/vnd.oasis.opendocument.text")
        package.writestr("META-INF/manifest.xml", "<manifest/>")
        package.writestr("content.xml", ODT)


def _report(path: Path) -> None:
    _text(path.with_suffix(".typ"), REPORT)
    path.write_bytes(typst.compile(str(path.with_suffix(".typ"))))


# The file, how it is made, what is read in this order and once, what is not read, its title and its date.
FILES: list[tuple[str, Callable[[Path], None], list[str], list[str], str, str | None]] = [
    ("minutes.docx", _minutes,
     ["# Pay review", "The raise is 3.5 percent from July.", "Ask for quotes", "Book the hall", "| Who | By |", "| Ines | 4 June |",
      "| Omar | 9 June |", "See: Full table of grades"], ["Not for the minutes", "2 percent", "23.5"], "Minutes of the staff meeting", None),
    ("class.odt", _open_document,
     ["# Evening class in bookkeeping", "The class meets", "on Tuesdays.", "Ledgers", "Sales ledger", "| Week | Topic |", "| 1 | Double entry |"],
     ["Old fee"], "Evening class in bookkeeping", None),
    ("night.html", lambda path: _text(path, ARTICLE),
     ["# Night shift pay, explained", "Nights add $2.75 an hour from 10 p.m.", "Who gets it?", "Everyone below grade 7.", "Supplements",
      "| Shift | Supplement |", "| Night | $2.75 |", "base + 2.75 * hours"],
     ["Subscribe", "Login", "Imprint"], "Night shift pay, explained - Harbor Union", "2026-05-14"),
    ("report.pdf", _report,
     ["Hiring of electricians, 2026", "forty-one openings", "outnumber", "certificates", "Who hires", "Offices and workshops follow.",
      "What they pay", "$34.10 an hour", "| Town | Places | Pay |", "| Lowick | 29 | $22.05 |"], [], "Hiring of electricians, 2026", None),
    ("offer.rtf", lambda path: _text(path, LETTER, "latin-1"),
     ["Dear Ms Okoye,", "Привет from Riga.", "We offer 48,500 a year.", "Kind regards"], ["hidden note", "\\line"], "offer", None),
    ("grades.pptx", _deck, ["# Grades", "Grade 4 starts at $24"], [], "Grades", None),
    ("rota.xlsx", _rota,
     ["Harbor ward rota", "Name: Ana; Shift: Night; Pay an hour: $31.5", "Name: Bo", "# Notes", "Swap by Thursday."], ["Unnamed"], "rota", None),
    ("quiet.epub", _book, ["## Before", "Write three stories down.", "## After", "Send a note within a day."], [],
     "Interviewing for quiet people", "2019-01-01"),
    ("lohn.csv", lambda path: _text(path, 'sep=;\nStelle;Lohn;Notiz\nBäcker;"2.450,00 €";"früh;\nsamstags frei"\nKöchin;"2.610,50 €";\n', "cp1252"),
     ["Stelle: Bäcker; Lohn: 2.450,00 €; Notiz: früh; samstags frei", "Stelle: Köchin; Lohn: 2.610,50 €"], ["sep="], "lohn", None),
    ("guide.md", lambda path: _text(path, "---\ntitle: Guide to references\ndate: 2025-09-30\ntags: [hr]\n---\n<!-- draft: do not send -->\n"
     "# Asking for a reference\n\nAsk *before* you resign.\n\n```\nSubject: A reference\n```\n\n| Who | When |\n|---|---|\n| Manager | early |\n"),
     ["# Asking for a reference", "before", "Subject: A reference", "| Who | When |", "| Manager | early |"], ["do not send"],
     "Guide to references", "2025-09-30"),
]  # fmt: skip


@pytest.mark.parametrize("case", FILES, ids=lambda case: case[0])
def test_the_text_is_whole_and_in_order_and_its_title_and_date_are_its_own(
    tmp_path: Path, case: tuple[str, Callable[[Path], None], list[str], list[str], str, str | None]
) -> None:
    name, make, words, absent, title, date = case
    make(tmp_path / name)
    loaded = load(tmp_path / name)
    text = " ".join(" ".join(part.text for part in loaded.parts).split())
    at = [text.find(each) for each in words]
    assert -1 not in at and at == sorted(at), (text, at)
    assert not [each for each in absent if each in text]
    assert cut_document(loaded, Path(name).stem)[:2] == (title, date)

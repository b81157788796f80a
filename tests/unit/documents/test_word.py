"""Word documents: every part that a reader of the printed page sees, each once and in order."""

import datetime as dt
from pathlib import Path

import pytest

from tools.documents.loaders import load


def test_word_headings_lists_merged_cells_and_margins(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    document.core_properties.title = "Microsoft Word - Document1"
    document.core_properties.created = dt.datetime(2024, 5, 6, tzinfo=dt.UTC)
    document.sections[0].header.paragraphs[0].text = "Harbor Co"
    document.add_section().header.is_linked_to_previous = True
    document.add_heading("Team Handbook", 0)
    document.add_heading("Onboarding", 1)
    document.add_paragraph("First week in Duluth.", style="List Bullet")
    table = document.add_table(rows=3, cols=2)
    for at, text in enumerate(("Grade", "2025", "A", "25", "", "30")):
        table.cell(at // 2, at % 2).text = text
    table.cell(1, 0).merge(table.cell(2, 0))
    document.save(str(tmp_path / "a.docx"))
    found = load(tmp_path / "a.docx")
    assert found.parts[0].text == (
        "Harbor Co\n\n# Team Handbook\n\n# Onboarding\n\n- First week in Duluth.\n\n| Grade | 2025 |\n| A | 25 |\n|  | 30 |"
    )
    assert (found.title, found.date) == ("Team Handbook", None)


def test_word_notes_breaks_and_what_is_told(tmp_path: Path) -> None:
    import docx
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    spans = (
        "<w:moveFrom><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:r><w:t>Nurse</w:t><w:tab/><w:t>2019</w:t><w:br/><w:t>Duluth</w:t></w:r>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r><w:r><w:commentReference w:id='1'/></w:r>"
        "<w:hyperlink><w:r><w:t> and more</w:t></w:r></w:hyperlink><w:fldSimple w:instr='DATE'><w:r><w:t> in May</w:t></w:r></w:fldSimple>"
    )
    document.element.body.insert(0, parse_xml(f"<w:p {nsdecls('w')}>{spans}</w:p>"))
    document.save(str(tmp_path / "a.docx"))
    found = load(tmp_path / "a.docx")
    assert (found.parts[0].text, found.losses) == (
        "Nurse 2019\nDuluth and more in May",
        ("1 comment is not read",),
    )


def test_word_boxes_of_two_generations_once_and_prompts_of_forms_never(tmp_path: Path) -> None:
    import docx
    from docx.oxml import parse_xml

    spaces = (
        'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:v="urn:schemas-microsoft-com:vml"'
        ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        ' xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
    )
    box = "<w:txbxContent><w:p><w:r><w:t>Skills: triage</w:t></w:r></w:p></w:txbxContent>"
    both = (
        f'<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx>{box}</wps:txbx></w:drawing></mc:Choice>'
        f"<mc:Fallback><w:pict><v:textbox>{box}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent>"
    )
    prompt = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:t>Click here</w:t></w:r></w:sdtContent></w:sdt>"
    seen = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>Nurse</w:t></w:r>'
    document = docx.Document()
    document.element.body.insert(0, parse_xml(f"<w:p {spaces}>{seen}{prompt}<w:r>{both}</w:r></w:p>"))
    document.save(str(tmp_path / "a.docx"))
    assert load(tmp_path / "a.docx").parts[0].text == "Nurse\n\nSkills: triage"


def test_lines_of_a_cell_are_told_apart(tmp_path: Path) -> None:
    import docx

    document = docx.Document()
    row = document.add_table(rows=1, cols=2).rows[0]
    row.cells[0].text, row.cells[1].text = "07/2019 - heute", "Physiotherapeutin\nReha Nord"
    document.save(str(tmp_path / "a.docx"))
    assert load(tmp_path / "a.docx").parts[0].text == "| 07/2019 - heute | Physiotherapeutin · Reha Nord |"


@pytest.mark.parametrize(
    ("kind", "content", "text", "losses"),
    [
        ("text/html", b"<p>Imported <b>passage</b>.</p>", "Before.\n\nImported passage.\n\nAfter.", ()),
        ("application/rtf", b"{\\rtf1 x}", "Before.\n\nAfter.", ("1 inserted document is not read",)),
    ],
)
def test_a_file_that_was_inserted_whole_is_read_or_told(
    tmp_path: Path, kind: str, content: bytes, text: str, losses: tuple[str, ...]
) -> None:
    import docx
    from docx.opc.constants import RELATIONSHIP_TYPE
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    document = docx.Document()
    document.add_paragraph("Before.")
    part = Part(PackURI("/word/inserted.bin"), kind, content, document.part.package)
    name = document.part.relate_to(part, RELATIONSHIP_TYPE.A_F_CHUNK)
    document.element.body.insert(1, parse_xml(f'<w:altChunk {nsdecls("w", "r")} r:id="{name}"/>'))
    document.add_paragraph("After.")
    document.save(str(tmp_path / "a.docx"))
    found = load(tmp_path / "a.docx")
    assert (found.parts[0].text, found.losses) == (text, losses)

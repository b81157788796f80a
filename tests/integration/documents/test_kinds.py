"""Files of every kind, and files that mean harm, taken in as a person drops them."""

import json
import os
import shutil
import signal
import threading
import zipfile
from pathlib import Path

import pypdf
import pytest

from tests.integration.documents.hostile_files import CONTAINER, PACKAGE, pdf
from tools.documents import ingest, loaders, search, walk
from tools.documents.loaders import UnreadableError, load
from tools.documents.models import IngestDocument
from tools.documents.sandbox import Reader

DATA = Path(__file__).parents[2] / "data" / "documents"


def write_docx(path: Path) -> None:
    from docx import Document

    document = Document()
    document.add_heading("Sourdough", 1)
    document.add_paragraph("Feed the starter every morning before you knead.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        (cell for row in table.rows for cell in row.cells), ["Flour", "Grams", "Rye", "300"], strict=True
    ):
        cell.text = text
    document.save(str(path))


def write_epub(path: Path) -> None:
    with zipfile.ZipFile(path, "w") as book:
        book.writestr("META-INF/container.xml", CONTAINER)
        book.writestr("OEBPS/content.opf", PACKAGE)
        book.writestr(
            "OEBPS/one.xhtml", "<html><body><h1>Crust</h1><p>Steam makes the crust shine.</p></body></html>"
        )


def only(folder: Path, question: str) -> tuple[str, str | None, str | None]:
    found = search(question, k=1, within=folder).results[0]
    return found.text, found.source.section, found.source.date


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "dropped"
    folder.mkdir()
    return folder


def reasons(done: IngestDocument) -> dict[str, str]:
    return {Path(each.path).name: each.reason for each in done.skipped}


def test_pdf_keeps_its_page_numbers(folder: Path) -> None:
    (folder / "a.pdf").write_bytes(
        pdf(["Knead the dough for ten minutes.", "Bake it at high heat with steam."])
    )
    assert ingest(folder).chunks == 2
    text, section, _ = only(folder, "how hot is the oven?")
    assert (text.strip(), section) == ("Bake it at high heat with steam.", "page 2")


def test_docx_keeps_headings_and_tables(folder: Path) -> None:
    write_docx(folder / "a.docx")
    ingest(folder)
    text, section, date = only(folder, "rye flour grams")
    assert section == "Sourdough" or section is None
    assert "| Rye | 300 |" in text
    assert date is None  # the file carries the date of the template it was made from, not its own


def test_html_keeps_headings_lists_and_tables(folder: Path) -> None:
    (folder / "a.html").write_text(
        '<html><head><title>Ovens</title><meta name="date" content="2023-04-05"><script>alert(1)</script></head><body>'
        "<h1>Ovens</h1><h2>Care</h2><ul><li>Clean it <b>weekly</b></li></ul><h2>Heat</h2>"
        "<table><tr><th>Bread</th><th>Degrees</th></tr><tr><td>Rye</td><td>240</td></tr></table></body></html>",
        encoding="utf-8",
    )
    ingest(folder)
    text, section, date = only(folder, "rye degrees")
    assert ("| Rye | 240 |" in text, section, date) == (True, "Heat", "2023-04-05")
    assert "- Clean it weekly" in only(folder, "cleaning weekly")[0]


def test_epub_csv_and_json_are_read(folder: Path) -> None:
    write_epub(folder / "a.epub")
    (folder / "b.csv").write_text("Name;Hours\nKneading;2\nProofing;12\n", encoding="utf-8")
    (folder / "c.json").write_text(
        json.dumps({"title": "Mill", "stones": [{"kind": "granite", "price": 5}]}), "utf-8"
    )
    assert ingest(folder).added == 3
    assert only(folder / "a.epub", "crust")[0].endswith("Steam makes the crust shine.")
    assert "Name: Proofing; Hours: 12" in only(folder / "b.csv", "proofing")[0]
    assert "kind: granite; price: 5" in only(folder / "c.json", "granite")[0]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_found(folder: Path, encoding: str) -> None:
    text = "Brötchen und Baguette: außen knusprig, innen weich. Bäcker mögen früh aufstehen, schön müde."
    (folder / "a.txt").write_bytes(text.encode(encoding))
    ingest(folder)
    assert only(folder, "Brötchen")[0] == text


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Café Zwölf opens at nine and sells rhubarb strudel.", "latin-1"),
        ("“Naïve” plans – a coöperative’s façade – cost 5 €.", "cp1252"),  # noqa: RUF001 - the signs are what is tested
        ("Señor Muñoz vive en Logroño. ¿Cuánto cuesta el año?", "latin-1"),
        ("Zażółć gęślą jaźń. Piekarnia otwiera się o siódmej rano i sprzedaje chleb żytni.", "cp1250"),
        ("Хлеб пекут рано утром, пока город ещё спит, а печь уже горяча.", "cp1251"),  # noqa: RUF001 - written in that language
        ("Το ψωμί ψήνεται νωρίς το πρωί, όταν η πόλη κοιμάται ακόμη.", "cp1253"),  # noqa: RUF001 - written in that language
    ],
)
def test_short_texts_are_read_as_they_were_written(folder: Path, text: str, encoding: str) -> None:
    (folder / "a.txt").write_bytes(text.encode(encoding))
    assert load(folder / "a.txt").parts[0].text == text


def test_only_the_work_of_a_reader_counts_and_not_how_long_a_busy_machine_takes(folder: Path) -> None:
    (folder / "a.html").write_text("<p>Fine.</p>", encoding="utf-8")
    (folder / "deep.html").write_text("<div>" * 100_000, encoding="utf-8")
    with Reader(seconds=2) as reader:
        reader.load(folder / "a.html")
        assert reader._process
        reader._process.send_signal(signal.SIGSTOP)
        threading.Timer(3, reader._process.send_signal, (signal.SIGCONT,)).start()
        assert reader.load(folder / "a.html").parts[0].text == "Fine."
    with Reader(seconds=1) as reader, pytest.raises(UnreadableError, match="longer than 1 seconds"):
        reader.load(folder / "deep.html")


def test_a_reader_that_takes_too_long_is_stopped_and_the_next_file_is_read(folder: Path) -> None:
    (folder / "a.html").write_text("<p>Fine.</p>", encoding="utf-8")
    with Reader(seconds=0.01) as reader, pytest.raises(UnreadableError, match="longer"):
        reader.load(folder / "a.html")
    with Reader() as reader:
        assert reader.load(folder / "a.html").parts[0].text == "Fine."
        assert reader._process
        reader._process.kill()
        with pytest.raises(UnreadableError):
            reader.load(folder / "a.html")
        assert reader.load(folder / "a.html").parts[0].text == "Fine."


def test_unchanged_changed_and_vanished_files(folder: Path) -> None:
    one, two = folder / "one.md", folder / "two.md"
    one.write_text("# One\n\nAbout yeast.", encoding="utf-8")
    two.write_text("# Two\n\nAbout salt.", encoding="utf-8")
    assert ingest(folder).added == 2
    again = ingest(folder)
    assert (again.unchanged, again.chunks) == (2, 0)
    os.utime(one, (1, 1))
    assert ingest(folder).unchanged == 2
    one.write_text("# One\n\nAbout butter.", encoding="utf-8")
    two.unlink()
    done = ingest(folder)
    assert (done.added, done.updated, done.unchanged, done.removed) == (0, 1, 0, 1)
    texts = [each.text for each in search("yeast, salt or butter", within=folder).results]
    assert texts == ["# One\n\nAbout butter."]


def test_a_missing_path_is_skipped_and_progress_is_told(folder: Path) -> None:
    (folder / "a.md").write_text("# A\n\nText.", encoding="utf-8")
    told: list[tuple[str, int, int]] = []
    done = ingest([folder, folder / "missing.md"], progress=lambda *step: told.append(step))
    assert list(reasons(done)) == ["missing.md"]
    assert told[0] == ("a.md", 0, 1)
    assert told[-1][1:] == (1, 1)


def test_what_was_left_out_of_a_document_is_told_when_it_is_taken_in(folder: Path) -> None:
    shutil.copy(DATA / "mixed_scan.pdf", folder)
    shutil.copy(DATA / "scanned.pdf", folder)
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    done = ingest(folder)
    assert [(Path(each.path).name, each.what) for each in done.losses] == [
        ("mixed_scan.pdf", "3 of 4 pages hold no text: scanned")
    ]
    assert reasons(done)["scanned.pdf"] == "1 of 1 page holds no text: scanned"
    assert reasons(done)["old.doc"].startswith(
        "no reader for .doc: save it as Word (.docx) or PDF; read are PDF,"
    )
    assert ingest(folder).losses == []


def test_files_are_read_again_when_their_reader_has_changed(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (folder / "a.md").write_text("# A\n\nText.", encoding="utf-8")
    ingest(folder)
    monkeypatch.setattr(loaders, "READING", loaders.READING + 1)
    monkeypatch.setattr(walk, "READING", loaders.READING)
    assert (ingest(folder).updated, ingest(folder).unchanged) == (1, 1)


def test_a_statement_in_the_text_goes_before_the_day_a_file_was_saved(folder: Path) -> None:
    (folder / "a.pdf").write_bytes(pdf(["Course guide, last updated 3 March 2025, for new apprentices."]))
    writer = pypdf.PdfWriter(clone_from=folder / "a.pdf")
    writer.add_metadata({"/CreationDate": "D:20260101000000Z", "/Title": "untitled"})
    writer.write(folder / "a.pdf")
    ingest(folder)
    assert only(folder, "course guide for apprentices")[2] == "2025-03-03"

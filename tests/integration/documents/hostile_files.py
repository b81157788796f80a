"""Files that mean harm, or that nobody can read, each as a person might find it in a folder."""

import os
import socket
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

CONTAINER = '<container><rootfiles><rootfile full-path="OEBPS/content.opf"/></rootfiles></container>'
PACKAGE = """<package><metadata><dc:title>Bread Book</dc:title><dc:date>2020-05-01</dc:date></metadata>
<manifest><item id="c1" href="one.xhtml"/></manifest><spine><itemref idref="c1"/></spine></package>"""
LAUGHS = '<!DOCTYPE l [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
)
ZEROS = b"\0" * 250_000_000
TYPES = """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels"
ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml"
ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
RELATIONS = """<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
</Relationships>"""
WORDS = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def pdf(pages: list[str], extra: bytes = b"") -> bytes:
    """A minimal PDF with one line of text a page; `extra` takes the place of the last page's content."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>".encode(),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    for number, text in enumerate(pages):
        stream = f"BT /F1 12 Tf 72 720 Td ({text}) Tj ET".encode()
        page = "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources << /Font << /F1 3 0 R >> >>"
        objects.append(f"{page} /Contents {5 + 2 * number} 0 R >>".encode())
        objects.append(b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream))
    if extra:
        objects[-1] = extra
    body, places = b"%PDF-1.4\n", []
    for number, each in enumerate(objects, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(body)}\n%%EOF\n"
    return body + f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}".encode()


def _packed(name: str, content: bytes | str) -> Callable[[Path], None]:
    """A Word file whose document part is `content`."""

    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("[Content_Types].xml", TYPES)
            archive.writestr("_rels/.rels", RELATIONS)
            archive.writestr(name, content)

    return write


def _book(chapter: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        with zipfile.ZipFile(path, "w") as book:
            book.writestr("META-INF/container.xml", CONTAINER)
            book.writestr("OEBPS/content.opf", PACKAGE)
            book.writestr("OEBPS/one.xhtml", chapter)

    return write


def _sparse(path: Path) -> None:
    with path.open("wb") as huge:
        huge.truncate(500_000_000)


def _crowd(path: Path) -> None:
    """An archive of very many empty files."""
    with zipfile.ZipFile(path, "w") as archive:
        for number in range(60_000):
            archive.writestr(f"{number}", "")


def _pdf_bomb(path: Path) -> None:
    packed = zlib.compress(ZEROS, 9)
    head = b"<< /Filter /FlateDecode /Length %d >>\nstream\n" % len(packed)
    path.write_bytes(pdf(["x"], head + packed + b"\nendstream"))


def _encrypted(algorithm: str) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        from pypdf import PdfReader, PdfWriter

        plain = path.with_suffix(".plain")
        plain.write_bytes(pdf(["Secret recipe."]))
        writer = PdfWriter(clone_from=PdfReader(plain))
        writer.encrypt("password", algorithm=algorithm)
        with path.open("wb") as file:
            writer.write(file)
        plain.unlink()

    return write


def _socket(path: Path) -> None:
    here = Path.cwd()
    os.chdir(path.parent)  # the path of a socket may be 108 bytes long at most
    try:
        with socket.socket(socket.AF_UNIX) as endless:
            endless.bind(path.name)
    finally:
        os.chdir(here)


def _text(content: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(content, encoding="utf-8")


def _bytes(content: bytes) -> Callable[[Path], object]:
    return lambda path: path.write_bytes(content)


class Hostile(NamedTuple):
    """`reason` is a pattern of what an ingest says of it; None where it is harmless in our hands and taken in."""

    name: str
    write: Callable[[Path], object]
    reason: str | None


FILES = (
    Hostile("empty.txt", Path.touch, "empty"),
    Hostile("program.exe", _bytes(b"MZ"), "no reader"),
    Hostile("binary.txt", _bytes(bytes(range(256)) * 20), "binary|encoding"),
    Hostile("huge.txt", _sparse, "larger"),
    Hostile("huge.pdf", _sparse, "larger"),
    Hostile("bomb.docx", _packed("word/document.xml", ZEROS), "unpacks"),
    Hostile("bomb.epub", _packed("OEBPS/one.xhtml", ZEROS), "unpacks"),
    Hostile("bomb.pdf", _pdf_bomb, "memory|longer|breaks|broken|no text"),
    Hostile("crowd.epub", _crowd, "broken"),
    Hostile("broken.docx", _bytes(b"PK\x03\x04broken"), "valid archive"),
    Hostile("broken.pdf", _bytes(b"%PDF-1.4\nnothing"), "broken"),
    Hostile(
        "endless.pdf",
        _bytes(pdf(["x"]).replace(b"/Kids [4 0 R]", b"/Kids [2 0 R]")),
        "broken|breaks|nested|no text",
    ),
    Hostile("locked.pdf", _encrypted("RC4-128"), "encrypted"),
    Hostile("deep.json", _text("[" * 100_000), "JSON|nested"),
    Hostile("nested.json", _text("[" * 500 + "]" * 500), "nested"),
    Hostile("deep.html", _text("<div>" * 100_000 + "x"), None),
    Hostile(
        "laughs.docx",
        _packed(
            "word/document.xml",
            f'{LAUGHS}]><w:document xmlns:w="{WORDS}"><w:body><w:p><w:r><w:t>&j;</w:t></w:r></w:p></w:body></w:document>',
        ),
        "broken|no text|memory|breaks",
    ),
    Hostile("laughs.epub", _book(LAUGHS + "]><html><body><p>&j;</p></body></html>"), None),
    Hostile("two\nlines.md", _text("# x\n\ny"), "name"),
    Hostile("\x1b[31mred.md", _text("# x\n\ny"), "name"),
    Hostile("loop", lambda path: path.symlink_to(path.parent, target_is_directory=True), "link"),
    Hostile("self.md", lambda path: path.symlink_to(path), "cannot be read"),
    Hostile("gone.md", lambda path: path.symlink_to(path.parent / "nothing"), "cannot be read"),
    Hostile("device.txt", lambda path: path.symlink_to("/dev/zero"), "regular"),
    Hostile("pipe.txt", os.mkfifo, "regular"),
    Hostile("socket.txt", _socket, "regular"),
    Hostile("blank.txt", _text(" \n" * 100_000), "no text"),
    Hostile("wrapped.txt", _text("a: b\n" * 20_000), None),
    Hostile("good.md", _text("# Good\n\nThis one is fine."), None),
)

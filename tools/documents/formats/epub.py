"""EPUB books, after EPUB 3.3: the chapters in the order of the package's spine."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from tools.documents.formats import archive
from tools.documents.formats.html_page import page
from tools.documents.formats.loaded import Loaded, Part, UnreadableError, not_read
from tools.documents.formats.text import decode
from tools.documents.formats.titles import dated, usable

CONTAINER = "META-INF/container.xml"
RIGHTS = "META-INF/encryption.xml"


def read(path: Path) -> Loaded:
    """Give the chapters' text; chapters that the file does not hold are counted."""
    archive.check(path)
    try:
        with zipfile.ZipFile(path) as book:
            root = next(_elements(_tree(book.read(CONTAINER)), "rootfile"))
            package = unquote(root.attrib["full-path"])
            contents = _tree(book.read(package))
            chapters = _chapters(contents, posixpath.dirname(package))
            held = {_place("", name): name for name in book.namelist()}
            found = [
                held[name] for names in chapters if (name := next(filter(held.__contains__, names), None))
            ]
            if chapters and not found:
                raise UnreadableError("its chapters are not in the file")
            rights = book.read(RIGHTS) if RIGHTS in held.values() else b""
            if any(name.encode() in rights for name in found):
                raise UnreadableError("it is encrypted")
            texts = [page(decode(book.read(name)), saved=False).text for name in found]
    except (
        *archive.BROKEN,
        KeyError,
        TypeError,
        StopIteration,
    ) as error:
        raise UnreadableError("it is a broken or protected EPUB") from error
    losses = (*not_read(len(chapters) - len(found), "missing chapter"), *archive.pictures(held))
    title = usable(_named(contents, "title"))
    return Loaded((Part("\n\n".join(texts)),), title, dated(_named(contents, "date")), losses)


def _tree(content: bytes) -> Any:
    """Parse XML, broken one as far as it goes."""
    from lxml import etree

    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True)
    tree = etree.fromstring(content, parser)
    return etree.Element("none") if tree is None else tree


def _elements(tree: Any, name: str) -> Iterator[Any]:
    """Give elements by their name without its namespace, declared or not."""
    return (each for each in tree.iter("*") if re.split("[}:]", each.tag)[-1] == name)


def _named(contents: Any, name: str) -> str:
    tag = next(_elements(contents, name), None)
    return " ".join("".join(tag.itertext()).split()) if tag is not None else ""


def _chapters(contents: Any, folder: str) -> list[tuple[str, str]]:
    """Give the chapters' places in the archive: addresses are relative to the package and percent-encoded.

    Some programs leave an address as it stands in the archive: it is the second of each pair.
    """
    places = {item.get("id"): item.get("href", "") for item in _elements(contents, "item")}
    named = (places[ref.get("idref")] for ref in _elements(contents, "itemref") if ref.get("idref") in places)
    bare = [place.partition("#")[0] for place in named]
    return [(_place(folder, unquote(each)), _place(folder, each)) for each in bare]


def _place(folder: str, address: str) -> str:
    return posixpath.normpath(posixpath.join(folder, address)).lstrip("/").casefold()

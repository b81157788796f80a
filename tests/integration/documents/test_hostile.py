"""Files that mean harm are skipped with a reason, within bounded memory and time, and the rest goes on."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.integration.documents.hostile_files import FILES, Hostile
from tools.documents import ingest
from tools.documents.models import IngestDocument
from tools.documents.walk import printable

MEMORY_BYTES = 6_000_000_000  # of addresses, most of which the libraries reserve and do not use
SECONDS = 400
INGEST = f"""import json, resource, sys
resource.setrlimit(resource.RLIMIT_AS, ({MEMORY_BYTES}, {MEMORY_BYTES}))
from tools.documents import ingest
done = ingest(sys.argv[1]).model_dump(mode="json")
most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
print(json.dumps([done, most]))
"""
RESIDENT_KILOBYTES = 2_500_000


@pytest.fixture(scope="module")
def outcome(tmp_path_factory: pytest.TempPathFactory) -> tuple[IngestDocument, int]:
    """What an ingest of all of them says, and the kilobytes that it or its reader held at most."""
    base = tmp_path_factory.mktemp("hostile")
    folder = base / "dropped"
    folder.mkdir()
    for each in FILES:
        each.write(folder / each.name)
    found = subprocess.run(
        [sys.executable, "-c", INGEST, str(folder)],
        env={**os.environ, "COACH_HOME": str(base / "home")},
        cwd=Path(__file__).parents[3],
        capture_output=True,
        text=True,
        check=True,
        timeout=SECONDS,
    )
    done, most = json.loads(found.stdout)
    return IngestDocument.model_validate(done), most


@pytest.mark.slow
@pytest.mark.parametrize("hostile", FILES, ids=lambda each: printable(Path(each.name)))
def test_each_is_skipped_with_its_reason_or_does_no_harm(
    outcome: tuple[IngestDocument, int], hostile: Hostile
) -> None:
    why = {Path(each.path).name: each.reason for each in outcome[0].skipped}
    reason = why.get(printable(Path(hostile.name)))
    if hostile.reason is None:
        assert reason is None
    else:
        assert reason
        assert re.search(hostile.reason, reason), reason


@pytest.mark.slow
def test_the_rest_is_taken_in_within_bounds(outcome: tuple[IngestDocument, int]) -> None:
    done, most = outcome
    assert done.added == sum(each.reason is None for each in FILES)
    assert len(done.skipped) == sum(each.reason is not None for each in FILES)
    assert most < RESIDENT_KILOBYTES


def test_files_and_folders_without_permission_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The refusal is made here: who runs tests as root may read everything."""
    (tmp_path / "inside").mkdir()
    for name in ("good.md", "locked.md", "inside/a.md"):
        (tmp_path / name).write_text("# Title\n\nText.", encoding="utf-8")
    read, scan = Path.read_bytes, os.scandir

    def refuse_file(path: Path) -> bytes:
        if path.name == "locked.md":
            raise PermissionError(13, "Permission denied", str(path))
        return read(path)

    def refuse_folder(path: str) -> object:
        if str(path).endswith("inside"):
            raise PermissionError(13, "Permission denied", str(path))
        return scan(path)

    monkeypatch.setattr(Path, "read_bytes", refuse_file)
    monkeypatch.setattr(os, "scandir", refuse_folder)
    done = ingest(tmp_path)
    assert done.added == 1
    reasons = {Path(each.path).name: each.reason for each in done.skipped}
    assert "own folder" in reasons.pop("home")
    assert set(reasons) == {"locked.md", "inside"}
    assert all("Permission denied" in reason for reason in reasons.values())

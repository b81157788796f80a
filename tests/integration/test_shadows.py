"""Another distribution in the place of one of the coach's packages, on Python's path or written over it."""

import os
import subprocess
import sys
from importlib.metadata import PathDistribution
from pathlib import Path

import pytest

from career_coach import shadows

ROOT = Path(__file__).parents[2]
# An editable install finds `tools.errors` whatever `tools` is; an installed coach does not.
COMMAND = """
import sys
sys.meta_path = [finder for finder in sys.meta_path if "Editable" not in getattr(finder, "__name__", "")]
from career_coach.__main__ import main
sys.exit(main())
"""


def run(code: str, first: Path) -> subprocess.CompletedProcess[str]:
    """Python with a folder before the coach's own."""
    path = os.pathsep.join(map(str, (first, ROOT)))
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=first,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A folder with another's package `tools`, of a distribution that says so."""
    (tmp_path / "tools").mkdir()
    (tmp_path / "tools" / "__init__.py").write_text("")
    (tmp_path / "handy-1.0.dist-info").mkdir()
    (tmp_path / "handy-1.0.dist-info" / "METADATA").write_text(
        "Metadata-Version: 2.1\nName: handy\nVersion: 1.0\n"
    )
    (tmp_path / "handy-1.0.dist-info" / "top_level.txt").write_text("tools\n")
    return tmp_path


@pytest.mark.parametrize("face", ["agent", "career_coach"])
def test_the_face_names_what_shadows(face: str, other: Path) -> None:
    last = run(f"from {face} import Coach", other).stderr.splitlines()[-1]
    assert "`tools`" in last and "handy" in last and str(other / "tools") in last


def test_the_command_says_it_without_a_traceback(other: Path) -> None:
    ran = run(COMMAND, other)
    assert ran.returncode == 1 and len(ran.stderr.splitlines()) == 1
    assert ran.stderr.startswith("coach: `tools` is not the coach's") and "handy" in ran.stderr


def test_a_package_written_over_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "agent").mkdir()
    (tmp_path / "agent" / "__init__.py").write_text("")
    record = tmp_path / "career_coach-0.dist-info"
    record.mkdir()
    monkeypatch.setattr("importlib.metadata.distribution", lambda _name: PathDistribution(record))
    (record / "RECORD").write_text(
        f"agent/__init__.py,sha256={shadows._digest(tmp_path / 'agent' / '__init__.py')},0\n"
    )
    assert shadows._replaced() == set()
    (tmp_path / "agent" / "__init__.py").write_text("# another's\n")
    assert shadows._replaced() == {"agent"}


def test_the_face_is_handed_on() -> None:
    import agent
    import career_coach

    names = {*career_coach.__all__} - {"TOOLS"}
    assert names == {*agent.__all__}
    assert all(getattr(career_coach, name) is getattr(agent, name) for name in names)
    assert [tool.name for tool in career_coach.TOOLS][:2] == ["search_documents", "lookup_salary"]

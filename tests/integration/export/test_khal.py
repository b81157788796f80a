"""Ten versions of a plan imported one after another into khal, a calendar program: only the last one's sessions are left."""

import subprocess
import sys
from pathlib import Path

import icalendar
import pytest

from agent.export import export_plan
from agent.models import Profile, Progress
from tests.unit.export.plans import PROFILE, TODAY, real_plan
from tests.unit.export.test_calendar import shown

pytest.importorskip("khal", reason="khal is not installed")

BUSY = PROFILE.model_copy(update={"busy": ["2027-02-09..2027-02-16"]})
LOST = Progress(without_time=["2027-02-08"])
VERSIONS: list[tuple[str, float, Profile, Progress | None]] = [
    ("Docker", 3, PROFILE, None),
    ("Docker", 6, PROFILE, None),
    ("RAG", 30, PROFILE, None),
    ("Git", 3, PROFILE, None),
    ("Docker", 3, BUSY, None),
    ("Docker", 3, BUSY, LOST),
    ("Git", 10, PROFILE, LOST),
    ("Docker", 12, PROFILE, None),
    ("Docker", 3, PROFILE, None),
    ("Git", 4, BUSY, None),
]
SETTINGS = """[calendars]
[[plan]]
path = {folder}/events
[sqlite]
path = {folder}/khal.db
[default]
default_calendar = plan
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%dT%H:%M
longdatetimeformat = %Y-%m-%dT%H:%M
"""


class Khal:
    """The program with a calendar of its own in `folder`."""

    def __init__(self, folder: Path) -> None:
        (folder / "events").mkdir(parents=True)
        self.folder = folder
        self.settings = folder / "khal.conf"
        self.settings.write_text(SETTINGS.format(folder=folder), encoding="utf-8")

    def take(self, path: Path) -> None:
        self._run("import", "--batch", str(path))

    def listed(self) -> list[tuple[str, str, str, str]]:
        """Title, beginning, end and state of every event that it shows."""
        form = "{title}\t{start}\t{end}\t{status}"
        said = self._run("list", "--once", "--day-format", "", "--format", form, "2027-01-01", "1500d")
        rows = [line.split("\t") for line in said.splitlines() if line.strip()]
        return [(title, begins, ends, state.strip()) for title, begins, ends, state in rows]

    def _run(self, *arguments: str) -> str:
        named = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME")
        done = subprocess.run(
            [sys.executable, "-m", "khal", "-c", str(self.settings), *arguments],
            env={**dict.fromkeys(named, str(self.folder)), "LC_ALL": "C.UTF-8"},
            capture_output=True,
            text=True,
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout


def sessions(path: Path) -> set[tuple[str, str, str]]:
    """The study sessions of a calendar file, as khal writes them."""
    events = shown(icalendar.Calendar.from_ical(path.read_bytes()).walk("VEVENT"))
    form = "%Y-%m-%dT%H:%M"
    return {
        (title, f"{begins:{form}}", f"{ends:{form}}") for title, begins, ends in events if "Study" in title
    }


@pytest.mark.slow
def test_ten_versions_leave_no_session_of_an_earlier_one(tmp_path: Path) -> None:
    khal = Khal(tmp_path / "khal")
    seen: set[tuple[str, str, str]] = set()
    for version, (role, hours, profile, progress) in enumerate(VERSIONS, start=1):
        plan, evidence = real_plan(role, hours)
        given = profile.model_copy(update={"hours_per_week": hours})
        paths = {"t1": tmp_path / "plan.ics", f"alone{version}": tmp_path / "alone.ics"}
        for thread, path in paths.items():
            numbered = plan.model_copy(update={"version": version})
            export_plan(
                numbered, evidence, given, thread, format="ics", path=path, today=TODAY, progress=progress
            )
        khal.take(paths["t1"])
        wanted = sessions(tmp_path / "alone.ics")
        listed = khal.listed()
        study = [event[:3] for event in listed if "Study" in event[0] and event[3] != "CANCELLED"]
        assert sorted(study) == sorted(wanted) and wanted, f"version {version}"
        seen |= wanted
    assert len(seen) > 3 * len(wanted)  # else the versions were alike, and nothing had to go

"""An O*NET release: what the embedded facts hold, what an added one brings, what a bad one cannot break."""

import csv
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tools.errors import DataError, HomeError
from tools.oews import release
from tools.oews.occupations import find_roles, link_role
from tools.oews.onet import add_onet, job_zone, related, technologies
from tools.oews.tables import occupations, read_table

_SHARED = Path(__file__).parents[3].parent / "shared" / "onet_29_3"

_FILES: dict[str, list[tuple[str, ...]]] = {
    release.ALTERNATE_TITLES: [
        ("29-1141.00", "Registered Nurses", "Moon Base Nurse", "", "02,08"),
        ("15-1252.00", "Software Developers", "Zorblatt Tuner (ZT)", "ZT", "08"),
        ("55-3016.00", "Infantry", "Rifleman", "", "08"),
    ],
    release.REPORTED_TITLES: [("29-1141.00", "Registered Nurses", "Oncology Rover RN", "Y")],
    release.TECHNOLOGIES: [
        ("29-1141.00", "Registered Nurses", "MEDITECH", "43", "Medical software", "Y", "Y")
    ],
    release.JOB_ZONES: [("29-1141.00", "Registered Nurses", "3", "08/2024", "Analyst")],
    release.RELATED: [
        ("29-1141.00", "Registered Nurses", "29-2061.00", "Licensed Practical Nurses", "Primary-Short", "1")
    ],
    release.OCCUPATIONS: [("29-1141.00", "Registered Nurses", "Nurses.")],
}
_HEADERS: dict[str, tuple[str, ...]] = {
    release.ALTERNATE_TITLES: ("O*NET-SOC Code", "Title", "Alternate Title", "Short Title", "Source(s)"),
    release.REPORTED_TITLES: ("O*NET-SOC Code", "Title", "Reported Job Title", "Shown in My Next Move"),
    release.TECHNOLOGIES: (
        "O*NET-SOC Code",
        "Title",
        "Example",
        "Commodity Code",
        "Commodity Title",
        "Hot Technology",
        "In Demand",
    ),
    release.JOB_ZONES: ("O*NET-SOC Code", "Title", "Job Zone", "Date", "Domain Source"),
    release.RELATED: (
        "O*NET-SOC Code",
        "Title",
        "Related O*NET-SOC Code",
        "Related Title",
        "Relatedness Tier",
        "Index",
    ),
    release.OCCUPATIONS: ("O*NET-SOC Code", "Title", "Description"),
}


def _write_release(folder: Path, copies: int = 1) -> Path:
    folder.mkdir()
    for name, rows in _FILES.items():
        with (folder / name).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, delimiter="\t", quoting=csv.QUOTE_NONE, lineterminator="\n")
            writer.writerow(_HEADERS[name])
            writer.writerows(rows * copies)
    return folder


def test_the_embedded_facts_cover_the_whole_labour_market() -> None:
    zones = {row["code"] for row in read_table("occupation_zones")}
    named = {row["code"] for row in read_table("occupation_technologies")}
    titled = {
        entry.split(":")[0] for row in read_table("occupation_titles") for entry in row["codes"].split()
    }
    assert len(zones & named & titled) >= 600
    assert titled <= set(occupations())
    assert (job_zone("29-1141"), job_zone("35-3023")) == (4, 1)
    assert "29-1171" in related("29-1141")
    assert any(technology.in_demand for technology in technologies("15-1252"))
    assert technologies("99-9999") == []
    assert related("99-9999") == []
    assert job_zone("99-9999") is None


def test_an_added_release_is_used_from_then_on(tmp_path: Path) -> None:
    assert link_role("zorblatt tuner") == []
    report = add_onet(_write_release(tmp_path / "onet"))
    assert (report.titles, report.titles_without_wages) == (3, 1)
    assert (report.technologies, report.job_zones, report.related_occupations) == (1, 1, 1)
    assert [link.occupation.code for link in link_role("zorblatt tuner")] == ["15-1252"]
    assert [link.occupation.code for link in link_role("Tuner Zorblatt")] == ["15-1252"]
    assert [link.occupation.code for link in link_role("oncology rover rn")] == ["29-1141"]
    assert link_role("rifleman") == []
    assert [mention.text for mention in find_roles("I am a Moon Base Nurse now")] == ["Moon Base Nurse"]
    assert [technology.name for technology in technologies("29-1141")] == ["MEDITECH"]
    assert job_zone("29-1141") == 3
    assert related("29-1141") == ["29-2061"]
    assert link_role("registered nurse")[0].occupation.code == "29-1141"


def test_a_second_release_takes_the_place_of_the_first(tmp_path: Path) -> None:
    add_onet(_write_release(tmp_path / "first"))
    second = _write_release(tmp_path / "second")
    path = second / release.ALTERNATE_TITLES
    path.write_text(path.read_text(encoding="utf-8").replace("Zorblatt", "Quibbet"), encoding="utf-8")
    add_onet(second)
    assert link_role("zorblatt tuner") == []
    assert link_role("quibbet tuner")


def _without_file(folder: Path) -> None:
    (folder / release.JOB_ZONES).unlink()


def _without_column(folder: Path) -> None:
    path = folder / release.TECHNOLOGIES
    path.write_text(path.read_text(encoding="utf-8").replace("In Demand", "Else"), encoding="utf-8")


def _cut_off(folder: Path) -> None:
    path = folder / release.RELATED
    path.write_text(path.read_text(encoding="utf-8").rsplit("\t", 2)[0], encoding="utf-8")


def _binary(folder: Path) -> None:
    (folder / release.ALTERNATE_TITLES).write_bytes(b"\xff\xfe\x00\x80" * 50)


def _empty(folder: Path) -> None:
    for path in folder.iterdir():
        path.write_text("", encoding="utf-8")


@pytest.mark.parametrize("damage", [_without_file, _without_column, _cut_off, _binary, _empty])
def test_a_bad_folder_is_refused_and_changes_nothing(tmp_path: Path, damage: object) -> None:
    add_onet(_write_release(tmp_path / "good"))
    bad = _write_release(tmp_path / "bad")
    assert callable(damage)
    damage(bad)
    with pytest.raises(DataError) as caught:
        add_onet(bad)
    assert caught.value.hint
    assert link_role("zorblatt tuner")


def test_a_folder_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DataError, match="is not a folder"):
        add_onet(tmp_path / "nowhere")


def test_damaged_data_is_said(tmp_path: Path, own_home: Path) -> None:
    (own_home / "onet").mkdir(parents=True)
    (own_home / "onet" / "onet.sqlite").write_bytes(b"not a database" * 100)
    with pytest.raises(HomeError, match="damaged"):
        link_role("nurse")
    add_onet(_write_release(tmp_path / "onet"))
    assert link_role("zorblatt tuner")


@pytest.mark.slow
def test_a_process_killed_while_adding_leaves_what_was_there(tmp_path: Path, own_home: Path) -> None:
    add_onet(_write_release(tmp_path / "small"))
    large = _write_release(tmp_path / "large", copies=20000)
    code = "import sys; from tools.oews.onet import add_onet; add_onet(sys.argv[1])"
    environment = {**os.environ, "COACH_HOME": str(own_home)}
    with subprocess.Popen([sys.executable, "-c", code, str(large)], env=environment) as child:
        deadline = time.monotonic() + 60
        while child.poll() is None and not list((own_home / "onet").glob("*.draft")):
            assert time.monotonic() < deadline
        child.send_signal(signal.SIGKILL)
        child.wait()
    assert link_role("zorblatt tuner")
    add_onet(tmp_path / "small")
    assert sorted(path.name for path in (own_home / "onet").iterdir()) == ["onet.sqlite"]


@pytest.mark.slow
@pytest.mark.skipif(not _SHARED.is_dir(), reason="needs an O*NET release beside the repository")
def test_a_whole_release_brings_all_its_titles() -> None:
    report = add_onet(_SHARED)
    assert report.titles == 56560
    missed = []
    for row in list(release.rows(_SHARED, release.ALTERNATE_TITLES))[::97]:
        code = release.oews_code(row["O*NET-SOC Code"])
        if code and not link_role(row["Alternate Title"]):
            missed.append(row["Alternate Title"])
    assert missed == []

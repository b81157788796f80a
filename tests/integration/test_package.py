"""What is installed is complete: the packages carry their data and work from any folder."""

import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("agent", "career_coach", "tools", "prompts", "seeds")
NOT_DATA = {".py", ".pyc"}


@pytest.mark.slow
def test_the_wheel_holds_every_data_file(tmp_path: Path) -> None:
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "--no-build-isolation",
        "--no-index",
    ]
    source = tmp_path / "source"
    tracked = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    names = [name for name in tracked.stdout.splitlines() if (ROOT / name).is_file()]
    for name in names:
        copy = source / name
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes((ROOT / name).read_bytes())
    subprocess.run([*build, "--wheel-dir", str(tmp_path), str(source)], check=True)
    (wheel,) = tmp_path.glob("*.whl")
    packed = set(zipfile.ZipFile(wheel).namelist())
    ours = {name for name in names if name.startswith(tuple(f"{package}/" for package in PACKAGES))}
    corpus = {name for name in ours if name.startswith("prompts/nlu/corpus/")}
    wanted = ours - corpus
    assert wanted <= packed
    assert corpus and corpus.isdisjoint(packed)
    assert any(Path(name).suffix not in NOT_DATA for name in wanted)


def test_the_tools_work_from_another_folder(tmp_path: Path) -> None:
    code = "from tools import salary; print(salary.lookup('registered nurse').wages[0].area_code)"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "0000000"

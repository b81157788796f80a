"""Reading scenarios: what is wrong is named with its file, turn and key."""

from pathlib import Path

import pytest

from agent.scenarios import load_scenarios
from tools.errors import ScenarioError

GOOD = """
name: a baker in Boise
model: offline
today: 2026-03-02
turns:
  - user: I bake bread.
    expect: {status: answered, contains: bread, profile: {hours_per_week: 10}}
  - restart: true
  - resume: {reject: "no"}
    expect: {plan: {milestones: 3, weeks: {max: 20}}}
  - resume: {approve: true}
  - resume: {edit: {next_actions/0: Call the school}}
    expect: {error: decision}
"""

BAD = {
    "name: x\nturns: []": "turns: List should have at least 1 item",
    "name: x\nturns:\n  - user: hi\n    expect: {state: answered}": "turn 1, expect.state: unknown key",
    "name: x\nturns:\n  - user: hi\n  - user: hi\n    expect: {status: done}": "turn 2, expect.status:",
    "name: x\nturns:\n  - user: no": "turn 1, user: must be text; put it in quotes",
    "name: x\nturns:\n  - user: hi\n    restart: true": "turn 1: give exactly one of user, resume, restart",
    "name: x\nturns:\n  - expect: {}": "turn 1: give exactly one of user, resume, restart",
    "name: x\nturns:\n  - restart: true\n    expect: {}": "turn 1: a restart expects nothing",
    "name: x\nturns:\n  - resume: {approve: true, reject: a}": "turn 1, resume: give exactly one of approve, reject, edit",
    "name: x\nturns:\n  - resume: {approve: false}": "turn 1, resume.approve:",
    "name: x\nturns:\n  - resume: {reject: ''}": "turn 1, resume.reject:",
    "name: x\nturns:\n  - user: hi\n    expect: {tools: [google]}": "turn 1, expect.tools.0:",
    "name: x\nturns:\n  - user: hi\n    expect: {plan: {milestones: {least: 3}}}": "turn 1, expect.plan.milestones.least: unknown key",
    "name: x\nturns:\n  - user: hi\nturn: 3": "turn: unknown key",
    "turns:\n  - user: hi": "name: Field required",
    "name: x\ntoday: soon\nturns:\n  - user: hi": "today:",
    "name: x\nname: y\nturns:\n  - user: hi": 'the key "name" is given twice',
    "name: x\nturns:\n  - user: I know: this": "line 3, column 17:",
    "name: x\nfile: y\nturns:\n  - user: hi": "file: unknown key",
    "- a\n- b": "not a scenario",
    "": "not a scenario",
    "[" * 5000: "",
    "a: &a [*a, *a]\n<<: 3": "",
}


def _write(folder: Path, text: str | bytes) -> Path:
    path = folder / "scenario.yaml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def test_a_scenario_is_read(tmp_path: Path) -> None:
    (scenario,) = load_scenarios([_write(tmp_path, GOOD)])
    assert scenario.name == "a baker in Boise"
    assert scenario.today is not None and scenario.today.isoformat() == "2026-03-02"
    assert len(scenario.turns) == 5
    assert scenario.turns[0].expect.contains == ["bread"]
    plan = scenario.turns[2].expect.plan
    assert plan is not None and plan.milestones is not None
    assert (plan.milestones.min, plan.milestones.max) == (3, 3)


def test_a_folder_gives_all_its_scenarios_in_order(tmp_path: Path) -> None:
    for name in ("b.yaml", "a.yml"):
        (tmp_path / name).write_text(GOOD.replace("a baker", name))
    (tmp_path / "notes.txt").write_text("not a scenario")
    assert [scenario.name for scenario in load_scenarios([tmp_path])] == ["a.yml in Boise", "b.yaml in Boise"]


@pytest.mark.parametrize("text", BAD)
def test_what_is_wrong_is_named(tmp_path: Path, text: str) -> None:
    path = _write(tmp_path, text)
    with pytest.raises(ScenarioError) as raised:
        load_scenarios([path])
    assert str(path) in raised.value.message
    assert BAD[text] in raised.value.message
    assert "\n" not in raised.value.message
    assert raised.value.hint


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"name: \x00x", b"name: x\nturns: " + b"a" * 1_100_000])
def test_files_that_are_no_text_are_refused(tmp_path: Path, raw: bytes) -> None:
    with pytest.raises(ScenarioError):
        load_scenarios([_write(tmp_path, raw)])


def test_a_missing_file_and_an_empty_folder_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ScenarioError, match=r"nowhere\.yaml"):
        load_scenarios([tmp_path / "nowhere.yaml"])
    with pytest.raises(ScenarioError, match="holds no scenario"):
        load_scenarios([tmp_path])

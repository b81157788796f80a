"""A plan that was really talked about, approved and exported: every format holds what was delivered."""

import json
import re
from datetime import date
from pathlib import Path

import html5lib
import icalendar
import pypdf
import pytest

from agent import Coach
from agent.export import export_plan
from agent.terminal.cli import main

SAID = "I am a data analyst in Denver with SQL and Excel, 9 hours a week. Make my plan to become a data engineer."


@pytest.mark.slow
def test_every_format_of_a_delivered_plan(tmp_path: Path) -> None:
    today = date(2027, 3, 1)
    with Coach(home=tmp_path / "home", today=today) as coach:
        assert coach.ask(SAID, thread="t1").status == "awaiting_approval"
        plan = coach.resume("t1", approve=True).plan
        kept = coach.show("t1")
    assert plan is not None and kept.plan == plan
    paths = {form: tmp_path / f"plan.{form}" for form in ("md", "json", "html", "pdf", "ics")}
    for form, path in paths.items():
        export_plan(plan, kept.evidence, kept.profile, "t1", format=form, path=path, today=today)  # type: ignore[arg-type]
    page = paths["html"].read_text(encoding="utf-8")
    html5lib.HTMLParser(strict=True).parse(page)
    printed = " ".join(sheet.extract_text() for sheet in pypdf.PdfReader(paths["pdf"]).pages)
    calendar = icalendar.Calendar.from_ical(paths["ics"].read_bytes())
    events = [str(event["summary"]) for event in calendar.walk("VEVENT")]
    for milestone in plan.milestones:
        assert milestone.proof in page.replace("&#x27;", "'")
        assert any(event.startswith(f"{milestone.id} {milestone.title}") for event in events)
        assert re.sub(r"\W", "", milestone.title) in re.sub(r"\W", "", printed)
    assert json.loads(paths["json"].read_text(encoding="utf-8"))["plan"] == plan.model_dump(mode="json")
    assert page.count("<svg ") == 3


@pytest.mark.slow
def test_an_old_version_can_be_exported(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Coach(today=date(2027, 3, 1)) as coach:
        coach.ask(SAID, thread="t1")
        coach.resume("t1", approve=True)
        coach.ask("Only 4 hours a week now.", thread="t1")
        coach.resume("t1", approve=True)
        coach.ask("Only 3 hours a week now.", thread="t1")
    paths = {version: tmp_path / f"{version}.md" for version in ("1", "2", "3")}
    wanted = ["export", "t1", "--format", "md", "-o"]
    assert [main([*wanted, str(path), "--version", name]) for name, path in paths.items()] == [0, 0, 1]
    assert "There are 1, 2." in capsys.readouterr().err
    assert main([*wanted, str(tmp_path / "newest.md")]) == 0
    assert "9 hours a week" in paths["1"].read_text(encoding="utf-8")
    newest = (tmp_path / "newest.md").read_text(encoding="utf-8")
    assert newest == paths["2"].read_text(encoding="utf-8") and "4 hours a week" in newest


@pytest.mark.slow
def test_what_a_calendar_held_is_forgotten_with_its_thread(tmp_path: Path) -> None:
    with Coach(home=tmp_path / "home", today=date(2027, 3, 1)) as coach:
        for thread in ("t1", "t2"):
            coach.ask(SAID, thread=thread)
            coach.resume(thread, approve=True)
            assert main(["export", thread, "--format", "ics", "-o", str(tmp_path / "plan.ics")]) == 0
        calendars = tmp_path / "home" / "calendars"
        assert len([*calendars.iterdir()]) == 2
        coach.forget(thread="t1")
        assert len([*calendars.iterdir()]) == 1
        coach.forget()
        assert not [*calendars.iterdir()]

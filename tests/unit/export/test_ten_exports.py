"""Ten exports as people make them: names in their scripts, calendars of two plans, weeks without time. All held at first sight."""

import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import html5lib
import icalendar
import pypdf
import pytest

from agent.export import export_plan
from agent.models import Claim, Plan, Profile, Section
from tests.unit.export.plans import PROFILE, TODAY, real_plan
from tests.unit.export.test_calendar import Importer, shown, study

NAMES = ["นักวิเคราะห์ข้อมูล", "डेटा विश्लेषक", "Αναλυτής δεδομένων", "Аналитик данных", "データ分析者"]


def made(
    folder: Path, form: str, plan: Plan, profile: Profile = PROFILE, thread: str = "t1"
) -> tuple[bytes, list[str]]:
    path = folder / f"{thread}.{form}"
    notes = export_plan(plan, real_plan("Docker")[1], profile, thread, format=form, path=path, today=TODAY)  # type: ignore[arg-type]
    return path.read_bytes(), notes


def events(data: bytes) -> list[Any]:
    return list(icalendar.Calendar.from_ical(data).walk("VEVENT"))


def named(*titles: str) -> Plan:
    plan, _ = real_plan("Docker")
    first = plan.milestones[0]
    milestones = [
        first.model_copy(update={"id": f"M{at}", "title": title, "skills": [title], "after": []})
        for at, title in enumerate(titles, start=1)
    ]
    return plan.model_copy(update={"milestones": milestones, "next_actions": list(titles)})


@pytest.mark.parametrize("name", NAMES)
def test_a_name_in_its_script_is_drawn_or_what_is_missing_is_said(tmp_path: Path, name: str) -> None:
    page, _ = made(tmp_path, "html", named(name))
    tree = html5lib.parse(page.decode(), namespaceHTMLElements=False)
    assert any("".join(item.itertext()) == name and item.get("dir") == "auto" for item in tree.iter("li"))
    _, notes = made(tmp_path, "pdf", named(name))
    drawn = "".join(sheet.extract_text() for sheet in pypdf.PdfReader(tmp_path / "t1.pdf").pages)
    lost = {letter for letter in name if letter.isalpha() and letter not in drawn}
    assert not lost or (len(notes) == 1 and "No font on this machine" in notes[0])


def test_signs_of_the_format_in_a_title_come_back_as_they_were(tmp_path: Path) -> None:
    title = "SQL; joins, \\windows\\ and: more"
    data, _ = made(tmp_path, "ics", named(title))
    assert any(title in str(event["summary"]) for event in events(data))


def test_lines_are_folded_between_characters(tmp_path: Path) -> None:
    data, _ = made(tmp_path, "ics", named("人工智能工程师🚀" * 12, "مهندس الذكاء الاصطناعي " * 6))
    lines = data.split(b"\r\n")
    assert (
        max(map(len, lines)) == 75
        and "".join(line.decode().removeprefix(" ") for line in lines).count("🚀") >= 12
    )


def test_two_plans_in_one_calendar_leave_each_other_alone(tmp_path: Path) -> None:
    importer = Importer()
    importer.take(made(tmp_path, "ics", named("Git"), thread="one")[0])
    importer.take(made(tmp_path, "ics", named("Git"), thread="two")[0])
    both = len(importer.shown())
    importer.take(made(tmp_path, "ics", named("Linux"), thread="one")[0])
    kept = [event for event in importer.held.values() if str(event["status"]) == "CONFIRMED"]
    assert both and sum("Git" in str(event["summary"]) for event in kept) == sum(
        "Git" in str(event["summary"]) for event in events((tmp_path / "two.ics").read_bytes())
    )


def test_other_formats_between_two_calendars_change_nothing_in_the_second(tmp_path: Path) -> None:
    importer = Importer()
    importer.take(made(tmp_path, "ics", named("Git", "Linux"))[0])
    for form in ("html", "md", "json", "pdf"):
        made(tmp_path, form, named("Git"))
    importer.take(made(tmp_path, "ics", named("Git"))[0])
    assert importer.shown() == shown(events(made(tmp_path, "ics", named("Git"), thread="alone")[0]))


def test_half_an_hour_a_week_is_half_an_hour_in_the_calendar(tmp_path: Path) -> None:
    plan, _ = real_plan("Git", 0.5)
    data, _ = made(tmp_path, "ics", plan, PROFILE.model_copy(update={"hours_per_week": 0.5}))
    lengths = [event.decoded("dtend") - event.decoded("dtstart") for event in study(events(data))]
    assert lengths and max(lengths) <= timedelta(minutes=30)
    assert sum(lengths, timedelta()) == timedelta(hours=sum(each.hours for each in plan.milestones))


def test_a_bar_in_a_sentence_breaks_no_table_of_markdown(tmp_path: Path) -> None:
    plan, _ = real_plan("Docker")
    claim = Claim(text="I write a | b and read *all* of it.", by="person")
    plan = plan.model_copy(update={"sections": [Section(id="own", title="Mine | yours", claims=[claim])]})
    text = made(tmp_path, "md", plan)[0].decode()
    assert "I write a | b and read *all* of it." in text.replace("\\", "")
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len({len(re.findall(r"(?<!\\)\|", row)) for row in rows}) <= 2


def test_json_gives_every_script_back(tmp_path: Path) -> None:
    plan = named(*NAMES, "Ship it 🚀👩🏽\u200d💻")
    document = json.loads(made(tmp_path, "json", plan)[0])
    assert [each["title"] for each in document["plan"]["milestones"]] == [*NAMES, "Ship it 🚀👩🏽\u200d💻"]


def test_a_long_word_stays_on_the_page(tmp_path: Path) -> None:
    word = "Donaudampfschifffahrtsgesellschaftskapitänsfortbildung" * 3
    made(tmp_path, "pdf", named(word))
    edges: list[float] = []

    def note(text: str, _: Any, matrix: list[float], *__: Any) -> None:
        if text.strip():
            edges.append(matrix[4])

    reader = pypdf.PdfReader(tmp_path / "t1.pdf")
    for sheet in reader.pages:
        sheet.extract_text(visitor_text=note)
    joined = re.sub(r"\s|-", "", "".join(sheet.extract_text() for sheet in reader.pages))
    assert word in joined and max(edges) < float(reader.pages[0].mediabox.width)


def test_an_arabic_place_with_a_latin_role_keeps_each_in_its_direction(tmp_path: Path) -> None:
    profile = PROFILE.model_copy(update={"location": "دبي", "target_role": "QA engineer"})
    page, _ = made(tmp_path, "html", named("Testing"), profile)
    tree = html5lib.parse(page.decode(), namespaceHTMLElements=False)
    assert any("".join(part.itertext()) == "دبي" for part in tree.iter("bdi"))

"""Each format opens in a reader that is not ours, and says what the plan says."""

import json
import re
from datetime import date
from pathlib import Path

import html5lib
import icalendar
import pypdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agent import wording
from agent.export import export_plan
from agent.export.charts import pay_chart
from agent.models import Claim, Plan, Profile
from tests.unit.export.plans import PROFILE, TODAY, hostile, pay_evidence, real_plan
from tools.errors import DataError, UsageError
from tools.roadmap.models import Resource

FORMATS = ("md", "json", "html", "pdf", "ics")
ODD = [
    "<script>alert(1)</script>",
    "]]>&amp;\"'",
    "#set page()[*_`$x$",
    "日本語の計画",
    "\x00\x07\ud800",
    "a\r\nBEGIN:VEVENT",
    "",
    "x" * 3000,
]
ONLY_LINKS = re.compile(
    r"(?:src|srcset|data|poster|action|xlink:href|background)\s*=|url\(|@import|<(?:script|link|iframe|img|object|embed)\b"
)


def export(folder: Path, form: str, *, plan: Plan | None = None, profile: Profile = PROFILE) -> bytes:
    made, evidence = real_plan()
    path = folder / f"plan.{form}"
    export_plan(plan or made, evidence, profile, "t1", format=form, path=path, today=TODAY)  # type: ignore[arg-type]
    return path.read_bytes()


def check_html(page: bytes) -> None:
    text = page.decode()
    html5lib.HTMLParser(strict=True).parse(text)
    assert not ONLY_LINKS.search(re.sub(r">[^<]*<", "><", text.replace("xmlns=", "")))
    for address in re.findall(r'href="([^"]*)"', text):
        assert address.startswith(("#", "https://", "http://"))
    outside_links = re.sub(r'<a href="https?://[^"]*"', "<a", text)
    markup = "".join(re.findall(r"<[^>]*>", outside_links)).replace("http://www.w3.org/2000/svg", "")
    assert "://" not in markup


def test_html_is_strictly_clean_and_self_contained(tmp_path: Path) -> None:
    page = export(tmp_path, "html")
    check_html(page)
    text = page.decode()
    assert text.count("<svg ") == 3
    assert "the median is $134,000" in text.lower()
    assert "(your words)" in text
    assert "Approved by local on 1 February 2027, 09:00 UTC." in text
    assert 'href="#E1"' in text and 'id="E1"' in text


def test_pay_by_the_hour_stands_on_a_scale_of_its_own() -> None:
    yearly = pay_evidence(
        "E2", {"p10": 80_000, "p25": 96_000, "p50": 134_000, "p75": 168_000, "p90": 210_000}
    )
    hourly = pay_evidence("E1", {"p10": 12, "p25": 15, "p50": 19, "p75": 30, "p90": 60})
    figures = [figure.model_copy(update={"unit": "USD/hour"}) for figure in hourly.figures]
    hourly = hourly.model_copy(update={"figures": figures})
    chart = pay_chart([hourly, yearly], 90_000) or ""
    assert "median $19.00" in chart and "134,000" not in chart and "your target" not in chart
    chart = pay_chart([yearly, hourly], 90_000) or ""
    assert "median $134,000" in chart and "$19.00" not in chart and "your target $90,000" in chart
    assert pay_chart([], 90_000) is None


def test_what_repeats_a_milestone_is_said_once(tmp_path: Path) -> None:
    plan, _ = real_plan()
    first = plan.milestones[0]
    days = wording.date_span(wording.week_start(TODAY, 1), wording.week_end(TODAY, first.end_week))
    text = f"{first.title}: weeks 1 to {first.end_week} ({days}), {wording.hours(first.hours)}."
    plan.sections[0].claims.append(Claim(text=text, evidence=["E2"]))
    page = export(tmp_path, "html", plan=plan).decode()
    assert text not in page and page.count('href="#E2"') == 1
    export(tmp_path, "pdf", plan=plan)
    words = " ".join(sheet.extract_text() for sheet in pypdf.PdfReader(tmp_path / "plan.pdf").pages)
    assert words.count("[E2]") == 1


def test_pdf_has_its_words_and_pages(tmp_path: Path) -> None:
    export(tmp_path, "pdf")
    reader = pypdf.PdfReader(tmp_path / "plan.pdf")
    words = re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))
    assert "Career plan: AI engineer" in words
    assert "$134,000" in words
    assert all(f"M{number}" in words for number in range(1, 8))


def test_pdf_is_the_same_each_time(tmp_path: Path) -> None:
    assert export(tmp_path, "pdf") == export(tmp_path, "pdf")


def test_json_gives_the_plan_back(tmp_path: Path) -> None:
    document = json.loads(export(tmp_path, "json"))
    plan, evidence = real_plan()
    assert Plan.model_validate(document["plan"]) == plan
    assert [row["id"] for row in document["evidence"]] == [item.id for item in evidence]
    assert (document["thread"], document["exported"]) == ("t1", "2027-02-01")


def test_markdown_names_the_milestones(tmp_path: Path) -> None:
    text = export(tmp_path, "md").decode()
    assert all(milestone.title in text for milestone in real_plan()[0].milestones)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("text", ODD, ids=range(len(ODD)))
def test_no_text_breaks_a_document(tmp_path: Path, form: str, text: str) -> None:
    plan, evidence, profile = hostile(text)
    path = tmp_path / f"plan.{form}"
    export_plan(plan, evidence, profile, "t\x001", format=form, path=path, today=TODAY)  # type: ignore[arg-type]
    data = path.read_bytes()
    if form == "html":
        check_html(data)
    if form == "md":
        assert b"<script" not in data
    if form == "ics":
        assert len(list(icalendar.Calendar.from_ical(data).walk("VEVENT"))) == data.count(
            b"\r\nBEGIN:VEVENT\r\n"
        )
    if form == "pdf":
        assert pypdf.PdfReader(path).pages


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.text(max_size=60))
def test_any_text_stays_clean_html(tmp_path: Path, text: str) -> None:
    plan, evidence, profile = hostile(text)
    path = tmp_path / "plan.html"
    export_plan(plan, evidence, profile, "t1", format="html", path=path, today=TODAY)
    check_html(path.read_bytes())


def test_a_script_is_never_a_link(tmp_path: Path) -> None:
    plan, _ = real_plan()
    plan.milestones[0].resources = [Resource(title="harmless", url="javascript:alert(1)")]
    text = export(tmp_path, "html", plan=plan).decode()
    assert "javascript:" not in text and "harmless" in text


@pytest.mark.parametrize("form", FORMATS)
def test_an_empty_plan_is_still_a_document(tmp_path: Path, form: str) -> None:
    assert export(tmp_path, form, plan=Plan(), profile=Profile())


def test_a_folder_is_wrong_usage_and_what_cannot_be_written_a_failure(tmp_path: Path) -> None:
    plan, evidence = real_plan("Docker")
    tried = {
        tmp_path: UsageError,
        tmp_path / "nowhere" / "plan.md": DataError,
        tmp_path / ("x" * 400): DataError,
    }
    for path, error in tried.items():
        with pytest.raises(error, match="Cannot write"):
            export_plan(plan, evidence, PROFILE, "t1", format="md", path=path, today=TODAY)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_format_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="format"):
        export(tmp_path, "docx")


def test_weeks_beyond_the_calendar_are_wrong_usage(tmp_path: Path) -> None:
    plan, _ = real_plan("Docker")
    plan.milestones[0].end_week = 10**9
    with pytest.raises(UsageError, match="calendar"):
        export(tmp_path, "ics", plan=plan)


def test_the_old_file_stays_when_writing_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "plan.md"
    path.write_text("before", encoding="utf-8")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    plan, evidence = real_plan("Docker")
    with pytest.raises(DataError, match="No space"):
        export_plan(plan, evidence, PROFILE, "t1", format="md", path=path, today=TODAY)
    assert path.read_text(encoding="utf-8") == "before"
    assert [item.name for item in tmp_path.iterdir()] == ["plan.md"]


def test_weeks_count_from_today_without_a_first_day(tmp_path: Path) -> None:
    plan, evidence = real_plan("Docker")
    path = tmp_path / "plan.ics"
    other = plan.model_copy(update={"start": None})
    export_plan(other, evidence, PROFILE, "t1", format="ics", path=path, today=date(2030, 5, 6))
    assert b"DTSTART;VALUE=DATE:20300506" in path.read_bytes()


def test_what_the_person_wrote_is_marked_in_every_document(tmp_path: Path) -> None:
    plan, _ = real_plan()
    proof, action = plan.milestones[1].proof, plan.next_actions[0]
    plan.theirs = [proof, action]
    for form in ("md", "html"):
        page = re.sub(r"<[^>]*>", "", export(tmp_path, form, plan=plan).decode())
        assert f"{proof} (your words)" in page and f"{action} (your words)" in page
        assert f"{plan.milestones[0].proof} (your words)" not in page
        assert "I start on Mondays. (your words)" in page
    export(tmp_path, "pdf", plan=plan)
    sheets = pypdf.PdfReader(tmp_path / "plan.pdf").pages
    words = re.sub(r"\s+", " ", " ".join(sheet.extract_text() for sheet in sheets))
    assert words.count("(your words)") == 3


def test_no_word_runs_out_of_the_page(tmp_path: Path) -> None:
    plan, _ = real_plan()
    plan.milestones[0].title, plan.milestones[0].proof = "long" * 60, f"https://example.org/{'x' * 300}"
    export(tmp_path, "pdf", plan=plan)
    edges: list[float] = []
    for sheet in pypdf.PdfReader(tmp_path / "plan.pdf").pages:
        lines = sheet.extract_text(extraction_mode="layout").splitlines()
        edges += [len(line) for line in lines]
    assert max(edges) < 200

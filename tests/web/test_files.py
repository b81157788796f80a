"""Files over the page: a CV that is handed over, and what a document does not show."""

from pathlib import Path
from typing import Any

import pytest

from agent.models import Profile
from agent.session.coach import Coach
from agent.session.handed_files import read_handed_file
from tests.web.conftest import TOKEN, Window, soup, text

DATA = Path(__file__).parents[1] / "data"
CVS, DOCUMENTS = DATA / "cv", DATA / "documents"


def hand_over(window: Window, name: str, body: bytes, **how: Any) -> Any:
    form = {"data": {"thread": "t1"}, "files": {"file": (name, body)}}
    return window.ask("POST", f"/{TOKEN}/cv", **form | how)


@pytest.mark.parametrize("name", ["linkedin.txt", "resume.json"])
def test_a_cv_is_read_as_on_the_command_line(coach: Coach, window: Window, name: str) -> None:
    page = soup(hand_over(window, f"my {name}", (CVS / name).read_bytes()))
    assert text(page, "#log .person") and text(page, "#log .coach") and not text(page, "#alert")
    coach.read_cv(read_handed_file(CVS / name, "CV").text, thread="t2")
    assert coach.show("t1").messages[0].text == coach.show("t2").messages[0].text


def test_a_cv_that_is_handed_over_first_leaves_what_was_remembered(coach: Coach, window: Window) -> None:
    coach.remember(Profile(target_role="electrician", hours_per_week=7))
    hand_over(window, "cv.txt", (CVS / "linkedin.txt").read_bytes())
    profile = coach.show("t1").profile
    assert (profile.target_role, profile.hours_per_week) == ("electrician", 7)


def test_what_a_file_loses_is_said_until_the_next_turn(window: Window) -> None:
    page = soup(hand_over(window, "cv.pdf", (DOCUMENTS / "mixed_scan.pdf").read_bytes()))
    assert "Not read in the file:" in text(page, "#alert") and text(page, "#log .coach")
    assert not text(window.say("hello"), "#alert")


def test_letters_that_no_font_has_are_said_before_the_pdf_is_saved(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("agent.export.pdf.missing_glyphs", lambda _texts: ["ᚠ"])
    window.say("plan tester")
    window.decide("approve")
    told = soup(window.get("export?thread=t1&format=pdf"))
    assert "ᚠ" in text(told, "[role=alert]") and "html" in text(told, "[role=alert]")
    saved = window.get(str(told.select("main a")[0]["href"]))
    assert saved.content.startswith(b"%PDF") and "attachment" in saved.headers["content-disposition"]


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("cv.txt", b"", "cv.txt: it is empty"),
        ("cv.exe", b"MZ", "Cannot read cv.exe"),
        ("cv.pdf", b"no pdf", "Cannot read cv.pdf"),
        ("cv.txt", b"word " * 20_000, "at most 50,000"),
        ("cv.\x00/../a", b"x", "Cannot read"),
        ("", b"", "did not arrive"),
    ],
)
def test_a_file_that_cannot_be_read_is_said(
    coach: Coach, window: Window, name: str, data: bytes, said: str
) -> None:
    answer = hand_over(window, name, data)
    assert answer.status_code == 422 and said in text(soup(answer), "#alert")
    assert "coach-" not in answer.text and coach.where("t1") is None


@pytest.mark.parametrize(
    "how",
    [
        {"files": None},
        {"files": None, "content": b"--x", "headers": {"Content-Type": "multipart/form-data"}},
        {
            "files": None,
            "content": b"--x\r\nx",
            "headers": {"Content-Type": "multipart/form-data; boundary=x"},
        },
        {"data": {}},
        {"data": {f"f{number}": "x" for number in range(20)}},
    ],
)
def test_a_form_that_is_broken_is_said(window: Window, how: dict[str, Any]) -> None:
    how = {"data": None, **how} if "content" in how else how
    answer = hand_over(window, "cv.txt", b"Nurse", **how)
    assert answer.status_code == 422 and "did not arrive" in text(soup(answer), "#alert")

"""Dates and titles that say something of the document, and those that do not."""

import pytest

from tools.documents.dates import stated
from tools.documents.formats.titles import dated, usable


@pytest.mark.parametrize(
    ("head", "date"),
    [
        ("Updated: 2024-05-06", "2024-05-06"),
        ("Published May 6, 2024", "2024-05-06"),
        ("Last updated on 6th May 2024.", "2024-05-06"),
        ("Posted September 2026", "2026-09"),
        ("Stand: 3. März 2026", "2026-03-03"),
        ("Datum: 03.04.2026", "2026-04-03"),
        ("Date: 2024-05", "2024-05"),
        ("Start date: 1 March 2027", None),
        ("Date of birth: 3 May 1990", None),
        ("Deadline: 12 January 2027", None),
        ("Updated 45.13.2026", None),
        ("Posted: 11/15/2025", "2025-11-15"),
        ("Date: 15/11/2025", "2025-11-15"),
        ("Date: 05/06/2025", "2025"),
        ("Date: 32/01/2025", None),
        ("- Company: Acme; Date: 2025-01-02\n- Company: Bolt; Date: 2025-02-03", None),
        ("- Updated: 2024-05-06", "2024-05-06"),
    ],
)
def test_a_date_is_one_that_the_document_states_of_itself(head: str, date: str | None) -> None:
    assert stated(head) == date


@pytest.mark.parametrize(
    "title",
    ["untitled", "Microsoft Word - jd_v3_FINAL.doc", "cv_final.docx", "https://example.org/a", "PowerPoint Presentation", " ", None, "***"],
)  # fmt: skip
def test_what_programs_write_is_no_title(title: str | None) -> None:
    assert usable(title) is None


def test_a_title_stands_on_one_line() -> None:
    assert usable(" Pay\n bands ") == "Pay bands"


@pytest.mark.parametrize(
    ("stamp", "date"),
    [("2024-05-06T10:00:00", "2024-05-06"), ("2024-05", "2024-05"), ("2024", "2024"), ("0101-01-01", None), ("2024-13-01", None), ("", None)],
)  # fmt: skip
def test_a_stamp_is_a_date_only_if_there_is_such_a_day(stamp: str, date: str | None) -> None:
    assert dated(stamp) == date

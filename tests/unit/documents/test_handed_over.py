"""Files as people hand them over, each of a kind whose text was lost or broken before: the whole text, in order."""

from pathlib import Path

import pytest

from tools.documents.cutting import cut_document
from tools.documents.formats.hyphens import Joiner
from tools.documents.loaders import UnreadableError, load

DATA = Path(__file__).parents[2] / "data" / "documents"
TEXTS = {
    "google_docs_words.pdf": """Data Engineer apprentice programme
Pay: $31 an hour in Tulsa
Week one covers SQL joins and window functions
Apply before the tenth of March
You keep the laptop after graduation""",
    "cjk.pdf": "数据工程师课程大纲\n第一周学习结构化查询语言，每周六小时。\n结业项目需要提交报告。",  # noqa: RUF001 - as it is written
    "two_columns.pdf": """Syllabus: Applied Machine Learning
Week 1 covers linear models and
how to split data for testing.
Week 2 covers trees, forests and
gradient boosting on tables.
Week 3 is a take-home project
graded by two reviewers.

Grading and rules
Homework counts forty percent
and is due every Friday at noon.
The final exam counts thirty
percent and is open book.
Late work loses ten percent
for each day it is late.""",
    "rotate_flag.pdf": "Landscape pay table of the county\nGrade A pays 24 dollars an hour\nGrade B pays 29 dollars an hour",
    "rotated_text.pdf": "Landscape pay table of the county\nGrade A pays 24 dollars an hour\nGrade B pays 29 dollars an hour",
    "word_title.pdf": """Junior Platform Engineer, Harbor Freight Systems
You will keep the build farm healthy and answer pages one week in six.""",
    "mixed_scan.pdf": "Handbook of the data academy\nPage one: classes meet on Monday nights.",
    "boxes.docx": """Kim Alvarez | Registered Nurse | Duluth, MN

# Experience

St. Brigid Hospital, ward nurse, May 2017 - present

Skills: triage, Epic, wound care, night supervision

Also charge nurse of twelve beds since 2022

Objective: move into clinical informatics within two years

| Certificates |
| BLS | 2025 | Red Cross |
| nested left | nested right |
| ACLS | 2026 | AHA |

Licence number on request""",
    "layout_table_cv.docx": """SKILLS
SQL
Power BI
Excel

EDUCATION
BA History, 2012

Robin Okafor
Reporting Analyst
Columbus, OH

EXPERIENCE
Reporting Analyst, Franklin County
Jan 2019 - present
Built the weekly jail census report""",
    "linkedin_connections.csv": """Notes:
When exporting your data, some addresses may be missing.
- First Name: Ada; Last Name: Brook; Company: Blue Fox Labs; Position: Staff ML Engineer; Connected On: 12 Oct 2026
- First Name: Ivo; Last Name: Stern; Company: Oak & Co; Position: Data Analyst; Connected On: 03 Mar 2025""",
    "tracker.csv": (
        "- Firma: Nordlicht GmbH; Rolle: Data Engineer; Gehalt: 72.000 €;"
        " Notiz: Zweites Gespräch am 3. Dezember, bitte Portfolio mitbringen\n"
        "- Firma: Kaffeehaus AG; Rolle: BI-Entwickler; Gehalt: 61.500 €; Notiz: Absage"
    ),
    "saved_job.html": """# Analytics Engineer

Pinewood Health

Durham, NC (hybrid, 2 days)

What you'll do

Own dbt models for claims and pharmacy data.

Write tests that stop bad loads at 6 a.m.

Must have

SQL window functions; dbt; one year of Python

Pay: $98,000 \u2013 $121,000 a year

Deadline: 12 January 2027

- Job posting: Analytics Engineer; Pay: USD 98,000 to 121,000 a year; Posted: 2026-10-19""",
    # A column of two lines beside a full one, under a running head that is no column.
    "short_column.pdf": """Regional Skills Report 2026

# Who hires welders in the valley?

Three shipyards took on 140 welders
between 2023 and 2026, most of them
from the two-year certifi-cate at the
college.1 Pay began at 24 dollars an
hour.

The rest came from farms and repair
shops. Their managers say that a
portfolio of test plates counts for
more than school.

## What they ask for

\u2022 Flux core and stick
\u2022 Reading of blueprints
\u2022 Night shifts in the first year

Half of those who left did so within
six months; the reason named most
often was the commute. A shuttle was

tried in 2025 and stopped after a
season.

1Counted by the yards themselves.

1
## Outlook

The yards expect 60 more places by
2028, if the dredging is done.""",
    "space_in_name.epub": "# Salary talk\n\nName a range only after the panel has described the scope of the work.",
}


def text_of(name: str) -> str:
    return "\n".join(part.text for part in load(DATA / name).parts)


@pytest.mark.parametrize("name", TEXTS)
def test_all_of_a_file_comes_out_in_order(name: str) -> None:
    assert text_of(name) == TEXTS[name]


def test_words_cut_at_line_ends_are_whole_and_compounds_keep_their_hyphen() -> None:
    assert " ".join(text_of("hyphens.pdf").split()) == (
        "The fellowship pays a stipend for reconciliation of ledgers and for observability work on the data platform."
        " Fellows learn long-term planning in a part-time setting and orchestration of nightly jobs."
    )


def test_words_cut_at_the_end_of_a_page_are_whole() -> None:
    joiner = Joiner(["The coordinator answers.", "Page 1 of 2"])
    pages = ["Ask the coordi-\n\nPage 1 of 2", "nator,\nof the ward.", "Short- and"]
    assert joiner.across(pages) == ["Ask the coordinator,\n\nPage 1 of 2", "of the ward.", "Short- and"]


def test_ligatures_are_letters_and_larger_type_is_a_heading() -> None:
    text = text_of("chrome_ligatures.pdf")
    assert (
        "Efficient workflows and first-class offline fixtures: the officer in charge of configuration" in text
    )
    assert "load claims data into Snowflake" in text
    assert [line for line in text.splitlines() if line.startswith("#")] == [
        "# Data Engineer II", "## What you will do", "## What we ask for", "## Office flow",
    ]  # fmt: skip


def test_a_file_of_scanned_pages_is_refused_with_their_number() -> None:
    with pytest.raises(UnreadableError, match="1 of 1 page holds no text: scanned"):
        load(DATA / "scanned.pdf")


def test_scanned_pages_among_others_are_told() -> None:
    assert load(DATA / "mixed_scan.pdf").losses == ("3 of 4 pages hold no text: scanned",)


@pytest.mark.parametrize(
    ("name", "title", "date"),
    [
        ("word_title.pdf", "Junior Platform Engineer, Harbor Freight Systems", None),
        ("cjk.pdf", "cjk", None),
        ("chrome_ligatures.pdf", "Data Engineer II - Careers", None),
        ("boxes.docx", "boxes", None),
        ("layout_table_cv.docx", "layout_table_cv", None),
        ("saved_job.html", "Analytics Engineer | Pinewood Health | JobBoardX", "2026-10-19"),
        ("space_in_name.epub", "Notes on interviewing", None),
        ("tracker.csv", "tracker", None),
    ],
)
def test_titles_and_dates_are_the_documents_own(name: str, title: str, date: str | None) -> None:
    assert cut_document(load(DATA / name), Path(name).stem)[:2] == (title, date)

"""PDF pages in reading order: columns, sidebars, tables, turned and justified text, forms, powers, hyphens, running lines."""

from pathlib import Path

import pypdf
import pypdf.annotations
import pytest
import typst
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from tests.integration.documents.hostile_files import pdf
from tools.documents.formats.loaded import Loaded
from tools.documents.loaders import load

DATA = Path(__file__).parents[2] / "data" / "documents"
RECALL = "Learners who practise recall every week keep more of what they study than those who read again. "
SIDEBAR = """#grid(columns: (4cm, 1fr), gutter: 1cm, [
= Skills
- SQL
- Airflow
= Languages
German, English
], [
= Experience
Data Engineer, Heron Bank #h(1fr) Mar 2020 \u2013 present
- Moved nightly loads from cron to Airflow and cut failures by half
- Wrote the tests that stop bad files before they reach the ledger
= Education
BSc Statistics, 2016
])"""
WRAPPED = """#table(columns: (3cm, 6cm, 2cm), align: ALIGN, [Module], [What it covers], [Hours],
[Storage], [File formats, partitioning, and how a warehouse reads only what a query needs], [12],
[Streaming], [Topics, offsets and late events, with a small project on bus positions], [18])"""


@pytest.fixture
def typeset(tmp_path: Path) -> "Typeset":
    return Typeset(tmp_path)


class Typeset:
    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def __call__(self, source: str) -> str:
        (self.folder / "page.typ").write_text(source, encoding="utf-8")
        (self.folder / "page.pdf").write_bytes(typst.compile(str(self.folder / "page.typ")))
        return "\n".join(part.text for part in load(self.folder / "page.pdf").parts)


def written(folder: Path, content: bytes) -> Loaded:
    (folder / "a.pdf").write_bytes(content)
    return load(folder / "a.pdf")


def placed(*texts: tuple[float, float, str]) -> bytes:
    """One page with each text at its place (points from the left and from the bottom)."""
    shown = " ".join(f"BT /F1 11 Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET" for x, y, text in texts)
    return pdf([") Tj ET " + shown.removesuffix(") Tj ET")])


def in_order(text: str, *phrases: str) -> None:
    whole, at = " ".join(text.split()), 0
    for phrase in phrases:
        found = whole.find(phrase, at)
        assert found >= 0, f"{phrase!r} does not follow in {whole!r}"
        at = found + len(phrase)


def test_columns_of_a_page_are_read_one_after_the_other(typeset: Typeset) -> None:
    text = typeset(
        f'#set page(columns: 2, height: 12cm)\n#place(top + center, scope: "parent", float: true)[#text(18pt)[Recall]]\n'
        f"= Method\n{RECALL * 6}\n= Results\n{RECALL * 6}"
    )
    in_order(text, "# Recall", "## Method", RECALL * 2, "## Results", RECALL.strip())
    assert text.replace("\n", " ").count("than those who read again.") == 12


def test_a_sidebar_is_read_apart_from_the_text_beside_it(typeset: Typeset) -> None:
    in_order(
        typeset(SIDEBAR),
        "# Skills", "SQL", "Airflow", "# Languages", "German, English", "# Experience",
        "Data Engineer, Heron Bank Mar 2020 \u2013 present", "cut failures by half", "Wrote the tests", "# Education",
    )  # fmt: skip


def test_lines_of_columns_that_are_not_level_are_told_apart(tmp_path: Path) -> None:
    left = ["Skills", "Python and SQL", "Airflow, dbt", "Languages", "German", "English"]
    right = ["Kim Alvarez", "Nurse with ten years on the ward,", "now learning to work with data", "from the hospital.",
             "Experience", "Charge nurse since 2022,", "twelve beds and four people."]  # fmt: skip
    texts = [(60.0, 700 - 19.0 * at, text) for at, text in enumerate(left)]
    texts += [(230.0, 706 - 15.5 * at, text) for at, text in enumerate(right)]
    loaded = written(tmp_path, placed(*sorted(texts, key=lambda text: -text[1])))
    in_order(loaded.parts[0].text, *left, *right)


def test_a_sidebar_that_is_written_row_by_row_is_read_apart(tmp_path: Path) -> None:
    left = ["Skills", "SQL", "Airflow", "Languages", "German", "English"]
    right = ["Kim Alvarez", "Nurse with ten years on the ward, who is", "now learning to work with the data and",
             "reports of the hospital in Duluth.", "Experience", "Charge nurse at St. Brigid since 2022"]  # fmt: skip
    rows = zip(range(6), left, right, strict=True)
    texts = [
        each for at, one, other in rows for each in ((60, 700 - 15 * at, one), (230, 700 - 15 * at, other))
    ]
    in_order(written(tmp_path, placed(*texts)).parts[0].text, *left, *right)


def test_cells_that_begin_with_small_letters_stay_in_their_rows(tmp_path: Path) -> None:
    cells = [("-c, --check", "checks the syntax only"), ("-o, --output", "output file"), ("-v, --version", "output version and exit"),
             ("-q, --quiet", "say nothing at all")]  # fmt: skip
    texts = [
        each
        for at, (one, other) in enumerate(cells)
        for each in ((60, 700 - 15 * at, one), (230, 700 - 15 * at, other))
    ]
    lines = written(tmp_path, placed(*texts)).parts[0].text.splitlines()
    assert lines == [f"| {one} | {other} |" for one, other in cells]


def test_cells_of_a_table_stay_in_their_rows(typeset: Typeset) -> None:
    text = typeset(
        "= Pay\n#table(columns: 3, [Grade], [Step 1], [Step 2], [A], [24.10], [25.30], [B], [29.00], [30.45])"
    )
    assert text.splitlines()[-3:] == [
        "| Grade | Step 1 | Step 2 |",
        "| A | 24.10 | 25.30 |",
        "| B | 29.00 | 30.45 |",
    ]


@pytest.mark.parametrize("align", ["top", "horizon"])
def test_a_cell_of_several_lines_is_one_cell(typeset: Typeset, align: str) -> None:
    lines = typeset(WRAPPED.replace("ALIGN", align)).splitlines()
    storage = "File formats, partitioning, and how a warehouse reads only what a query needs"
    assert f"| Storage | {storage} | 12 |" in lines


def test_dates_at_the_end_of_lines_stay_with_them(tmp_path: Path) -> None:
    jobs = [("Reporting Analyst, Franklin County", "Jan 2019 - present"), ("Senior Clerk, Courts", "May 2015 - Dec 2018"),
            ("Clerk, Public Library", "Jun 2012 - Apr 2015")]  # fmt: skip
    texts = [
        each
        for at, (job, dates) in enumerate(jobs)
        for each in ((60, 700 - 16 * at, job), (420, 700 - 16 * at, dates))
    ]
    in_order(written(tmp_path, placed(*texts)).parts[0].text, *(part for job in jobs for part in job))


def test_a_line_that_is_spread_is_no_table(typeset: Typeset) -> None:
    text = typeset(
        "#set page(width: 9cm, margin: 1cm)\n#set par(justify: true)\n#set text(hyphenate: false)\n"
        + "Responsibilities include straightforward reconciliation of voluminous transactional correspondence. "
        * 4
    )
    assert "|" not in text


def test_turned_text_is_read_as_it_is_meant(typeset: Typeset) -> None:
    text = typeset(
        "The table stands on its side.\n\n#rotate(-90deg, reflow: true)[#table(columns: 2, [City], [Median], [Tulsa], [61,200],"
        " [Duluth], [58,900])]\n\n#rotate(180deg)[Upside down.]"
    )
    assert "| Tulsa | 61,200 |\n| Duluth | 58,900 |" in text
    assert "Upside down." in text


def test_what_a_form_holds_is_read_where_it_stands(tmp_path: Path) -> None:
    (tmp_path / "plain.pdf").write_bytes(pdf(["Name:"]))
    writer = pypdf.PdfWriter(clone_from=tmp_path / "plain.pdf")
    field = DictionaryObject({
        NameObject("/FT"): NameObject("/Tx"), NameObject("/T"): TextStringObject("name"),
        NameObject("/V"): TextStringObject("Ivo Stern"), NameObject("/Subtype"): NameObject("/Widget"),
        NameObject("/Type"): NameObject("/Annot"), NameObject("/F"): pypdf.generic.NumberObject(4),
        NameObject("/DA"): TextStringObject("/F1 12 Tf 0 g"),
        NameObject("/Rect"): pypdf.generic.RectangleObject((120, 715, 300, 735)),
    })  # fmt: skip
    kept = writer._add_object(field)
    writer.pages[0][NameObject("/Annots")] = pypdf.generic.ArrayObject([kept])
    writer.root_object[NameObject("/AcroForm")] = DictionaryObject({
        NameObject("/Fields"): pypdf.generic.ArrayObject([kept]),
        NameObject("/NeedAppearances"): pypdf.generic.BooleanObject(value=True),
    })  # fmt: skip
    writer.write(tmp_path / "form.pdf")
    in_order(load(tmp_path / "form.pdf").parts[0].text, "Name:", "Ivo Stern")


def test_a_power_is_not_another_digit(typeset: Typeset) -> None:
    assert typeset("About 10#super[6] rows on 12 m#super[2].") == "About 10^6 rows on 12 m^2."
    assert typeset("#set super(typographic: false)\nAbout 10#super[6] rows.") == "About 10^6 rows."


def test_german_words_are_joined_and_a_hyphen_that_stands_for_a_word_stays(tmp_path: Path) -> None:
    lines = ["Die Zusammenarbeit mit dem Fach-", "bereich ist wichtig. Wir suchen Ver-", "anlagung, Daten- und",
             "Prozessanalyse, Aus-", "und Fortbildung."]  # fmt: skip
    loaded = written(tmp_path, placed(*((72, 700 - 15 * at, line) for at, line in enumerate(lines))))
    assert " ".join(loaded.parts[0].text.split()) == (
        "Die Zusammenarbeit mit dem Fachbereich ist wichtig. Wir suchen Veranlagung, Daten- und Prozessanalyse,"
        " Aus- und Fortbildung."
    )


def test_text_that_was_set_twice_is_read_once_and_a_watermark_is_no_title(tmp_path: Path) -> None:
    twice = placed(
        (72, 700, "Payroll Clerk"), (72.3, 700, "Payroll Clerk"), (72, 680, "Every second Friday.")
    )
    assert written(tmp_path, twice).parts[0].text == "Payroll Clerk\nEvery second Friday."
    mark = pdf(["Early shifts.) Tj ET BT /F1 60 Tf 0.7 0.7 -0.7 0.7 200 300 Tm (DRAFT"])
    loaded = written(tmp_path, mark)
    assert (loaded.title, loaded.parts[0].text) == (None, "Early shifts.\n\nDRAFT")


def test_lines_that_run_through_all_pages_are_kept_once(typeset: Typeset) -> None:
    text = typeset(
        "#set page(height: 8cm, header: [Harbor Data Academy], footer: context [Page #counter(page).display()])\n"
        + "\n#pagebreak()\n".join(f"= Week {number}\nWe meet on Monday nights." for number in range(1, 5))
    )
    assert text.count("Harbor Data Academy") == 1
    assert text.count("Page ") == 1
    assert [line for line in text.splitlines() if line.startswith("# ")] == [
        f"# Week {number}" for number in range(1, 5)
    ]


def test_images_and_attached_files_that_are_not_read_are_told(tmp_path: Path) -> None:
    (tmp_path / "plain.pdf").write_bytes(pdf(["With an attachment."]))
    writer = pypdf.PdfWriter(clone_from=tmp_path / "plain.pdf")
    writer.add_attachment("a.txt", b"attached")
    writer.add_annotation(0, pypdf.annotations.Text(rect=(50, 550, 80, 580), text="Ask her why."))
    writer.write(tmp_path / "more.pdf")
    assert load(tmp_path / "more.pdf").losses == ("1 comment is not read", "1 attached file is not read")


def test_a_password_for_changes_only_does_not_lock_a_file(tmp_path: Path) -> None:
    (tmp_path / "plain.pdf").write_bytes(pdf(["For every reader."]))
    writer = pypdf.PdfWriter(clone_from=tmp_path / "plain.pdf")
    writer.encrypt("", "owner", algorithm="RC4-128")
    writer.write(tmp_path / "open.pdf")
    assert load(tmp_path / "open.pdf").parts[0].text == "For every reader."


def test_a_word_that_goes_on_in_the_next_column_is_whole(tmp_path: Path) -> None:
    left = ["The evening course runs for", "twelve weeks and covers the", "warehouse, tests and obser-"]
    right = ["vability of nightly loads in", "a project that a partner", "brings and that counts."]
    texts = [
        (x, 700 - 15 * at, line) for x, column in ((60, left), (330, right)) for at, line in enumerate(column)
    ]
    in_order(written(tmp_path, placed(*texts)).parts[0].text, "tests and observability of nightly loads")


def test_blank_and_scanned_pages_are_told_apart(tmp_path: Path) -> None:
    (tmp_path / "plain.pdf").write_bytes(pdf(["Text.", ""]))
    writer = pypdf.PdfWriter(clone_from=tmp_path / "plain.pdf")
    writer.append(DATA / "scanned.pdf")
    writer.write(tmp_path / "a.pdf")
    loaded = load(tmp_path / "a.pdf")
    assert loaded.losses == ("2 of 3 pages hold no text: 1 scanned",)
    assert [part.label for part in loaded.parts] == ["page 1"]


def test_letters_that_are_spaced_out_are_one_word(typeset: Typeset) -> None:
    text = typeset("#text(tracking: 0.35em)[WORK EXPERIENCE]\n\nBaker in Reno, four days a week.")
    assert text.splitlines()[0] == "WORK EXPERIENCE"


def test_words_that_only_a_gap_sets_apart_are_apart(tmp_path: Path) -> None:
    shown = "BT /F1 12 Tf 72 700 Td [(Senior) -300 (Baker) -300 (wanted) 20 (s) -300 (here)] TJ ET BT /F1 12 Tf 72 680 Td (x"
    loaded = written(tmp_path, pdf([") Tj ET " + shown]))
    assert loaded.parts[0].text.splitlines()[0] == "Senior Baker wanteds here"


def test_columns_with_headings_of_their_own_are_no_table(tmp_path: Path) -> None:
    rows = (  # written row by row, as programs do that lay out lists last
        (18, 60, 700, "Entry"), (12, 320, 706, "Take the test"), (12, 60, 670, "Applicants need a diploma"),
        (18, 320, 670, "Pay"), (12, 60, 650, "and a record."), (12, 320, 650, "Nurses start at $36."),
    )  # fmt: skip
    shown = " ".join(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET" for size, x, y, text in rows)
    text = written(tmp_path, pdf([") Tj ET " + shown.removesuffix(") Tj ET")])).parts[0].text
    in_order(text, "Entry", "Applicants need", "and a record.", "Take the test", "Pay", "Nurses start")


def test_a_running_head_written_last_belongs_to_no_column(tmp_path: Path) -> None:
    left, right = (
        ("Day classes run from seven until", "two in the afternoon."),
        ("Night classes run from five", "until ten at night."),
    )
    columns = [
        (x, 700 - 14 * at, text) for x, lines in ((60, left), (330, right)) for at, text in enumerate(lines)
    ]
    head = [(60, 760, "11/28/26, 12:23 PM"), (335, 760, "Careers page")]
    text = written(tmp_path, placed((60, 735, "Pathway"), *columns, *head)).parts[0].text
    in_order(text, "11/28/26, 12:23 PM Careers page", "Pathway", "two in the afternoon.", "Night classes")


def test_a_soft_hyphen_within_a_line_is_no_space(tmp_path: Path) -> None:
    shown = "Ask your super) Tj 0 Tz (\\255) Tj 100 Tz (visor) Tj ( ) Tj (today"
    assert written(tmp_path, pdf([shown])).parts[0].text == "Ask your supervisor today"

"""Words in other scripts are shown, or what is missing is said; copied addresses are only addresses."""

import re
from pathlib import Path

import html5lib
import pypdf
import pytest

from agent.export import export_plan
from agent.models import Plan, Profile
from tests.unit.export.plans import PROFILE, TODAY, real_plan
from tests.unit.export.test_documents import FORMATS, check_html, export
from tools.roadmap.models import Resource

MANY_SCRIPTS = [
    "مهندس الذكاء الاصطناعي (AI)",
    "מהנדס תוכנה, שלב 2",
    "人工智能工程师",
    "Ship it 🚀👩🏽\u200d💻",
]


def in_many_scripts() -> tuple[Plan, Profile]:
    plan, _ = real_plan()
    for milestone, text in zip(plan.milestones, MANY_SCRIPTS, strict=False):
        milestone.title = text
    plan.next_actions = list(MANY_SCRIPTS)
    return plan, PROFILE.model_copy(update={"target_role": MANY_SCRIPTS[0], "location": "תל אביב"})


def test_html_takes_each_direction_from_its_text(tmp_path: Path) -> None:
    plan, profile = in_many_scripts()
    page = export(tmp_path, "html", plan=plan, profile=profile)
    check_html(page)
    tree = html5lib.parse(page.decode(), namespaceHTMLElements=False)
    items = {"".join(item.itertext()): item.get("dir") for item in tree.iter("li")}
    assert all(items[text] == "auto" for text in MANY_SCRIPTS)
    isolated = {"".join(part.itertext()) for part in tree.iter("bdi")}
    assert isolated == {*MANY_SCRIPTS[:2], "תל אביב"}
    assert "".join(tree.find(".//h1").itertext()) == f"Career plan: {MANY_SCRIPTS[0]}"


def test_pdf_holds_other_scripts_or_says_what_is_missing(tmp_path: Path) -> None:
    plan, profile = in_many_scripts()
    _, evidence = real_plan()
    path = tmp_path / "plan.pdf"
    notes = export_plan(plan, evidence, profile, "t1", format="pdf", path=path, today=TODAY)
    drawn = "".join(sheet.extract_text() for sheet in pypdf.PdfReader(path).pages)
    said = "".join(notes)
    assert all(character in drawn + said for character in "人工智能程师🚀")
    assert len(notes) <= 1


def test_a_character_that_no_font_has_is_said_in_a_pdf(tmp_path: Path) -> None:
    plan, evidence = real_plan("Docker")
    nowhere = "\U0003ff00"  # a code point without a character: no font can draw it
    plan.next_actions = [f"Learn {nowhere} with care.", "Écrire à 3 anciens collègues à Łódź."]
    path = tmp_path / "plan.pdf"
    notes = export_plan(plan, evidence, PROFILE, "t1", format="pdf", path=path, today=TODAY)
    assert len(notes) == 1 and nowhere in notes[0] and "É" not in notes[0]
    assert export_plan(plan, evidence, PROFILE, "t1", format="html", path=path, today=TODAY) == []


@pytest.mark.parametrize("form", FORMATS)
def test_addresses_hold_no_invisible_characters(tmp_path: Path, form: str) -> None:
    plan, _ = real_plan("Docker")
    address = (
        "https://example.org/a-very-long-address/that-does-not-fit/on-one-line/of-any-page/whatever-its-size"
    )
    spoiled = address.replace("long", "lo\u200bng\u2060").replace("page", "\u202epage\u2069")
    plan.milestones[0].resources = [Resource(title="A page", url=spoiled)]
    plan.next_actions = [f"Read {spoiled}"]
    data = export(tmp_path, form, plan=plan)
    if form == "pdf":
        reader = pypdf.PdfReader(tmp_path / "plan.pdf")
        text = "".join(sheet.extract_text() for sheet in reader.pages)
        links = [
            link.get_object()["/A"]["/URI"] for sheet in reader.pages for link in sheet.annotations or ()
        ]
        assert address in links
        assert address in text.replace("\n", "")
    else:
        text = re.sub(r"\r\n[ \t]", "", data.decode()) if form == "ics" else data.decode()
        assert address in text.replace("\\", "") and "\u202e" not in text
    assert "\u200b" not in text and "\u2060" not in text

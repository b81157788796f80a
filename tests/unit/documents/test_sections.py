"""How documents without marks come out in sections, on texts written for the purpose."""

from tools.documents.passages import MAX_CHARS, cut
from tools.documents.sections import looks_like_heading, outline

PLAIN = """Overview
A Pastry Chef is a person who makes cakes and tarts.
Main Duties
A pastry chef has many duties, among them:
Baking and Decorating
- Bake cakes for the shop
- Decorate them with care By doing all this, a pastry chef makes customers happy every single day.
Buying and Storing
- Buy flour and butter
Kitchen Trends
Kitchens change. Here is how: Less Sugar: Guests ask for cakes with less sugar. More Fruit: Berries are used everywhere now. Small Portions: Cakes become small enough to hold.
Pastry Chef vs. Baker: A Comparison
Both work early in the morning.
Feature
Pastry Chef
Baker
Core Product
Cakes, tarts and sweets.
Bread and rolls.
Working Hours
Five in the morning.
Two in the morning.
Where to Learn?
Schools:
Vocational schools teach both trades.
"""
SPACED = "Guide\n\nGuide\n\nKey Skills\n\nHand Skills\n\n  • Folding: careful\n\n  • Piping: steady\n\nOther Skills\n\n  • Counting\n"


def sections(text: str) -> dict[str, str]:
    return {each.section or "": each.text for each in cut(outline(text, "file name"))}


def paths(text: str) -> list[tuple[str, ...]]:
    return list(dict.fromkeys(block.path for block in outline(text, "file name").blocks))


def test_a_generic_first_heading_gives_way_to_what_is_defined() -> None:
    assert outline(PLAIN, "file name").title == "Pastry Chef"
    assert outline("Just a sentence here.", "file name").title == "file name"


def test_headings_over_lists_stand_below_the_heading_that_introduces_them() -> None:
    found = paths(PLAIN)
    assert ("Main Duties", "Baking and Decorating") in found
    assert ("Main Duties", "Buying and Storing") in found
    assert ("Kitchen Trends",) in found


def test_rows_of_a_flattened_table_stand_below_its_heading() -> None:
    found = paths(PLAIN)
    assert ("Pastry Chef vs. Baker: A Comparison", "Core Product") in found
    assert ("Pastry Chef vs. Baker: A Comparison", "Working Hours") in found
    assert ("Where to Learn?", "Schools") in found


def test_items_that_run_on_and_remarks_glued_to_lists_are_parted() -> None:
    plain = outline(PLAIN, "x")
    texts = [plain.text[block.start : block.end].strip() for block in plain.blocks]
    assert "Less Sugar: Guests ask for cakes with less sugar." in texts
    assert "- Decorate them with care" in texts


def test_bulleted_lines_with_blanks_between() -> None:
    assert ("Key Skills", "Hand Skills") in paths(SPACED)
    assert ("Key Skills", "Other Skills") in paths(SPACED)


def test_every_passage_is_a_piece_of_the_document_and_fits() -> None:
    long = "Heading\n" + "Word after word follows here and then. " * 200 + "\n\n" + "x" * 5000
    for text in (PLAIN, SPACED, long):
        cuts = cut(outline(text, "x"))
        assert cuts
        for each in cuts:
            assert each.text in text
            assert len(each.text) <= MAX_CHARS
        if text is long:
            assert sum(len(each.text.replace(" ", "")) for each in cuts) >= len("".join(long.split())) - len(
                "Heading"
            )


def test_words_that_were_glued_are_parted_for_the_index_alone() -> None:
    text = "Ladder\n- Junior CookCookHead CookChef\nTitles\n- Junior\n- Cook\n- Head\n- Chef\n"
    found = cut(outline(text, "x"))
    assert "Junior CookCookHead CookChef" in found[0].text
    assert any("Junior Cook Cook Head Cook Chef" in sentence for each in found for sentence in each.sentences)
    assert all("Java Script" not in each.whole for each in cut(outline("A\n- Java and JavaScript\n", "x")))


def test_markdown_sections_front_matter_and_fences() -> None:
    text = "---\ntitle: Bread\ndate: 2024-02-03\n---\n# All about bread\n\n## Dough\nMix it.\n\n```\n# no heading\n```\n## Oven\nHeat it.\n"
    found = outline(text, "x")
    assert (found.title, found.date) == ("Bread", "2024-02-03")
    assert list(sections(text)) == ["Dough", "Oven"]
    assert "# no heading" in sections(text)["Dough"]


def test_a_stamp_in_the_first_lines_is_the_date() -> None:
    assert (
        outline("anna Created at Mar 07, 2024 10:00 Updated at Mar 09, 2024\n\nSome text.", "x").date
        == "2024-03-07"
    )
    assert outline("Version of 7 apples", "x").date is None


def test_what_a_heading_looks_like() -> None:
    assert looks_like_heading("Skills for the Kitchen")
    assert looks_like_heading("3. Baking (for those who want to):")
    assert looks_like_heading("Why are Cooks in Demand?")
    assert not looks_like_heading("They bake every day.")
    assert not looks_like_heading("- Item of a List")
    assert not looks_like_heading("this starts small")
    assert not looks_like_heading("Sizes, Apples and Exercises. The Wage")
    assert not looks_like_heading("Label: a few words follow here")


def test_names_without_text_under_them_are_the_text() -> None:
    found = outline("San Francisco\nNew York\nSalt Lake City\n", "towns")
    assert [(block.kind, block.path) for block in found.blocks] == [("text", ())] * 3


def test_very_many_title_like_lines_are_walked_once() -> None:
    """Going back over them for each line would take hours."""
    assert len(outline("Some Title Here\n" * 100_000, "titles").blocks) == 100_000


def test_very_many_wrapped_lines_make_one_block() -> None:
    """A path that grew with each line would fill any memory."""
    (block,) = outline("and so it goes on\n" * 50_000, "wrapped").blocks
    assert block.path == ()

"""Tables of a reply as lines, where there is no room to draw them."""

from agent.terminal.render import tables_as_lists


def test_a_row_without_a_name_for_its_first_column_keeps_each_value_by_its_heading() -> None:
    table = "| | Median | Jobs |\n| --- | ---: | ---: |\n| welders, Tulsa, OK [E1] | $50,100 | 2,000 |"
    assert tables_as_lists(table) == "- **welders, Tulsa, OK [E1]**: median $50,100; jobs 2,000"


def test_a_rank_goes_with_what_it_ranks() -> None:
    table = "| | State | Median |\n| --- | --- | ---: |\n| 1 | Ohio | $50,100 |"
    assert tables_as_lists(table) == "- **1 Ohio**: median $50,100"

"""`coach options`: from words on the line, from a thread, from what is remembered."""

from agent import Coach
from agent.models import Profile
from tests.integration.cli.conftest import Run
from tools.options.entry import entry
from tools.options.models import OptionsDocument


def test_wishes_reach_the_tool(coach: Run) -> None:
    ran = coach(
        "options",
        "helpdesk",
        "--location",
        "Columbus OH",
        "--no-degree",
        "--pay",
        "52k",
        "--min-pay",
        "60k",
        "--json",
    )
    document = OptionsDocument.model_validate(ran.document)
    assert ran.status == 0 and document.present is not None and document.present.pay == 52_000
    assert document.options
    asked = [entry(option.code, option.job_zone) for option in document.options]
    assert all(each is not None and each.without_degree for each in asked)
    assert all((option.wages.p50 or 0) >= 60_000 for option in document.options)
    shown = coach("options", "cook", "--location", "Boise", "--any-pay").out
    assert "short-order cooks" in shown and "O*NET 29.3" in shown


def test_work_and_place_come_from_what_is_remembered(coach: Run) -> None:
    with Coach(offline=True) as session:
        session.remember(Profile(current_role="cook", location="Boise"), user="ann")
    document = coach("options", "--user", "ann", "--json").document
    assert (document["role"], document["area"]) == ("cook", "Boise City, ID")
    elsewhere = coach("options", "--user", "ann", "--location", "Ohio", "--json").document
    assert elsewhere["area"] == "Ohio"


def test_without_a_role_it_says_what_to_do(coach: Run) -> None:
    for args in ((), ("--user", "nobody")):
        ran = coach("options", *args)
        assert ran.status == 2 and "Name the work you do" in ran.err
    assert coach("options", "--thread", "none").status == 1
    coach("ask", "hello", "--thread", "t")
    assert coach("options", "--thread", "t").status == 2

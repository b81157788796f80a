"""A posting by its headings: what is praise, benefit or boilerplate is no demand, whatever words it holds."""

import time

from agent.nlu.mentions import Mention, Message
from agent.nlu.posting import read_posting, with_posting_apart
from agent.nlu.posting_parts import parts_of
from agent.nlu.posting_text import posting_in
from agent.nlu.tagger import default_tagger

POSTING = """Operations Analyst
Brightwater Logistics, Kansas City, MO

About us
We move 250,000 pallets a year with clean code and good coffee.

What you'll do
- Build dashboards in Power BI
- Support the budget process

What we're looking for
- 3+ years in an analytical role
- Bachelor's degree in supply chain
- Advanced Excel and SQL
- Hands-on MercuryGate

Benefits
- 401(k) with 4% match
- Tableau training
- Offsite in Lisbon
- Docker-themed mugs

Compensation: $68,000 - $82,000 per year

Brightwater Logistics is an equal opportunity employer without regard to national origin.
"""
ASKED = (
    *(
        "Operations Analyst",
        "Logistics",
        "Kansas City, MO",
        "250,000",
        "clean code",
        "Power BI",
        "budget process",
    ),
    *("3+ years", "Bachelor's degree", "Advanced Excel", "SQL", "Hands-on", "MercuryGate\n\nBenefits", "401"),
    *("Tableau", "Lisbon", "$68,000 - $82,000 per year", "national origin"),
)


def _message(text: str, words: tuple[str, ...]) -> Message:
    found, at = [], 0
    for each in words:
        start = text.index(each, at)
        found.append(Mention("asked", each, start, start + len(each)))
        at = start + 1
    return Message(text, tuple(found), ("posting",))


def test_parts_are_told_by_their_headings() -> None:
    kinds = {POSTING[part.start : part.end].strip(" -"): part.kind for part in parts_of(POSTING)}
    assert kinds["Operations Analyst"] == "head"
    assert kinds["Support the budget process"] == "duties"
    assert kinds["Advanced Excel and SQL"] == "asked"
    assert kinds["Offsite in Lisbon"] == kinds["$68,000 - $82,000 per year"] == "given"
    assert {kind for words, kind in kinds.items() if "equal opportunity" in words} == {"about"}


def test_a_heading_in_other_words_is_told_by_its_meaning() -> None:
    text = "Welder\n\nThe experience we would like to see:\n- MIG welding\n\nThe benefits you receive:\n- Boots\n"
    kinds = {text[part.start : part.end]: part.kind for part in parts_of(text)}
    assert (kinds["- MIG welding"], kinds["- Boots"]) == ("asked", "given")


def test_only_demands_are_asked_for() -> None:
    found = read_posting(_message(POSTING, ASKED))
    assert found is not None
    assert {words.casefold() for words in found.skills} == {
        "power bi",
        "advanced excel",
        "sql",
        "mercurygate",
    }
    assert (found.title, found.place, found.years) == ("Operations Analyst", "Kansas City, MO", 3)
    assert found.schooling == ["Bachelor's degree"]
    assert [(each.low, each.high, each.period) for each in found.pay] == [(68_000, 82_000, "year")]


def test_without_headings_all_that_was_read_counts() -> None:
    text = "Clerk at Example Foods. Strong Zendesk, GAAP. 2 years."
    found = read_posting(_message(text, ("Clerk", "Zendesk", "GAAP", "2 years")))
    assert found is not None and found.skills[:2] == ["Zendesk", "GAAP"]


def test_a_weight_is_no_pay_and_no_degree_is_no_schooling() -> None:
    text = "Requirements:\n- lift 25 pounds\n- No degree\n- Excel\n- call 555-0142 to apply\n"
    found = read_posting(_message(text, ("25 pounds", "No degree", "Excel", "555-0142")))
    assert found is not None and (found.pay, found.schooling) == ([], [])


def test_short_items_that_nobody_marked_and_the_second_line_of_a_span_are_demands() -> None:
    text = "Guard\n\nMust have\n- Reliable transportation\n- Google Classroom\n- Spanish\n- a long wish that nobody could read as one demand\n"
    start = text.index("Google")
    marked = (Mention("asked", text[start : text.index("Spanish") + 7], start, text.index("Spanish") + 7),)
    found = read_posting(Message(text, marked, ("posting",)))
    assert found is not None
    assert {"Reliable transportation", "Google Classroom"} <= set(found.skills) and "long wish" not in str(
        found.skills
    )


def test_the_title_stands_in_the_head_and_not_among_demands() -> None:
    text = "Fifth Grade Teacher\nReports to: Director\n\nQualifications\n- fingerprints\n- Excel\n"
    found = read_posting(_message(text, ("Teacher", "Director", "fingerprints", "Excel")))
    assert found is not None and (found.title, found.skills) == (
        "Fifth Grade Teacher",
        ["fingerprints", "Excel"],
    )


def test_the_pay_is_the_one_that_is_given_and_a_title_is_whole() -> None:
    text = "Inside Sales Representative\n\nOur reps average $85k a year.\n\nWhat we offer\n- $48,000 base a year\n\nMust have\n- HubSpot, Guidewire\n"
    found = read_posting(_message(text, ("Sales Representative", "$85k a year", "$48,000", "HubSpot")))
    assert found is not None
    assert (found.title, [each.low for each in found.pay]) == ("Inside Sales Representative", [48_000])
    assert found.skills == ["HubSpot", "Guidewire"]


def test_a_text_made_to_be_slow_is_read_in_time() -> None:
    text = "Requirements:\n" + "Aa " * 13_000 + "Teaching"
    started = time.perf_counter()
    read_posting(_message(text, ("Teaching",)))
    assert time.perf_counter() - started < 5


def test_a_posting_that_begins_with_hiring_is_no_praise() -> None:
    text = "Hiring: CDL A driver, regional. Little Rock AR. Must have clean MVR.\n"
    assert [part.kind for part in parts_of(text)] != ["about"]


def test_a_sentence_that_opens_with_what_is_given_or_not_needed_asks_for_nothing() -> None:
    posting = posting_in(
        "Machine Learning Engineer\nSample Maps, Denver, CO. $170,000 to $205,000 a year.\n\nRequirements\n- Production Python\n"
        "- PyTorch\n- At least 2 of 5 years in Go\n\nIt's a plus if you know Rust.\nYou don't need to know Java, we got rid of it.\n\n"
        "Not needed\n- A degree\n\nWe offer tuition help for Tableau courses.\n",
        default_tagger(),
    )
    assert {"Python", "PyTorch", "Rust"} <= {words.removeprefix("Production ") for words in posting.skills}
    assert not {"Java", "Tableau", "2"} & set(posting.skills)
    assert posting.schooling == []


def test_years_before_what_they_are_of_are_years_and_a_title_is_no_demand() -> None:
    technician = posting_in(
        "POSITION: HVAC Technician II\nLOCATION: Knoxville, TN\n\nMINIMUM QUALIFICATIONS\n- EPA 608 Universal certification\n"
        "- Valid driver's license\n- Three years in commercial HVAC\n",
        default_tagger(),
    )
    assert technician.years == 3
    specialist = posting_in(
        "Job: Bilingual Payroll Specialist. Sample in Charlotte, NC is looking for someone who has run payroll "
        "in ADP, knows Excel well and can read German. Two years' experience required. Pay is $62,000.",
        default_tagger(),
    )
    assert specialist.title is not None and "Payroll Specialist" in specialist.title
    assert not [words for words in specialist.skills if "Specialist" in words]


def test_what_a_pasted_posting_gives_or_does_not_need_is_not_of_the_person() -> None:
    text = (
        "What am I missing?\n\nData Engineer, Denver, CO\n\nYou have\n- Python\n- SQL\n- dbt\n\nYou don't need to know Java.\n\nPerks: 16 weeks of leave\n\n"
        "I have 3 years of work."
    )
    marked = ("Data Engineer", "Denver, CO", "Python", "SQL", "dbt", "Java", "16 weeks", "3 years")
    labels = {"Java": "lack", "16 weeks": "yrs", "3 years": "yrs"}
    found = [
        Mention(labels.get(each, "asked"), each, text.index(each), text.index(each) + len(each))
        for each in marked
    ]
    apart = with_posting_apart(Message(text, tuple(found), ("posting",)))
    assert [each.text for each in apart.of("yrs", "lack")] == ["3 years"]

"""A posting against a person: what is there, what is missing and its hours, years, schooling and pay."""

from agent.coaching.gap import compare_posting
from agent.models import Amount, Posting, Profile
from agent.nlu.mentions import Mention, Message
from agent.nlu.posting import read_posting

PERSON = Profile(
    current_role="accounting clerk", years_experience=3, skills=["SQL", "Excel"], location="Columbus, OH"
)


def test_what_is_asked_for_is_there_or_learnable_or_not_in_the_graph() -> None:
    found = compare_posting(Posting(skills=["SQL", "Python", "beekeeping"], years=2), PERSON)
    assert found.there == ["SQL"]
    assert [each.skill for each in found.learnable] == ["Python"]
    assert found.learnable[0].hours > 0
    assert found.unknown == ["beekeeping"]
    assert found.years is not None
    assert (found.years.asked, found.years.have) == (2, 3)
    assert [item.id for item in found.evidence] == ["E1"]


def test_a_skill_expressly_lacked_is_missing_even_where_work_implies_it() -> None:
    person = PERSON.model_copy(update={"skills": [], "missing_skills": ["SQL"]})
    assert compare_posting(Posting(skills=["SQL"]), person).there == []


def test_of_words_that_no_table_knows_the_skills_in_them_count_once() -> None:
    assert compare_posting(Posting(skills=["SQL and automate reports", "SQL"]), PERSON).asked == ["SQL"]


def test_a_name_is_kept_whole_and_a_list_is_taken_apart() -> None:
    asked = ["Eureka Math", "Teaching Credential", "Strong SQL", "Python, Examplify"]
    assert compare_posting(Posting(skills=asked), PERSON).asked == [
        "Eureka Math", "Teaching Credential", "SQL", "Python", "Examplify",
    ]  # fmt: skip


def test_both_ends_of_the_pay_are_placed_among_wages_there() -> None:
    pay = [Amount(low=58_000, high=66_000, period="year")]
    found = compare_posting(
        Posting(title="accountant", place="Columbus, OH", skills=["Excel"], pay=pay), PERSON
    ).pay
    assert found is not None
    assert (found.low, found.high) == (58_000, 66_000)
    assert {row.area_code for row in found.wages} == {"0018140"}
    assert {each.pay for each in found.estimates} == {58_000, 66_000}


def test_an_hourly_pay_is_brought_to_a_year() -> None:
    found = compare_posting(Posting(title="welder", pay=[Amount(low=30, period="hour")]), PERSON).pay
    assert found is not None
    assert (found.low, found.high) == (62_400, None)


def test_not_known_is_said() -> None:
    found = compare_posting(Posting(), Profile())
    assert (found.pay, found.years, found.asked) == (None, None, [])
    assert len(found.notes) == 3
    euros = compare_posting(
        Posting(title="welder", pay=[Amount(low=30, period="hour", currency="EUR")]), PERSON
    )
    assert euros.pay is None


def test_a_degree_asked_for_is_schooling_and_no_skill() -> None:
    text = "Bachelor's in a quantitative field, SQL"
    mentions = (Mention("asked", text[:34], 0, 34), Mention("asked", "SQL", 36, 39))
    posting = read_posting(Message(text, mentions, ("posting",)))
    assert posting is not None
    assert (posting.schooling, posting.skills) == ([text[:34]], ["SQL"])


def test_two_ends_of_a_range_that_were_marked_apart_are_one_pay() -> None:
    text = "Welder, $58,000 - $66,000 per year, SQL - Python"
    at = {words: text.index(words) for words in ("Welder", "$58,000", "$66,000 per year", "SQL", "Python")}
    mentions = tuple(Mention("asked", words, start, start + len(words)) for words, start in at.items())
    posting = read_posting(Message(text, mentions, ("posting",)))
    assert posting is not None
    assert [(amount.low, amount.high) for amount in posting.pay] == [(58_000, 66_000)]
    assert (posting.title, posting.skills) == ("Welder", ["SQL", "Python"])


def test_what_a_posting_gives_is_not_asked_for_and_its_head_is_read_where_nothing_was_marked() -> None:
    text = (
        "Accountant II, Department of Revenue     Location: Salem, OR\nSalary: $4,512.00 - $5,890.00 Monthly\n\n"
        "You know Excel and Python and work 40 hours a week.\n\nWhat we offer\n\n- Tableau training\n- Pension\n\nApply by Friday."
    )
    words = ("Accountant II", "Excel", "40 hours a week", "Tableau", "Pension")
    marked = tuple(Mention("asked", each, text.index(each), text.index(each) + len(each)) for each in words)
    posting = read_posting(Message(text, marked, ("posting",)))
    assert posting is not None
    assert (posting.title, posting.place, posting.skills) == (
        "Accountant II",
        "Salem, OR",
        ["Excel", "Python"],
    )
    assert [(each.low, each.high, each.period) for each in posting.pay] == [(4512, 5890, "month")]
    assert compare_posting(posting, PERSON).asked == ["Excel", "Python"]


def test_a_town_that_may_be_several_keeps_the_state_behind_it() -> None:
    text = "Nurse, Greenville, South Carolina. Epic."
    marked = tuple(
        Mention("asked", each, text.index(each), text.index(each) + len(each))
        for each in ("Nurse", "Greenville", "South Carolina", "Epic")
    )
    posting = read_posting(Message(text, marked, ("posting",)))
    assert posting is not None and posting.place == "Greenville, South Carolina"


def test_pay_in_another_currency_is_named() -> None:
    pay = [Amount(low=70_000, high=85_000, currency="EUR")]
    notes = compare_posting(Posting(title="data scientist", skills=["SQL"], pay=pay), PERSON).notes
    assert any("EUR 70,000 to EUR 85,000" in note for note in notes)


def test_what_is_done_with_a_skill_held_is_there_and_another_product_is_not() -> None:
    person = PERSON.model_copy(update={"skills": ["Cerwick", "Windows"]})
    asked = Posting(skills=["Cerwick charting", "Windows Server"])
    assert compare_posting(asked, person).there == ["Cerwick charting"]

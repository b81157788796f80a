"""What was once one wish: how long, what counts, what the work is like, what it costs, where to look, what to say."""

import pytest

from agent.models import Amount, DialogueState, Offer, Profile, Subject
from tests.unit.coaching.replying import reply, wish

COOK = Profile(current_role="cook", location="Boise")
WELDER = Profile(current_role="welder", location="Tulsa", present_pay=56_000)


def test_how_long_begins_with_the_time_at_their_pace() -> None:
    profile = Profile(current_role="helpdesk", skills=["Python"], location="Columbus, OH", hours_per_week=10)
    said = reply(wish("how_long", "AI engineer"), profile=profile)
    assert said.text.startswith("About")
    assert "weeks at your 10 hours a week" in said.text
    assert said.unsupported == []


@pytest.mark.parametrize(
    ("role", "time"), [("registered nurse", "School first"), ("dental hygienist", "School first")]
)
def test_how_long_to_a_job_without_a_roadmap_is_the_usual_schooling(role: str, time: str) -> None:
    said = reply(wish("how_long", role), profile=COOK)
    assert time in said.text.split(". ")[0]
    assert "beside a job" in said.text.casefold()
    assert said.unsupported == []


def test_what_a_job_takes_on_paper_is_said_with_the_way_in() -> None:
    said = reply(wish("requirements", "electrician"), profile=COOK)
    assert "On paper it takes" in said.text and "license" in said.text
    assert said.unsupported == []


def test_the_first_step_to_a_job_comes_first() -> None:
    said = reply(wish("next_step", "registered nurse"), profile=COOK)
    assert said.text.startswith("First: Call the nursing office")


def test_what_the_work_is_like_is_told_without_its_pay() -> None:
    said = reply(wish("work_like", "dental hygienist"), profile=COOK)
    assert "teeth" in said.text and "$" not in said.text


def test_what_schooling_costs_is_not_known_and_who_pays_is_said() -> None:
    said = reply(wish("cost", "registered nurse"), profile=COOK)
    assert "I do not hold" in said.text and "FAFSA" in said.text


def test_where_to_look_names_places_and_counts_the_jobs_here() -> None:
    said = reply(wish("find", "welder"), profile=WELDER)
    assert "CareerOneStop" in said.text and "Tulsa" in said.text
    assert said.unsupported == []


def test_words_for_a_talk_are_three_sentences_and_whom_they_are_for_is_asked() -> None:
    said = reply(wish("words"), profile=COOK)
    assert "Three sentences" in said.text and "[" not in said.text
    assert said.dialogue.asked == "which" and said.dialogue.held[0].name == "words"


def test_what_was_rejected_is_taken_and_answered_within_the_limit() -> None:
    stands = DialogueState(conditions=["light"])
    said = reply(wish("pushback"), wish("options", "welder"), profile=WELDER, dialogue=stands)
    assert said.text.startswith("Fair")
    assert "light on the body" in said.text and "cost estimators" in said.text
    assert said.unsupported == []


def test_light_work_near_a_trade_is_work_in_which_the_trade_counts() -> None:
    said = reply(wish("options", conditions=["light"]), profile=WELDER)
    assert "cost estimators" in said.text and "boilermakers" not in said.text
    assert said.unsupported == []


def test_whether_to_take_an_offer_is_what_is_said_to_the_offer() -> None:
    offer = Offer(amounts=[Amount(low=31, period="hour", text="31 an hour")])
    stands = DialogueState(offers=[offer])
    said = reply(wish("should_i", "welder", amounts=offer.amounts), profile=WELDER, dialogue=stands)
    assert "percentile" in said.text and "undo it" not in said.text
    assert said.unsupported == []


def test_a_step_that_no_figure_weighs_gets_what_lies_near_and_then_a_rule() -> None:
    near = reply(wish("should_i"), profile=WELDER)
    assert "Nearest to what you do" in near.text and near.unsupported == []
    chosen = WELDER.model_copy(update={"target_role": "electrician"})
    assert "taken back" in reply(wish("should_i"), profile=chosen).text


def test_the_first_row_of_a_list_is_not_what_is_spoken_of() -> None:
    """What is asked of pay after a list of options is asked of their own work."""
    stands = DialogueState(options=["tool and die makers", "millwrights"], topic=Subject())
    said = reply(wish("pay"), profile=WELDER, dialogue=stands)
    assert "elders" in said.text and "tool and die" not in said.text.casefold()


def test_where_to_look_without_a_town_asks_for_it_and_counts_no_nation() -> None:
    said = reply(wish("find", "welder"), profile=Profile(current_role="welder"))
    assert "Which town" in said.text and "United States" not in said.text


def test_desk_work_is_not_looked_for_by_walking_in_and_remote_work_by_its_own_filters() -> None:
    said = reply(wish("find", "dispatcher"), profile=WELDER)
    assert "alert" in said.text and "walking in" not in said.text
    remote = reply(wish("find", "dispatcher", conditions=["home"]), profile=WELDER)
    assert remote.text.startswith("For work from home")


@pytest.mark.parametrize(
    ("role", "first"),
    [("registered nurse", "In part"), ("boilermaker", "Yes, a good part"), ("tig welder", "Yes, in full")],
)
def test_whether_their_work_counts_is_told_by_how_near_the_job_is(role: str, first: str) -> None:
    said = reply(wish("counts", role), profile=WELDER)
    assert said.text.startswith(first)
    assert said.unsupported == []


def test_whether_schooling_counts_is_told_by_how_the_job_is_entered() -> None:
    said = reply(wish("counts", "registered nurse", degree=True), profile=COOK)
    assert said.text.startswith("Yes: for registered nurses the usual way in")
    more = reply(wish("counts", "welder", degree=True), profile=COOK)
    assert more.text.startswith("It is more than most")
    assert said.unsupported == more.unsupported == []


def test_what_work_counts_towards_is_told_by_the_jobs_near_it() -> None:
    said = reply(wish("counts"), profile=WELDER, dialogue=DialogueState(options=["boilermakers"]))
    assert said.text.startswith("Most of all towards") and "boilermakers" in said.text


def test_a_paper_that_no_roadmap_counts_is_one_point_among_others() -> None:
    said = reply(wish("counts", "dispatcher", skills=["first aid card"]), profile=WELDER)
    assert said.text.startswith("It helps where the ads")


def test_what_fits_but_pays_less_is_not_called_better_paid() -> None:
    paid = Profile(current_role="drive haul trucks", location="Arizona", present_pay=120_000)
    said = reply(wish("options", conditions=["days"]), profile=paid)
    assert "better paid" not in said.text.splitlines()[0] and "pays less than you have now" in said.text
    assert said.unsupported == []


@pytest.mark.parametrize(
    ("role", "words"),
    [
        ("cafeteria manager", "no more school than your own work"),
        ("registered nurse", "more school than your"),
    ],
)
def test_practice_is_no_school(role: str, words: str) -> None:
    said = reply(wish("realistic", role), profile=Profile(current_role="dishwasher", location="Boise"))
    assert words in said.text
    assert said.unsupported == []


def test_how_long_is_told_once_beside_whether_it_is_realistic() -> None:
    profile = Profile(current_role="helpdesk", location="Columbus, OH", hours_per_week=10)
    both = reply(wish("how_long", "AI engineer"), wish("realistic", "AI engineer"), profile=profile)
    assert both.text == reply(wish("realistic", "AI engineer"), profile=profile).text


def test_a_written_answer_about_papers_names_those_of_the_job() -> None:
    stands = DialogueState(topic=Subject(role="water plant operator"))
    written = wish("advice", advice="fields.license_certificate_certification")
    said = reply(written, profile=WELDER, dialogue=stands)
    assert said.text.startswith("For water plant operators it takes on paper")
    own = reply(written, profile=Profile(current_role="water plant operator"), dialogue=stands)
    assert own.text.startswith("A license is")

"""What leans on figures told before: how far they lie apart, the last two, an offer's place, a posting, the plan."""

from agent.models import Amount, DialogueState, Offer, Posting, Profile, ProfileChange, Subject
from tests.unit.coaching.plans import delivered
from tests.unit.coaching.replying import Reply, reply, wish

BOISE = Subject(role="dental hygienist", place="Boise")
SEATTLE = BOISE.model_copy(update={"place": "Seattle"})


def after(*subjects: Subject, name: str = "pay", **known: object) -> Reply:
    """A followup in a thread in which the pay of these subjects was told last."""
    stands = DialogueState(topic=subjects[-1], recent=list(subjects), wishes=[wish(name)])
    return reply(wish("followup"), dialogue=stands, **known)  # type: ignore[arg-type]


def test_a_remark_after_pay_in_two_places_is_answered_with_how_far_they_lie_apart() -> None:
    said = after(BOISE, SEATTLE)
    assert "$133,740" in said.text and "$94,650" in said.text and "do not say" in said.text
    assert said.unsupported == []


def test_pay_in_one_place_is_set_beside_the_nation_and_beside_what_they_earn() -> None:
    assert "in the United States" in after(SEATTLE).text
    cook = Profile(current_role="cook", location="Boise", present_pay=36_000)
    said = after(Subject(role="electrician", place="Boise"), profile=cook)
    assert "more than your $36,000" in said.text.partition(".")[0] and said.unsupported == []


def test_what_was_set_side_by_side_is_said_in_short_and_then_left() -> None:
    sides = [Subject(role="welder"), Subject(role="plumber")]
    asked = wish("compare").model_copy(update={"subjects": sides})
    stands = DialogueState(topic=sides[0], pair=sides, wishes=[asked])
    first = reply(asked, dialogue=stands)
    again = reply(wish("followup"), dialogue=first.dialogue)
    assert again.text.startswith("The medians are about $10,000 apart") and again.unsupported == []


def test_a_comparison_without_sides_takes_the_two_that_were_asked_about_last() -> None:
    stands = DialogueState(topic=SEATTLE, recent=[BOISE, SEATTLE])
    said = reply(wish("compare"), dialogue=stands)
    assert "Boise City, ID" in said.text and "Seattle, WA" in said.text and said.unsupported == []


def test_the_side_that_comes_out_first_is_spoken_of_next() -> None:
    asked = wish("compare").model_copy(
        update={"subjects": [Subject(role="cook"), Subject(role="electrician")]}
    )
    assert reply(asked).dialogue.topic.role == "electrician"


def test_pay_of_an_offers_place_is_about_that_offer() -> None:
    offers = [
        Offer(amounts=[Amount(low=71_000, period="year")], role="physical therapist assistant", place=place)
        for place in ("Tampa", "Miami")
    ]
    asked = wish("pay").model_copy(update={"subjects": [Subject(place="Tampa")]})
    said = reply(asked, dialogue=DialogueState(offers=offers))
    assert "percentile" in said.text and "Tampa" in said.text and "Miami" not in said.text


def test_the_bonus_of_an_offer_counts_in_what_is_better() -> None:
    offers = [
        Offer(
            amounts=[Amount(low=138_000, period="year", text="138k")], role="data engineer", place="Denver"
        ),
        Offer(
            amounts=[
                Amount(low=127_000, period="year", text="127k"),
                Amount(low=15_240, period="year", kind="bonus", text="12%"),
            ],
            role="data engineer",
            place="Charlotte",
        ),
    ]
    known = Profile(current_role="data engineer", location="Omaha", present_pay=112_000)
    said = reply(wish("compare"), dialogue=DialogueState(offers=offers), profile=known)
    assert "lean to the one in Charlotte" in said.text and "$142,240" in said.text
    assert "Both are more than your $112,000" in said.text


def test_other_hours_after_a_goal_are_told_in_weeks() -> None:
    stands = DialogueState(topic=Subject(role="data analyst"), wishes=[wish("pay")])
    change = ProfileChange(field="hours_per_week", value=15)
    said = reply(wish("followup"), dialogue=stands, changes=[change], profile=Profile(hours_per_week=15))
    assert "15 hours a week" in said.text and "weeks" in said.text


def test_pay_above_a_posting_is_asked_for_from_what_it_names() -> None:
    posting = Posting(title="warehouse manager", pay=[Amount(low=68_000, period="year")])
    stands = DialogueState(topic=Subject(role="warehouse manager", place="Memphis"), posting=posting)
    said = reply(wish("ask_for"), dialogue=stands, profile=Profile(current_role="forklift operator"))
    assert "what they posted, $68,000" in said.text and "new to it" in said.text
    assert "percentile" in reply(wish("offer"), dialogue=stands).text


def test_a_plan_says_whether_one_is_on_time_and_how_it_would_go_faster() -> None:
    far = reply(wish("about_plan", kind="far"), **delivered())
    assert far.text.startswith("You are on time") and far.unsupported == []
    size = reply(wish("about_plan", kind="size"), **delivered())
    assert "longest part" in size.text and "half as many hours again" in size.text
    assert size.unsupported == []


def test_a_plan_without_milestones_tells_its_steps_and_no_date() -> None:
    given = delivered()
    given["plan"] = given["plan"].model_copy(update={"milestones": []})
    assert "no date of finish" in reply(wish("about_plan", kind="finish"), **given).text
    assert reply(wish("about_plan", part="step 1"), **given).text.startswith("Step 1:")
    assert "Its steps" in reply(wish("progress"), **given).text

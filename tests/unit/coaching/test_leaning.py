"""What leans on figures told before: how far they lie apart, the last two, an offer's place, a posting, the plan."""

from agent.models import Amount, DialogueState, Offer, Posting, Profile, Subject
from tests.unit.coaching.plans import delivered
from tests.unit.coaching.replying import Reply, reply, wish

BOISE = Subject(role="dental hygienist", place="Boise")
SEATTLE = BOISE.model_copy(update={"place": "Seattle"})


def after(*subjects: Subject, name: str = "pay", **known: object) -> Reply:
    """A followup in a thread in which the pay of these subjects was told last."""
    stands = DialogueState(topic=subjects[-1], recent=list(subjects), wishes=[wish(name)])
    return reply(wish("followup"), dialogue=stands, **known)  # type: ignore[arg-type]


def test_a_comparison_without_sides_takes_the_two_that_were_asked_about_last() -> None:
    stands = DialogueState(topic=SEATTLE, recent=[BOISE, SEATTLE])
    said = reply(wish("compare"), dialogue=stands)
    assert "Boise City, ID" in said.text and "Seattle, WA" in said.text and said.unsupported == []


def test_the_side_that_comes_out_first_is_spoken_of_next() -> None:
    asked = wish("compare").model_copy(
        update={"subjects": [Subject(role="cook"), Subject(role="electrician")]}
    )
    assert reply(asked).dialogue.topic.role == "electrician"


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

"""What was sent back: what comes of a mend, what the second reader is told, and where a mended text of a plan stands."""

from langchain_core.messages import BaseMessage

from agent.models import Profile
from agent.policy.model.desk import _in_place, checking_messages
from agent.policy.model.pieces import Judge
from agent.policy.model.wire import Piece, WrittenClaim
from tests.fakes_model import Reply as Answer
from tests.fakes_model import Script, ScriptedChatModel, by_step, claims_of
from tests.unit.grounding.samples import ALL
from tests.unit.model.states import state_of
from tests.unit.model.test_pieces import CONTEXT, piece, state, written

LETTER = "Hi [name],\n\nI have led a crew of nine since spring. I would like to talk about the planner's job. When could you spare ten minutes?"


def _answers(first: str, again: str, wrong: str, words: str | None) -> tuple[Script, list[str]]:
    """A writer that sends `again` for `first`, and a reader who finds `wrong` in what it reads and names the `words`."""
    read: list[str] = []

    def reply(messages: list[BaseMessage], _names: list[str]) -> Answer:
        back = "Send back only these" in str(messages[-1].content)
        return {"pieces": [piece("draft", again if back else first), piece("question", "Does it fit?")]}

    def check(messages: list[BaseMessage], _names: list[str]) -> Answer:
        claims = claims_of(messages)
        read.extend(str(each["text"]) for each in claims)
        verdicts = [
            {"id": each["id"], "verdict": "partly", "words": words}
            if wrong in each["text"]
            else {"id": each["id"], "verdict": "no_finding"}
            for each in claims
        ]
        return {"verdicts": verdicts}

    return by_step(write_reply=reply, check_claims=check), read


def test_a_text_of_which_one_sentence_was_mended_is_read_again_and_shown() -> None:
    mended = LETTER.replace("I have led a crew of nine since spring.", "I have led a crew.")
    script, read = _answers(LETTER, mended, "crew of nine", None)
    text, _ = written(ScriptedChatModel(script=[script]))
    assert mended in text and read.count(mended) == 1


def test_a_sentence_without_the_words_that_were_named_as_wrong_is_read_again() -> None:
    first = "Ask them how they plan their weeks and who signs for the crane that they all have"
    mended = first.replace(" that they all have", ", if there is one")
    script, read = _answers(first, mended, "all have", "that they all have")
    text, _ = written(ScriptedChatModel(script=[script]))
    assert mended in text and mended in read
    # Where nobody says which words, the same sentence in other words is not read twice.
    script, read = _answers(first, mended, "all have", None)
    text, _ = written(ScriptedChatModel(script=[script]))
    assert mended not in text and mended not in read


def test_a_mended_text_of_a_plan_keeps_its_place() -> None:
    claim = WrittenClaim(
        section="pay", id="pay.1", text="It pays {E2.p50}, the most there is.", evidence=["E2"]
    )
    mended = Piece(kind="finding", text="It pays {E2.p50}.", evidence=["E2"], piece=1)
    kept = _in_place(claim, mended)
    assert isinstance(kept, WrittenClaim) and (kept.id, kept.section) == ("pay.1", "pay")
    assert kept.text == "It pays {E2.p50}."


def test_the_second_reader_knows_what_was_told_at_first_and_what_the_tools_say() -> None:
    given = state_of(
        *(f"message {number}" for number in range(12)), evidence=ALL, profile=Profile(present_pay=90000)
    )
    judge = Judge(given, CONTEXT)
    judged = judge.judge(Piece.model_validate(piece("advice", "Ask for more.")))
    task = str(checking_messages([judged], judge)[-1].content)
    assert "message 0" in task and "message 11" in task and "90000" in task


def test_a_text_that_takes_the_place_of_one_of_the_plan_may_say_its_numbers() -> None:
    text = "Acht von zehn sind zwischen dem 25. April und dem 3. Juni so weit."
    claim = WrittenClaim(section="timeline", id="timeline.3", text=text, kind="advice")
    drafted = {"timeline.3": "Eight in ten are there from 25 April to 3 June 2027."}
    assert Judge(state(), CONTEXT).judge(claim).problem
    assert not Judge(state(), CONTEXT, drafted).judge(claim).problem
    assert Judge(state(), CONTEXT, drafted).judge(replace_id(claim)).problem


def replace_id(claim: WrittenClaim) -> WrittenClaim:
    return claim.model_copy(update={"id": "timeline.9"})


def test_a_finding_may_name_the_year_of_what_it_rests_on() -> None:
    judge = Judge(state(), CONTEXT)
    dated = piece("finding", "In Austin, software developers earn {E2.p50} (2025).", "E2")
    other = piece("finding", "In Austin, software developers earn {E2.p50} (2019).", "E2")
    assert not judge.judge(Piece.model_validate(dated)).problem
    assert judge.judge(Piece.model_validate(other)).problem


def test_of_several_sentences_only_the_one_that_holds_nothing_is_left_out() -> None:
    again = LETTER.replace("a crew of nine", "a team of nine")
    script, _ = _answers(LETTER, again, "of nine", "of nine")
    text, _ = written(ScriptedChatModel(script=[script]))
    assert "When could you spare ten minutes?" in text and "Hi [name]," in text and "of nine" not in text

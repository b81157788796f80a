"""What stands within a posting is the posting's; what is said before and behind it is the person's."""

from agent.nlu.mentions import Mention, Message
from agent.nlu.posting import with_posting_apart

TEXT = "I know SQL. Data Analyst, Denver: 3 years of dbt, Python, 40 hours, Snowflake. I know Excel"
TOLD = (
    ("have", "SQL"), ("asked", "Data Analyst"), ("asked", "Denver"), ("yrs", "3 years"), ("have", "dbt"), ("asked", "Python"),
    ("hrs", "40 hours"), ("asked", "Snowflake"), ("have", "Excel"),
)  # fmt: skip


def labels(message: Message, *, whole: bool = False) -> list[tuple[str, str]]:
    return [(each.label, each.text) for each in with_posting_apart(message, whole=whole).mentions]


def message(*wishes: str) -> Message:
    mentions = (
        Mention(label, words, TEXT.index(words), TEXT.index(words) + len(words)) for label, words in TOLD
    )
    return Message(TEXT, tuple(mentions), wishes)


def test_facts_within_a_posting_are_no_facts_of_the_person() -> None:
    found = labels(message("posting"))
    assert [words for label, words in found if label == "have"] == ["SQL", "Excel"]
    assert [words for label, words in found if label == "asked"] == [
        "Data Analyst",
        "Denver",
        "3 years",
        "dbt",
        "Python",
        "Snowflake",
    ]
    assert ("hrs", "40 hours") not in found


def test_without_a_posting_nothing_changes_and_a_file_is_all_posting() -> None:
    assert labels(message("tell")) == list(TOLD)
    assert {label for label, _ in labels(message("posting"), whole=True)} == {"asked"}


def test_what_stands_outside_the_quotation_marks_of_a_posting_is_the_persons() -> None:
    text = (
        '"Data Engineer, must have: dbt, Kafka, Airflow, Python, SQL for four years" Me: clerk, Reno, Excel'
    )
    words = ("Data Engineer", "dbt", "Kafka", "Airflow", "Python", "SQL", "Reno", "Excel")
    told = [Mention("asked", each, text.index(each), text.index(each) + len(each)) for each in words]
    told.append(Mention("cur", "clerk", text.index("clerk"), text.index("clerk") + 5))
    found = labels(Message(text, tuple(told), ("posting",)))
    assert found[:6] == [("asked", each) for each in words[:6]]
    assert found[6:] == [("cur", "clerk"), ("loc", "Reno"), ("have", "Excel")]

"""Whatever is typed: an answer or a clear word that it is wrong usage, and a document that is JSON."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tools import market, salary
from tools.errors import UsageError
from tools.salary.models import SalaryDocument

NAMES = [
    "AI engineer",
    "nurse",
    "Portland",
    "Berlin, Germany",
    "remote",
    "senior",
    "1-3 years",
    "Ohio",
    "5+",
    "$45/h",
]
WORDS = st.one_of(
    st.text(max_size=30), st.sampled_from(NAMES), st.lists(st.sampled_from(NAMES)).map(" ".join)
)


@settings(max_examples=300, deadline=None)
@given(WORDS, st.none() | WORDS, st.none() | WORDS, st.none() | st.floats())
def test_any_words_are_answered_or_refused(
    role: str, place: str | None, level: str | None, pay: float | None
) -> None:
    try:
        document = salary.lookup(role, place, level, pay=pay)
    except UsageError:
        return
    assert SalaryDocument.model_validate_json(document.model_dump_json()) == document
    assert document.wages or document.notes
    assert not (document.ambiguous and document.wages)
    summary = market.summarize(role, place)
    assert summary.area is not None or not summary.demand

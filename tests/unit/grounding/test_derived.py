"""What medians differ by, as evidence of its own."""

import pytest

from agent.grounding.derived import difference_evidence, median_difference
from agent.models import Profile, ToolName, ToolResult
from tests.prose.replies import check_answer
from tests.unit.writing.states import salary
from tools.evidence import Evidence
from tools.salary.models import SalaryDocument

WELDERS = salary("welder", "Welders", "51-4121", "Ohio", p10=38990, p50=50340)
ELSEWHERE = salary("welder", "Welders", "51-4121", "Texas", p10=37000, p50=52857)
PLUMBERS = salary("plumber", "Plumbers", "47-2152", "Ohio", p10=40000, p50=62000.5)
NEARLY = salary("fitter", "Fitters", "47-2999", "Ohio", p50=50570)
ACTORS = salary("actor", "Actors", "27-2011", "Ohio", p50=29.05, unit="USD/hour")
TEXAN_PLUMBERS = salary("plumber", "Plumbers", "47-2152", "Texas", p50=60000)


def of(*documents: SalaryDocument, tool: ToolName = "lookup_salary") -> list[Evidence]:
    held = [document.evidence[0].model_copy(update={"id": f"E{n}"}) for n, document in enumerate(documents)]
    return difference_evidence([ToolResult(name=tool, evidence=[item.id]) for item in held], held)


@pytest.mark.parametrize(
    ("left", "right", "amount", "share"),
    [(WELDERS, ELSEWHERE, 2517, 5), (PLUMBERS, WELDERS, 11660.5, 23), (WELDERS, NEARLY, 230, 0.5)],
)
def test_the_difference_is_that_of_the_higher_median(
    left: SalaryDocument, right: SalaryDocument, amount: float, share: int
) -> None:
    for pair in ((left, right), (right, left)):
        (found,) = of(*pair)
        assert [(figure.value, figure.unit) for figure in found.figures] == [
            (amount, "USD/year"),
            (share, "%"),
        ]
        assert "the difference of the two medians" in found.text and found.source.publisher == "BLS"


def test_only_the_like_is_set_apart() -> None:
    assert of(WELDERS, TEXAN_PLUMBERS) == []
    assert of(WELDERS, ACTORS) == []
    assert of(WELDERS, WELDERS) == []
    assert of(WELDERS, PLUMBERS, tool="summarize_job_market") == []
    assert len(of(WELDERS, PLUMBERS, ELSEWHERE, TEXAN_PLUMBERS)) == 4


@pytest.mark.parametrize(
    ("sentence", "held"),
    [
        (
            "In Ohio, plumbers earn $11,660.50 a year (23%) more at the median than welders (May 2025) [E1].",
            True,
        ),
        (
            "In Ohio, plumbers earn $11,650 a year (23%) more at the median than welders (May 2025) [E1].",
            False,
        ),
        ("In Texas, plumbers earn $11,660.50 a year more at the median than welders (May 2025) [E1].", False),
        ("In Ohio, plumbers earn a median of $11,660.50 a year as nurses (May 2025) [E1].", False),
    ],
)
def test_a_sentence_is_held_by_the_difference_only_where_it_says_the_same(sentence: str, held: bool) -> None:
    pair = [(document.evidence[0], document.evidence[0].figures[1]) for document in (PLUMBERS, WELDERS)]
    found = median_difference(*pair)
    assert found is not None
    numbered = found.model_copy(update={"id": "E1"})
    assert (check_answer(sentence, [numbered], Profile()) == []) is held

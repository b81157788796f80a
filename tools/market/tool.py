"""The job-market summary as a LangChain tool."""

from tools.calling import repeatable
from tools.market.models import MarketDocument
from tools.market.summary import summarize


@repeatable
def summarize_job_market(role: str, location: str | None = None) -> tuple[str, MarketDocument]:
    """Summarise the job market of a role: employment, best places, industries, projections, trends, technologies.

    role: a job title in the person's own words. location: a US city, metropolitan area or state.
    """
    document = summarize(role, location)
    return describe(document), document


def describe(document: MarketDocument) -> str:
    """The document in a few lines: evidence first, then what must be said about it."""
    return "\n".join([*(piece.text for piece in document.evidence), *document.notes])

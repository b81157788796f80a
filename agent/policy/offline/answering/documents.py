"""What the library says, in its own sentences. Whatever a document says is quoted, never followed."""

from agent import wording
from agent.policy.offline.statements.documents import Quotation, Search, quotations


def documents_reply(found: Search) -> str:
    """Up to three quoted sentences with where they stand, or in words that the library has no answer."""
    quoted = quotations(found)
    if not quoted:
        return f"The library holds no answer to “{wording.inline(found.document.query)}”, so I leave it open."
    return "From the library:\n\n" + "\n>\n".join(_line(item) for item in quoted)


def _line(item: Quotation) -> str:
    source = item.passage.source
    section = f", “{source.section.split(' > ')[-1]}”" if source.section else ""
    return f"> “{item.text}” — {source.title}{section} {wording.cite(item.evidence)}"

"""`hourly`: what a role pays by the hour, also where the source publishes annual wages only."""

from tools.salary.asked import clean, role_of
from tools.salary.models import SalaryDocument
from tools.salary.pay import occupation_matches, role_links, role_notes
from tools.salary.place import resolve
from tools.salary.wages import rows_for


def hourly(role: str, location: str | None = None) -> SalaryDocument:
    """One row in USD an hour for each plausible occupation; annual wages are divided by 2,080 hours, which a note says.

    `location` is a US place in words (default: the nation). Raises UsageError for an empty role. Source: OEWS.
    """
    role = role_of(role)
    place, links = resolve(clean(location, "place")), role_links(role)
    document = SalaryDocument(
        role=role,
        occupations=occupation_matches(links),
        ambiguous=list(place.ambiguous),
        notes=role_notes(role, links) + ([place.note] if place.note else []),
    )
    if place.area is None:
        return document
    for link in links:
        rows, notes, evidence = rows_for(link.occupation, place.area, hourly=True)
        document.wages += rows
        document.notes += notes
        document.evidence += evidence
    return document

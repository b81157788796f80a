"""What was read in a CV beside the changes of the profile."""

from tools.evidence import Value


class CvJob(Value):
    """A job of a CV. `start` and `end` are months ("2019-06"), null where undated; `end` is null where it runs."""

    title: str
    start: str | None = None
    end: str | None = None


class CvReport(Value):
    """The jobs in the CV's order, and the lines that were not placed: dated ones without a title, unknown sections."""

    jobs: list[CvJob] = []
    unplaced: list[str] = []

"""What a run is given beside its state."""

from dataclasses import dataclass, field
from datetime import date

from tools import settings


@dataclass(frozen=True)
class CoachContext:
    """`user` owns the thread; plans count from `today`."""

    user: str = "local"
    today: date = field(default_factory=settings.today)

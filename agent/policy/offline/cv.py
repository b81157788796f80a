"""CV text to profile changes."""

from datetime import date

from agent.models import ProfileChange


def is_cv(text: str) -> bool:
    return False


def read_cv(text: str, today: date) -> list[ProfileChange]:
    return []

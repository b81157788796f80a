"""Settings of the tools: COACH_HOME, servers and feeds. Read on demand, never at import."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import lru_cache
from pathlib import Path

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from tools.errors import HomeError, UsageError

PREFIX = "COACH_"
DOTENV = ".env"
# Plans count weeks from a day between these, and reach years ahead.
FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(2199, 12, 31)

_home: ContextVar[Path | None] = ContextVar("coach_home", default=None)


class ToolSettings(BaseSettings):
    """Environment variables with the prefix COACH_ (and a `.env` file in the working folder)."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=DOTENV, extra="ignore", frozen=True)

    home: Path | None = None
    today: date | None = Field(default=None, ge=FIRST_DAY, le=LAST_DAY)
    chroma_url: str | None = None
    embeddings_model: str | None = None
    embeddings_url: str | None = None
    embeddings_key: SecretStr | None = None
    adzuna_app_id: SecretStr | None = None
    adzuna_app_key: SecretStr | None = None
    adzuna_url: str | None = None
    feed_timeout_seconds: float = Field(default=8.0, gt=0, le=120)


def read_settings() -> ToolSettings:
    """Read the settings as they are now. Raises UsageError naming the variable that cannot be read."""
    try:
        return _parsed(*_sources())
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        raise UsageError(f"{name}: {first['msg']}.", f"Correct or unset {name}.") from error


def _sources() -> tuple[frozenset[tuple[str, str]], bytes | None]:
    """Give what the settings are read from: our environment variables, and the `.env` file where there is one."""
    ours = frozenset(item for item in os.environ.items() if item[0].upper().startswith(PREFIX))
    file = Path(DOTENV)
    try:
        return ours, file.read_bytes() if file.is_file() else None
    except OSError:
        return ours, None


@lru_cache(maxsize=4)
def _parsed(_variables: frozenset[tuple[str, str]], _dotenv: bytes | None) -> ToolSettings:
    """Parsing takes a millisecond, and every search asks: done again only when a source changed."""
    return ToolSettings()


def home_folder() -> Path:
    """The only folder the coach writes to; made if missing. Raises HomeError when it cannot be written."""
    home = _home.get() or read_settings().home
    if home is None:
        from platformdirs import user_data_path

        home = user_data_path("career-coach", appauthor=False)
    home = home.expanduser().absolute()
    try:
        home.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise HomeError(
            f"Cannot use {home} as the coach's folder: {error.strerror or error}.",
            "Set COACH_HOME to a folder you can write to.",
        ) from error
    return home


@contextmanager
def use_home(path: Path | str | None) -> Iterator[None]:
    """Within this context the tools use `path` instead of COACH_HOME (None: no change)."""
    if path is None:
        yield
        return
    token = _home.set(Path(path))
    try:
        yield
    finally:
        _home.reset(token)


def today() -> date:
    """The date plans count from: COACH_TODAY, else the real one."""
    return read_settings().today or date.today()  # noqa: DTZ011 - the person's own calendar day is meant

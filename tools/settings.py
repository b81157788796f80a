"""Settings of the tools: COACH_HOME, servers and feeds. Read on demand, never at import."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from tools.errors import HomeError, UsageError

PREFIX = "COACH_"
DOTENV = ".env"
# Plans count weeks from a day between these, and reach years ahead.
FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(2199, 12, 31)

Variables = tuple[str | bytes | None, ...]
# As bytes where the system has them so: every search asks several times, and nothing is decoded for it.
_ENVIRONMENT: Mapping[Any, Any] = os.environb if os.supports_bytes_environ else os.environ

_home: ContextVar[Path | None] = ContextVar("coach_home", default=None)


class ToolSettings(BaseSettings):
    """Environment variables with the prefix COACH_ (and a `.env` file in the working folder)."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_file=DOTENV, extra="ignore", frozen=True)

    home: Path | None = None
    today: date | None = Field(default=None, ge=FIRST_DAY, le=LAST_DAY)
    # With its password where it has one.
    database_url: SecretStr | None = None
    chroma_url: str | None = None
    embeddings_model: str | None = None
    embeddings_url: str | None = None
    embeddings_key: SecretStr | None = None
    adzuna_app_id: SecretStr | None = None
    adzuna_app_key: SecretStr | None = None
    adzuna_url: str | None = None
    feed_timeout_seconds: float = Field(default=8.0, gt=0, le=120)

    @field_validator("database_url")
    @classmethod
    def _names_postgresql(cls, url: SecretStr | None) -> SecretStr | None:
        if url and not url.get_secret_value().startswith(("postgresql://", "postgres://")):
            raise ValueError("it is no address like postgresql://user@host/database")
        return url if url and url.get_secret_value() else None


def read_settings() -> ToolSettings:
    """Read the settings as they are now. Raises UsageError naming the variable that cannot be read."""
    try:
        return _parsed(*_sources())
    except ValidationError as error:
        first = error.errors()[0]
        name = PREFIX + "_".join(str(part) for part in first["loc"]).upper()
        raise UsageError(f"{name}: {first['msg']}.", f"Correct or unset {name}.") from error


@lru_cache(maxsize=1)
def _names() -> tuple[str | bytes, ...]:
    """Our environment variables, in the two ways of writing them that there are."""
    names = [PREFIX + field for field in ToolSettings.model_fields]
    spelled = [each for name in names for each in (name.upper(), name.lower())]
    return tuple(map(os.fsencode, spelled)) if os.supports_bytes_environ else tuple(spelled)


def _sources() -> tuple[Variables, bytes | None]:
    """Give what the settings are read from: our environment variables, and the `.env` file where there is one."""
    ours = tuple(map(_ENVIRONMENT.get, _names()))
    file = Path(DOTENV)
    try:
        return ours, file.read_bytes() if file.is_file() else None
    except OSError:
        return ours, None


@lru_cache(maxsize=4)
def _parsed(_variables: Variables, _dotenv: bytes | None) -> ToolSettings:
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

"""Settings of the tools: COACH_HOME, servers and feeds. Read on demand, never at import."""

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache, lru_cache
from io import StringIO
from pathlib import Path
from typing import Any, Self, TypeVar

from pydantic import BaseModel, ConfigDict, Field, SecretStr, ValidationError, field_validator

from tools.errors import HomeError, UsageError, in_words

PREFIX = "COACH_"
DOTENV = ".env"
# Plans count weeks from a day between these, and reach years ahead.
FIRST_DAY, LAST_DAY = date(1970, 1, 1), date(2199, 12, 31)

_Settings = TypeVar("_Settings", bound="ToolSettings")
Variables = tuple[str | bytes | None, ...]
# As bytes where the system has them so: every search asks several times, and nothing is decoded for it.
_ENVIRONMENT: Mapping[Any, Any] = os.environb if os.supports_bytes_environ else os.environ

_home: ContextVar[Path | None] = ContextVar("coach_home", default=None)


class ToolSettings(BaseModel):
    """Environment variables with the prefix COACH_ (and a `.env` file in the working folder)."""

    model_config = ConfigDict(extra="ignore", frozen=True)

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

    @classmethod
    @cache
    def variables(cls) -> dict[str, str]:
        """Where each setting is read from: the environment variable by the name that a setting is validated under."""
        aliases = {name: info.validation_alias for name, info in cls.model_fields.items()}
        return {str(alias or name): str(alias or PREFIX + name.upper()) for name, alias in aliases.items()}

    @classmethod
    def read(cls) -> Self:
        """The settings as they are now, the environment before the file.

        Raises UsageError naming the variable that cannot be read.
        """
        try:
            found: Self = _parsed(cls, tuple(map(_ENVIRONMENT.get, _names(cls))), _dotenv())
        except ValidationError as error:
            first = error.errors()[0]
            variable = cls.variables()[str(first["loc"][0])]
            said = in_words(first).replace("items after validation", "characters")  # of a secret
            raise UsageError(f"{variable}: {said}.", f"Correct or unset {variable}.") from error
        return found


def read_settings() -> ToolSettings:
    """Read the settings of the tools now. Raises UsageError naming the variable that cannot be read."""
    return ToolSettings.read()


@cache
def _names(kind: type[ToolSettings]) -> tuple[str | bytes, ...]:
    """Our environment variables, in the two ways of writing them that there are."""
    spelled = [each for name in kind.variables().values() for each in (name.lower(), name.upper())]
    return tuple(map(os.fsencode, spelled)) if os.supports_bytes_environ else tuple(spelled)


def _dotenv() -> str:
    """The text of the `.env` file, empty where there is none."""
    # Asked several times a turn: where there is none, nothing is raised and caught.
    if not os.access(DOTENV, os.R_OK):
        return ""
    file = Path(DOTENV)
    try:
        return file.read_text(encoding="utf-8") if file.is_file() else ""
    except OSError:
        return ""


@lru_cache(maxsize=8)
def _parsed(kind: type[_Settings], values: Variables, dotenv: str) -> _Settings:
    """Parsing takes a millisecond, and every search asks: done again only when a source changed."""
    told: dict[str, str | None] = {}
    if dotenv:
        from dotenv import dotenv_values

        told.update(dotenv_values(stream=StringIO(dotenv)))
    environment = zip(_names(kind), values, strict=True)
    told |= {os.fsdecode(name): os.fsdecode(value) for name, value in environment if value is not None}
    by_name = {name.upper(): value for name, value in told.items() if value is not None}
    return kind.model_validate(
        {name: by_name[variable] for name, variable in kind.variables().items() if variable in by_name}
    )


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

"""Live postings from Adzuna's search API.

The API takes its keys in the query only, so everything here keeps the query out of logs, errors and caches.
"""

import hashlib
import json
import logging
import os
import time
from collections.abc import Callable
from dataclasses import asdict
from datetime import date
from pathlib import Path

import httpx
from filelock import FileLock
from filelock import Timeout as LockTimeout
from pydantic import BaseModel, Field, SecretStr, ValidationError
from tenacity import (
    RetryError,
    Retrying,
    retry_if_exception_type,
    stop_after_attempt,
    stop_before_delay,
    wait_random_exponential,
)

from tools import settings
from tools.errors import UsageError
from tools.market.feeds import FeedError, Postings
from tools.oews.tables import read_table
from tools.salary.place import NATION_NAME, Place

URL = "https://api.adzuna.com/v1/api/jobs"
FRESH_SECONDS = 24 * 3600
CALLS = ((60, 25), (24 * 3600, 250))  # what the free plan allows: calls within seconds
ATTEMPTS = 3


class _Answer(BaseModel):
    """The part of a search answer that is used; the postings themselves are not kept."""

    count: int = Field(ge=0)
    mean: float | None = Field(default=None, ge=0, allow_inf_nan=False)


class _Busy(Exception):  # noqa: N818 - a state to try again in, not an error for anybody
    """The server could not answer now."""


class Adzuna:
    """Adzuna's search API as a MarketFeed. `timeout` is in seconds and bounds the retries too."""

    name = "Adzuna"

    def __init__(
        self,
        app_id: SecretStr,
        app_key: SecretStr,
        *,
        url: str | None = None,
        timeout: float = 8.0,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._keys = (app_id, app_key)
        self._url = (url or URL).rstrip("/")
        if not self._url.startswith(("https://", "http://")):
            raise UsageError("COACH_ADZUNA_URL is not an http address.", "Unset it to use Adzuna's own.")
        self._timeout = timeout
        self._clock = clock

    def postings(self, role: str, place: Place) -> Postings:
        """Count the postings open for a role in a place, from the cache when it is younger than a day.

        Raises FeedError for a country Adzuna does not cover, a spent allowance, or a server that gives no
        usable answer in time.
        """
        country, currency, where = _country(place)
        cache = self._cache_file(country, role, where)
        known = self._cached(cache)
        if known is not None:
            return known
        answer = self._ask(country, role, where)
        found = Postings(
            feed=self.name,
            role=role,
            place=where or place.country or NATION_NAME,
            count=answer.count,
            mean_pay=None if answer.mean is None else round(answer.mean),
            currency=currency,
            day=date.fromtimestamp(self._clock()).isoformat(),  # noqa: DTZ012 - the person's own calendar day
        )
        _write(cache, json.dumps({"at": self._clock(), "postings": asdict(found)}))
        return found

    def _ask(self, country: str, role: str, where: str | None) -> _Answer:
        """Ask the server, again when it was busy, within the time limit."""
        attempts = Retrying(
            retry=retry_if_exception_type(_Busy),
            stop=stop_after_attempt(ATTEMPTS) | stop_before_delay(self._timeout),
            wait=wait_random_exponential(multiplier=0.2, max=2),
        )
        try:
            return attempts(self._ask_once, country, role, where)
        except RetryError as error:
            raise FeedError(f"{error.last_attempt.exception()}.") from None

    def _ask_once(self, country: str, role: str, where: str | None) -> _Answer:
        self._spend_call()
        _keep_queries_out_of_logs()
        query = {
            "app_id": self._keys[0].get_secret_value(),
            "app_key": self._keys[1].get_secret_value(),
            "what": role,
            "results_per_page": "1",
            "content-type": "application/json",
        }
        if where:
            query["where"] = where
        try:
            with httpx.Client(timeout=self._timeout) as client:
                response = client.get(f"{self._url}/{country}/search/1", params=query)
        except httpx.TimeoutException:
            raise _Busy(f"no answer within {self._timeout:g} seconds") from None
        except (httpx.HTTPError, httpx.InvalidURL):
            raise _Busy("the server cannot be reached") from None
        return _read(response)

    def _cache_file(self, country: str, role: str, where: str | None) -> Path:
        asked = json.dumps([self._url, country, role.lower(), (where or "").lower()])
        return _folder() / f"{hashlib.sha256(asked.encode()).hexdigest()[:32]}.json"

    def _cached(self, path: Path) -> Postings | None:
        """A cached answer that is still fresh; a damaged one is asked for anew."""
        try:
            entry = json.loads(path.read_text(encoding="utf-8"))
            if not 0 <= self._clock() - entry["at"] < FRESH_SECONDS:
                return None
            return Postings(**entry["postings"])
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def _spend_call(self) -> None:
        """Count this call against the allowance that all processes of this home share."""
        ledger = _folder() / "calls.json"
        try:
            with FileLock(f"{ledger}.lock", timeout=self._timeout):
                calls = self._recent_calls(ledger)
                now = self._clock()
                for seconds, most in CALLS:
                    if sum(now - at < seconds for at in calls) >= most:
                        raise FeedError(f"the allowance of {most} calls in {seconds // 60} minutes is spent.")
                _write(ledger, json.dumps([*calls, now]))
        except LockTimeout:
            raise FeedError("another process holds the feed's ledger.") from None
        except OSError as error:
            raise FeedError(f"its cache in COACH_HOME cannot be written ({error.strerror}).") from error

    def _recent_calls(self, ledger: Path) -> list[float]:
        try:
            calls = json.loads(ledger.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return []
        now = self._clock()
        longest = max(seconds for seconds, _ in CALLS)
        return [at for at in calls if isinstance(at, int | float) and 0 <= now - at < longest]


def _read(response: httpx.Response) -> _Answer:
    """Read an answer. Raises FeedError, or _Busy for what may pass."""
    status = response.status_code
    if status == httpx.codes.TOO_MANY_REQUESTS or status >= httpx.codes.INTERNAL_SERVER_ERROR:
        raise _Busy(f"the server answered with status {status}")
    if status in {httpx.codes.UNAUTHORIZED, httpx.codes.FORBIDDEN}:
        raise FeedError("the server refuses the keys in COACH_ADZUNA_APP_ID and COACH_ADZUNA_APP_KEY.")
    if status != httpx.codes.OK:
        raise FeedError(f"the server answered with status {status}.")
    try:
        return _Answer.model_validate_json(response.content)
    except ValidationError:
        raise FeedError("the server's answer cannot be read.") from None


def _country(place: Place) -> tuple[str, str, str | None]:
    """Country code, currency and place within it, as the API wants them."""
    if place.area is not None:
        return "us", "USD", None if place.remote or place.area.kind == "nation" else place.text
    name = (place.country or "").lower()
    covered = {row["country"]: (row["code"], row["currency"]) for row in read_table("adzuna_countries")}
    if name not in covered:
        raise FeedError(f"{place.outside or place.text!r} is not a country it covers.")
    code, currency = covered[name]
    where = place.text if place.text and place.text.lower() != name else None
    return code, currency, where


def _folder() -> Path:
    folder = settings.home_folder() / "cache" / "adzuna"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FeedError(f"its cache in COACH_HOME cannot be written ({error.strerror}).") from error
    return folder


def _write(path: Path, text: str) -> None:
    """Write whole or not at all; the answer does not depend on it."""
    draft = path.with_suffix(f".{os.getpid()}.tmp")
    try:
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
    except OSError:
        draft.unlink(missing_ok=True)


class _WithoutQuery(logging.Filter):
    """httpx logs whole addresses; this cuts their query off."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.args, tuple):
            record.args = tuple(
                arg.copy_with(query=None) if isinstance(arg, httpx.URL) else arg for arg in record.args
            )
        return True


_FILTER = _WithoutQuery()


def _keep_queries_out_of_logs() -> None:
    logging.getLogger("httpx").addFilter(_FILTER)

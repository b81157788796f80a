"""What can go wrong with a language model: which failures are worth another try, and how to say them.

A provider's own message is never repeated: it may hold parts of a key or of a conversation.
"""

import re
import sys
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

# The base errors of the client libraries a chat model may stand on; looked up only once they are loaded.
_LIBRARIES = """
openai:OpenAIError anthropic:AnthropicError httpx:HTTPError httpx:StreamError httpx2:HTTPError httpx2:StreamError
requests:RequestException google.api_core.exceptions:GoogleAPIError google.genai.errors:APIError
botocore.exceptions:BotoCoreError botocore.exceptions:ClientError ollama:ResponseError groq:GroqError
mistralai.models:SDKError cohere.core:ApiError langchain_core.exceptions:LangChainException
"""
# What the same libraries let through when a server answers with something else than the protocol's documents.
_GARBLED = (ValueError, TypeError, LookupError, AttributeError, StopIteration)
_TRANSIENT_STATUS = (408, 409, 425, 429)
_TRANSIENT_NAMES = ("Timeout", "Connection", "Connect", "Protocol", "Read", "Network", "Overloaded")
_KEY = "it refused the key"
_SAID = {
    401: _KEY,
    403: _KEY,
    404: "it does not know the model or the address",
    429: "it is asked too often or the quota is used up",
}
_MISSING_ABILITY = ("tool", "function", "response_format", "json_schema", "structured", "grammar")


class ModelFailure(Exception):  # noqa: N818 - it is caught in this room and never reaches a person
    """A step of the model did not work. `reason` is said to the person."""

    usual = ""

    def __init__(self, reason: str = "") -> None:
        self.reason = reason or self.usual
        super().__init__(self.reason)


class MissingAbility(ModelFailure):
    """The model cannot give structured output in the way it was asked to."""


class Garbled(ModelFailure):
    """The answer is not what was asked for."""

    usual = "its answer could not be read"


class CutShort(ModelFailure):
    """The answer ran into the limit of its length, hidden reasoning included."""

    usual = "its answer was cut off at its longest length (COACH_MODEL_MAX_TOKENS)"


class OverBudget(ModelFailure):
    """The turn's tokens, calls or time are used up."""


def model_errors() -> tuple[type[Exception], ...]:
    """Every error that a request to a chat model may raise."""
    return (ModelFailure, OSError, RuntimeError, *_GARBLED, *_library_errors())


def _library_errors() -> tuple[type[Exception], ...]:
    named = (each.partition(":") for each in _LIBRARIES.split())
    known = [getattr(sys.modules.get(module), name, None) for module, _, name in named]
    return tuple(each for each in known if isinstance(each, type) and issubclass(each, Exception))


def _is_connection(error: BaseException) -> bool:
    named = any(word in each.__name__ for each in type(error).__mro__ for word in _TRANSIENT_NAMES)
    return isinstance(error, OSError) or (named and isinstance(error, _library_errors()))


def status_of(error: BaseException) -> int | None:
    """The HTTP status behind an error, if there is one."""
    found = (getattr(each, "status_code", None) for each in (error, getattr(error, "response", None)))
    # Some libraries put an error that a good answer carried under its status, 200.
    return next((status for status in found if isinstance(status, int) and status >= 400), None)


def is_transient(error: BaseException) -> bool:
    """Worth another try: slowed down, server errors, timeouts and broken connections; never 400 or 401."""
    status = status_of(error)
    if status is not None:
        return status in _TRANSIENT_STATUS or status >= 500
    return _is_connection(error) and not isinstance(error, FileNotFoundError)


def lacks_ability(error: BaseException) -> bool:
    """Whether a refusal is about the way of asking (tools, response format), not about the request."""
    refused = status_of(error) in (400, 404, 422, 501)
    named = any(word in str(error).lower() for word in _MISSING_ABILITY)
    # NotImplementedError is LangChain's own word for a chat model that has no such method.
    return isinstance(error, NotImplementedError) or (refused and named)


def retry_after(error: BaseException) -> float | None:
    """The seconds that the server asks to wait: Retry-After as seconds or as a date."""
    headers = getattr(getattr(error, "response", None), "headers", None)
    said = (headers.get("retry-after") if headers is not None else None) or ""
    try:
        if re.fullmatch(r"\s*[\d.]+\s*", said):
            return float(said)
        return max(0.0, (parsedate_to_datetime(said) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError):
        return None


def explain(error: BaseException) -> str:
    """One clause for the person, with nothing of the provider's message in it."""
    if isinstance(error, ModelFailure):
        return error.reason
    if status := status_of(error):
        server = "its server has a problem" if status >= 500 else "it refused the request"
        return f"{_SAID.get(status, server)} ({status})"
    if "Timeout" in type(error).__name__:
        return "it did not answer in time"
    return "the connection to it failed" if _is_connection(error) else Garbled.usual


def as_failure(error: BaseException) -> ModelFailure:
    """The failure that a step is told of."""
    if isinstance(error, ModelFailure):
        return error
    if lacks_ability(error):
        return MissingAbility(explain(error))
    garbled = status_of(error) is None and isinstance(error, _GARBLED)
    return Garbled() if garbled else ModelFailure(explain(error))

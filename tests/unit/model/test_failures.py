"""Which failures are worth another try."""

import httpx
import openai
import pytest

from agent.policy.model.failures import explain, is_transient, lacks_ability, retry_after

REQUEST = httpx.Request("POST", "http://localhost")


def status_error(status: int, message: str = "x", **headers: str) -> openai.APIStatusError:
    response = httpx.Response(
        status, request=REQUEST, headers={k.replace("_", "-"): v for k, v in headers.items()}
    )
    return openai.APIStatusError(message, response=response, body=None)  # type: ignore[arg-type]


@pytest.mark.parametrize("status", [408, 429, 500, 502, 503, 529])
def test_what_passes_is_transient(status: int) -> None:
    assert is_transient(status_error(status))


@pytest.mark.parametrize("status", [400, 401, 403, 404, 422])
def test_refusals_are_final(status: int) -> None:
    assert not is_transient(status_error(status))


@pytest.mark.parametrize(
    "error", [TimeoutError(), ConnectionResetError(), httpx.ReadTimeout("x"), httpx.RemoteProtocolError("x")]
)
def test_broken_connections_are_transient(error: Exception) -> None:
    assert is_transient(error)


# The last one is what LangChain raises for a model that lacks a method: asking again would not help.
@pytest.mark.parametrize("error", [ValueError("x"), TypeError("x"), NotImplementedError()])
def test_garbled_answers_are_not(error: Exception) -> None:
    assert not is_transient(error)


def test_retry_after_is_read() -> None:
    assert retry_after(status_error(429, retry_after="7")) == 7
    assert retry_after(status_error(429, retry_after="Wed, 21 Oct 2015 07:28:00 GMT")) == 0
    assert retry_after(status_error(429, retry_after="soon")) is None
    assert retry_after(ValueError("x")) is None


def test_a_missing_ability_is_told_from_a_bad_request() -> None:
    assert lacks_ability(status_error(400, "this model does not support tools"))
    assert not lacks_ability(status_error(400, "maximum context length"))
    assert not lacks_ability(status_error(401, "no tools for you"))


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500])
def test_a_providers_words_are_not_repeated(status: int) -> None:
    said = explain(status_error(status, "Incorrect API key: sk-abc"))
    assert "sk-abc" not in said and str(status) in said

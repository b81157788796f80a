"""From settings to chat models: a provider that LangChain knows, or whatever speaks OpenAI's protocol, a local server included."""

from typing import TYPE_CHECKING, Any

import prompts
from agent.settings import AgentSettings
from tools.errors import ModelError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

# Local servers ask for no key, but the client wants one.
_NO_KEY = "not-needed"


def connect(settings: AgentSettings) -> "BaseChatModel":
    """The model that COACH_MODEL names. Raises ModelError when it cannot be reached as configured."""
    if not settings.model:
        raise ModelError("No language model is configured.", "Set COACH_MODEL to the name of one.")
    return _connected(settings.model, "COACH_MODEL", settings)


def connect_checker(settings: AgentSettings) -> "BaseChatModel | None":
    """The model that COACH_CHECK_MODEL names; None without one. Raises ModelError as `connect` does."""
    return _connected(settings.check_model, "COACH_CHECK_MODEL", settings) if settings.check_model else None


def _connected(name: str, variable: str, settings: AgentSettings) -> "BaseChatModel":
    """Ask the provider of "provider:name"; a bare name, and every name where OPENAI_BASE_URL is set, from an OpenAI-compatible server."""
    provider, _, model = name.partition(":")
    # Retries are the coach's own: one place knows the time budget.
    options: dict[str, Any] = {"timeout": settings.model_timeout_seconds, "max_retries": 0}
    if settings.model_effort:
        options["reasoning_effort"] = settings.model_effort
    if model and provider != "openai" and not settings.openai_base_url:
        from langchain.chat_models import init_chat_model

        try:
            connected: BaseChatModel = init_chat_model(model, model_provider=provider, **options)
        except (ImportError, ValueError) as error:
            raise ModelError(
                f"{variable} names {name}, which cannot be used.",
                f"Check that the LangChain package of {provider} is installed (such as langchain-anthropic) and its key is set; "
                "for a name with a colon on a server of your own set OPENAI_BASE_URL.",
            ) from error
        return connected
    if settings.openai_api_key is None and not settings.openai_base_url:
        raise ModelError(
            f"{variable} names {name}, but there is neither a key nor a server for it.",
            f"Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own; unset {variable} to do without.",
        )
    from pydantic import SecretStr

    from agent.policy.model.client import PatientChatOpenAI

    return PatientChatOpenAI(
        model=model if provider == "openai" and model else name,
        api_key=settings.openai_api_key or SecretStr(_NO_KEY),
        base_url=settings.openai_base_url,
        stream_usage=True,
        **options,
    )


def what_is_sent(settings: AgentSettings) -> str:
    """What is sent to which model, for `coach doctor --what-is-sent`."""
    from agent.policy.model.briefing import HISTORY_TOKENS

    if not settings.model:
        return "Nothing is sent anywhere: no language model is configured (COACH_MODEL), and the coach thinks offline."
    return prompts.render(
        "model/sent.v1",
        model=settings.model,
        where=settings.openai_base_url or ("OpenAI" if ":" not in settings.model else "its provider"),
        history=str(HISTORY_TOKENS),
        checker=f"the model {settings.check_model}" if settings.check_model else "the same model",
        tracing="on" if settings.tracing else "off",
    ).rstrip()

"""From settings to a chat model: whatever speaks OpenAI's protocol, a local server included."""

from typing import TYPE_CHECKING

from agent.settings import AgentSettings
from tools.errors import ModelError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

# Local servers ask for no key, but the client wants one.
_NO_KEY = "not-needed"


def connect(settings: AgentSettings) -> "BaseChatModel":
    """The model that COACH_MODEL names. Raises ModelError when neither a key nor an address is set."""
    if not settings.model:
        raise ModelError("No language model is configured.", "Set COACH_MODEL to the name of one.")
    if settings.openai_api_key is None and not settings.openai_base_url:
        raise ModelError(
            f"COACH_MODEL names {settings.model}, but there is neither a key nor a server for it.",
            "Set OPENAI_API_KEY, or OPENAI_BASE_URL for a server of your own; unset COACH_MODEL to go offline.",
        )
    from pydantic import SecretStr

    from agent.policy.model.client import PatientChatOpenAI

    # Retries are the coach's own: one place knows the time budget.
    return PatientChatOpenAI(
        model=settings.model,
        api_key=settings.openai_api_key or SecretStr(_NO_KEY),
        base_url=settings.openai_base_url,
        timeout=settings.model_timeout_seconds,
        max_retries=0,
        stream_usage=True,
    )

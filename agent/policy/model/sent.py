"""What leaves the machine when a language model is configured, in words for the person."""

import prompts
from agent.settings import AgentSettings


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

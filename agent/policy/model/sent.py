"""What leaves the machine when a language model is configured, in words for the person."""

from agent.settings import AgentSettings

_SENT = """\
To read a message:   the coach's rules, the latest messages of the thread ({history} tokens at the most), what is known of the person, the message;
                     nothing where plain code already understood every word of it.
To answer:           the coach's rules, fewer messages, what is known of the person, what the tools found this turn, the message.
To draft a plan:     the coach's rules, what is known of the person, the message, the plan's sections, what the tools found this turn.
Masked before that:  e-mail addresses, telephone numbers and street addresses; they are put back in the reply.
Never sent:          keys, other threads, other people's data, files; documents of the library only as the passages that a search found.
Never sent to others: there is no telemetry; LangSmith gets traces only with COACH_TRACING=true ({tracing} now)."""


def what_is_sent(settings: AgentSettings) -> str:
    """What is sent to which model, for `coach doctor --what-is-sent`."""
    from agent.policy.model.reading import HISTORY_TOKENS

    if not settings.model:
        return "Nothing is sent anywhere: no language model is configured (COACH_MODEL), and the coach thinks offline."
    where = settings.openai_base_url or "OpenAI"
    tracing = "on" if settings.tracing else "off"
    return f"The language model {settings.model} at {where} gets, and nobody else:\n\n" + _SENT.format(
        history=HISTORY_TOKENS, tracing=tracing
    )

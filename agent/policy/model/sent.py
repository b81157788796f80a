"""What leaves the machine when a language model is configured, in words for the person."""

from agent.settings import AgentSettings

_SENT = """\
To read a message:   the coach's rules, today's date, the latest messages of the thread ({history} tokens at the most), what is known of the person, the plan and
                     its progress in short, what was looked up before by name, the message. Where a lookup fell short, once more with what it brought.
To answer:           the same, and what the tools found this turn; once more, with what was wrong, where a piece of the answer did not hold.
To check:            {checker} gets what the answer says, the passages it names, and the person's last messages.
To draft a plan:     the coach's rules, what is known of the person, the message, the draft that code wrote, what the tools found for it.
Masked before that:  e-mail addresses, telephone numbers and street addresses; they are put back in the reply.
Never sent:          keys, other threads, other people's data, files; documents of the library only as the passages that a search found.
Never sent to others: there is no telemetry; LangSmith gets traces only with COACH_TRACING=true ({tracing} now)."""


def what_is_sent(settings: AgentSettings) -> str:
    """What is sent to which model, for `coach doctor --what-is-sent`."""
    from agent.policy.model.briefing import HISTORY_TOKENS

    if not settings.model:
        return "Nothing is sent anywhere: no language model is configured (COACH_MODEL), and the coach thinks offline."
    where = settings.openai_base_url or ("OpenAI" if ":" not in settings.model else "its provider")
    tracing = "on" if settings.tracing else "off"
    checker = f"the model {settings.check_model}" if settings.check_model else "the same model"
    return f"The language model {settings.model} at {where} gets, and nobody else:\n\n" + _SENT.format(
        history=HISTORY_TOKENS, tracing=tracing, checker=checker
    )

"""What the agent adds to the tools' settings: the language model. Read on demand, never at import."""

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import SettingsConfigDict

from tools.errors import UsageError
from tools.settings import ToolSettings


class AgentSettings(ToolSettings):
    """A model is used only when COACH_MODEL names one: a key alone changes nothing."""

    model_config = SettingsConfigDict(env_prefix="COACH_", env_file=".env", extra="ignore", frozen=True)

    model: str | None = None
    openai_api_key: SecretStr | None = Field(default=None, validation_alias="OPENAI_API_KEY")
    openai_base_url: str | None = Field(default=None, validation_alias="OPENAI_BASE_URL")


def read_agent_settings() -> AgentSettings:
    """Read the settings now. Raises UsageError naming the variable that cannot be read."""
    try:
        return AgentSettings()
    except ValidationError as error:
        first = error.errors()[0]
        name = str(first["loc"][0]).upper()
        name = name if name.startswith("OPENAI_") else f"COACH_{name}"
        raise UsageError(f"{name}: {first['msg']}.", f"Correct or unset {name}.") from error

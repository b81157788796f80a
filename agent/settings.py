"""What the agent adds to the tools' settings: the language model. Read on demand, never at import."""

from typing import Literal

from pydantic import Field, SecretStr

from tools.settings import ToolSettings


class AgentSettings(ToolSettings):
    """A model is used only when COACH_MODEL names one: a key alone changes nothing."""

    model: str | None = None
    openai_api_key: SecretStr | None = Field(default=None, validation_alias="OPENAI_API_KEY")
    openai_base_url: str | None = Field(default=None, validation_alias="OPENAI_BASE_URL")
    # How structured output is asked for; "auto" finds out what the model can.
    model_output: Literal["auto", "tools", "json_schema", "json"] = "auto"
    # A cheaper model for the check of claims; without one the same model checks.
    check_model: str | None = None
    model_effort: str | None = None
    # For hidden reasoning and the answer together.
    model_max_tokens: int = Field(default=6000, ge=256)
    model_timeout_seconds: float = Field(default=60.0, gt=0, le=600)
    model_turn_seconds: float = Field(default=180.0, gt=0, le=3600)
    max_tokens_per_turn: int = Field(default=80_000, gt=0)
    max_calls_per_turn: int = Field(default=16, gt=0, le=100)
    # US dollars for a million tokens; without both the cost is not known.
    model_input_price: float | None = Field(default=None, ge=0)
    model_output_price: float | None = Field(default=None, ge=0)
    # What MCP clients must bring over HTTP; without one a new token is made at each start.
    mcp_token: SecretStr | None = Field(default=None, min_length=16)
    # LangSmith is used only when this asks for it, whatever the environment's own switches say.
    tracing: bool = False


def read_agent_settings() -> AgentSettings:
    """Read the settings now. Raises UsageError naming the variable that cannot be read."""
    return AgentSettings.read()

"""Policies: what thinks. The graph, the tools, the check and the approval are the same for all of them."""

from typing import TYPE_CHECKING

from agent.policy.protocol import Policy

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel


def choose_policy(model: "BaseChatModel | None" = None) -> Policy:
    """The policy for `model`, else for the model that COACH_MODEL names; without either the coach thinks offline.

    Raises ModelError for a configured model that lacks both a key and an address. COACH_CHECK_MODEL checks, else the same one.
    """
    from agent.settings import read_agent_settings

    settings = read_agent_settings()
    if model is None and not settings.model:
        return offline_policy()
    from agent.policy.model.connect import connect, connect_checker
    from agent.policy.model.policy import ModelPolicy

    return ModelPolicy(model or connect(settings), settings, connect_checker(settings))


def offline_policy() -> Policy:
    """The policy that needs no model, whatever is configured."""
    from agent.policy.offline import OfflinePolicy

    return OfflinePolicy()

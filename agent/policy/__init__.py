"""Policies: what thinks. The graph, the tools, the check and the approval are the same for all of them."""

from typing import TYPE_CHECKING

from agent.policy.protocol import Policy
from tools.errors import ModelError

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel


def choose_policy(model: "BaseChatModel | None" = None) -> Policy:
    """The policy for `model`; without one the coach thinks offline."""
    if model is not None:
        raise ModelError("This version thinks offline only.", "Leave the model out.")
    from agent.policy.offline import OfflinePolicy

    return OfflinePolicy()

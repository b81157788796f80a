"""The values that travel through the graph, all pydantic and all allowed in a checkpoint."""

from agent.models.plan import Approval, Author, Claim, Plan, PlanEdit, Progress, Section, Violation
from agent.models.profile import Profile, ProfileChange, ProfileField
from agent.models.reply import Mode, ReplyDocument, Status, Tally, ToolCallRecord, Usage
from agent.models.review import DecisionType, Review
from agent.models.turn import ModelCall, ToolName, ToolRequest, ToolResult, Understanding

__all__ = [
    "Approval",
    "Author",
    "Claim",
    "DecisionType",
    "Mode",
    "ModelCall",
    "Plan",
    "PlanEdit",
    "Profile",
    "ProfileChange",
    "ProfileField",
    "Progress",
    "ReplyDocument",
    "Review",
    "Section",
    "Status",
    "Tally",
    "ToolCallRecord",
    "ToolName",
    "ToolRequest",
    "ToolResult",
    "Understanding",
    "Usage",
    "Violation",
]

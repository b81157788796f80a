"""The values that travel through the graph, all pydantic and all allowed in a checkpoint."""

from agent.models.cv import CvJob, CvReport
from agent.models.dialogue import (
    Amount,
    DialogueState,
    Offer,
    PayKind,
    PayPeriod,
    Posting,
    Slot,
    Subject,
    Wish,
    WishName,
)
from agent.models.plan import Approval, Author, Claim, Plan, PlanEdit, Progress, Section, Violation
from agent.models.profile import Profile, ProfileChange, ProfileField
from agent.models.reply import Mode, ReplyDocument, Status, Tally, ToolCallRecord, Usage
from agent.models.review import DecisionType, Review
from agent.models.turn import Answer, ModelCall, ToolName, ToolRequest, ToolResult, Understanding

__all__ = [
    "Amount",
    "Answer",
    "Approval",
    "Author",
    "Claim",
    "CvJob",
    "CvReport",
    "DecisionType",
    "DialogueState",
    "Mode",
    "ModelCall",
    "Offer",
    "PayKind",
    "PayPeriod",
    "Plan",
    "PlanEdit",
    "Posting",
    "Profile",
    "ProfileChange",
    "ProfileField",
    "Progress",
    "ReplyDocument",
    "Review",
    "Section",
    "Slot",
    "Status",
    "Subject",
    "Tally",
    "ToolCallRecord",
    "ToolName",
    "ToolRequest",
    "ToolResult",
    "Understanding",
    "Usage",
    "Violation",
    "Wish",
    "WishName",
]

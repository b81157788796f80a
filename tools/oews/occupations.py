"""Occupations and the job titles people use: the face of this half of the room."""

from tools.oews.areas import fallback_area
from tools.oews.models import Occupation
from tools.oews.role_links import link_role
from tools.oews.role_scan import RoleMention, find_roles
from tools.oews.tables import occupations

__all__ = ["RoleMention", "fallback_area", "find_roles", "link_role", "occupation"]


def occupation(code: str) -> Occupation | None:
    """The detailed OEWS occupation of a SOC code ("15-1252")."""
    return occupations().get(code)

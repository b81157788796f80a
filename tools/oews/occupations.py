"""Occupations and the job titles people use: the face of this half of the room."""

from tools.oews.role_links import link_role
from tools.oews.role_scan import RoleMention, find_roles

__all__ = ["RoleMention", "find_roles", "link_role"]

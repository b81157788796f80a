"""Roadmaps from a person's skills and hours to a role or a skill."""

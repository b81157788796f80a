"""The scenario format, its expectations and its reports."""

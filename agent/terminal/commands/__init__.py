"""The commands, one module a subject. Each imports its work late: `coach --help` must be quick."""

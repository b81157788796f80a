"""The coach for other agents, over the Model Context Protocol; it needs the extra `mcp`."""

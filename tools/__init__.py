"""The four tools: document search, salary lookup, roadmap generation, job-market summary.

They work without the agent and never import it.
"""

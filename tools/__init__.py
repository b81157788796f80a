"""The five tools: document search, salary lookup, roadmap generation, job-market summary, near occupations.

They work without the agent and never import it.
"""

"""Conversations with the graph: turns, threads, decisions, and what a crash left undone. Knows no terminal."""

"""The command `coach` as its users meet it."""

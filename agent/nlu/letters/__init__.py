"""Texts to send or to say: which message wants one, which speaks of the one in hand, and what each tells for it."""

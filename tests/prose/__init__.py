"""Reads a reply as a person does: an independent reader that tests hold the coach's own sentences to."""

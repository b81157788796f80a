"""Texts in the person's own words: begun from what they told, changed by what they say to it, and written out."""

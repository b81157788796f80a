"""Every number that decides what the coach says, each with its reason."""

# A spoken answer is read in half a minute; tables stand beside it.
MOST_WORDS = 90

"""Every number that decides what the coach says, each with its reason."""

# A spoken answer is read in half a minute; tables stand beside it.
MOST_WORDS = 90

# Beside a job people keep up a plan for about a year; beyond two, life has changed before it ends.
WEEKS_SOON, WEEKS_FAR = 52, 104

# A nearer role is worth a detour only if it is clearly nearer: at most this share of the hours.
NEARER_SHARE = 0.7

# More ways side by side than this nobody holds in mind.
MOST_ROADS = 3

# Employers call applicants who bring most of a posting, not all of it; below the lower share it is a goal, not a fit.
POSTING_FIT, POSTING_FAR = 0.6, 0.3

# Of a list of skills a spoken sentence names so many.
MOST_NAMED = 4

# Two days before an interview nothing new can be learned well any more.
HOURS_SHORT = 48

"""Every number that decides what the coach says, each with its reason."""

from typing import Literal

from tools.evidence import Number

# A spoken answer is read in half a minute; tables stand beside it.
MOST_WORDS = 90
# Of several parts each has its sentence; beyond so many words none gets a second.
MOST_WORDS_OF_PARTS = 60
# Who asks for the same again wants less than that.
MOST_WORDS_AGAIN = 60
# A view without figures is read faster, and holds attention for less.
MOST_OF_A_VIEW = 72
# From this weight on a question is what the answer waits for; below it is an offer, which most people pass over.
PRESSING = 70
# A line of facts taken in is read at a glance.
MOST_NOTED = 4

# Pay is usual within the middle half of those who do the work; outside of it the coach says low or high.
LOW_PERCENTILE, HIGH_PERCENTILE = 25, 75
# Of two offers the smaller one is better where it stands so many percentiles higher in its own market and is no more than
# a tenth below the other: what living costs differs between US cities by more than that.
CLEARLY_BETTER_PLACE, SAME_OFFER = 10, 0.10
# An offer of less than half or more than twice what somebody earns is seldom told right, or for other hours.
MOST_APART = 2
# Around the median: an estimate of a percentile is no closer than that.
MIDDLE = (45, 55)
# After so many years people usually stand in the upper half: below the median is then worth a word.
SEASONED_YEARS = 6
# Local medians carry sampling errors of a few percent; a smaller gap is "about the same".
SAME_PAY = 0.05
# Who leaves for the work's sake goes on living at about the same level.
SAME_LEVEL = 0.8
# Who wants out of the whole field begins again lower than who changes the job.
LEAVING_LEVEL = 0.65
# A raise below a tenth is often had by a change of employer, without months of study.
WORTHWHILE_RAISE = 0.10
# Time that has paid off within two years is a good bet; people change jobs about every four.
PAID_OFF_MONTHS = 24
# Below this a sum is no tuition, above it few pay one; what five years of the raise do not pay back is a loss to most.
LEAST_COST, HIGHEST_COST, LONGEST_PAYBACK = 200, 250_000, 60
# One way is clearly shorter when it takes at most four fifths of the hours: study times are known that roughly.
CLEARLY_SHORTER = 0.8
# Less schooling comes first where it pays at least so much of the other: years of school cost money and pay.
LESS_SCHOOL = 0.8
# From the late thirties on people ask whether it is too late, with some twenty-five years of work ahead. From fifty on applicants meet the doubt how long they stay, and can name decades in which they were relied on; up to
# twenty-five nobody expects a career behind them.
SEASONED_AGE, MIDDLE_AGE, YOUNG_AGE = 50, 38, 25
# O*NET's analysts reviewed the first ten places of each list of related work; what stands there shares most of its tasks.
NEAR_WORK = 10
# An occupation is clearly more common in a place than in the nation from a fifth above its share, and less below.
CONCENTRATED, SPARSE = 1.2, 0.8

# A reported median of fewer observations is a hint; a band of another source goes before it.
FEW_OBSERVATIONS = 20

Named = Literal["p25", "p50", "p75", "p90"]
# What to ask for by years of experience (up to): the percentile to name and the floor below which to decline.
ASKED: tuple[tuple[Number, Named, Named], ...] = (
    (2, "p50", "p25"),  # beginners are paid in the lower half; the median leaves room to settle below it
    (9, "p75", "p50"),  # with practice the median is no more than usual
    (99, "p90", "p75"),  # long practice is what the upper quarter is paid for
)
USUAL_YEARS = 3  # where nobody told their years: neither a beginner nor seasoned
# A number more than a quarter above what they have or are offered is heard as a mistake.
FAR_ABOVE = 1.25

# Beside a job people keep up a plan for about a year; beyond two, life has changed before it ends.
WEEKS_SOON, WEEKS_FAR = 52, 104

# How much more a week is worth naming to somebody who wants it faster.
FASTER = 1.5

# A nearer role is worth a detour only if it is clearly nearer: at most this share of the hours.
NEARER_SHARE = 0.7

# People lean on what was said a moment ago, not on what came before three other jobs.
MOST_RECENT = 4

# Of the places with most jobs so many are named.
MOST_PLACES = 3

# More ways side by side than this nobody holds in mind.
MOST_ROADS = 3

# Employers call applicants who bring most of a posting, not all of it; below the lower share it is a goal, not a fit.
POSTING_FIT, POSTING_FAR = 0.6, 0.3

# Of a list of skills a spoken sentence names so many.
MOST_NAMED = 4

# Two days before an interview nothing new can be learned well any more.
HOURS_SHORT = 48
# Years of school beyond what they have: what asks for more is named before other work only where nothing else fits.
SCHOOL_IN_REACH = 2

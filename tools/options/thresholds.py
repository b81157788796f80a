"""The decisions of this tool as numbers, each with its reason."""

MOST_OPTIONS = 5  # more than five are a list to read, not a choice
FEWEST_NEAR = 3  # fewer better paid ones than this one step away: two steps are looked at as well
BETTER_PAID = 0.05  # local medians carry sampling errors of a few percent: a smaller gap is not better pay
FEW_JOBS = 50  # with fewer jobs in a place hardly one is open at a time
FEW_JOBS_PLACES = 6  # such an option counts as this many places further away
NOT_LOCAL_PLACES = 4  # the same where only a larger area's wages are published
GAIN_PER_PLACE = 10  # percent of better pay that make up for one place of nearness
MOST_GAIN_PLACES = 6  # a doubled wage does not make distant work near
FIRST_STEP_PLACES = 5  # two steps: both are on a short list
LARGE_WAGE_ERROR = 10.0  # percent; medians with a larger relative standard error are said to be uncertain
SCHOOLING_PLACES = 3  # the same for each year of schooling
TRAINING_PLACES = 3  # the same for more training by the job zone, where the schooling is no longer
FAR = 20  # places away, all told; what is farther only fills up a short list
MOST_SCHOOLING = 4  # more years of it is another life: named, and suggested only where nothing else fits
NO_DEGREE_YEARS = 2  # what asks for at most this much schooling is entered without a four-year degree

"""How every client greets. Imports nothing: it is shown before anything is loaded."""

GREETING = "I look things up, name my sources, and plan with you. Try for example:"
EXAMPLES = (
    "I drive a delivery van in Ohio and would like to become an electrician. What would I earn?",
    "Which skills does an AI engineer need if I know Python and SQL?",
    "Make me a plan to become a data analyst: nine months, six hours a week.",
)

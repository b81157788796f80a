"""Plans: what they request, how they are edited, reviewed, followed and rendered."""

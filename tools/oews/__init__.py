"""US occupations, places and wage cells: what salary and market share."""

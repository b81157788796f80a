"""CVs: laid out as people lay them out, read by their sections, dated entries and what tables know. No sentence is judged."""

"""Reading: a message to an Understanding, by trained weights and small parsers. The only room that reads English."""

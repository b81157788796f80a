"""Reading a message offline: words and what they are to the person, and what the message wants."""

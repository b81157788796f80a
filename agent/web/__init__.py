"""One page on loopback for a person: it drives the session's face and keeps no state of conversations of its own."""

"""Training of the reader, from the corpus to the weights that ship. Never imported at run time."""

"""How each document looks: one module a kind, drawn with the primitives of a Screen alone."""

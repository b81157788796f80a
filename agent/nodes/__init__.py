"""The nodes of the graph: one a file, and file = function = node name."""

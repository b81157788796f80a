"""One file a format: what a person hands over, as plain text with headings marked as Markdown marks them."""

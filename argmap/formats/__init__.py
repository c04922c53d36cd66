"""Maps for other programs: one file per format, each with wire models of its own."""

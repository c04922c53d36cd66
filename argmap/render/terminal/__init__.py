"""What the commands print: explanations, rankings, sources, coverage, as text for a terminal and as data for programs."""

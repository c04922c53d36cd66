"""Rules on competing hypotheses (H): what the matrix can tell, and what it cannot."""

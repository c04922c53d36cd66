"""Rules on structure (A): gaps, leaps, circles and objections without an answer."""

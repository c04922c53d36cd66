"""From a map to its picture: what is shown, how it is laid out, and the SVG that comes of it."""

"""Where what a map holds comes from: chains of sources and voices, their root origins, circles among them."""

"""The same for large graphs, level by level in numpy's arrays; loaded only where the `scale` extra is installed."""

"""Where a strength comes from, what would change it, and how sure an order is; built on the engine, which knows none of it."""

"""What matrices come to, for people (`text`, `markdown`, `words`) and for programs (`data`)."""

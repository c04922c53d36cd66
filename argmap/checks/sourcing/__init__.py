"""Rules on sources (S): where evidence comes from, and how many voices it really is."""

"""Rules on certainty and wording (C): words against numbers, hedges, quotes."""

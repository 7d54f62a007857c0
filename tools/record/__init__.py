"""Rules that hold the tables of scenarios/data: their schema, and what they say of each other."""

"""Rules and tables of the French language, independent of any corpus."""

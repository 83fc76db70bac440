"""The reading room: draws what `index` answers."""

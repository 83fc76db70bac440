"""Many articles in one text: exports of press databases, corpora of other programs, press reviews."""

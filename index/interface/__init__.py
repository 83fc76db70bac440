"""Words for people: catalogues, texts, days and numbers in the language of the interface."""

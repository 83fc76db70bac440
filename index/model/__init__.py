"""The types that all packages share: article, span, mention, statement."""

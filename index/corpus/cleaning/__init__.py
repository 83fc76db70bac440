"""From a page's content to the article that a careful person would cut out of it."""

"""News of the group: posts, what people say about them, and the page on which a teacher makes them."""

"""The kitchen table: questions for home, and that one talked about them."""

"""How letters come in and what became of them."""

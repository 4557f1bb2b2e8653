"""The floor page F: the least a signed-in page with twenty rows costs on this computer."""

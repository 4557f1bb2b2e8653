"""News on paper: collected for who chose it, printed by people at school, and given along with a child."""

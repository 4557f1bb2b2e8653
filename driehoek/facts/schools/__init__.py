"""Boards, schools, groups, and who belongs to them."""

"""Views of the roster pages."""

"""The look and the behaviour of every page."""

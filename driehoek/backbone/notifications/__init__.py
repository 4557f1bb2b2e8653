"""Bringing the news: what is told, to whom, by which road, and whether it arrived."""

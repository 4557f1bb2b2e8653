"""Faces: who may see one, and choosing one's own."""

"""A roster file becomes a proposal, and a proposal somebody agrees to becomes facts."""

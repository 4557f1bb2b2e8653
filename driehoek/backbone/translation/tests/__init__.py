"""Own language: the memory, the machine that may misbehave, and what a reader gets."""

"""One file per roster format: what a real administration would hand over."""

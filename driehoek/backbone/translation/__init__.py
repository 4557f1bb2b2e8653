"""Own language: what people wrote, in the language of whoever reads it, with the original beside it."""

"""Finding things by their words: an index of what was told, asked only together with the policy."""

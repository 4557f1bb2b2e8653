"""Work and results that will be discussed at a talk, laid beside its points before it."""

"""May this child be shown? Answers per child and per purpose."""

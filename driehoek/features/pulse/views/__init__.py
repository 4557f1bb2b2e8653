"""Pages of the two questions: for who answers, and for who leads the school."""

"""Results: from a file until who reads them when."""

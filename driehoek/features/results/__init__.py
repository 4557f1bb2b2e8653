"""Results, missed work and homework from the school's own systems: who sees them when."""

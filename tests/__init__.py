"""What belongs to no single package: the cast, the guards, the oracle, the journeys, the servers."""

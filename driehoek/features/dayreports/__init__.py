"""How a day went for one child at the childcare: eaten, slept, in what mood."""

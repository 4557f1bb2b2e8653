"""News is brought while web, worker and database are killed; then it is counted what came out (F01, F02)."""

AHEAD = "SIEGE_AHEAD"  # the variable that says how many seconds the clocks of all parts run ahead

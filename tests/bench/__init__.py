"""The figures of the portal, each with its limit, measured and printed by bin/bench."""

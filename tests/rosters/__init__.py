"""The roster import: broken files, killed imports, and access that never widens."""

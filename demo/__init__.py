"""The demo board De Drie Hoeken: its people, rosters, drawings and posts. No product code."""

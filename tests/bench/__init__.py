"""The figures: what is measured, and how."""

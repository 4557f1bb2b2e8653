"""What base/core promises."""

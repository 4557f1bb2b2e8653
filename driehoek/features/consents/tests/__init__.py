"""What features/consents promises."""

"""What facts/consent promises."""

"""What backbone/media promises."""

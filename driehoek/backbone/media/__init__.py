"""Photos: made safe, kept private, shown by consent."""

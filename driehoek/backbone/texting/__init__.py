"""What people text back: answers to a question, a word such as ZIEK, STOP; and what the gateway reports."""

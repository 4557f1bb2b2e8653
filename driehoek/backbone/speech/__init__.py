"""Read aloud: what somebody may read, she may hear. Made on this computer, in the language of the text."""

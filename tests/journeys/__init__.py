"""Stories in a real browser: people, their thumbs, and how many times they must press."""

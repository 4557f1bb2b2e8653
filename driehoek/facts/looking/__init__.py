"""What of a student is open to which guardian: switches of a school, agreements, objections."""

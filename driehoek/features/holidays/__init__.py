"""When a school is closed: what the office enters, and the dates of the ministry it may take over."""

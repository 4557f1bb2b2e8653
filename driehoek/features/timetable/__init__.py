"""The timetable of each group: brought by the office from a file, read by the week, changed by a day."""

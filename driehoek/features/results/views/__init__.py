"""The pages about results: at home, of the student herself, and of the office."""

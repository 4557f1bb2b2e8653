"""The pages of families and of staff about the daily arrangements."""

"""Roads to a person, one file each. A new road is a new file and one line in roads.py."""

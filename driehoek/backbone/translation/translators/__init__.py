"""Machines that translate, one file each. A new one is a new file and one line in choosing.py."""

"""Urgent notices of a school: written in a minute, brought at once, and on a page that needs no sign-in."""

"""The demo's sign-in links and its post box. Not part of a real installation."""

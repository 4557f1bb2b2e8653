"""Notices, notifications, deliveries and the channels they go by."""
